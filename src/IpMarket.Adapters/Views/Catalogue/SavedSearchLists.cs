using System.Text.Json;
using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views.Catalogue;

/// <summary>Reads which saved searches alert.</summary>
public sealed class SavedSearchLists(IDbContextFactory<CatalogueViewContext> views, IViewPositions positions)
    : IAlertingSearches
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<AlertingSearch>> All(long asOf, CancellationToken cancel)
    {
        if (!await positions.WaitFor(WatchLists.Follower, asOf, WaitMax, cancel))
            throw new InvalidOperationException($"The view of saved searches has not come to {asOf} yet.");
        await using var context = await views.CreateDbContextAsync(cancel);
        var rows = await context.AlertingSearches
            .OrderBy(row => row.Owner).ThenBy(row => row.Number).ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new AlertingSearch(
                row.Owner,
                row.Number,
                row.SincePos,
                JsonSerializer.Deserialize<SavedQuestion>(row.Question, EventCodec.Options)!)),
        ];
    }
}
