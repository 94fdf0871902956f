using System.Text;
using System.Text.Json;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.EventFiles;

namespace IpMarket.Domain.Tests.Trading;

/// <summary>Records as their public event file, or with every secret disclosed.</summary>
internal static class EventFiles
{
    public static string Export(IReadOnlyList<Recorded> records, bool disclosed = false)
    {
        var text = new StringBuilder(EventFileLine.Header("auction:test")).Append('\n');
        var previous = RecordHash.Genesis;
        foreach (var record in records)
        {
            var (publicPart, secret) = EventCodec.Encode(record.Event, record.Actor);
            var salt = new byte[RecordHash.SaltBytes];
            var type = EventTypes.NameOf(record.Event);
            previous = RecordHash.Of(
                previous, record.Stream, record.Version, type, record.At, record.CommandId, publicPart,
                RecordHash.SecretDigest(salt, secret));
            var line = EventFileLine.Record(new JournalRecord(
                record.Version, record.Stream, record.Version, type, record.At, record.CommandId, 0, [], publicPart,
                secret, salt, previous));
            var opened = disclosed && secret is not null
                ? $"{line[..^1]},\"salt\":\"{Convert.ToHexStringLower(salt)}\",\"secret\":{Quoted(secret)}}}"
                : line;
            text.Append(opened).Append('\n');
        }

        return text.Append(EventFileLine.End(records[^1].Version, Convert.ToHexStringLower(previous))).Append('\n')
            .ToString();
    }

    public static EventFileFinding Verify(IReadOnlyList<Recorded> records, bool disclosed = false) =>
        EventFileVerifier.Verify(new MemoryStream(Encoding.UTF8.GetBytes(Export(records, disclosed))));

    private static string Quoted(string text) => JsonSerializer.Serialize(text, EventCodec.Options);
}
