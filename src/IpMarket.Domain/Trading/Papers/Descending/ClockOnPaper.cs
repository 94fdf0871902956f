using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Descending;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Papers.Descending;

/// <summary>
/// How papers say an auction's protocol, the price terms of one that descends (降价竞价) in its own words.
/// </summary>
internal static class ClockOnPaper
{
    internal const string DepositRule =
        "保证金须由竞买人以本人账户足额汇入上述账户，到账后即确认竞买资格并分配竞买代码。";

    public static bool IsOf(AuctionTerms terms) => terms.Protocol == BiddingProtocol.Dutch;

    /// <summary>From the start price to how it ends.</summary>
    public static ImmutableArray<PaperFact> Arrangement(AuctionTerms terms) =>
    [
        .. IsOf(terms) ? [new PaperFact("竞价方式", Name(terms))] : ImmutableArray<PaperFact>.Empty,
        new("起始价", PaperWords.Amount(terms.StartPrice)),
        .. IsOf(terms)
            ? [
                new PaperFact("降价幅度", PaperWords.Step(terms)),
                new PaperFact("降价间隔", $"每 {PaperWords.Span(terms.Clock!.IntervalSeconds)}降价一次，"
                    + $"自起始价至底价共 {PriceClock.Prices(terms).Length} 个价格"),
                new PaperFact("底价", PaperWords.Reserve(terms)),
            ]
            : ImmutableArray.Create(
                new PaperFact("加价幅度", PaperWords.Step(terms)), new PaperFact("保留价", PaperWords.Reserve(terms))),
        .. terms.BuyNow is { } now
            ? [new PaperFact("一口价", $"{PaperWords.Amount(now)}，首次出价前有效")]
            : ImmutableArray<PaperFact>.Empty,
        new("竞价开始", PaperWords.Instant(terms.OpensAt)),
        new(IsOf(terms) ? "底价截止" : "预定结束", PaperWords.Instant(terms.ClosesAt)),
        .. IsOf(terms)
            ? ImmutableArray<PaperFact>.Empty
            : [new PaperFact("延时规则", PaperWords.SoftClose(terms))],
    ];

    /// <summary>How bids are made and who wins, as a notice says it.</summary>
    public static ImmutableArray<string> Rules(AuctionTerms terms)
    {
        if (IsOf(terms))
        {
            return
            [
                "价格自起始价起按降价幅度逐次降低，不低于底价；第一个按当时显示价格应价的竞买人以该价格成交，竞价随即结束，不延时；"
                    + "应价以服务器受理的先后为准，受理时价格已变动的应价不予受理；应价一经受理不得撤回。",
                DepositRule,
                "至底价截止无人应价的，未成交；未成交者的保证金原路退还。竞价中止的，恢复时从中止时的价格和剩余时间继续。",
            ];
        }

        var except = terms.HasPreemption ? "（另有优先购买权的除外）" : "";
        return
        [
            $"首次出价可等于起始价，此后每次出价不低于当前价加一个加价幅度{except}；出价一经接受不得撤回。",
            DepositRule,
            .. terms.BuyNow is null
                ? ImmutableArray<string>.Empty
                : ["在首次出价被受理之前，竞买人可以按一口价应价，以该价格成交，竞价随即结束；首次出价后一口价失效。"],
            $"竞价结束时，不低于保留价的最高有效出价者成交，同价以先出价者为准{except}；未成交者的保证金原路退还。",
        ];
    }

    /// <summary>What a confirmation calls the bidding.</summary>
    public static string Bidding(AuctionTerms terms) =>
        IsOf(terms) ? "公开降价竞价" : terms.IsSealed ? "密封报价竞价" : "公开竞价";

    /// <summary>How the bidding went, in one line.</summary>
    public static string Course(AuctionTerms terms, AuctionClosed closed) => IsOf(terms)
        ? $"自起始价降至第 {PriceClock.Prices(terms).IndexOf(closed.Price!.Value) + 1} 个价格时应价成交"
        : closed.Price == terms.BuyNow && closed.ClosedAt < terms.ClosesAt ? "首次出价前以一口价应价成交"
        : $"有效出价 {closed.Bids} 次，延时 {closed.Extensions} 次";

    public static PaperFact StartAndStep(AuctionTerms terms) => IsOf(terms)
        ? new("起始价／降价幅度", $"{terms.StartPrice}／{PaperWords.Step(terms)}，"
            + $"每 {PaperWords.Span(terms.Clock!.IntervalSeconds)}一次")
        : new("起始价／加价幅度", $"{terms.StartPrice}／{PaperWords.Step(terms)}");

    public static PaperFact Floor(AuctionTerms terms) =>
        new(IsOf(terms) ? "底价" : "保留价", PaperWords.Reserve(terms));

    public static string WhyUnsold(AuctionTerms terms, AuctionClosed closed) =>
        closed.NoSale == NoSaleCode.RESERVE_NOT_MET ? "未成交：最高出价未达到保留价"
        : IsOf(terms) ? "未成交：至底价截止无人应价"
        : "未成交：无人出价";

    private static string Name(AuctionTerms terms) => ((Told)terms.Protocol).Zh;
}
