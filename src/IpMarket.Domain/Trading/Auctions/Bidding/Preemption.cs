using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Auctions.Bidding;

/// <summary>What a pre-emption right (优先购买权) rests on (P23).</summary>
public enum PreemptionSource
{
    /// <summary>法定, e.g. 民法典 847, 859, 860.</summary>
    [Words("法定", "by law")]
    Law,

    /// <summary>约定.</summary>
    [Words("约定", "by contract")]
    Contract,
}

/// <summary>
/// A handler recorded, changed or struck a pre-emption right before it could be used; rank and source are public with
/// the code, why and by which paper is not.
/// </summary>
/// <param name="Bidder">Null before admission.</param>
/// <param name="Rank">1 before 2; 0 = none.</param>
/// <param name="Evidence">The paper it rests on, by its name or number.</param>
[GenerateSerializer, Immutable, Alias("trading.auction.preemption-recorded/1")]
public sealed record PreemptionRecorded(
    [property: Id(0)] int Enrolment,
    [property: Id(1)] int? Bidder,
    [property: Id(2)] int Rank,
    [property: Id(3)] PreemptionSource Source,
    [property: Id(4), Secret] string? Reason,
    [property: Id(5), Secret] string? Evidence) : IEvent;

/// <summary>同价优先: a holder took the price as it stood.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.price-matched/1")]
public sealed record PriceMatched(
    [property: Id(0)] int Bidder,
    [property: Id(1)] Money Amount,
    [property: Id(2)] BidAnswer? Answer,
    [property: Id(3)] Money NextMinimum,
    [property: Id(4)] DateTimeOffset ClosesAt) : IMovesPrice
{
    BidKind IMovesPrice.Kind => BidKind.Match;
}

/// <summary>A bidder with a pre-emption right, in public.</summary>
[GenerateSerializer, Immutable, Alias("trading.preemption-holder/1")]
public sealed record PreemptionHolder(
    [property: Id(0)] int Bidder, [property: Id(1)] int Rank, [property: Id(2)] PreemptionSource Source);
