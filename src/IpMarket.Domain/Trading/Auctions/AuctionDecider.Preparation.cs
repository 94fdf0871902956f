using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Descending;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.RuleProfiles;
using Decision = IpMarket.Domain.Kernel.Outcome<
    System.Collections.Generic.IReadOnlyList<IpMarket.Domain.Kernel.IEvent>>;

namespace IpMarket.Domain.Trading.Auctions;

/// <summary>Proposal, draft and publication.</summary>
public static partial class AuctionDecider
{
    public static Decision Decide(Auction auction, ProposeAuction propose, Moment moment)
    {
        if (auction.Status is not (AuctionStatus.None or AuctionStatus.Draft)) return WrongStatus(auction);
        if (propose.Facts is not { Lot: { } lot } facts) return No(auction, AuctionRefusal.ListingNotPublished);
        if (moment.Actor.Party != lot.Seller || (auction.Lot is { } before && before.Listing != lot.Listing))
            return No(auction, AuctionRefusal.NotTheSeller);
        if (IsNotOnOffer(auction, facts) is { } notOnOffer) return notOnOffer;
        if (BelowAnnounced(auction, facts, propose.Terms) is { } below) return below;
        if (UnsoundAppraisal(auction, propose.Terms, moment.At) is { } unsound) return unsound;
        if (SealedRules.Fault(propose.Terms, isWhole: false) is { } odd) return Explained(auction, odd);
        if (MoneyOutOfBounds(auction, propose.Terms, null) is { } outOfBounds) return outOfBounds;
        return Decided.As(new AuctionProposed(lot, Whole(propose.Terms)));
    }

    public static Decision Decide(Auction auction, DraftAuction draft, Moment moment)
    {
        if (auction.Status == AuctionStatus.None) return No(auction, AuctionRefusal.UnknownAuction);
        if (auction.Status != AuctionStatus.Draft) return WrongStatus(auction);
        if (draft.Facts is not { } facts) return No(auction, AuctionRefusal.ListingNotPublished);
        var step = Duties.Next(facts.Route, [], facts.Duty, moment);
        if (step.Refusal is { } notHis) return Explained(auction, notHis);
        if (facts.Profile is not { } profile)
            return No(auction, AuctionRefusal.UnknownProfile, ("profile", draft.Profile));
        if (IsNotOnOffer(auction, facts.Listing) is { } notOnOffer) return notOnOffer;
        var (asked, terms) = (auction.Proposed!, PriceClock.Set(draft.Terms));
        if (NotAsAnnounced(auction, facts.Listing, profile, terms) is { } other) return other;
        if (terms.StartPrice != asked.StartPrice || terms.Reserve != asked.Reserve
            || Whole(terms).Step != asked.Step || Whole(terms).StepTable != asked.StepTable
            || terms.Deposit != asked.Deposit || terms.Protocol != asked.Protocol
            || terms.BuyNow != asked.BuyNow || terms.Clock != PriceClock.Set(asked).Clock
            || (asked.Sealed is { } named && !named.IsAs(terms.Sealed)))
            return No(auction, AuctionRefusal.NotAsProposed);
        if (OutOfBounds(auction, terms, facts, moment.At) is { } outOfBounds) return outOfBounds;
        return Decided.As(
            new AuctionDrafted(profile.Reference, Whole(terms), facts.Route, step.Value) { Barred = profile.Barred });
    }

    public static Decision Decide(Auction auction, PublishAuction publish, Moment moment)
    {
        if (auction.Status == AuctionStatus.None) return No(auction, AuctionRefusal.UnknownAuction);
        if (auction.Status != AuctionStatus.Draft || auction.Profile is null) return WrongStatus(auction);
        if (publish.Facts is not { } facts) return No(auction, AuctionRefusal.ListingNotPublished);
        var step = Duties.Next(auction.Route!, auction.Steps, facts.Duty, moment);
        if (step.Refusal is { } notHis) return Explained(auction, notHis);
        if (facts.Profile is not { } profile)
            return No(auction, AuctionRefusal.UnknownProfile, ("profile", auction.Profile.Name));
        if (profile.Reference != auction.Profile)
            return No(auction, AuctionRefusal.ProfileReplaced, ("profile", profile.Name), ("newest", profile.Version));
        if (NotToBeHosted(auction, profile, facts.Host) is { } notHosted) return notHosted;
        if (IsNotOnOffer(auction, facts.Listing) is { } notOnOffer) return notOnOffer;
        if (NotAsAnnounced(auction, facts.Listing, profile, auction.Terms!) is { } other) return other;
        if (OutOfBounds(auction, auction.Terms!, facts, moment.At) is { } outOfBounds) return outOfBounds;
        return auction.Route!.IsLastAfter(auction.Steps.Length)
            ? Decided.As(new AuctionAnnounced(auction.Lot!, auction.Profile, auction.Terms!))
            : Decided.As(new AuctionReviewed(step.Value));
    }

