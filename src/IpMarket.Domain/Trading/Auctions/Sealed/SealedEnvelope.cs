using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IpMarket.Domain.Trading.Auctions.Sealed;

/// <summary>One holder's share of a bid's key, sealed to him.</summary>
/// <param name="Holder">1, 2, … as the terms name them: the share's x.</param>
/// <param name="Key">The fingerprint of the holder's public key.</param>
/// <param name="Iv">12 bytes, hex.</param>
/// <param name="Box">The 32 bytes of the share under AES-256-GCM with its tag, hex.</param>
/// <param name="Hash">What the share hashes to, so that anybody can tell the right one.</param>
public sealed record SealedShare(int Holder, string Key, string Iv, string Box, string Hash);

/// <summary>
/// A sealed bid as it is stored: one text, written one way, of which nothing but who and where can be read (0027).
/// Every value is lower-case hex or a name that needs no escape.
/// </summary>
/// <param name="Auction">The auction's stream it is bound to.</param>
/// <param name="Bidder">The bidder code it is bound to.</param>
/// <param name="Threshold">So many shares open it.</param>
/// <param name="Ephemeral">The bidder's one-time public point, uncompressed (65 bytes).</param>
/// <param name="KeyHash">What the bid's key hashes to: AES-GCM alone does not bind its key.</param>
/// <param name="Iv">12 bytes.</param>
/// <param name="Box">Amount and nonce, 40 bytes whatever the amount, under AES-256-GCM with its tag.</param>
/// <param name="Shares">One a holder, in their order.</param>
public sealed record SealedEnvelope(
    string Auction,
    int Bidder,
    int Threshold,
    string Ephemeral,
    string KeyHash,
    string Iv,
    string Box,
    ImmutableArray<SealedShare> Shares)
{
    public const string Format = "ipmarket-sealed-bid/1";

    /// <summary>Longer texts are refused unread; seven holders take about 3,000.</summary>
    public const int CharsMax = 4_096;

    internal const int KeyBytes = 32;
    private const int PointBytes = 65;
    private const int HashBytes = 32;
    private const int IvBytes = 12;
    private const int TagBytes = 16;
    private const int AmountBytes = 8;
    private const int NonceBytes = 32;

    /// <summary>What the box is bound to: the whole envelope but itself.</summary>
    public string Binding => (this with { Iv = "", Box = "" }).Write();

    /// <summary>What a holder's box and the key it is under are bound to.</summary>
    public string BindingOf(int holder) =>
        string.Join('\n', "ipmarket-sealed-share/1", Auction, Number(Bidder), Number(holder), KeyHash);

    /// <summary>SHA-256 of the text, lower-case hex: what stands in public until it is opened.</summary>
    public static string DigestOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Reads a text; null where it is not exactly what <see cref="Write"/> gives.</summary>
    public static SealedEnvelope? Read(string? text)
    {
        if (text is null || text.Length > CharsMax) return null;
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var shares = root.GetProperty("shares").EnumerateArray().Select(share => new SealedShare(
                share.GetProperty("holder").GetInt32(),
                Text(share, "key"),
                Text(share, "iv"),
                Text(share, "box"),
                Text(share, "hash")));
            var read = new SealedEnvelope(
                Text(root, "auction"),
                root.GetProperty("bidder").GetInt32(),
                root.GetProperty("threshold").GetInt32(),
                Text(root, "ephemeral"),
                Text(root, "keyHash"),
                Text(root, "iv"),
                Text(root, "box"),
                [.. shares]);
            return read.IsSound && read.Write() == text ? read : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException
            or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The one way to write it.</summary>
    public string Write()
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{{\"format\":\"{Format}\",\"auction\":\"{Auction}\"")
            .Append(CultureInfo.InvariantCulture, $",\"bidder\":{Bidder},\"threshold\":{Threshold}")
            .Append(CultureInfo.InvariantCulture, $",\"ephemeral\":\"{Ephemeral}\",\"keyHash\":\"{KeyHash}\"")
            .Append(CultureInfo.InvariantCulture, $",\"iv\":\"{Iv}\",\"box\":\"{Box}\",\"shares\":[");
        for (var i = 0; i < Shares.Length; i++)
        {
            var share = Shares[i];
            text.Append(i == 0 ? "" : ",")
                .Append(CultureInfo.InvariantCulture, $"{{\"holder\":{share.Holder},\"key\":\"{share.Key}\"")
                .Append(CultureInfo.InvariantCulture, $",\"iv\":\"{share.Iv}\",\"box\":\"{share.Box}\"")
                .Append(CultureInfo.InvariantCulture, $",\"hash\":\"{share.Hash}\"}}");
        }

        return text.Append("]}").ToString();
    }

    /// <summary>So many bytes of lower-case hex.</summary>
    internal static bool IsHex(string? text, int bytes) =>
        text is not null && text.Length == 2 * bytes && text.All(char.IsAsciiHexDigitLower);

    /// <summary>
    /// Amount and nonce out of the box; null where the key does not open it or it holds something else.
    /// </summary>
    internal ulong? Open(ReadOnlySpan<byte> key)
    {
        var sealedBytes = Convert.FromHexString(Box);
        var plain = new byte[AmountBytes + NonceBytes];
        try
        {
            using var cipher = new AesGcm(key, TagBytes);
            cipher.Decrypt(
                Convert.FromHexString(Iv),
                sealedBytes.AsSpan(0, plain.Length),
                sealedBytes.AsSpan(plain.Length),
                plain,
                Encoding.UTF8.GetBytes(Binding));
        }
        catch (CryptographicException)
        {
            return null;
        }

        return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(plain);
    }

    private bool IsSound => Bidder > 0 && Threshold > 0 && !Shares.IsEmpty
        && Auction.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-')
        && IsHex(Ephemeral, PointBytes) && Ephemeral.StartsWith("04", StringComparison.Ordinal)
        && IsHex(KeyHash, HashBytes) && IsHex(Iv, IvBytes) && IsHex(Box, AmountBytes + NonceBytes + TagBytes)
        && Shares.Select((share, i) => share.Holder == i + 1 && IsHex(share.Key, HashBytes)
            && IsHex(share.Iv, IvBytes) && IsHex(share.Box, KeyBytes + TagBytes)
            && IsHex(share.Hash, HashBytes)).All(isSound => isSound);

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new JsonException($"{name} is missing.");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
