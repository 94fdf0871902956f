namespace IpMarket.Domain.Trading.Auctions.Descending;

/// <summary>
/// What a descending auction (降价竞价) has beside the other terms. The start price is the first price shown, the public
/// reserve is the floor (底价) and the last one, the step is what each price is lower than the one before.
/// </summary>
/// <param name="IntervalSeconds">降价间隔: how long each price stands, the floor too.</param>
[GenerateSerializer, Immutable, Alias("trading.clock-terms/1")]
public sealed record ClockTerms([property: Id(0)] int IntervalSeconds);
