using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.RuleProfiles;
using Decision = IpMarket.Domain.Kernel.Outcome<
    System.Collections.Generic.IReadOnlyList<IpMarket.Domain.Kernel.IEvent>>;

namespace IpMarket.Domain.Trading.Auctions.Descending;

/// <summary>
/// Taking a price that is shown: a descending clock's, or the buy-now price (一口价) of rising bids before the first one.
/// It ends the auction. Everything else of such an auction is as in any other.
/// </summary>
public static class TakeDecider
{
    /// <summary>
    /// The first that arrives while the price it names is the one shown wins, and the auction is over. One that names
    /// another price is refused with the price of the moment: nobody pays more than he was shown, and nobody is bound
    /// at a price he did not confirm, a lower one neither.
    /// </summary>
    public static Decision Decide(Auction auction, TakePrice take, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(auction);
        ArgumentNullException.ThrowIfNull(take);
        var isBuyNow = auction.Terms?.BuyNow is not null;
        var protocol = isBuyNow ? BiddingProtocol.English : BiddingProtocol.Dutch;
        if (AuctionDecider.MayNotBid(auction, take.Facts, moment, protocol, out var bidder) is { } no) return no;
        if (isBuyNow && auction.Leader is not null) return AuctionDecider.No(auction, BuyNowRefusal.BuyNowGone);
        var price = auction.Terms!.BuyNow ?? auction.ClockPriceAt(moment.At);
        if (take.Price != price) return AuctionDecider.No(auction, AuctionRefusal.PriceMoved, ("price", price));
        if (take.Halt is { } halt) return AuctionDecider.Explained(auction, halt);
        var taken = auction with
        {
            Leader = new RoomBid(bidder, price, moment.At, auction.Version + 1) { Kind = BidKind.Take },
            Bids = auction.Bids + 1,
            ClosesAt = moment.At,
        };
        return Decided.As(new PriceTaken(bidder, price, moment.At), AuctionDecider.Close(taken));
    }
}