    private static Refusal? IsNotOnOffer(Auction auction, ListingFacts facts) =>
        !facts.IsOnOffer ? No(auction, AuctionRefusal.ListingNotPublished)
        : facts.Seller is not { IsVerified: true } ? No(auction, AuctionRefusal.SellerNotVerified)
        : facts.Halt is { } halt ? Explained(auction, halt)
        : null;

    /// <summary>The profile and the least price are those of the listing's newest notice, whenever drafted.</summary>
    private static Refusal? NotAsAnnounced(
        Auction auction, ListingFacts facts, RuleProfile profile, AuctionTerms terms) =>
        facts.Announced is { } announced && announced.Profile != profile.Code
            ? No(auction, AuctionRefusal.NotTheAnnouncedProfile, ("profile", announced.ProfileName))
            : BelowAnnounced(auction, facts, terms);

    private static Refusal? BelowAnnounced(Auction auction, ListingFacts facts, AuctionTerms terms) =>
        facts.Announced?.Price is { } announced && terms.LeastPrice < announced
            ? No(auction, AuctionRefusal.BelowAnnouncedPrice, ("min", announced))
            : null;

    /// <summary>Without a profile (a proposal) only the market's own limits bind.</summary>
    private static Refusal? MoneyOutOfBounds(Auction auction, AuctionTerms terms, RuleProfile? profile)
    {
        var start = terms.StartPrice.Fen;
        var (least, most) = (profile?.StartPriceFen.Min ?? 1, profile?.StartPriceFen.Max ?? Limits.AmountFenMax);
        if (start < least || start > most)
        {
            return Between(
                auction, AuctionRefusal.StartPriceOutOfBounds, Cny(least), Cny(most), Source(profile, "startPriceFen"));
        }

        if (ProtocolBounds.Fault(terms) is { } added) return Explained(auction, added);
        if (terms.Protocol == BiddingProtocol.Dutch)
        {
            if (ClockBounds.Fault(auction, terms, profile) is { } fault) return fault;
        }
        else if (terms.Reserve is { } reserve && (reserve < terms.StartPrice || reserve.Fen > Limits.AmountFenMax))
        {
            return Between(
                auction,
                AuctionRefusal.ReserveOutOfBounds,
                terms.StartPrice,
                Cny(Limits.AmountFenMax),
                Source(profile, "reserves"));
        }

        if (BuyNowBounds.Fault(auction, terms) is { } notNow) return notNow;
        if (StepBounds.Fault(terms, profile) is { } step)
        {
            return step.MaxFen == 0
                ? No(auction, step.Code)
                : Between(
                    auction, step.Code, Cny(step.MinFen), Cny(step.MaxFen), Source(profile, "stepPermilleOfStart"));
        }

        var whole = profile is { DepositOf: DepositBase.Appraisal } ? terms.Appraisal?.Value.Fen ?? start : start;
        var (depositMin, depositMax) = profile is null ? (1, Limits.AmountFenMax) : (
            Math.Max(1, ShareUp(whole, profile.DepositPermille.Min)),
            Math.Max(1, ShareDown(whole, profile.DepositPermille.Max)));
        return terms.Deposit.Fen < depositMin || terms.Deposit.Fen > depositMax
            ? Between(
                auction,
                AuctionRefusal.DepositOutOfBounds,
                Cny(depositMin),
                Cny(depositMax),
                Source(profile, "depositPermille"))
            : null;
    }

    /// <summary>A share in thousandths, rounded down to a whole fen.</summary>
    internal static long ShareDown(long fen, long permille) => fen * permille / 1_000;

    /// <summary>A share in thousandths, rounded up to a whole fen.</summary>
    internal static long ShareUp(long fen, long permille) => ((fen * permille) + 999) / 1_000;

    internal static Refusal Between<TCode>(Auction auction, TCode code, Told min, Told max, RuleSource source)
        where TCode : struct, Enum =>
        Bound(auction, code, source, ("min", min), ("max", max));

    private static Money Cny(long fen) => Money.Cny(fen);

    /// <summary>
    /// Instants in whole microseconds; the step as its table has it at the start price; the end as a clock sets it.
    /// </summary>
    private static AuctionTerms Whole(AuctionTerms terms)
    {
        var set = PriceClock.Set(terms);
        return set with
        {
            OpensAt = set.OpensAt.WholeMicroseconds(),
            ClosesAt = set.ClosesAt.WholeMicroseconds(),
            Step = terms.StepTable is { IsSound: true } table ? table.At(terms.StartPrice) : terms.Step,
            StepTable = terms.StepTable is { Kind: StepKind.Fixed } ? null : terms.StepTable,
        };
    }
}
