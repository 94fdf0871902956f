using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Parties;
using IpMarket.Server.Endpoints.Catalogue.Encumbrances;
using IpMarket.Server.Endpoints.Catalogue.Patents;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Identity;

namespace IpMarket.Server.Endpoints.Catalogue.Listings;

/// <summary>Shows one listing out of the grains, each caller what is his.</summary>
public sealed class ListingPresenter(
    IGrainFactory grains,
    PatentPresenter patents,
    DutyNames names,
    PatentRules rules,
    HouseGateRules house,
    IMarketClock clock)
{
    /// <summary>The listing; one the caller may not see is not there for him.</summary>
    public async Task<Outcome<Versioned<Listing>>> Find(string id, Caller caller)
    {
        var found = await grains.GetGrain<IListingGrain>(id).Get();
        return found.State.Exists && ListingAccess.MaySee(ListingDuty.Of(found.State), caller)
            ? found
            : Refusal.Of(ListingRefusal.Unknown);
    }

    public async Task<ListingView> Present(Versioned<Listing> found, Caller caller, bool english)
    {
        var (id, version, listing) = found;
        var duty = ListingDuty.Of(listing);
        var isInside = ListingAccess.IsInside(duty, caller);
        var seller = grains.GetGrain<IPartyGrain>(listing.Seller!);
        var sellerNames = await seller.Names();
        var offered = await Task.WhenAll(
            listing.Patents.Select(stream => Listed(stream, listing, sellerNames, english)));
        var first = offered is [{ } patent, ..]
            ? patent
            : new ListedPatent("", "", listing.Offer.Subject!.Title, false, [], null);
        return new ListingView(
            id,
            version,
            ListingAccess.Abilities(duty, caller),
            listing.State,
            listing.Patent,
            first.Number,
            first.Title ?? first.Number,
            first.IsDemo,
            new SellerBrief(
                listing.Seller!,
                sellerNames.IsEmpty ? "" : sellerNames[0],
                isInside ? (await seller.Standing())?.Status : null),
            listing.Offer,
            first.Gate,
            [.. listing.Suspension.Select(reason => english ? reason.En : reason.Zh)],
            isInside ? listing.Reasons : [],
            isInside && listing.Reservation is not null ? listing.Route.Steps : [],
            caller.Duties.ReadsTheDesk(caller.At) ? await names.Of(listing.Taken) : [],
            isInside ? duty.WaitsFor : null,
            ListingAccess.DutyNote(duty, caller, english),
            listing.PublishedAt,
            await patents.Auction(listing.Auction))
        {
            IsInside = isInside,
            Patents = offered,
            PatentsMax = Limits.ListingPatentsMax,
            Wanting = isInside && listing.IsWithSeller ? await Wanting(id, english) : [],
        };
    }

    private async Task<IReadOnlyList<ListingWant>> Wanting(string id, bool english) =>
    [
        .. (await grains.GetGrain<IListingGrain>(id).Wanting())
            .Select(refusal => new ListingWant(refusal.Code, english ? refusal.En : refusal.Zh)),
    ];

    /// <summary>Of a patent the catalogue has no more its number is known, and that it is not there.</summary>
    private async Task<ListedPatent> Listed(
        string stream, Listing listing, ImmutableArray<string> seller, bool english)
    {
        var found = await patents.Find(stream);
        if (found.Refusal is not null)
        {
            var printed = PatentNumber.PrintedOf(stream);
            return new ListedPatent(stream, printed.Text, null, printed.IsDemo, [], null);
        }

        var (at, _, patent) = found.Value;
        return new ListedPatent(
            at,
            patent.Number!,
            patent.Facts.TitleIn(english) ?? patent.Number!,
            patent.IsDemo,
            patent.HolderNames,
            GateOf(patent, listing, seller, english));
    }

    private ModeView GateOf(
        Patent patent, Listing listing, ImmutableArray<string> seller, bool english)
    {
        var facts = GateFacts.Of(patent, rules, WorkingCalendar.DayOf(clock.Now));
        return ModeViews.Of(ListingGate.Ask(facts, seller, listing.Offer.Mode, clock.Now, house), english);
    }
}
