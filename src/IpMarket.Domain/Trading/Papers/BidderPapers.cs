using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Papers.Protocols;

namespace IpMarket.Domain.Trading.Papers;

/// <summary>What 竞买资格确认书 and 保证金收据 say; pure functions of facts.</summary>
public static class BidderPapers
{
    /// <summary>竞买资格确认书. <paramref name="at"/> is the instant of admission.</summary>
    public static PaperDraft Qualification(
        AuctionOnPaper auction, BidderAdmitted admitted, PartyOnPaper bidder, DateTimeOffset at)
    {
        var protocol = ProtocolOnPaper.Of(auction.Terms);
        return new PaperDraft(
            "竞买资格确认书",
            [
                new PaperText(
                    $"{bidder.Name}：你方已完成下列竞价项目的竞买登记，竞买保证金已足额到账。"
                    + "现确认你方取得竞买资格，竞买代码如下："),
                new PaperFacts(
                [
                    new("竞买人", bidder.Name),
                    new("竞买代码", PaperWords.Bidder(admitted.Bidder)),
                    new("资格确认时间", PaperWords.Instant(at)),
                    .. admitted.Rank > 0
                        ? new PaperFact[] { new("优先购买权", PaperWords.Preemption(admitted)) }
                        : [],
                    .. PaperWords.Lot(auction),
                    new("竞价规则", PaperWords.Rule(auction)),
                    .. protocol.Arrangement,
                    new("保证金", PaperWords.Amount(admitted.Deposit)),
                ]),
                new PaperNotes(
                [
                    "竞价室中以竞买代码显示你方，竞价结束前请勿向他人透露。",
                    protocol.Binding,
                    "本确认书仅交竞买人本人。以上时间均为北京时间，以本中心服务器时间为准。",
                ]),
            ],
            [bidder.Party],
            [.. bidder.Persons],
            auction.Patent.IsDemo);
    }

    /// <summary>
    /// 保证金收据 (P19). Holds account numbers, so its bytes are always the vault's, under the party.
    /// </summary>
    /// <param name="payments">The payments that make up the deposit, oldest first; at least one.</param>
    /// <param name="excess">What was paid above it; zero when nothing was.</param>
    public static PaperDraft Receipt(
        AuctionOnPaper auction,
        BidderAdmitted admitted,
        PartyOnPaper bidder,
        ImmutableArray<PaymentOnPaper> payments,
        Money excess,
        string custodyAccount)
    {
        var total = payments.Aggregate(Money.Zero, (sum, payment) => sum + payment.Receipt.Amount);
        return new PaperDraft(
            "竞买保证金收据",
            [
                new PaperText($"今收到 {bidder.Name} 交来下列竞价项目的竞买保证金，到账明细如下："),
                new PaperFacts(
                [
                    .. PaperWords.Lot(auction),
                    new("交款人", $"{bidder.Name}（{PaperWords.Bidder(admitted.Bidder)}）"),
                    new("收款账户", custodyAccount.Length > 0 ? custodyAccount : "本中心监管专户"),
                ]),
                Payments(payments),
                new PaperFacts(
                [
                    new("实收合计", PaperWords.Amount(total)),
                    new("其中保证金", PaperWords.Amount(admitted.Deposit)),
                    .. excess.IsPositive
                        ? new[] { new PaperFact("应退多缴款", PaperWords.Amount(excess)) }
                        : [],
                ]),
                new PaperNotes(
                [
                    "保证金由监管专户专户存放；成交者的保证金抵作成交价款，其余竞买人的保证金原路退还，不计利息。",
                    "本收据仅证明保证金收讫，不作为发票使用。",
                ]),
            ],
            [bidder.Party],
            [bidder.Party],
            auction.Patent.IsDemo);
    }

    internal static PaperBlock Payments(ImmutableArray<PaymentOnPaper> payments)
    {
        var columns = new[] { "付款户名", "付款账号", "银行流水号", "到账时间", "用途", "金额" };
        var rows = payments.Select(payment => (ImmutableArray<string>)
        [
            payment.PayerName,
            payment.PayerAccount,
            payment.Receipt.BankSerial,
            PaperWords.Instant(payment.Receipt.ValueTime),
            payment.Purpose.Length > 0 ? payment.Purpose : "—",
            payment.Receipt.Amount.ToString(),
        ]).ToList();
        return rows is [var only]
            ? new PaperFacts([.. columns.Zip(only, (name, value) => new PaperFact(name, value))])
            : new PaperTable([.. columns.Select(name => new PaperColumn(name, name == "金额"))], [.. rows]);
    }
}
