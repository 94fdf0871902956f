using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Papers.Protocols;

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
        var protocol = ProtocolOnPaper.Of(terms);
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
                    .. protocol.Arrangement,
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
                    .. protocol.Rules,
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
        var protocol = ProtocolOnPaper.Of(auction.Terms);
        var rest = price > deposit ? price - deposit : price - price;
        return new PaperDraft(
            "成交确认书",
            [
                new PaperText(
                    $"下列专利权转让项目经“{auction.Profile.Name}”{protocol.Bidding}，"
                    + $"于 {PaperWords.Instant(closed.ClosedAt)} 成交。"
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
                    new("竞价情况", protocol.Course(closed)),
                    new("起始价", auction.Terms.StartPrice.ToString()),
                    new("已缴保证金", $"{deposit}，抵作成交价款"),
                    new("应付余款", PaperWords.Amount(rest)),
                ]),
                new PaperNotes(
                [
                    "转让方、受让方应当依本确认书订立专利权转让合同，并依法办理登记；转让自国家知识产权局登记之日起生效。",
                    "余款的付款期限、方式和收款账户以挂牌条件和专利权转让合同的约定为准；逾期不付的，保证金按竞价规则处理。",
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
        var protocol = ProtocolOnPaper.Of(auction.Terms);
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
                    protocol.Start,
                    protocol.Reserve,
                    new("开始／结束", $"{PaperWords.Instant(closed.OpenedAt)} 至 {PaperWords.Instant(closed.ClosedAt)}"),
                    protocol.Counts(facts.Bidders, closed),
                    new("结果", Result(protocol, closed)),
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

    private static string Result(ProtocolOnPaper protocol, AuctionClosed closed) =>
        closed.Outcome == AuctionOutcome.Sold
        ? $"成交：{PaperWords.Bidder(closed.Winner!.Value)}{PaperWords.Right(closed)}，"
            + $"成交价 {PaperWords.Amount(closed.Price!.Value)}"
        : protocol.WhyUnsold(closed);
}
