using System.Text;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Adapters.Storage;

/// <summary>
/// What an append must keep before it may share a transaction with others: a malformed one fails alone, in its caller,
/// with nothing sent.
/// </summary>
internal static class AppendRules
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">A bug of the caller: the message says which record and what.</exception>
    public static void Check(StreamAppend append)
    {
        var records = append.Records;
        if (records.Count is 0 or > Limits.FlushEventsMax)
            throw Bad(append, 0, $"holds {records.Count} records, not 1 to {Limits.FlushEventsMax}");
        if (append.Expected < 0) throw Bad(append, 0, "expects a negative version");
        var places = new HashSet<(Guid, int)>(records.Count);
        for (var i = 0; i < records.Count; i++)
        {
            var record = records[i];
            if (record.Stream != append.Stream) throw Bad(append, i, $"is of stream {record.Stream}");
            if (record.Version != append.Expected + 1 + i) throw Bad(append, i, $"has version {record.Version}");
            if (record.Salt.Length != RecordHash.SaltBytes) throw Bad(append, i, "has no salt of 16 bytes");
            if (record.Hash.Length != RecordHash.Bytes) throw Bad(append, i, "has no hash of 32 bytes");
            if (record.RequestHash.Length > RecordHash.Bytes) throw Bad(append, i, "has a request hash above 32 bytes");
            if (record.At != record.At.WholeMicroseconds()) throw Bad(append, i, "is not at whole microseconds");
            // A repeat is recognised by its command's first record, so a command's numbers start at 0 and leave no gap.
            if (record.N != 0 && !places.Contains((record.CommandId, record.N - 1)))
                throw Bad(append, i, $"has n = {record.N} without n = {record.N - 1}");
            if (!places.Add((record.CommandId, record.N))) throw Bad(append, i, "repeats command id and n");
            if (!IsText(record.Stream) || !IsText(record.Type) || !IsText(record.Public) || !IsText(record.Secret))
                throw Bad(append, i, "holds text that a database cannot keep (U+0000 or half a surrogate pair)");
        }
    }

    private static bool IsText(string? text)
    {
        if (text is null) return true;
        if (text.Contains('\0', StringComparison.Ordinal)) return false;
        try
        {
            _ = Strict.GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    private static ArgumentException Bad(StreamAppend append, int index, string what) =>
        new($"Append to {append.Stream} after {append.Expected}: record {index} {what}.", nameof(append));
}
