using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Watching;

/// <summary>The rules of a watchlist.</summary>
public static class WatchDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(Watchlist list, WatchPatent command, Moment moment)
    {
        if (command.InPlaceOf is { } former) return Exchange(list, former, command);
        if (list.Find(command.Patent) is not null) return Decided.No(WatchRefusal.WatchedAlready);
        return list.Watches.Length >= Limits.WatchesMax
            ? Decided.No(WatchRefusal.WatchlistFull, ("max", Limits.WatchesMax))
            : Decided.As(new PatentWatched(command.Patent, command.Next));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Watchlist list, UnwatchPatent command, Moment moment) =>
        list.Find(command.Patent) is null
            ? Decided.No(WatchRefusal.NotWatched)
            : Decided.As(new PatentUnwatched(command.Patent));

    public static Outcome<IReadOnlyList<IEvent>> Decide(Watchlist list, SetReminder command, Moment moment)
    {
        if (list.Find(command.Patent) is not { } watch) return Decided.No(WatchRefusal.NotWatched);
        return watch.Next == command.Next
            ? Decided.No(WatchRefusal.ReminderStands)
            : Decided.As(new FeeReminderSet(command.Patent, command.Next));
    }

    /// <summary>Told only what still stands; what was paid meanwhile moves on in silence.</summary>
    public static Outcome<IReadOnlyList<IEvent>> Decide(Watchlist list, RemindOfFee command, Moment moment)
    {
        if (list.Find(command.Patent) is not { } watch) return Decided.No(WatchRefusal.NotWatched);
        if (watch.Next != command.Reminder) return Decided.No(WatchRefusal.ReminderStands);
        return command.Current == command.Reminder
            ? Decided.As(new FeeReminded(command.Patent, command.Reminder, command.Next))
            : Decided.As(new FeeReminderSet(command.Patent, command.Current));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Watchlist list, ReadNotices command, Moment moment) =>
        command.UpTo <= list.ReadUpTo
            ? Decided.No(WatchRefusal.NoticesReadAlready)
            : Decided.As(new NoticesRead(command.UpTo));

    /// <summary>In one step, so that a full list has room and nothing between the two loses the watch.</summary>
    private static Outcome<IReadOnlyList<IEvent>> Exchange(Watchlist list, string former, WatchPatent command)
    {
        if (list.Find(former) is null) return Decided.No(WatchRefusal.NotWatched);
        var ended = new PatentUnwatched(former);
        return list.Find(command.Patent) is null
            ? Decided.As(ended, new PatentWatched(command.Patent, command.Next))
            : Decided.As(ended);
    }
}

/// <summary>Who watches a patent, from the view.</summary>
public interface IWatchers
{
    /// <summary>The watchlists that hold the patent as of a position of the journal, which is waited for.</summary>
    /// <exception cref="InvalidOperationException">The view has not come that far in time.</exception>
    Task<IReadOnlyList<string>> Of(string patent, long asOf, CancellationToken cancel);
}
