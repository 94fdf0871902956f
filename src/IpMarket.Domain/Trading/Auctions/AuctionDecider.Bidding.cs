using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.RuleProfiles;
using Decision = IpMarket.Domain.Kernel.Outcome<
    System.Collections.Generic.IReadOnlyList<IpMarket.Domain.Kernel.IEvent>>;

namespace IpMarket.Domain.Trading.Auctions;

/// <summary>
/// Bids, maxima and matches. Each is resolved at once; the soft close follows from acts that move the price.
/// </summary>
public static partial class AuctionDecider
{
    public static Decision Decide(Auction auction, PlaceBid bid, Moment moment)
    {
        if (MayNotBid(auction, bid.Facts, moment, out var bidder) is { } no) return no;
        if (AboveMaximum(auction, bid.Amount) is { } above) return above;
        if (bid.Amount < auction.NextMinimum) return No(auction, AuctionRefusal.BelowNextMinimum);
        var answer = AnswerTo(auction, bidder, bid.Amount);
        var (next, end) = After(auction, moment.At, bid.Amount, answer);
        return Moved(auction, end, new BidPlaced(bidder, bid.Amount, next, end) { Answer = answer });
    }

    public static Decision Decide(Auction auction, SetProxy set, Moment moment)
    {
        if (MayNotBid(auction, set.Facts, moment, out var bidder) is { } no) return no;
        if (!auction.Terms!.TakesProxies) return No(auction, AuctionRefusal.ProxiesNotTaken);
        var leads = auction.Leader?.Bidder == bidder;
        if (set.Maximum is not { } maximum)
        {
            return leads && auction.Standing(auction.Leader!) > auction.Leader!.Amount
                ? Decided.As(new ProxyChanged(bidder, null))
                : No(auction, AuctionRefusal.NoProxy);
        }

        if (AboveMaximum(auction, maximum) is { } above) return above;
        if (leads) return ChangeOwn(auction, bidder, maximum, moment.At);
        if (maximum < auction.NextMinimum) return No(auction, AuctionRefusal.BelowNextMinimum);
        var (reached, answer) = auction.Leader is not { } leader
            ? (ProxyRules.First(auction.Terms, maximum), null)
            : ProxyRules.Meet(
                auction.Terms, leader.Amount, Leading(auction, leader), Offered(auction, bidder, maximum));
        var (next, end) = After(auction, moment.At, reached, answer);
        return Moved(auction, end, new ProxySet(bidder, reached, answer, next, end, maximum));
    }

    /// <summary>优先购买权 (法释〔2016〕18号 21): the same price, by a better rank than the leader's.</summary>
    public static Decision Decide(Auction auction, MatchPrice match, Moment moment)
    {
        if (MayNotBid(auction, match.Facts, moment, out var bidder) is { } no) return no;
        if (auction.RankOf(bidder) == 0) return No(auction, AuctionRefusal.NoPreemption);
        if (auction.Leader is not { } leader) return No(auction, AuctionRefusal.NothingToMatch);
        if (match.Price != leader.Amount)
            return No(auction, AuctionRefusal.PriceMoved, ("price", leader.Amount));
        if (!Offered(auction, bidder, match.Price).Outranks(Leading(auction, leader)))
            return No(auction, AuctionRefusal.NotOutranking);
        var answer = AnswerTo(auction, bidder, match.Price);
        var (next, end) = After(auction, moment.At, match.Price, answer);
        return Moved(auction, end, new PriceMatched(bidder, match.Price, answer, next, end));
    }

