using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Auctions.Bidding;

/// <summary>Whether a buy-now price (一口价) is one, of rising bids; the profile says whether there may be any.</summary>
internal static class BuyNowBounds
{
    /// <summary>Null when it is, or when there is none.</summary>
    public static Refusal? Fault(Auction auction, AuctionTerms terms)
    {
        if (terms.BuyNow is not { } price) return null;
        var least = Money.Cny(Math.Max(terms.StartPrice.Fen + 1, terms.Reserve?.Fen ?? 0));
        if (price < least) return AuctionDecider.No(auction, BuyNowRefusal.BuyNowTooLow, ("min", least));
        if (price.Fen > Limits.AmountFenMax)
        {
            return AuctionDecider.No(
                auction, BuyNowRefusal.BuyNowTooHigh, ("max", Money.Cny(Limits.AmountFenMax)));
        }

        return terms.HasPreemption ? AuctionDecider.No(auction, BuyNowRefusal.BuyNowWithPreemption) : null;
    }
}
