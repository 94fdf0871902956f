using System.Text;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.EventFiles;

namespace IpMarket.Domain.Tests.Trading.Proofs;

/// <summary>An auction's facts as the journal would hold them (salts of zeros), and as its files show them.</summary>
internal static class Exported
{
    public const string Stream = "auction:test";

    /// <param name="facts">What happened.</param>
    /// <param name="crafted">Writes a record's two parts otherwise; the chain is computed over them.</param>
    public static IReadOnlyList<JournalRecord> Records(
        IReadOnlyList<Recorded> facts,
        Func<IEvent, (string Public, string? Secret), (string Public, string? Secret)>? crafted = null)
    {
        var records = new List<JournalRecord>();
        var previous = RecordHash.Genesis;
        foreach (var fact in facts)
        {
            var (publicPart, secret) = EventCodec.Encode(fact.Event, fact.Actor);
            if (crafted is not null) (publicPart, secret) = crafted(fact.Event, (publicPart, secret));
            var salt = new byte[RecordHash.SaltBytes];
            var type = EventTypes.NameOf(fact.Event);
            previous = RecordHash.Of(
                previous, fact.Stream, fact.Version, type, fact.At, fact.CommandId, publicPart,
                RecordHash.SecretDigest(salt, secret));
            records.Add(new JournalRecord(
                fact.Version, fact.Stream, fact.Version, type, fact.At, fact.CommandId, 0, [], publicPart, secret,
                salt, previous));
        }

        return records;
    }

    public static string EventFile(IReadOnlyList<Recorded> facts, bool disclosed = false) =>
        EventFile(Records(facts), disclosed);

    public static string EventFile(IReadOnlyList<JournalRecord> records, bool disclosed) => File(
    [
        EventFileLine.Header(Stream),
        .. records.Select(record => disclosed && record.Secret is not null
            ? EventFileLine.Disclosed(record)
            : EventFileLine.Record(record)),
        EventFileLine.End(records[^1].Version, Hex(records[^1].Hash)),
    ]);

    public static EventFileFinding Verify(IReadOnlyList<Recorded> facts, bool disclosed = false) =>
        EventFileVerifier.Verify(new MemoryStream(Encoding.UTF8.GetBytes(EventFile(facts, disclosed))));

    public static string File(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    public static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
