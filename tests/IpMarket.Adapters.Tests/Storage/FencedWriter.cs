using System.Collections.Concurrent;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing.Journal;
using Xunit;

namespace IpMarket.Adapters.Tests.Storage;

/// <summary>
/// The least that uses the journal rightly: after a doubt it fences, then reads, then answers (every third time with a
/// refusal if nothing was stored); and a second time for every accepted command, which must get the first answer. Notes
/// every answer it gave.
/// </summary>
public sealed class FencedWriter(IJournal journal, string stream, CancellationToken cancel)
{
    private Chain chain = new(stream);

    public string Stream => stream;

    /// <summary>How often an append was left in doubt.</summary>
    public int Doubts { get; private set; }

    /// <summary>The first answer to each command: the version of its record.</summary>
    public ConcurrentDictionary<Guid, long> Answers { get; } = new();

    /// <summary>Commands it refused: none of them may ever stand in the journal.</summary>
    public ConcurrentBag<Guid> Refused { get; } = [];

    public async Task Work(int commands)
    {
        for (var i = 0; i < commands; i++)
        {
            var id = Guid.NewGuid();
            if (await Do(id) is { } version)
            {
                Answers[id] = version;
                Assert.Equal(version, await Do(id));
            }
            else
            {
                Refused.Add(id);
            }
        }
    }

    /// <summary>Every answer stands in the journal once, at its version, and nothing else but fences does.</summary>
    public async Task Check(IJournal with, IEnumerable<Guid> ofOthers)
    {
        var records = await with.ReadStream(stream, 0, 100_000, cancel);
        Assert.Null(ChainCheck.FirstBreak(stream, records));
        var facts = records.Where(record => record.Type != "kernel.fence/1").ToList();
        Assert.Equal(facts.Count, facts.Select(record => record.CommandId).Distinct().Count());
        foreach (var (id, version) in Answers) Assert.Equal(id, records[(int)version - 1].CommandId);
        Assert.Empty(facts.Select(record => record.CommandId).Except(Answers.Keys).Except(ofOthers));
    }

    private async Task<long?> Do(Guid id)
    {
        var doubted = false;
        while (true)
        {
            var known = await Patiently.Read(() => journal.ReadCommand(stream, id, cancel));
            if (known.Count > 0) return known[0].Version;
            if (doubted && Doubts % 3 == 0) return null;
            var append = chain.Of(id);
            var doubts = Doubts;
            if (await Try(append)) return append.Records[0].Version;
            doubted = Doubts > doubts;
        }
    }

    /// <summary>True: stored. False: not stored by this append, which can never land any more either.</summary>
    private async Task<bool> Try(StreamAppend append)
    {
        try
        {
            var answer = await journal.Append(append, cancel);
            if (answer.Result == AppendResult.Stored) chain.Moved(append);
            else chain = await Patiently.Read(() => Chain.At(journal, stream, cancel));
            return answer.Result == AppendResult.Stored;
        }
        catch (JournalDoubtException)
        {
            Doubts++;
            await Settle();
            return false;
        }
    }

    /// <summary>Fences at the expected version until it is known what stands there.</summary>
    private async Task Settle()
    {
        while (true)
        {
            var fence = chain.Fence();
            try
            {
                if ((await journal.Append(fence, cancel)).Result == AppendResult.Stored) chain.Moved(fence);
                else chain = await Patiently.Read(() => Chain.At(journal, stream, cancel));
                return;
            }
            catch (JournalDoubtException)
            {
                Doubts++;
            }
        }
    }
}
