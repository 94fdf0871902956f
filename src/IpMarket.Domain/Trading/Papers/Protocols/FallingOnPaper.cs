using System.Collections.Immutable;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Descending;

namespace IpMarket.Domain.Trading.Papers.Protocols;

/// <summary>降价竞价: a price that falls by a clock until somebody takes it.</summary>
internal sealed class FallingOnPaper(AuctionTerms terms) : ProtocolOnPaper(terms)
{
    public override string Bidding => "公开降价竞价";

    public override ImmutableArray<PaperFact> Arrangement =>
    [
        new("竞价方式", Name),
        new("起始价", PaperWords.Amount(Terms.StartPrice)),
        new("降价幅度", PaperWords.Step(Terms)),
        new("降价间隔", $"每 {Interval}降价一次，自起始价至底价共 {PriceClock.Prices(Terms).Length} 个价格"),
        Reserve,
        new("竞价开始", PaperWords.Instant(Terms.OpensAt)),
        new("底价截止", PaperWords.Instant(Terms.ClosesAt)),
    ];

    public override ImmutableArray<string> Rules =>
    [
        "价格自起始价起按降价幅度逐次降低，不低于底价；第一个按当时显示价格应价的竞买人以该价格成交，竞价随即结束，不延时；"
            + "应价以服务器受理的先后为准，受理时价格已变动的应价不予受理；应价一经受理不得撤回。",
        DepositRule,
        "至底价截止无人应价的，未成交；未成交者的保证金原路退还。竞价中止的，恢复时从中止时的价格和剩余时间继续。",
    ];

    public override PaperFact Start => new(
        "起始价／降价幅度", $"{Terms.StartPrice}／{PaperWords.Step(Terms)}，每 {Interval}一次");

    public override PaperFact Reserve => new("底价", PaperWords.Reserve(Terms));

    protected override string NoBids => "未成交：至底价截止无人应价";

    private string Interval => PaperWords.Span(Terms.Clock!.IntervalSeconds);

    public override string Course(AuctionClosed closed) =>
        $"自起始价降至第 {PriceClock.Prices(Terms).IndexOf(closed.Price!.Value) + 1} 个价格时应价成交";
}
