using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Auctions.Sealed;

/// <summary>The acting party hands in a sealed bid, or replaces the one it handed in.</summary>
/// <param name="Auction">This auction's own stream, which the envelope must be bound to.</param>
[GenerateSerializer, Immutable, Alias("trading.auction.seal-bid/1")]
public sealed record SealBid(
    [property: Id(0)] string Envelope,
    [property: Id(1), LookedUp] string Auction = "",
    [property: Id(2), LookedUp] BidFacts Facts = default) : ICommand;

/// <summary>
/// Somebody delivers a holder's share of one bid's key. Who delivers it does not matter: only the holder could open it.
/// </summary>
[GenerateSerializer, Immutable, Alias("trading.auction.release-share/1")]
public sealed record ReleaseShare(
    [property: Id(0)] int Bidder,
    [property: Id(1)] int Holder,
    [property: Id(2)] string Share) : ICommand;

/// <summary>The acting party opens its own bid with the key it kept.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.open-own-bid/1")]
public sealed record OpenOwnBid([property: Id(0)] string Key) : ICommand;
