using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
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
        var patent = (await patents.Find(listing.Patent)).Value.State;
        var seller = grains.GetGrain<IPartyGrain>(listing.Seller!);
        var sellerNames = await seller.Names();
        return new ListingView(
            id,
            version,
            ListingAccess.Abilities(duty, caller),
            listing.State,
            listing.Patent,
            patent.Number!,
            patent.Facts.TitleZh ?? patent.Facts.TitleEn ?? patent.Number!,
            patent.IsDemo,
            new SellerBrief(
                listing.Seller!,
                sellerNames.IsEmpty ? "" : sellerNames[0],
                isInside ? (await seller.Standing())?.Status : null),
            listing.Offer,
            GateOf(patent, listing, sellerNames, english),
            [.. listing.Suspension.Select(reason => english ? reason.En : reason.Zh)],
            isInside ? listing.Reasons : [],
            isInside && listing.Reservation is not null ? listing.Route.Steps : [],
            caller.Duties.ReadsTheDesk(caller.At) ? await names.Of(listing.Taken) : [],
            isInside ? duty.WaitsFor : null,
            ListingAccess.DutyNote(duty, caller, english),
            listing.PublishedAt,
            await patents.Auction(listing.Auction));
    }

    private ModeView GateOf(
        Patent patent, Listing listing, System.Collections.Immutable.ImmutableArray<string> seller, bool english)
    {
        var facts = GateFacts.Of(patent, rules, WorkingCalendar.DayOf(clock.Now));
        return ModeViews.Of(ListingGate.Ask(facts, seller, listing.Offer.Mode, clock.Now, house), english);
    }
}
