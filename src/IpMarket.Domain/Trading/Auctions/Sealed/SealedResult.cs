using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Auctions.Sealed;

/// <summary>A sealed bid that counts.</summary>
/// <param name="Version">Of its record: of equal amounts the earlier one wins.</param>
public readonly record struct SealedOffer(int Bidder, Money Amount, long Version);

/// <summary>Who wins sealed bids, and what he pays.</summary>
public static class SealedResult
{
    /// <param name="terms">First price or Vickrey, start and reserve.</param>
    /// <param name="sealedBids">How many bids were handed in and count as such, opened or not.</param>
    /// <param name="valid">Those opened and in order.</param>
    /// <returns>
    /// Winner and price: his own amount, or under Vickrey the second highest, at least reserve and start. Else why not.
    /// </returns>
    public static (int? Winner, Money? Price, NoSaleCode? NoSale) Of(
        AuctionTerms terms, long sealedBids, IEnumerable<SealedOffer> valid)
    {
        ArgumentNullException.ThrowIfNull(terms);
        SealedOffer[] ranked = [.. valid.OrderByDescending(bid => bid.Amount).ThenBy(bid => bid.Version)];
        if (ranked.Length == 0)
            return (null, null, sealedBids == 0 ? NoSaleCode.NO_BIDS : NoSaleCode.NO_VALID_BIDS);
        var least = terms.Reserve is { } reserve && reserve > terms.StartPrice ? reserve : terms.StartPrice;
        if (ranked[0].Amount < least) return (null, null, NoSaleCode.RESERVE_NOT_MET);
        if (terms.Protocol != BiddingProtocol.Vickrey) return (ranked[0].Bidder, ranked[0].Amount, null);
        var second = ranked.Length > 1 && ranked[1].Amount > least ? ranked[1].Amount : least;
        return (ranked[0].Bidder, second, null);
    }
}
