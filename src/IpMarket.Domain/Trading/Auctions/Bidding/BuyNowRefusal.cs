using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Auctions.Bidding;

/// <summary>Why a buy-now price (一口价) is refused; by descending precedence.</summary>
public enum BuyNowRefusal
{
    [RefusalText(
        "一口价须高于起始价且不低于保留价，最低 {min}。",
        "A buy-now price is above the start price and not below the reserve: at least {min}.")]
    BuyNowTooLow,

    [RefusalText("一口价不得高于 {max}。", "A buy-now price must not be above {max}.")]
    BuyNowTooHigh,

    [RefusalText(
        "设优先购买权的竞价不得设一口价：权利人须有同价应买的时间。",
        "No buy-now price where pre-emption rights are: their holders must have the time to match.")]
    BuyNowWithPreemption,

    [RefusalText("已有人出价，一口价已失效。", "A bid was placed: the buy-now price is gone.")]
    BuyNowGone,
}