    /// <summary>The leader's own maximum: the price stays, but where it first reaches the reserve.</summary>
    private static Decision ChangeOwn(Auction auction, int bidder, Money maximum, DateTimeOffset at)
    {
        var price = auction.Leader!.Amount;
        if (maximum < price) return No(auction, AuctionRefusal.BelowReached, ("reached", price));
        if (maximum == auction.Standing(auction.Leader)) return No(auction, AuctionRefusal.MaximumUnchanged);
        var reached = ProxyRules.WithReserve(auction.Terms!, maximum, price);
        if (reached == price) return Decided.As(new ProxyChanged(bidder, maximum > price ? maximum : null));
        var (next, end) = After(auction, at, reached, answer: null);
        return Moved(auction, end, new ProxySet(bidder, reached, null, next, end, maximum));
    }

    /// <summary>The least next bid and the end, after an act that reached an amount and was answered or not.</summary>
    private static (Money NextMinimum, DateTimeOffset ClosesAt) After(
        Auction auction, DateTimeOffset at, Money reached, BidAnswer? answer) => (
        auction.Terms!.Beating(answer is { Leads: true } ? answer.Amount : reached),
        auction.Terms.EndAfter(at, auction.ClosesAt));

    /// <summary>The act, and its extension where the end moves.</summary>
    private static Decision Moved(Auction auction, DateTimeOffset end, IMovesPrice act) => end > auction.ClosesAt
        ? Decided.As(act, new AuctionExtended(auction.ClosesAt, end, auction.Extensions + 1))
        : Decided.As(act);

    private static BidAnswer? AnswerTo(Auction auction, int bidder, Money amount)
    {
        if (auction.Proxies.Count == 0 || auction.Leader is not { } leader || leader.Bidder == bidder) return null;
        var leading = Leading(auction, leader);
        return leading.Maximum > leader.Amount
            ? ProxyRules.Answer(auction.Terms!, leading, Offered(auction, bidder, amount))
            : null;
    }

    private static Offer Leading(Auction auction, RoomBid leader) =>
        Offered(auction, leader.Bidder, auction.Standing(leader));

    private static Offer Offered(Auction auction, int bidder, Money maximum) =>
        new(bidder, maximum, auction.RankOf(bidder));

    /// <summary>What bars every kind of rising bid alike.</summary>
    private static Refusal? MayNotBid(Auction auction, in BidFacts facts, Moment moment, out int bidder) =>
        MayNotBid(auction, facts, moment, BiddingProtocol.English, out bidder);

    /// <summary>What bars every act of bidding alike, whatever the protocol.</summary>
    internal static Refusal? MayNotOffer(Auction auction, in BidFacts facts, Moment moment, out int bidder) =>
        MayNotBid(auction, facts, moment, auction.Terms?.Protocol ?? BiddingProtocol.English, out bidder);

    /// <summary>What bars an act of one protocol.</summary>
    internal static Refusal? MayNotBid(
        Auction auction, in BidFacts facts, Moment moment, BiddingProtocol protocol, out int bidder)
    {
        bidder = 0;
        if (auction.Status != AuctionStatus.Open || moment.At >= auction.ClosesAt)
            return NotTakingBids(auction, moment.At);
        if (auction.Terms!.Protocol != protocol)
            return No(auction, AuctionRefusal.AnotherProtocol, ("protocol", auction.Terms.Protocol));
        if (facts.IsCentrePerson) return No(auction, AuctionRefusal.CentrePerson);
        if (facts.IsSellersPerson && auction.Bars(BarredBidder.Seller))
            return No(auction, AuctionRefusal.BidderBarred);
        if (!facts.IsPartyVerified) return No(auction, AuctionRefusal.PartyNotVerified);
        if (auction.EnrolmentOf(moment.Actor.Party) is not { Bidder: { } code })
            return No(auction, AuctionRefusal.NotAdmitted);
        bidder = code;
        return facts.IsLotClosed ? No(auction, AuctionRefusal.LotClosedToBidder) : null;
    }

    private static Refusal? AboveMaximum(Auction auction, Money amount) => amount.Fen > Limits.AmountFenMax
        ? No(auction, AuctionRefusal.AboveMaximum, ("max", Money.Cny(Limits.AmountFenMax)))
        : null;
}
