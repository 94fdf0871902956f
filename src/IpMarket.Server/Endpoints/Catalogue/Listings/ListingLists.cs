using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Grains.Parties;
using IpMarket.Server.Endpoints.Catalogue.Patents;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Server.Endpoints.Catalogue.Listings;

/// <summary>Lists of listings out of the view, the latest change first, each caller those he may see.</summary>
public sealed class ListingLists(IDbContextFactory<CatalogueViewContext> views, IGrainFactory grains)
{
    /// <summary>As the database's query takes them.</summary>
    private static readonly ListingState[] PublicStates = [.. Listing.PublicStates];

    public async Task<Page<ListingSummary>> Page(
        ListingFilter filter, PageQuery page, Caller caller, bool english, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        var asked = context.Listings.AsQueryable();
        var party = caller.Party ?? "";
        if (filter.Mine == true) asked = asked.Where(row => row.Seller == party);
        else if (!caller.Duties.ReadsTheDesk(caller.At))
            asked = asked.Where(row => row.Seller == party || PublicStates.Contains(row.State));
        if (filter.Status is { } state) asked = asked.Where(row => row.State == state);
        var rows = await asked.OrderByDescending(row => row.ChangedAt).ThenBy(row => row.Id)
            .Skip(page.Skip).Take(page.Take)
            .Select(row => new { Listing = row, Patent = context.Patents.FirstOrDefault(p => p.Id == row.Patent) })
            .ToListAsync(cancel);
        var names = await Names(rows.Select(row => row.Listing.Seller));
        return page.Of(
            [.. rows.Select(row => Present(row.Listing, row.Patent, names[row.Listing.Seller], caller, english))],
            await asked.LongCountAsync(cancel));
    }

    /// <summary>How many drafts the view knows of the party.</summary>
    public async Task<int> Drafts(string party, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        return await context.Listings.CountAsync(
            row => row.Seller == party && row.State == ListingState.Draft, cancel);
    }

    private async Task<Dictionary<string, string>> Names(IEnumerable<string> sellers)
    {
        var asked = sellers.Distinct(StringComparer.Ordinal).ToList();
        var names = await Task.WhenAll(asked.Select(seller => grains.GetGrain<IPartyGrain>(seller).Names()));
        return asked.Zip(names).ToDictionary(
            pair => pair.First, pair => pair.Second.IsEmpty ? "" : pair.Second[0], StringComparer.Ordinal);
    }

    private static ListingSummary Present(
        ListingRow row, PatentRow? patent, string seller, Caller caller, bool english)
    {
        var duty = new ListingDuty(
            row.State,
            row.Seller,
            row.RouteOf(),
            row.StepsOf(),
            row.IsSuspended,
            row.AllowsAuction && row.MayBeBidFor(),
            row.IsAuctionDue);
        var isKnowHow = row.Patent.Length == 0;
        var number = isKnowHow ? "" : patent?.Number ?? PatentNumber.PrintedOf(row.Patent).Text;
        return new ListingSummary(
            row.Id,
            row.State,
            row.Mode,
            number,
            isKnowHow ? row.KnowHow : patent?.TitleIn(english) ?? number,
            PatentNumber.TryParse(number, out var read) && read.IsDemo,
            seller,
            PatentPresenter.PriceOf(row),
            row.PriceWay,
            row.PriceForm,
            row.ChangedAt,
            ListingAccess.IsInside(duty, caller) ? duty.WaitsFor : null,
            ListingAccess.Abilities(duty, caller))
        {
            Patents = row.PatentsOf().Count,
        };
    }
}
