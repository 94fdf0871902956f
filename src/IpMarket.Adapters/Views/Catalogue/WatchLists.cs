using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views.Catalogue;

/// <summary>One notice of a watcher: a change of a watched patent, or a fee that falls due.</summary>
/// <param name="Patent">The patent; its titles are null where the view has none.</param>
/// <param name="Change">What happened; null for a reminder.</param>
/// <param name="Reminder">What falls due; null for a change.</param>
public sealed record WatchNotice(
    long Pos, DateTimeOffset At, PatentRow Patent, PatentHistoryRow? Change, FeeReminderRow? Reminder);

/// <summary>Reads who watches what. A notice is no row of its own: it is what happened since the watch began.</summary>
public sealed class WatchLists(IDbContextFactory<CatalogueViewContext> views, IViewPositions positions) : IWatchers
{
    private const string Follower = "views-catalogue";
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<string>> Of(string patent, long asOf, CancellationToken cancel)
    {
        if (!await positions.WaitFor(Follower, asOf, WaitMax, cancel))
            throw new InvalidOperationException($"The view of watches has not come to {asOf} yet.");
        await using var context = await views.CreateDbContextAsync(cancel);
        return await context.Watches.Where(row => row.Patent == patent)
            .OrderBy(row => row.Watchlist).Select(row => row.Watchlist).ToListAsync(cancel);
    }

    /// <summary>The watched patents, the newest watch first.</summary>
    public async Task<IReadOnlyList<PatentRow>> Patents(string watchlist, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        return await context.Watches.Where(row => row.Watchlist == watchlist)
            .OrderByDescending(row => row.SincePos)
            .Join(context.Patents, watch => watch.Patent, patent => patent.Id, (_, patent) => patent)
            .ToListAsync(cancel);
    }

    /// <summary>How many notices are newer than a position.</summary>
    public async Task<long> Count(string watchlist, long after, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        return await Changes(context, watchlist).LongCountAsync(row => row.Pos > after, cancel)
            + await Reminders(context, watchlist).LongCountAsync(row => row.Pos > after, cancel);
    }

    /// <summary>The newest notices before a position.</summary>
    public async Task<IReadOnlyList<WatchNotice>> Notices(
        string watchlist, long before, int take, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        var changes = await Changes(context, watchlist).Where(row => row.Pos < before)
            .OrderByDescending(row => row.Pos).Take(take).ToListAsync(cancel);
        var reminders = await Reminders(context, watchlist).Where(row => row.Pos < before)
            .OrderByDescending(row => row.Pos).Take(take).ToListAsync(cancel);
        var streams = changes.Select(row => row.Patent).Concat(reminders.Select(row => row.Patent))
            .ToHashSet(StringComparer.Ordinal);
        var patents = await context.Patents.Where(row => streams.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancel);
        PatentRow Of(string stream) =>
            patents.GetValueOrDefault(stream) ?? new PatentRow { Id = stream, Number = stream };
        return [.. changes.Select(row => new WatchNotice(row.Pos, row.At, Of(row.Patent), row, null))
            .Concat(reminders.Select(row => new WatchNotice(row.Pos, row.At, Of(row.Patent), null, row)))
            .OrderByDescending(notice => notice.Pos)
            .Take(take)];
    }

    private static IQueryable<PatentHistoryRow> Changes(CatalogueViewContext context, string watchlist) =>
        from watch in context.Watches
        join change in context.History on watch.Patent equals change.Patent
        where watch.Watchlist == watchlist && change.Pos > watch.SincePos
        select change;

    /// <summary>Of patents he still watches.</summary>
    private static IQueryable<FeeReminderRow> Reminders(CatalogueViewContext context, string watchlist) =>
        from watch in context.Watches
        join reminder in context.FeeReminders on new { watch.Watchlist, watch.Patent }
            equals new { reminder.Watchlist, reminder.Patent }
        where watch.Watchlist == watchlist && reminder.Pos > watch.SincePos
        select reminder;
}
