using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Watching;

/// <summary>A watched patent (关注).</summary>
/// <param name="Patent">Its stream.</param>
/// <param name="Next">The next reminder of a fee; null when none is to come.</param>
/// <param name="Told">The last one told; null when none was.</param>
[GenerateSerializer, Immutable, Alias("catalogue.watch/1")]
public sealed record Watch(
    [property: Id(0)] string Patent,
    [property: Id(1)] FeeReminder? Next,
    [property: Id(2)] FeeReminder? Told = null)
{
    /// <summary>The first day a reminder may be told on: none is told twice.</summary>
    public DateOnly From(DateOnly today) => Told?.RemindOn >= today ? Told.RemindOn.AddDays(1) : today;
}

/// <summary>
/// What one user watches, and how far he has read his notices. Stream <c>watchlist:…</c>, the rest of which is that of
/// <c>user:…</c>.
/// </summary>
/// <param name="Watches">In the order they began, at most <see cref="Limits.WatchesMax"/>.</param>
/// <param name="ReadUpTo">The pos up to which notices are read.</param>
[GenerateSerializer, Immutable, Alias("catalogue.watchlist.state/1")]
public sealed record Watchlist(
    [property: Id(0)] ImmutableArray<Watch> Watches,
    [property: Id(1)] long ReadUpTo) : IAggregateState<Watchlist>
{
    /// <summary>The word of its stream.</summary>
    public const string StreamWord = "watchlist";

    public static Watchlist Empty { get; } = new([], 0);

    /// <summary>The stream of a user's watchlist.</summary>
    public static string StreamOf(string user) =>
        Ids.Of(StreamWord, user[(user.IndexOf(':', StringComparison.Ordinal) + 1)..]);

    public Watch? Find(string patent) => Watches.FirstOrDefault(watch => watch.Patent == patent);

    public Watchlist Evolve(Recorded recorded) => recorded.Event switch
    {
        PatentWatched fact => this with { Watches = Watches.Add(new Watch(fact.Patent, fact.Next)) },
        PatentUnwatched fact => this with { Watches = Watches.RemoveAll(watch => watch.Patent == fact.Patent) },
        FeeReminderSet fact => Remind(fact.Patent, fact.Next),
        FeeReminded fact => Remind(fact.Patent, fact.Next, fact.Reminder),
        NoticesRead fact => this with { ReadUpTo = fact.UpTo },
        _ => this,
    };

    private Watchlist Remind(string patent, FeeReminder? next, FeeReminder? told = null) => this with
    {
        Watches =
        [
            .. Watches.Select(watch => watch.Patent == patent
                ? watch with { Next = next, Told = told ?? watch.Told }
                : watch),
        ],
    };
}
