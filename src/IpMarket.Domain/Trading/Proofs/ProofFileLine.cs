using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Trading.Proofs;

/// <summary>
/// The lines of a bundle (<c>ipmarket-bundle/1</c>: an auction's whole public log with what is needed to check it) and
/// of a receipt (<c>ipmarket-receipt/1</c>: one command's records). Both begin with a front (header, keys, a bundle's
/// profile, then a signature over the SHA-256 of each of these lines); record lines follow as in an event file; a
/// receipt may go on with an inclusion proof; the end line is signed. Each line has one way to be written.
/// </summary>
public static class ProofFileLine
{
    public const string BundleFormat = "ipmarket-bundle/1";

    public const string ReceiptFormat = "ipmarket-receipt/1";

    public static string Bundle(string stream) => Write(new HeaderLine(BundleFormat, stream, null));

    /// <param name="stream">The auction.</param>
    /// <param name="version">The version before the first record that follows; 0 = none.</param>
    /// <param name="hash">Its hash; zeros = none.</param>
    public static string SignedReceipt(string stream, long version, string hash) =>
        Write(new HeaderLine(ReceiptFormat, stream, new AfterPart(version, hash)));

    public static string Key(MarketKey key) => Write(new KeyLine(new KeyPart(
        key.Id, key.Point, key.From.ToUnixMicroseconds(), key.Until?.ToUnixMicroseconds())));

    /// <param name="text">The profile's JSON for reading; null where this market no longer holds that version.</param>
    public static string Profile(string code, int version, string? text) =>
        Write(new ProfileLine(new ProfilePart(code, version, text)));

    public static string Front(IEnumerable<string> digests, MarketSignature signature) =>
        Write(new FrontLine(new FrontPart([.. digests], signature.Key, signature.Signature)));

    public static string Inclusion(TreeHeadSigned head, IEnumerable<byte[]> path) => Write(new InclusionLine(
        new InclusionPart(
            head.Size,
            head.Root,
            head.SignedAt.ToUnixMicroseconds(),
            head.Key,
            head.Signature,
            [.. path.Select(Convert.ToHexStringLower)])));

    /// <param name="version">The last record's.</param>
    /// <param name="hash">The last record's, hex.</param>
    /// <param name="signature">Over <see cref="Statements.Flush"/>.</param>
    public static string End(long version, string hash, MarketSignature signature) =>
        Write(new EndLine(new EndPart(version, hash, signature.Key, signature.Signature)));

    /// <summary>What a front's signature says of a line.</summary>
    public static string Digest(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));

    /// <summary>Null where the line is not written as such a line is.</summary>
    internal static T? Read<T>(string line)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, EventCodec.Options) is { } read && Write(read) == line
                ? read
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Write<T>(T line) => JsonSerializer.Serialize(line, EventCodec.Options);
}

internal sealed record HeaderLine(string? Format, string? Stream, AfterPart? After);

internal sealed record AfterPart(long Version, string? Hash);

internal sealed record KeyLine(KeyPart? Key);

internal sealed record KeyPart(string? Id, string? Point, long From, long? Until);

internal sealed record ProfileLine(ProfilePart? Profile);

internal sealed record ProfilePart(string? Code, int Version, string? Text);

internal sealed record FrontLine(FrontPart? Front);

internal sealed record FrontPart(IReadOnlyList<string>? Lines, string? Key, string? Signature);

internal sealed record InclusionLine(InclusionPart? Inclusion);

internal sealed record InclusionPart(
    long Size, string? Root, long SignedAt, string? Key, string? Signature, IReadOnlyList<string>? Path);

internal sealed record EndLine(EndPart? End);

internal sealed record EndPart(long Version, string? Hash, string? Key, string? Signature);
