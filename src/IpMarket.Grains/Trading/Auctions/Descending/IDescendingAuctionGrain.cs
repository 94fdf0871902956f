using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using Orleans.Concurrency;

namespace IpMarket.Grains.Trading.Auctions.Descending;

/// <summary>An auction with a descending clock. Key: the auction's stream.</summary>
[Alias("trading.IDescendingAuctionGrain")]
public interface IDescendingAuctionGrain : IGrainWithStringKey
{
    /// <summary>The acting party takes the price it was shown; the gate is asked here, for the sale follows at once.
    /// </summary>
    [AlwaysInterleave, Alias("TakePrice")]
    Task<Outcome<Accepted>> TakePrice(CommandContext context, Money price, bool isCentrePerson);
}
