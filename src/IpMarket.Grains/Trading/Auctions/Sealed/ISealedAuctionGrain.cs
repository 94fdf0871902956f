using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Trading.Auctions.Sealed;
using Orleans.Concurrency;

namespace IpMarket.Grains.Trading.Auctions;

/// <summary>An auction whose bids are sealed. Key: the auction's stream.</summary>
[Alias("trading.ISealedAuctionGrain")]
public interface ISealedAuctionGrain : IGrainWithStringKey
{
    /// <summary>The acting party's sealed bid; what it holds nobody here can read.</summary>
    [AlwaysInterleave, Alias("Seal")]
    Task<Outcome<Accepted>> Seal(CommandContext context, string envelope, bool isCentrePerson);

    /// <summary>A holder's share of one bid, after the deadline.</summary>
    [AlwaysInterleave, Alias("Release")]
    Task<Outcome<Accepted>> Release(CommandContext context, ReleaseShare command);

    /// <summary>The acting party's own bid, after the deadline, with the key it kept.</summary>
    [AlwaysInterleave, Alias("OpenOwn")]
    Task<Outcome<Accepted>> OpenOwn(CommandContext context, OpenOwnBid command);
}
