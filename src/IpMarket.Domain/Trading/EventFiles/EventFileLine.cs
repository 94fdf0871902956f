using System.Globalization;
using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Trading.EventFiles;

/// <summary>
/// The lines of an event file (<c>ipmarket-events/1</c>): a header, one line a record, an end line; each ends with LF.
/// There is one way to write each line, so a file that says the same with other bytes is not an event file of ours.
/// </summary>
public static class EventFileLine
{
    public const string Format = "ipmarket-events/1";

    public const string MediaType = "application/x-ndjson";

    public static string Header(string stream) =>
        $"{{\"format\":{Text(Format)},\"stream\":{Text(stream)}}}";

    /// <summary>A record with its secret withheld: only the digest stands for it.</summary>
    public static string Record(JournalRecord record) => Record(
        record.Version,
        record.Type,
        record.At.ToUnixMicroseconds(),
        record.CommandId.ToString("D"),
        record.Public,
        Convert.ToHexStringLower(RecordHash.SecretDigest(record.Salt, record.Secret)),
        Convert.ToHexStringLower(record.Hash));

    public static string End(long version, string hash) =>
        string.Create(CultureInfo.InvariantCulture, $"{{\"end\":{{\"version\":{version},\"hash\":{Text(hash)}}}}}");

    internal static string Record(
        long version, string type, long at, string commandId, string publicPart, string secretDigest, string hash) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"version\":{version},\"type\":{Text(type)},\"at\":{at},\"commandId\":{Text(commandId)}")
        + $",\"public\":{Text(publicPart)},\"secretDigest\":{Text(secretDigest)},\"hash\":{Text(hash)}}}";

    /// <summary>A record with its secret disclosed.</summary>
    public static string Disclosed(JournalRecord record) =>
        Disclosed(Record(record), Convert.ToHexStringLower(record.Salt), record.Secret ?? "");

    /// <summary>With salt and secret where they are disclosed.</summary>
    internal static string Disclosed(string line, string salt, string secret) =>
        $"{line[..^1]},\"salt\":{Text(salt)},\"secret\":{Text(secret)}}}";

    internal static string Text(string value) => JsonSerializer.Serialize(value, EventCodec.Options);
}
