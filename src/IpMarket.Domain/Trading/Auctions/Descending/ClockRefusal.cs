using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Auctions.Descending;

/// <summary>
/// Why a descending auction (降价竞价) refuses, beside what any auction refuses; by descending precedence.
/// </summary>
public enum ClockRefusal
{
    [RefusalText(
        "降价竞价须公开底价（保留价），底价应在 {min} 至 {max} 之间并低于起始价。依据：{source}。",
        "A descending auction has a public floor (its reserve) between {min} and {max}, below the start price. "
        + "Source: {source}.")]
    FloorOutOfBounds,

    [RefusalText(
        "降价间隔应在 {min} 至 {max} 秒之间。依据：{source}。",
        "Each price must stand for between {min} and {max} seconds. Source: {source}.")]
    ClockOutOfBounds,

    [RefusalText(
        "从起始价降到底价不得超过 {max} 个价格；请加大降价幅度或提高底价。",
        "There must be at most {max} prices from the start to the floor: larger steps, or a higher floor.")]
    TooManyPrices,
}
