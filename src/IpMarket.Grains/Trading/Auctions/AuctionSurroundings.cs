using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Parties;
using ListingEnd = IpMarket.Domain.Catalogue.Listings.AuctionOutcome;

namespace IpMarket.Grains.Trading.Auctions;

/// <summary>Asks the grains of the other areas.</summary>
public sealed class AuctionSurroundings(IGrainFactory grains) : IAuctionSurroundings
{
    public async Task<ListingFacts> Listing(string listing, string auction)
    {
        var offered = (await grains.GetGrain<IListingGrain>(listing).Get()).State;
        if (offered.Seller is not { } seller) return new ListingFacts(null, false, null);
        // Know-how is never bid for: what halts it says so.
        var patent = offered.IsKnowHow
            ? new LotPatent("", "", offered.Offer.Subject!.Title)
            : await LotPatents.Of(grains, offered.Patent);
        var lot = new AuctionLot(listing, patent.Patent, patent.Title, seller)
        {
            Further = await LotPatents.Of(grains, offered.FurtherStreams),
            TitleEn = patent.TitleEn,
        };
        var isOnOffer = offered.State == ListingState.Published
            || (offered.State == ListingState.InAuction && offered.Auction == auction);
        var period = offered.Period;
        return new ListingFacts(lot, isOnOffer, await Standing(seller))
        {
            Halt = !DealForm.FitsAuction(offered.Offer) ? Refusal.Of(PeriodRefusal.AuctionNotOfOffer)
                : period.AllowsAuction ? null
                : Refusal.Of(PeriodRefusal.AuctionNotDue),
            Announced = period.Notice == 0 || period.Chosen is not { } terms
                ? null
                : new AnnouncedTerms(terms.Profile, terms.ProfileName, DealForm.Floor(offered.Offer)),
            Before = await Before(offered.Period.Unsold),
        };
    }

    private async Task<AuctionBefore?> Before(UnsoldAuction? unsold)
    {
        if (unsold is null) return null;
        var before = (await grains.GetGrain<IAuctionGrain>(unsold.Auction).Get()).State;
        return new AuctionBefore(before.Terms!.LeastPrice, before.Result!.ClosedAt, unsold.Auctions)
        {
            Profile = unsold.Profile,
            Other = await Before(unsold.Other),
        };
    }

    public async Task<Refusal?> EnterAuction(CommandContext context, string listing, string auction)
    {
        var entered = await grains.GetGrain<IListingGrain>(listing).EnterAuction(context, new EnterAuction(auction));
        if (entered.Refusal is not { } refusal) return null;
        var isInIt = refusal.Is(ListingRefusal.InAuctionAlready) && refusal.Figures["auction"].Text == auction;
        return isInIt ? null : refusal;
    }

    public async Task<Refusal?> LeaveAuction(CommandContext context, string listing, string auction, ListingEnd end)
    {
        // Called off, it is left from within the auction's own turn, and counts for nothing.
        var profile = end == ListingEnd.NoSale
            ? (await grains.GetGrain<IAuctionGrain>(auction).Get()).State.Profile?.Code
            : null;
        var left = await grains.GetGrain<IListingGrain>(listing).LeaveAuction(
            context, new LeaveAuction(auction, end) { Profile = profile });
        return left.Refusal is { } refusal && !refusal.Is(ListingRefusal.NotInThatAuction) ? refusal : null;
    }

    public Task<Refusal?> HaltOf(string listing, DateTimeOffset at) =>
        grains.GetGrain<IListingGateGrain>(listing).HaltAt(at);

    public Task<Refusal?> BuyerFault(string listing, string party, DateTimeOffset at) =>
        grains.GetGrain<IListingGateGrain>(listing).BuyerFaultAt(party, at);

    public Task<PartyStanding?> Standing(string party) => grains.GetGrain<IPartyGrain>(party).Standing();

    public Task<bool> IsMember(string party, string user) => grains.GetGrain<IPartyGrain>(party).IsMember(user);

    public Task<bool> OwnsAccount(string party, string account) =>
        grains.GetGrain<IPartyGrain>(party).OwnsAccount(account);

    public async Task<ApprovalRoute> Route() =>
        (await grains.GetGrain<IApprovalRoutesGrain>(ApprovalRoutes.Stream).Get()).State.For(DocumentKind.Auction);
}
