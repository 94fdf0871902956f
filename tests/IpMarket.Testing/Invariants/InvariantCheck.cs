using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Xunit;

namespace IpMarket.Testing.Invariants;

/// <summary>
/// The one program that checks a store after a fault: the whole journal against itself, against what all clients were
/// answered, and against what projections show. Lists every violation.
/// </summary>
public static class InvariantCheck
{
    private const int PageRecords = 1_000;

    /// <param name="journal">Read from the first record to the last.</param>
    /// <param name="answers">What the clients were answered, each command's answers in order.</param>
    /// <param name="shown">What rooms, lists and grains say of auctions; may be as of an earlier version.</param>
    public static async Task<IReadOnlyList<Violation>> Find(
        IJournal journal, IReadOnlyList<BidAnswered> answers, IReadOnlyList<AuctionShown> shown)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var (streams, violations) = await Read(journal);
        foreach (var (stream, facts) in streams.Where(entry => Ids.Word(entry.Key) == "auction"))
            violations.AddRange(new AuctionRules(stream).Check(facts));
        violations.AddRange(AnswerRules.Check(streams, answers));
        violations.AddRange(ProjectionRules.Check(streams, shown));
        return violations;
    }

    /// <summary>Fails with the list when there is any violation.</summary>
    public static async Task Holds(
        IJournal journal, IReadOnlyList<BidAnswered> answers, IReadOnlyList<AuctionShown> shown)
    {
        var violations = await Find(journal, answers, shown);
        Assert.True(violations.Count == 0, $"{violations.Count} violations:\n{string.Join('\n', violations)}");
    }

    /// <summary>Every stream's decoded records, with what is wrong with the records as such.</summary>
    private static async Task<(Dictionary<string, List<Recorded>> Streams, List<Violation> Violations)> Read(
        IJournal journal)
    {
        var streams = new Dictionary<string, List<Recorded>>(StringComparer.Ordinal);
        var chains = new Dictionary<string, ChainCheck>(StringComparer.Ordinal);
        var broken = new HashSet<string>(StringComparer.Ordinal);
        var lastOfCommand = new Dictionary<(string, Guid), int>();
        List<Violation> violations = [];
        var pos = 0L;
        while (await journal.ReadAll(pos, PageRecords, CancellationToken.None) is { Count: > 0 } page)
        {
            foreach (var record in page)
            {
                if (record.Pos <= pos) Add(record, "journal", $"pos {record.Pos} does not follow {pos}");
                pos = record.Pos;
                Follow(record);
            }
        }

        return (streams, violations);

        void Follow(JournalRecord record)
        {
            if (!chains.TryGetValue(record.Stream, out var chain))
                chains[record.Stream] = chain = new ChainCheck(record.Stream);
            // After the first break nothing later can continue the chain.
            if (!broken.Contains(record.Stream) && chain.Next(record) is { } here)
            {
                broken.Add(record.Stream);
                Add(record, "chain", $"breaks at field '{here.Field}', version {here.Version}");
            }

            var command = (record.Stream, record.CommandId);
            var expected = lastOfCommand.TryGetValue(command, out var last) ? last + 1 : 0;
            if (record.N != expected)
                Add(record, "journal", $"command {record.CommandId} has n = {record.N}, not {expected}");
            lastOfCommand[command] = record.N;
            try
            {
                var fact = EventCodec.Decode(record);
                if (!streams.TryGetValue(record.Stream, out var facts)) streams[record.Stream] = facts = [];
                facts.Add(fact);
            }
            catch (PoisonRecordException poison)
            {
                Add(record, "journal", poison.Message);
            }
        }

        void Add(JournalRecord record, string invariant, string what) =>
            violations.Add(new Violation(invariant, record.Stream, record.Version, what));
    }
}
