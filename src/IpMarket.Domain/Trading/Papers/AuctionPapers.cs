using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Papers.Sealed;

namespace IpMarket.Domain.Trading.Papers;

/// <summary>What 公告, 成交确认书 and 竞价记录 say; pure functions of facts.</summary>
public static class AuctionPapers
{
    /// <summary>
    /// 公告. <paramref name="custodyAccount"/> is where deposits go; empty when it is told on enrolment.
    /// </summary>
    public static PaperDraft PublicNotice(AuctionOnPaper auction, PartyOnPaper seller, string custodyAccount)
    {
        var terms = auction.Terms;
        var except = terms.HasPreemption ? "（另有优先购买权的除外）" : "";
        return new PaperDraft(
            "专利权转让网络竞价公告",
            [
                new PaperText("受转让方委托，现对下列专利权转让项目组织网络竞价，公开征集受让方，有关事项公告如下："),
                new PaperHeading("一、转让标的"),
                new PaperFacts([.. PaperWords.Lot(auction), new("转让方", seller.Name)]),
                new PaperHeading("二、竞价安排"),
                new PaperFacts(
                [
                    new("竞价规则", PaperWords.Rule(auction)),
                    .. terms.IsSealed ? SealedWords.Arrangement(terms) : Arrangement(terms),
                    .. PaperWords.AppraisalAndViewing(terms),
                ]),
                new PaperHeading("三、竞买登记与保证金"),
                new PaperFacts(
                [
                    new("保证金", PaperWords.Amount(terms.Deposit)),
                    new("缴纳账户", custodyAccount.Length > 0 ? custodyAccount : "登记后在本中心网站“我的竞买”中告知"),
                    new("登记期限", "自本公告发布起至竞价结束前"),
                ]),
                new PaperNotes(
                [
                    .. terms.IsSealed
                        ? SealedWords.Notes(terms)
                        : [$"首次出价可等于起始价，此后每次出价不低于当前价加一个加价幅度{except}；出价一经接受不得撤回。"],
                    "保证金须由竞买人以本人账户足额汇入上述账户，到账后即确认竞买资格并分配竞买代码。",
                    .. terms.IsSealed
                        ? Array.Empty<string>()
                        : [$"竞价结束时，不低于保留价的最高有效出价者成交，同价以先出价者为准{except}；未成交者的保证金原路退还。"],
                    .. PaperWords.ActsOf(terms),
                    $"{PaperWords.Barred(auction)}不得参与本次竞价。",
                    "以上时间均为北京时间，以本中心服务器时间为准。",
                ]),
            ],
            [auction.Lot.Seller],
            [.. seller.Persons],
            auction.Patent.IsDemo);
    }

    /// <summary>成交确认书. Only for an auction that was sold.</summary>
    public static PaperDraft SaleConfirmation(
        AuctionOnPaper auction, AuctionClosed closed, PartyOnPaper seller, PartyOnPaper winner)
    {
        var price = closed.Price!.Value;
        var deposit = auction.Terms.Deposit;
        var rest = price > deposit ? price - deposit : price - price;
        return new PaperDraft(
            "成交确认书",
            [
                new PaperText(
                    $"下列专利权转让项目经“{auction.Profile.Name}”公开竞价，于 {PaperWords.Instant(closed.ClosedAt)} 成交。"
                    + "现将成交结果确认如下："),
                new PaperFacts(
                [
                    .. PaperWords.Lot(auction),
                    new("转让方", seller.Name),
                    new(
                        "受让方",
                        $"{winner.Name}（{PaperWords.Bidder(closed.Winner!.Value)}）{PaperWords.Right(closed)}"),
                    new("成交价", PaperWords.Amount(price)),
                    new("成交时间", PaperWords.Instant(closed.ClosedAt)),
                    new("竞价情况", auction.Terms.IsSealed
                        ? $"{((Kernel.Told)auction.Terms.Protocol).Zh}，收到密封报价 {closed.Bids} 份"
                        : $"有效出价 {closed.Bids} 次，延时 {closed.Extensions} 次"),
                    new("起始价", auction.Terms.StartPrice.ToString()),
                    new("已缴保证金", $"{deposit}，抵作成交价款"),
                    new("应付余款", PaperWords.Amount(rest)),
                ]),
                new PaperNotes(
                [
                    "转让方、受让方应当依本确认书订立专利权转让合同，并依法办理登记；转让自国家知识产权局登记之日起生效。",
                    "受让方应当按竞价规则将余款汇入监管专户；逾期不付的，保证金按竞价规则处理。",
                    "本确认书交转让方、受让方各执一份，本中心留存一份；竞价全过程见同一项目的竞价记录。",
                ]),
                new PaperSigners(["转让方（签章）", "受让方（签章）"]),
            ],
            [seller.Party, winner.Party],
            [.. seller.Persons.Concat(winner.Persons).Distinct(StringComparer.Ordinal)],
            auction.Patent.IsDemo);
    }

