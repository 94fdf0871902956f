using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.RuleProfiles;
using Decision = IpMarket.Domain.Kernel.Outcome<
    System.Collections.Generic.IReadOnlyList<IpMarket.Domain.Kernel.IEvent>>;

namespace IpMarket.Domain.Trading.Auctions.Descending;

/// <summary>Taking the price of a descending clock. Everything else of such an auction is as in any other.</summary>
public static class DutchDecider
{
    /// <summary>
    /// The first that arrives while the price it names is the clock's wins, and the auction is over. One that names
    /// another price is refused with the price of the moment: nobody pays more than he was shown, and nobody is bound
    /// at a price he did not confirm, a lower one neither.
    /// </summary>
    public static Decision Decide(Auction auction, TakePrice take, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(auction);
        ArgumentNullException.ThrowIfNull(take);
        if (AuctionDecider.MayNotBid(auction, take.Facts, moment, BiddingProtocol.Dutch, out var bidder) is { } no)
            return no;
        var price = auction.ClockPriceAt(moment.At);
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
