using System.Diagnostics;
using IpMarket.Testing.Trading;

namespace IpMarket.Benchmarks.Bids;

/// <summary>What one caller was answered.</summary>
internal enum Verdict
{
    Accepted,
    Refused,
    Unknown,
}

/// <summary>Places one bid; <paramref name="caller"/> is 0, 1, ….</summary>
internal delegate Task<Verdict> PlaceBid(int caller, Guid commandId, long amountFen);

/// <summary>What was answered in the measured time.</summary>
internal sealed record Bidded(long Accepted, long Refused, long Unknown, double Seconds)
{
    public double AcceptedPerSecond => Accepted / Seconds;
}

/// <summary>
/// Callers that bid as fast as they are answered. Amounts rise from caller to caller; a bid that is refused because a
/// higher one came first is sent again with a higher amount. Only accepted ones count.
/// </summary>
internal sealed class Bidding(int callers, int auctions, PlaceBid place)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    private readonly long[] amounts = new long[auctions * 8];
    private readonly long[] answers = new long[3];
    private volatile bool stopped;

    /// <summary>Bids for the warm-up and the round; amounts go on where the last round ended.</summary>
    public async Task<Bidded> Round(TimeSpan round)
    {
        stopped = false;
        var all = Enumerable.Range(0, callers).Select(caller => Task.Run(() => Bid(caller))).ToArray();
        await Task.Delay(WarmUp);
        var (before, began) = (Count(), Stopwatch.GetTimestamp());
        await Task.Delay(round);
        var (after, seconds) = (Count(), Stopwatch.GetElapsedTime(began).TotalSeconds);
        stopped = true;
        await Task.WhenAll(all);
        return new Bidded(after[0] - before[0], after[1] - before[1], after[2] - before[2], seconds);
    }

    private async Task Bid(int caller)
    {
        var auction = caller % auctions;
        var (id, amount, verdict) = (Guid.NewGuid(), 0L, Verdict.Refused);
        while (!stopped)
        {
            // What is unknown is asked again as it was. Counters stand a cache line apart, not to disturb each other.
            if (verdict != Verdict.Unknown)
                amount = Interlocked.Add(ref amounts[auction * 8], SeededAuction.StepFen);
            verdict = await place(caller, id, amount);
            Interlocked.Increment(ref answers[(int)verdict]);
            if (verdict == Verdict.Accepted) id = Guid.NewGuid();
        }
    }

    private long[] Count() => [.. answers.Select((_, i) => Interlocked.Read(ref answers[i]))];
}
