using System.Collections.Concurrent;
using System.Diagnostics;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Views;

/// <summary>
/// Waits for views. Woken when this process applies records, and asks the checkpoint itself every
/// <see cref="AskEvery"/>, because the runner may be another silo's.
/// </summary>
public sealed class ViewPositions(IServiceProvider services) : IViewPositions
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(25);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> moves = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, IPositioned>> followers = new(() =>
        ((IEnumerable<IPositioned>)services.GetService(typeof(IEnumerable<IPositioned>))!)
        .ToDictionary(known => known.Name, StringComparer.Ordinal));

    public async Task<bool> WaitFor(string follower, long pos, TimeSpan atMost, CancellationToken cancel)
    {
        if (!followers.Value.TryGetValue(follower, out var known))
            throw new ArgumentException($"There is no follower '{follower}'.", nameof(follower));
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            // Taken before asking, so that a move between the two is not missed.
            var moved = moves.GetOrAdd(follower, static _ => New()).Task;
            if (await known.Position(cancel) >= pos) return true;
            var left = atMost - Stopwatch.GetElapsedTime(start);
            if (left <= TimeSpan.Zero) return false;
            await Task.WhenAny(moved, Task.Delay(left < AskEvery ? left : AskEvery, cancel));
            cancel.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Wakes whoever waits for this follower.</summary>
    internal void Moved(string follower)
    {
        if (moves.TryRemove(follower, out var waiting)) waiting.TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
