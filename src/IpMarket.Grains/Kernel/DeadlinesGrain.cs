using IpMarket.Domain.Kernel;
using Microsoft.Extensions.Logging;

namespace IpMarket.Grains.Kernel;

/// <summary>Which grain a stream word belongs to, for waking it.</summary>
public sealed record WakeRoute(string Word, Func<IGrainFactory, string, IWakeable> Find);

/// <inheritdoc cref="IDeadlinesGrain"/>
[GrainType("kernel.deadlines")]
public sealed partial class DeadlinesGrain(
    IDeadlines deadlines, IMarketClock clock, IEnumerable<WakeRoute> routes, ILogger<DeadlinesGrain> logger)
    : Grain, IDeadlinesGrain
{
    private readonly Dictionary<string, WakeRoute> byWord = routes.ToDictionary(r => r.Word, StringComparer.Ordinal);

    public async Task Sweep()
    {
        var due = await deadlines.DueAt(clock.Now, Limits.PageItemsMax, CancellationToken.None);
        await Task.WhenAll(due.Select(Wake));
    }

    private async Task Wake(DueDeadline deadline)
    {
        try
        {
            if (byWord.TryGetValue(Ids.Word(deadline.Stream), out var route))
                await route.Find(GrainFactory, deadline.Stream).Wake(deadline.Kind, deadline.Due);
        }
        catch (Exception error)
        {
            // The deadline stays due and is swept again.
            LogNotWoken(error, deadline.Stream, deadline.Kind);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Waking {Stream} for {Kind} failed; it is tried again")]
    private partial void LogNotWoken(Exception error, string stream, string kind);
}
