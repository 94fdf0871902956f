using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions.Bidding;

namespace IpMarket.Domain.Trading.Auctions.Descending;

/// <summary>The acting party takes the price of a descending clock, or the buy-now price, as it saw it.</summary>
/// <param name="Price">The price that was shown to it; at any other the auction refuses.</param>
/// <param name="Halt">Why the lot may not be sold now, as the catalogue's gate says; null when it may (P9).</param>
[GenerateSerializer, Immutable, Alias("trading.auction.take-price/1")]
public sealed record TakePrice(
    [property: Id(0)] Money Price,
    [property: Id(1), LookedUp] BidFacts Facts = default,
    [property: Id(2), LookedUp] Refusal? Halt = null) : ICommand;

/// <summary>
/// 应价: the price of the clock, or the buy-now price, was taken, which ends the auction; the result follows in the same
/// command.
/// </summary>
/// <param name="ClosesAt">The end: the instant of this very act.</param>
[GenerateSerializer, Immutable, Alias("trading.auction.price-taken/1")]
public sealed record PriceTaken(
    [property: Id(0)] int Bidder,
    [property: Id(1)] Money Amount,
    [property: Id(2)] DateTimeOffset ClosesAt) : IMovesPrice
{
    BidKind IMovesPrice.Kind => BidKind.Take;

    BidAnswer? IMovesPrice.Answer => null;

    Money IMovesPrice.NextMinimum => Amount;
}
