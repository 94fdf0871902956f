using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.RuleProfiles;
using Decision = IpMarket.Domain.Kernel.Outcome<
    System.Collections.Generic.IReadOnlyList<IpMarket.Domain.Kernel.IEvent>>;

namespace IpMarket.Domain.Trading.Auctions;

/// <summary>竞买登记: from the announcement until the close.</summary>
public static partial class AuctionDecider
{
    public static Decision Decide(Auction auction, RequestEnrolment request, Moment moment)
    {
        if (NotEnrolling(auction, moment.At) is { } not) return not;
        if (Unfit(auction, request.Facts) is { } unfit) return No(auction, unfit);
        if (request.Facts!.Deal is { } barred) return barred;
        var party = moment.Actor.Party!;
        if (auction.EnrolmentOf(party) is { Status: EnrolmentStatus.Requested or EnrolmentStatus.Admitted })
            return No(auction, AuctionRefusal.AlreadyEnrolled);
        if (auction.Enrolments.Values.Any(e => e.User == moment.Actor.User && e.Party != party && IsLive(e)))
            return No(auction, AuctionRefusal.OnePersonOneBidder);
        if (auction.Enrolments.Values.Count(IsLive) >= Limits.EnrolmentsMax)
            return No(auction, AuctionRefusal.TooManyEnrolments, ("max", Limits.EnrolmentsMax));
        if (auction.EnrolmentOf(party)?.Requests >= Limits.EnrolmentRequestsMax)
            return No(auction, AuctionRefusal.EnrolledTooOften, ("max", Limits.EnrolmentRequestsMax));
        return Decided.As(new EnrolmentRequested(
            auction.EnrolmentsRequested + 1, auction.Terms!.Deposit, party, moment.Actor.User));
    }

    public static Decision Decide(Auction auction, CancelEnrolment cancel, Moment moment)
    {
        if (NotEnrolling(auction, moment.At) is { } not) return not;
        if (auction.EnrolmentOf(moment.Actor.Party) is not { } enrolment || enrolment.Number != cancel.Enrolment)
            return No(auction, AuctionRefusal.UnknownEnrolment);
        if (enrolment.Status != EnrolmentStatus.Requested) return No(auction, AuctionRefusal.EnrolmentDecided);
        return Decided.As(new EnrolmentCancelled(enrolment.Number, enrolment.Party));
    }

    public static Decision Decide(Auction auction, AdmitBidder admit, Moment moment)
    {
        if (NotEnrolling(auction, moment.At) is { } not) return not;
        if (auction.EnrolmentNumbered(admit.Enrolment) is not { } enrolment)
            return No(auction, AuctionRefusal.UnknownEnrolment);
        if (enrolment.Status != EnrolmentStatus.Requested) return No(auction, AuctionRefusal.EnrolmentDecided);
        var reason = Unfit(auction, admit.Facts) is { } unfit
            ? Refusal.CodeOf(unfit.ToString())
            : admit.Facts!.Deal?.Code;
        return reason is not null
            ? Decided.As(new EnrolmentRefused(enrolment.Number, reason, enrolment.Party))
            : Decided.As(new BidderAdmitted(
                enrolment.Number, auction.Bidders + 1, auction.Terms!.Deposit, enrolment.Party)
            {
                Rank = enrolment.Rank, Source = enrolment.Source,
            });
    }

    /// <summary>
    /// A handler's act on a live enrolment: before the opening, or later while it is not yet admitted, so that nobody
    /// who can bid already gains or loses a rank.
    /// </summary>
    public static Decision Decide(Auction auction, RecordPreemption record, Moment moment)
    {
        if (NotEnrolling(auction, moment.At) is { } not) return not;
        if (record.Duty?.Is(CentreRole.Handler, moment.At) != true) return No(auction, AuctionRefusal.NotAHandler);
        if (!auction.Terms!.HasPreemption) return No(auction, AuctionRefusal.PreemptionNotTaken);
        if (auction.EnrolmentNumbered(record.Enrolment) is not { } enrolment)
            return No(auction, AuctionRefusal.UnknownEnrolment);
        var isEarly = auction.Status == AuctionStatus.Announced ? IsLive(enrolment)
            : enrolment.Status == EnrolmentStatus.Requested;
        if (!isEarly) return No(auction, AuctionRefusal.EnrolmentDecided);
        if (record.Rank is < 0 or > Limits.PreemptionRankMax)
            return No(auction, AuctionRefusal.RankOutOfBounds, ("min", 0), ("max", Limits.PreemptionRankMax));
        if (!IsReason(record.Reason)) return NoReason(auction);
        if (string.IsNullOrWhiteSpace(record.Evidence) || record.Evidence.Length > Limits.NameCharsMax)
            return No(auction, AuctionRefusal.EvidenceMissing, ("max", Limits.NameCharsMax));
        return Decided.As(new PreemptionRecorded(
            enrolment.Number, enrolment.Bidder, record.Rank, record.Source, record.Reason, record.Evidence));
    }

    /// <summary>Why a party may not be a bidder; null when it may.</summary>
    private static AuctionRefusal? Unfit(Auction auction, BidderFacts? facts)
    {
        if (facts is { IsCentrePerson: true }) return AuctionRefusal.CentrePerson;
        if (facts?.Bidder is not { IsVerified: true } bidder) return AuctionRefusal.PartyNotVerified;
        var (seller, barsSeller) = (facts.Seller, auction.Bars(BarredBidder.Seller));
        var isBarred = (barsSeller && facts.IsSellersPerson)
            || seller is null
            || (barsSeller && bidder.Party == seller.Party)
            || (auction.Bars(BarredBidder.SellersAffiliates) && bidder.IsAffiliatedWith(seller));
        return isBarred ? AuctionRefusal.BidderBarred : null;
    }

    private static bool IsLive(Enrolment enrolment) =>
        enrolment.Status is EnrolmentStatus.Requested or EnrolmentStatus.Admitted;

    private static Refusal? NotEnrolling(Auction auction, DateTimeOffset at) =>
        Unsettled(auction, at)
        ?? (auction.Status is AuctionStatus.Announced or AuctionStatus.Open or AuctionStatus.Suspended
            ? null
            : WrongStatus(auction));
}
