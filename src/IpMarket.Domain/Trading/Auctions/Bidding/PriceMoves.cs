using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Auctions.Bidding;

/// <summary>How a bid came about.</summary>
public enum BidKind
{
    /// <summary>出价: placed by the bidder himself.</summary>
    Open,

    /// <summary>自动出价: made for him within the maximum he set.</summary>
    Proxy,

    /// <summary>同价优先: the price as it stood, by a holder of a pre-emption right.</summary>
    Match,

    /// <summary>应价: the price a descending clock showed, or the buy-now price.</summary>
    Take,
}

/// <summary>How far the automatic bids of the bidder who led before reached against an act.</summary>
/// <param name="Leads">He leads after it, at this amount; false: his maximum is used up.</param>
[GenerateSerializer, Immutable, Alias("trading.bid-answer/1")]
public sealed record BidAnswer(
    [property: Id(0)] int Bidder, [property: Id(1)] Money Amount, [property: Id(2)] bool Leads);

/// <summary>
/// An accepted act that moved the price, resolved in one step: what its bidder reached, and what the automatic bids of
/// the one who led before made of it. One record, one line of the history, one bid in every count.
/// </summary>
public interface IMovesPrice : IEvent
{
    BidKind Kind { get; }

    int Bidder { get; }

    /// <summary>What this bidder reached by it.</summary>
    Money Amount { get; }

    BidAnswer? Answer { get; }

    Money NextMinimum { get; }

    /// <summary>The end after it.</summary>
    DateTimeOffset ClosesAt { get; }
}

/// <summary>
/// A maximum moved the price: it was set by somebody who did not lead, or reached the reserve. What is public is where
/// the price went and who leads; a maximum that was used up shows as the amount it reached.
/// </summary>
/// <param name="Maximum">最高价, the whole of it.</param>
[GenerateSerializer, Immutable, Alias("trading.auction.proxy-set/1")]
public sealed record ProxySet(
    [property: Id(0)] int Bidder,
    [property: Id(1)] Money Amount,
    [property: Id(2)] BidAnswer? Answer,
    [property: Id(3)] Money NextMinimum,
    [property: Id(4)] DateTimeOffset ClosesAt,
    [property: Id(5), Secret] Money? Maximum) : IMovesPrice
{
    BidKind IMovesPrice.Kind => BidKind.Proxy;
}

/// <summary>
/// The leader raised, lowered or ended his maximum; nothing public moved. That he did shows by this record, not the
/// amount.
/// </summary>
/// <param name="Maximum">Null: no automatic bids from here on.</param>
[GenerateSerializer, Immutable, Alias("trading.auction.proxy-changed/1")]
public sealed record ProxyChanged(
    [property: Id(0), Secret] int? Bidder, [property: Id(1), Secret] Money? Maximum) : IEvent;

/// <summary>A bidder's maximum as he set it last; used up once it is not above the price.</summary>
[GenerateSerializer, Immutable, Alias("trading.proxy/1")]
public sealed record Proxy([property: Id(0)] Money Maximum, [property: Id(1)] DateTimeOffset SetAt);
