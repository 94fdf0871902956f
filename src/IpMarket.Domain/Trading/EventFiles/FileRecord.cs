using System.Globalization;
using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Trading.EventFiles;

/// <summary>One record line of an event file, as read.</summary>
internal sealed record FileRecord(
    long Version,
    string Type,
    long At,
    Guid CommandId,
    string Public,
    string SecretDigest,
    string Hash,
    string? Salt,
    string? Secret)
{
    private static readonly string[] Fields =
        ["version", "type", "at", "commandId", "public", "secretDigest", "hash", "salt", "secret"];

    private static readonly long LastMicrosecond = DateTimeOffset.MaxValue.ToUnixMicroseconds();

    public DateTimeOffset Instant => Instants.FromUnixMicroseconds(At);

    /// <summary>Reads a line; <paramref name="field"/> names what is wrong with it.</summary>
    public static bool TryRead(string line, out FileRecord record, out string field)
    {
        record = null!;
        field = "line";
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return false;
            var root = document.RootElement;
            string? Text(string name) =>
                root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                    ? value.GetString() : null;
            long? Number(string name) =>
                root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
                && value.TryGetInt64(out var number) ? number : null;
            var (version, at) = (Number("version"), Number("at"));
            var texts = Fields.ToDictionary(name => name, Text, StringComparer.Ordinal);
            var missing = version is null ? "version" : at is null ? "at" : Fields.FirstOrDefault(
                name => name is not ("version" or "at" or "salt" or "secret") && texts[name] is null);
            if (missing is null && at > LastMicrosecond) missing = "at";
            if (missing is null && !Guid.TryParseExact(texts["commandId"], "D", out _)) missing = "commandId";
            if (missing is null && !IsHash(texts["secretDigest"]!)) missing = "secretDigest";
            if (missing is null && !IsHash(texts["hash"]!)) missing = "hash";
            field = missing ?? "line";
            if (missing is not null || at < 0) return false;
            record = new FileRecord(
                version!.Value,
                texts["type"]!,
                at!.Value,
                Guid.ParseExact(texts["commandId"]!, "D"),
                texts["public"]!,
                texts["secretDigest"]!,
                texts["hash"]!,
                texts["salt"],
                texts["secret"]);
            return record.Written() == line;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>True when nothing is disclosed, or what is disclosed has the digest.</summary>
    public bool DisclosureHolds()
    {
        if (Salt is null && Secret is null) return true;
        if (Salt is not { Length: 2 * RecordHash.SaltBytes } || !Salt.All(char.IsAsciiHexDigitLower)) return false;
        return Convert.ToHexStringLower(RecordHash.SecretDigest(Convert.FromHexString(Salt), Secret)) == SecretDigest;
    }

    public string ComputeHash(string previous, string stream) => Convert.ToHexStringLower(RecordHash.Of(
        Convert.FromHexString(previous),
        stream,
        Version,
        Type,
        Instant,
        CommandId,
        Public,
        Convert.FromHexString(SecretDigest)));

    private static bool IsHash(string text) =>
        text.Length == 2 * RecordHash.Bytes && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The one way to write this record; a line that differs was written by somebody else.</summary>
    private string Written()
    {
        var line = EventFileLine.Record(
            Version, Type, At, CommandId.ToString("D", CultureInfo.InvariantCulture), Public, SecretDigest, Hash);
        return Salt is null && Secret is null ? line : EventFileLine.Disclosed(line, Salt ?? "", Secret ?? "");
    }
}
