using IpMarket.Domain.Catalogue.Watching;

namespace IpMarket.Adapters.Views.Catalogue;

/// <summary>A user watches a patent.</summary>
public sealed class WatchRow
{
    /// <summary>The user's watchlist.</summary>
    public required string Watchlist { get; init; }

    public required string Patent { get; init; }

    /// <summary>What happened to the patent after this is news to him.</summary>
    public long SincePos { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>A watcher was told that a fee falls due.</summary>
public sealed class FeeReminderRow
{
    public long Pos { get; init; }

    public required string Watchlist { get; init; }

    public required string Patent { get; init; }

    public DateTimeOffset At { get; init; }

    public FeeMilestone Milestone { get; init; }

    public int Year { get; init; }

    /// <summary>The day it falls due.</summary>
    public DateOnly On { get; init; }
}
