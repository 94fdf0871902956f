using System.Collections.Concurrent;

namespace IpMarket.Server.Endpoints.Kernel;

/// <summary>
/// Counts what each caller does in the running second on this silo. One count serves HTTP and the hubs, so that going
/// over both wins nothing. Measurements put one in its place that counts nothing.
/// </summary>
public class CallRates(TimeProvider time)
{
    private const int CountersMax = 50_000;
    private readonly ConcurrentDictionary<(string What, string Who), Counter> counters = new();

    /// <summary>Takes one place of this second; false when there is none left.</summary>
    public virtual bool Take(CallRate rate, string who)
    {
        ArgumentNullException.ThrowIfNull(rate);
        if (counters.Count >= CountersMax) counters.Clear();
        var second = time.GetUtcNow().ToUnixTimeSeconds();
        var counter = counters.GetOrAdd((rate.Name, who), static _ => new Counter());
        lock (counter)
        {
            if (counter.Second != second) (counter.Second, counter.Taken) = (second, 0);
            return ++counter.Taken <= rate.PerSecond;
        }
    }

    private sealed class Counter
    {
        public long Second { get; set; }

        public int Taken { get; set; }
    }
}
