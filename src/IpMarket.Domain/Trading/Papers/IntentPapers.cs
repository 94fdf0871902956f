using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;

namespace IpMarket.Domain.Trading.Papers;

/// <summary>What the 保证金收据 of a purchase intent says; a pure function of facts.</summary>
public static class IntentPapers
{
    /// <summary>
    /// 意向保证金收据 (P19). Holds account numbers, so its bytes are always the vault's, under the party.
    /// </summary>
    /// <param name="payments">The payments that make up the deposit, oldest first; at least one.</param>
    /// <param name="excess">What was paid above it; zero when nothing was.</param>
    public static PaperDraft Receipt(
        ListingOnPaper listing,
        int intent,
        PartyOnPaper buyer,
        ImmutableArray<PaymentOnPaper> payments,
        Money excess,
        string custodyAccount)
    {
        var total = payments.Aggregate(Money.Zero, (sum, payment) => sum + payment.Receipt.Amount);
        return new PaperDraft(
            "意向保证金收据",
            [
                new PaperText($"今收到 {buyer.Name} 交来下列挂牌项目的意向保证金，到账明细如下："),
                new PaperFacts(
                [
                    .. ListingPapers.Lot(listing),
                    new("交款人", $"{buyer.Name}（意向登记第 {intent} 号）"),
                    new("收款账户", custodyAccount.Length > 0 ? custodyAccount : "本中心监管专户"),
                ]),
                BidderPapers.Payments(payments),
                new PaperFacts(
                [
                    new("实收合计", PaperWords.Amount(total)),
                    new("其中保证金", PaperWords.Amount(total - excess)),
                    .. excess.IsPositive
                        ? new[] { new PaperFact("应退多缴款", PaperWords.Amount(excess)) }
                        : [],
                ]),
                new PaperNotes(
                [
                    "保证金由监管专户专户存放；签订合同的抵作价款，撤回、失效、未被选定、未能签订合同或者进入竞价的原路退还，"
                        + "不计利息。",
                    "本收据仅证明保证金收讫，不作为发票使用。",
                ]),
            ],
            [buyer.Party],
            [buyer.Party],
            listing.IsDemo);
    }
}
