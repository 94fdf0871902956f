using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Descending;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Trading.Auctions;

/// <summary>
/// What the caller may do with an auction now. Where a rule decides, it is asked itself, so the words never promise
/// what the auction would refuse.
/// </summary>
internal static class AuctionAbilities
{
    private const string AnyReason = "?";

    public static async Task<IReadOnlyList<string>> Of(
        Auction auction, Caller caller, Moment moment, IAuctionSurroundings surroundings)
    {
        if (!caller.IsSignedIn) return [];
        var able = new List<string>();
        void Add(bool may, string ability)
        {
            if (may) able.Add(ability);
        }

        var duties = caller.Duties;
        var isDraft = auction.Status == AuctionStatus.Draft;
        Add(isDraft && caller.ActsFor(auction.Lot!.Seller), "propose");
        Add(isDraft && duties.Is(Domain.Parties.CentreRole.Handler, moment.At), "draft");
        Add(
            isDraft && auction.Route is { } route && Duties.Next(route, auction.Steps, duties, moment).IsAccepted,
            "publish");
        Add(AuctionDecider.Decide(auction, new SuspendAuction(AnyReason, duties), moment).IsAccepted, "suspend");
        Add(AuctionDecider.Decide(auction, new ResumeAuction(AnyReason, duties), moment).IsAccepted, "resume");
        Add(AuctionDecider.Decide(auction, new CancelAuction(AnyReason, duties), moment).IsAccepted, "cancel");
        Add(MayRecordPreemption(auction, duties, moment), "record-preemption");
        Add(SealedDecider.IsOpening(auction, moment.At), "release-share");
        if (caller.Party is not { } party) return able;

        var mine = auction.EnrolmentOf(party);
        Add(await MayEnrol(auction, party, caller, moment, surroundings), "enrol");
        Add(
            mine is not null
            && AuctionDecider.Decide(auction, new CancelEnrolment(mine.Number), moment).IsAccepted,
            "cancel-enrolment");
        var facts = new BidFacts(true, caller.IsOfTheCentre, IsSellers(auction, caller));
        var bid = new PlaceBid(auction.NextMinimum, facts);
        Add(SealedDecider.MaySeal(auction, facts, moment), "seal-bid");
        Add(mine?.Bidder is { } code && SealedDecider.IsOpening(auction, moment.At, code), "open-own-bid");
        var mayBid = mine?.Bidder is not null && AuctionDecider.Decide(auction, bid, moment).IsAccepted;
        Add(mayBid, "bid");
        Add(mine?.Bidder is not null && MayTake(auction, bid.Facts, moment), "take-price");
        Add(mayBid && auction.Terms!.TakesProxies, "set-proxy");
        Add(mayBid && mine!.Rank > 0, "match-price");
        return able;
    }

    private static bool MayTake(Auction auction, BidFacts facts, Moment moment) =>
        auction is { Status: AuctionStatus.Open, Terms: { } terms }
        && (terms.Protocol == BiddingProtocol.Dutch ? auction.ClockPriceAt(moment.At) : terms.BuyNow) is { } price
        && TakeDecider.Decide(auction, new TakePrice(price, facts), moment).IsAccepted;

    private static bool MayRecordPreemption(Auction auction, DutyHolder duties, Moment moment) =>
        auction.Terms?.HasPreemption == true
        && auction.Status is AuctionStatus.Announced or AuctionStatus.Open or AuctionStatus.Suspended
        && duties.Is(Domain.Parties.CentreRole.Handler, moment.At);

    private static async Task<bool> MayEnrol(
        Auction auction, string party, Caller caller, Moment moment, IAuctionSurroundings surroundings)
    {
        var isEnrolling = auction.Status is AuctionStatus.Announced or AuctionStatus.Open or AuctionStatus.Suspended;
        if (!isEnrolling || caller.IsOfTheCentre || auction.EnrolmentOf(party) is
            { Status: EnrolmentStatus.Requested or EnrolmentStatus.Admitted }) return false;
        var facts = new BidderFacts(
            await surroundings.Standing(party),
            await surroundings.Standing(auction.Lot!.Seller),
            false,
            IsSellers(auction, caller));
        return AuctionDecider.Decide(auction, new RequestEnrolment(facts), moment).IsAccepted;
    }

    /// <summary>Whether he acts for the seller too, whomever he acts for in this call.</summary>
    private static bool IsSellers(Auction auction, Caller caller) =>
        caller.Memberships.Any(membership => membership.Party == auction.Lot?.Seller);
}
