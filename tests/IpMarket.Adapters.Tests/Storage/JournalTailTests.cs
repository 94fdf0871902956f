using IpMarket.Adapters.Storage;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing.Journal;
using Xunit;

namespace IpMarket.Adapters.Tests.Storage;

/// <summary>What is read once for all; that it is read right is the journal's contract, run through a tail.</summary>
public sealed class JournalTailTests
{
    private readonly MemoryJournal store = new();
    private int reads;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_that_meet_share_one_question()
    {
        await Store(20);
        var gate = new TaskCompletionSource();
        store.BeforeRead = () =>
        {
            Interlocked.Increment(ref reads);
            return gate.Task;
        };
        await using var tail = new JournalTail(store);
        var readers = Enumerable.Range(0, 16).Select(_ => tail.ReadAll(0, 100, Cancel)).ToArray();
        gate.SetResult();
        foreach (var read in await Task.WhenAll(readers)) Assert.Equal(Positions(1, 20), read.Select(r => r.Pos));
        // One may have begun before the others asked; all those ask together.
        Assert.InRange(reads, 1, 2);
    }

    [Fact]
    public async Task An_answer_is_never_older_than_its_question()
    {
        await Store(5);
        var gate = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        store.BeforeRead = () =>
        {
            asked.TrySetResult();
            return gate.Task;
        };
        await using var tail = new JournalTail(store);
        var early = tail.ReadAll(0, 100, Cancel);
        await asked.Task;
        await Store(3);
        var late = tail.ReadAll(0, 100, Cancel);
        gate.SetResult();
        await early;
        Assert.Equal(Positions(1, 8), (await late).Select(r => r.Pos));
    }

    [Fact]
    public async Task A_reader_far_behind_reads_the_store_and_misses_nothing()
    {
        await Store(Limits.TailRecordsMax + 1_500);
        await using var tail = new JournalTail(store);
        var seen = new List<long>();
        while (await tail.ReadAll(seen.LastOrDefault(), 700, Cancel) is { Count: > 0 } page)
            seen.AddRange(page.Select(record => record.Pos));
        Assert.Equal(Positions(1, Limits.TailRecordsMax + 1_500), seen);
        store.BeforeRead = () =>
        {
            Interlocked.Increment(ref reads);
            return Task.CompletedTask;
        };
        Assert.Equal(Positions(1, 50), (await tail.ReadAll(0, 50, Cancel)).Select(record => record.Pos));
        Assert.Equal(1, reads);
        Assert.Equal(50, (await tail.ReadAll(seen[^100], 50, Cancel)).Count);
        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task A_failed_question_fails_its_readers_only()
    {
        await Store(5);
        store.BeforeRead = () => throw new TimeoutException();
        await using var tail = new JournalTail(store);
        await Assert.ThrowsAsync<TimeoutException>(() => tail.ReadAll(0, 100, Cancel));
        store.BeforeRead = null;
        Assert.Equal(5, (await tail.ReadAll(0, 100, Cancel)).Count);
    }

    private static IEnumerable<long> Positions(int first, int count) =>
        Enumerable.Range(first, count).Select(pos => (long)pos);

    private async Task Store(int records)
    {
        for (var left = records; left > 0; left -= Limits.FlushEventsMax)
        {
            var chain = new Chain("test:" + Guid.NewGuid().ToString("N"));
            var answer = await store.Append(chain.Of(Guid.NewGuid(), Math.Min(left, Limits.FlushEventsMax)), Cancel);
            Assert.Equal(AppendResult.Stored, answer.Result);
        }
    }
}
