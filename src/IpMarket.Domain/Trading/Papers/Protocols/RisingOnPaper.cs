using System.Collections.Immutable;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;

namespace IpMarket.Domain.Trading.Papers.Protocols;

/// <summary>公开加价: open bids that rise, with a buy-now price (一口价) before the first where there is one.</summary>
internal sealed class RisingOnPaper(AuctionTerms terms) : ProtocolOnPaper(terms)
{
    public override string Bidding => "公开竞价";

    public override ImmutableArray<PaperFact> Arrangement =>
    [
        new("起始价", PaperWords.Amount(Terms.StartPrice)),
        new("加价幅度", PaperWords.Step(Terms)),
        Reserve,
        .. Terms.BuyNow is { } now
            ? [new PaperFact("一口价", $"{PaperWords.Amount(now)}，首次出价前有效")]
            : ImmutableArray<PaperFact>.Empty,
        new("竞价开始", PaperWords.Instant(Terms.OpensAt)),
        new("预定结束", PaperWords.Instant(Terms.ClosesAt)),
        new("延时规则", PaperWords.SoftClose(Terms)),
    ];

    public override ImmutableArray<string> Rules
    {
        get
        {
            var except = Terms.HasPreemption ? "（另有优先购买权的除外）" : "";
            return
            [
                $"首次出价可等于起始价，此后每次出价不低于当前价加一个加价幅度{except}；出价一经接受不得撤回。",
                DepositRule,
                .. Terms.BuyNow is null
                    ? ImmutableArray<string>.Empty
                    : ["在首次出价被受理之前，竞买人可以按一口价应价，以该价格成交，竞价随即结束；首次出价后一口价失效。"],
                $"竞价结束时，不低于保留价的最高有效出价者成交，同价以先出价者为准{except}；未成交者的保证金原路退还。",
            ];
        }
    }

    public override PaperFact Start => new("起始价／加价幅度", $"{Terms.StartPrice}／{PaperWords.Step(Terms)}");

    public override string Course(AuctionClosed closed) =>
        closed.Price == Terms.BuyNow && closed.ClosedAt < Terms.ClosesAt
            ? "首次出价前以一口价应价成交"
            : $"有效出价 {closed.Bids} 次，延时 {closed.Extensions} 次";
}
