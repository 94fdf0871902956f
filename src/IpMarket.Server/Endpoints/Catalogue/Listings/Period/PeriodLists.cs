using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Parties;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Server.Endpoints.Catalogue.Listings.Period;

/// <summary>Lists of periods and intents out of the view.</summary>
public sealed class PeriodLists(IDbContextFactory<CatalogueViewContext> views, IGrainFactory grains)
{
    /// <summary>Periods for the centre's desk, the earliest end first.</summary>
    public async Task<Page<PeriodSummary>> Desk(
        PeriodFilter filter, PageQuery page, Caller caller, bool english, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        var asked = context.Periods.Where(row => row.Phase != PeriodPhase.None);
        if (filter.Due == true) asked = asked.Where(row => row.IsDue);
        var rows = await asked.OrderBy(row => row.EndsAt == null).ThenBy(row => row.EndsAt).ThenBy(row => row.Id)
            .Skip(page.Skip).Take(page.Take)
            .Select(row => new
            {
                Period = row,
                Listing = context.Listings.First(listing => listing.Id == row.Id),
            })
            .ToListAsync(cancel);
        var patents = await Patents(context, rows.Select(row => row.Listing.Patent), english, cancel);
        var items = await Task.WhenAll(rows.Select(async row =>
        {
            var (number, title, isDemo) = patents(row.Listing);
            var seller = grains.GetGrain<IPartyGrain>(row.Listing.Seller).Names();
            var listing = await grains.GetGrain<IListingGrain>(row.Listing.Id).Get();
            return new PeriodSummary(
                row.Listing.Id,
                number,
                title,
                row.Listing.PatentsOf().Count,
                isDemo,
                (await seller).FirstOrDefault(""),
                row.Listing.State,
                row.Period.Phase,
                row.Period.EndsAt,
                row.Period.ContractBy,
                row.Period.IntentsAtEnd,
                row.Period.HasChange)
            {
                Interested = row.Period.Interested,
                Abilities = PeriodAccess.DueAtTheDesk(listing.State, caller),
            };
        }));

        return page.Of<PeriodSummary>(items, await asked.LongCountAsync(cancel));
    }

    /// <summary>A party's own intents, the latest first.</summary>
    public async Task<Page<OwnIntent>> Own(
        string party, PageQuery page, bool english, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        var asked = context.Intents.Where(row => row.Party == party);
        var rows = await asked.OrderByDescending(row => row.FiledAt).ThenBy(row => row.Listing)
            .Skip(page.Skip).Take(page.Take)
            .Select(row => new
            {
                Intent = row,
                Listing = context.Listings.First(listing => listing.Id == row.Listing),
                Period = context.Periods.First(period => period.Id == row.Listing),
            })
            .ToListAsync(cancel);
        var patents = await Patents(context, rows.Select(row => row.Listing.Patent), english, cancel);
        return page.Of<OwnIntent>(
            [
                .. rows.Select(row =>
                {
                    var (number, title, isDemo) = patents(row.Listing);
                    var (intent, period) = (row.Intent, row.Period);
                    // Another was chosen: what was agreed upon with one is over for all.
                    var isLost = row.Listing.State == ListingState.Sold
                        && intent is { IsConcluded: false, IsWithdrawn: false }
                        && !row.Listing.MayBeBidFor();
                    var isLive = intent is
                        { IsWithdrawn: false, HasFailed: false, IsConcluded: false, IsReleased: false } && !isLost;
                    return new OwnIntent(
                        row.Listing.Id,
                        number,
                        title,
                        row.Listing.PatentsOf().Count,
                        isDemo,
                        row.Listing.State,
                        period.Phase,
                        period.EndsAt,
                        intent.PriceFen == 0 ? null : Money.Cny(intent.PriceFen),
                        intent.FiledAt,
                        isLive && intent.Notice == period.Notice,
                        intent.IsWithdrawn,
                        intent.HasFailed || isLost,
                        intent.IsConcluded)
                    {
                        Deposit = intent.DepositFen is { } due
                            ? new IntentDepositView(Money.Cny(due), intent.IsPaid, intent.IsReleased)
                            : null,
                    };
                }),
            ],
            await asked.LongCountAsync(cancel));
    }

    private static async Task<Func<ListingRow, (string Number, string Title, bool IsDemo)>> Patents(
        CatalogueViewContext context, IEnumerable<string> streams, bool english, CancellationToken cancel)
    {
        var asked = streams.ToHashSet(StringComparer.Ordinal);
        var rows = await context.Patents.Where(row => asked.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancel);
        return listing =>
        {
            if (listing.Patent.Length == 0) return ("", listing.KnowHow, false);
            var patent = rows.GetValueOrDefault(listing.Patent);
            var number = patent?.Number ?? "";
            var isDemo = PatentNumber.TryParse(number, out var read) && read.IsDemo;
            return (number, patent?.TitleIn(english) ?? number, isDemo);
        };
    }
}
