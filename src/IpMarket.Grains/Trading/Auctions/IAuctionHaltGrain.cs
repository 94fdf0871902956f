using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Trading.Auctions;
using Orleans.Concurrency;

namespace IpMarket.Grains.Trading.Auctions;

/// <summary>An auction whose listing was suspended. Key: the auction's stream.</summary>
[Alias("trading.IAuctionHaltGrain")]
public interface IAuctionHaltGrain : IGrainWithStringKey
{
    /// <summary>The listings' process only: bidding stops; the time left is given back at the resumption.</summary>
    [AlwaysInterleave, Alias("Halt")]
    Task<Outcome<Accepted>> Halt(CommandContext context, HaltAuction command);
}