    /// <summary>竞价记录. Names no party: the seller stands in the notice, bidders are codes.</summary>
    public static PaperDraft BidRecord(AuctionOnPaper auction, BidRecordFacts facts)
    {
        var closed = facts.Closed;
        var rows = facts.Lines.Select(line => (System.Collections.Immutable.ImmutableArray<string>)
        [
            line.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "—",
            PaperWords.Exact(line.At),
            line.Bidder is { } bidder ? PaperWords.Bidder(bidder) : "—",
            line.Amount?.ToString() ?? "—",
            line.Note,
        ]);
        PaperBlock bids = facts.Lines.IsEmpty
            ? new PaperText("本场竞价无人出价。")
            : new PaperTable([new("序号", true), new("时间"), new("竞买代码"), new("出价", true), new("说明")], [.. rows]);
        return new PaperDraft(
            "竞价记录",
            [
                new PaperFacts(
                [
                    .. PaperWords.Lot(auction),
                    new("竞价规则", PaperWords.Rule(auction)),
                    auction.Terms.IsSealed
                        ? new("起始价", auction.Terms.StartPrice.ToString())
                        : new("起始价／加价幅度", $"{auction.Terms.StartPrice}／{PaperWords.Step(auction.Terms)}"),
                    new("保留价", PaperWords.Reserve(auction.Terms)),
                    new("开始／结束", $"{PaperWords.Instant(closed.OpenedAt)} 至 {PaperWords.Instant(closed.ClosedAt)}"),
                    auction.Terms.IsSealed
                        ? new("竞买人／密封报价", $"{facts.Bidders} 人／{closed.Bids} 份")
                        : new("竞买人／出价／延时", $"{facts.Bidders} 人／{closed.Bids} 次／{closed.Extensions} 次"),
                    new("结果", Result(closed)),
                ]),
                bids,
                new PaperNotes(
                [
                    .. facts.LinesBefore > 0
                        ? new[] { $"出价较多，仅列最后 {facts.Lines.Length} 条，此前 {facts.LinesBefore} 条见事件文件。" }
                        : [],
                    "时间为北京时间，由服务器在受理出价时记录；竞买人以代码表示。",
                    $"本记录与本场竞价事件文件一致；事件文件第 {facts.LastVersion} 条（结束）的校验值为 {facts.LastHash}。",
                ]),
            ],
            [auction.Lot.Seller],
            [],
            auction.Patent.IsDemo);
    }

    private static string Result(AuctionClosed closed) => closed.Outcome == AuctionOutcome.Sold
        ? $"成交：{PaperWords.Bidder(closed.Winner!.Value)}{PaperWords.Right(closed)}，"
            + $"成交价 {PaperWords.Amount(closed.Price!.Value)}"
        : closed.NoSale switch
        {
            NoSaleCode.RESERVE_NOT_MET => "未成交：最高出价未达到保留价",
            NoSaleCode.NO_VALID_BIDS => "未成交：没有有效报价",
            _ => "未成交：无人出价",
        };

    private static System.Collections.Immutable.ImmutableArray<PaperFact> Arrangement(AuctionTerms terms) =>
    [
        new("起始价", PaperWords.Amount(terms.StartPrice)),
        new("加价幅度", PaperWords.Step(terms)),
        new("保留价", PaperWords.Reserve(terms)),
        new("竞价开始", PaperWords.Instant(terms.OpensAt)),
        new("预定结束", PaperWords.Instant(terms.ClosesAt)),
        new("延时规则", PaperWords.SoftClose(terms)),
    ];
}
