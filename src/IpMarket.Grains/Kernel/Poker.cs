using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpMarket.Grains.Kernel;

/// <summary>
/// On every silo: pokes each follower's grain after appends, at most every
/// <see cref="Limits.FollowerPaceMs"/> ms and at least once a second, and has due deadlines swept
/// four times a second. Poking is only a wake-up: late or double pokes change nothing.
/// </summary>
public sealed partial class Poker(
    IGrainFactory grains,
    IJournal journal,
    IEnumerable<IJournalFollower> followers,
    TimeProvider time,
    ILogger<Poker> logger) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PokeEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(Limits.FollowerPaceMs);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var loops = new List<Task> { Repeat(Sweep, SweepEvery, TimeSpan.Zero, new SemaphoreSlim(0), stoppingToken) };
        foreach (var follower in followers)
        {
            var bell = new SemaphoreSlim(0, 1);
            journal.OnAppended(_ => Ring(bell));
            var grain = grains.GetGrain<IFollowerGrain>(Ids.Of("follower", follower.Name));
            loops.Add(Repeat(grain.Poke, PokeEvery, Pace, bell, stoppingToken));
        }

        return Task.WhenAll(loops);
    }

    private static void Ring(SemaphoreSlim bell)
    {
        try
        {
            if (bell.CurrentCount == 0) bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // Rung already by somebody else at this moment: one ring is enough.
        }
    }

    private Task Sweep() => grains.GetGrain<IDeadlinesGrain>("deadlines:all").Sweep();

    private async Task Repeat(
        Func<Task> act, TimeSpan every, TimeSpan pace, SemaphoreSlim bell, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            try
            {
                await act();
                // What was appended in the meantime has rung: followers take it together.
                await Task.Delay(pace, time, stop);
                await bell.WaitAsync(every, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogPokeFailed(error, time.GetElapsedTime(began).TotalMilliseconds);
                await Task.Delay(every, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "A poke failed after {Milliseconds} ms; it is repeated")]
    private partial void LogPokeFailed(Exception error, double milliseconds);
}
