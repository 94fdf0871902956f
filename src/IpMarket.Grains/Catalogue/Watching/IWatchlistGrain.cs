using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Grains.Kernel;
using Orleans.Concurrency;

namespace IpMarket.Grains.Catalogue.Watching;

/// <summary>What one user watches; key <c>watchlist:…</c>, see <c>Watchlist.StreamOf</c>.</summary>
[Alias("catalogue.IWatchlistGrain"), GrainInterfaceType("catalogue.watchlist")]
public interface IWatchlistGrain : IWakeable
{
    [AlwaysInterleave, Alias("Get")]
    Task<Versioned<Watchlist>> Get();

    /// <summary>The user, or the process that follows a joined publication. The grain looks up the reminder.</summary>
    [AlwaysInterleave, Alias("Watch")]
    Task<Outcome<Accepted>> Watch(CommandContext context, WatchPatent command);

    /// <summary>As <see cref="Watch"/>.</summary>
    [AlwaysInterleave, Alias("Unwatch")]
    Task<Outcome<Accepted>> Unwatch(CommandContext context, UnwatchPatent command);

    /// <summary>The process that follows watched patents. The grain looks up the reminder.</summary>
    [AlwaysInterleave, Alias("SetReminder")]
    Task<Outcome<Accepted>> SetReminder(CommandContext context, SetReminder command);

    /// <summary>The user.</summary>
    [AlwaysInterleave, Alias("ReadNotices")]
    Task<Outcome<Accepted>> ReadNotices(CommandContext context, ReadNotices command);
}
