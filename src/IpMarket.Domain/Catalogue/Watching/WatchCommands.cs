using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Watching;

/// <summary>Watches a patent; the user himself, or the process that follows a joined publication.</summary>
/// <param name="Patent">What is watched.</param>
/// <param name="Next">Its next reminder.</param>
/// <param name="InPlaceOf">The watched publication whose place it takes; null: it takes nobody's.</param>
[GenerateSerializer, Immutable, Alias("catalogue.watchlist.watch/1")]
public sealed record WatchPatent(
    [property: Id(0)] string Patent,
    [property: Id(1), LookedUp] FeeReminder? Next,
    [property: Id(2)] string? InPlaceOf = null) : ICommand;

/// <summary>Ends it.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.watchlist.unwatch/1")]
public sealed record UnwatchPatent([property: Id(0)] string Patent) : ICommand;

/// <summary>Facts of a watched patent changed. A process sends it.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.watchlist.set-reminder/1")]
public sealed record SetReminder(
    [property: Id(0)] string Patent,
    [property: Id(1), LookedUp] FeeReminder? Next) : ICommand;

/// <summary>A reminder is due. The watchlist sends it to itself.</summary>
/// <param name="Patent">The watched patent.</param>
/// <param name="Reminder">The one that is due.</param>
/// <param name="Current">The first reminder from that day on as the facts now stand.</param>
/// <param name="Next">The first after today.</param>
[GenerateSerializer, Immutable, Alias("catalogue.watchlist.remind/1")]
public sealed record RemindOfFee(
    [property: Id(0)] string Patent,
    [property: Id(1)] FeeReminder Reminder,
    [property: Id(2), LookedUp] FeeReminder? Current,
    [property: Id(3), LookedUp] FeeReminder? Next) : ICommand;

/// <summary>Marks notices read.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.watchlist.read-notices/1")]
public sealed record ReadNotices([property: Id(0)] long UpTo) : ICommand;

/// <summary>Why a watchlist refuses, by descending precedence.</summary>
public enum WatchRefusal
{
    [RefusalText("您已关注该专利。", "You watch this patent already.")]
    WatchedAlready,

    [RefusalText("您没有关注该专利。", "You do not watch this patent.")]
    NotWatched,

    [RefusalText("最多关注 {max} 件专利。", "At most {max} patents can be watched.")]
    WatchlistFull,

    [RefusalText("没有需要变更的提醒。", "The reminder stands as it is.")]
    ReminderStands,

    [RefusalText("这些消息已读。", "These notices are read already.")]
    NoticesReadAlready,
}
