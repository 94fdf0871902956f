using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views.Catalogue;

/// <summary>
/// One notice: a change of watched patents, a fee that falls due, or what came to match a saved search; one of the
/// three is there. A record of the journal is one notice, however many watched patents it touches.
/// </summary>
/// <param name="Patents">What it is about; titles are null where the view has none.</param>
public sealed record WatchNotice(
    long Pos,
    DateTimeOffset At,
    IReadOnlyList<PatentRow> Patents,
    PatentHistoryRow? Change = null,
    FeeReminderRow? Reminder = null,
    SavedHitRow? Hit = null);

/// <summary>Reads who watches what. A notice is no row of its own: it is what happened since the watch began.</summary>
public sealed class WatchLists(IDbContextFactory<CatalogueViewContext> views, IViewPositions positions) : IWatchers
{
    internal const string Follower = "views-catalogue";
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
        return await Changes(context, watchlist).Where(row => row.Pos > after)
                .Select(row => row.Pos).Distinct().LongCountAsync(cancel)
            + await Reminders(context, watchlist).LongCountAsync(row => row.Pos > after, cancel)
            + await Hits(context, watchlist).LongCountAsync(row => row.Pos > after, cancel);
    }

    /// <summary>The newest notices before a position.</summary>
    public async Task<IReadOnlyList<WatchNotice>> Notices(
        string watchlist, long before, int take, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        var changes = await NewestChanges(context, watchlist, before, take, cancel);
        var reminders = await Reminders(context, watchlist).Where(row => row.Pos < before)
            .OrderByDescending(row => row.Pos).Take(take).ToListAsync(cancel);
        var hits = await Hits(context, watchlist).Where(row => row.Pos < before)
            .OrderByDescending(row => row.Pos).Take(take).ToListAsync(cancel);
        var streams = changes.Select(row => row.Patent).Concat(reminders.Select(row => row.Patent))
            .Concat(hits.SelectMany(Named)).ToHashSet(StringComparer.Ordinal);
        var patents = await context.Patents.Where(row => streams.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancel);
        PatentRow Of(string stream) =>
            patents.GetValueOrDefault(stream) ?? new PatentRow { Id = stream, Number = stream };
        return [.. changes.GroupBy(row => row.Pos)
            .Select(one => new WatchNotice(
                one.Key, one.First().At, [.. one.Select(row => Of(row.Patent))], Change: one.First()))
            .Concat(reminders.Select(row => new WatchNotice(row.Pos, row.At, [Of(row.Patent)], Reminder: row)))
            .Concat(hits.Select(row => new WatchNotice(row.Pos, row.At, [.. Named(row).Select(Of)], Hit: row)))
            .OrderByDescending(notice => notice.Pos)
            .Take(take)];
    }

    private static string[] Named(SavedHitRow hit) => hit.Patents.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Of the searches of who holds the watchlist; also those he has given up since.</summary>
    private static IQueryable<SavedHitRow> Hits(CatalogueViewContext context, string watchlist)
    {
        var owner = SavedSearchList.StreamOf(watchlist);
        return context.SavedHits.Where(row => row.Owner == owner);
    }

    /// <summary>All rows of the newest records before a position, so that no record is told in part.</summary>
    private static async Task<List<PatentHistoryRow>> NewestChanges(
        CatalogueViewContext context, string watchlist, long before, int take, CancellationToken cancel)
    {
        var earlier = Changes(context, watchlist).Where(row => row.Pos < before);
        var positions = await earlier.Select(row => row.Pos).Distinct()
            .OrderByDescending(pos => pos).Take(take).ToListAsync(cancel);
        if (positions is not [.., var oldest]) return [];
        return await earlier.Where(row => row.Pos >= oldest)
            .OrderByDescending(row => row.Pos).ThenBy(row => row.Patent).ToListAsync(cancel);
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
