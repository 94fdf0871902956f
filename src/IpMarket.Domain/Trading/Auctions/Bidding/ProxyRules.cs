using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Auctions.Bidding;

/// <summary>Up to what a bidder goes, and his rank of pre-emption (0 = none, else 1 before 2).</summary>
public readonly record struct Offer(int Bidder, Money Maximum, int Rank)
{
    /// <summary>At the same amount this one goes before one that came earlier.</summary>
    public bool Outranks(in Offer other) => Rank > 0 && (other.Rank == 0 || Rank < other.Rank);
}

/// <summary>
/// Maxima resolved in closed form. Whoever leads has the highest maximum, so only his can answer: at each act two
/// offers meet, and the price is the least amount that beats the lower one by the step table, at most the higher one.
/// Of equal offers the better rank leads, then the one that led before, which is the earlier. A maximum at or above
/// the public reserve bids the reserve.
/// </summary>
public static class ProxyRules
{
    /// <summary>What a first maximum bids.</summary>
    public static Money First(AuctionTerms terms, Money maximum)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return WithReserve(terms, maximum, terms.StartPrice);
    }

    /// <summary>The leader's answer to an amount another reached; null when he is beaten.</summary>
    /// <param name="leader">His maximum, or the price where he set none above it.</param>
    public static BidAnswer? Answer(AuctionTerms terms, in Offer leader, in Offer act)
    {
        if (leader.Maximum < act.Maximum || (leader.Maximum == act.Maximum && act.Outranks(leader))) return null;
        return new BidAnswer(leader.Bidder, Beating(terms, leader.Maximum, act.Maximum), true);
    }

    /// <summary>What a maximum reaches against the leader's, and his answer where he set one.</summary>
    /// <param name="price">The price before.</param>
    public static (Money Reached, BidAnswer? Answer) Meet(
        AuctionTerms terms, Money price, in Offer leader, in Offer act)
    {
        if (Answer(terms, leader, act) is { } holds) return (act.Maximum, holds);
        var reached = Beating(terms, act.Maximum, leader.Maximum);
        return (reached, leader.Maximum > price ? new BidAnswer(leader.Bidder, leader.Maximum, false) : null);
    }

    /// <summary>The reserve, where a maximum that reaches it would bid less; else the amount.</summary>
    public static Money WithReserve(AuctionTerms terms, Money maximum, Money amount)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms.Reserve is { } reserve && maximum >= reserve && amount < reserve ? reserve : amount;
    }

    private static Money Beating(AuctionTerms terms, Money maximum, Money second)
    {
        var least = terms.Beating(second);
        return WithReserve(terms, maximum, least < maximum ? least : maximum);
    }
}
