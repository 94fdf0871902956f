using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.Papers.Descending;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Papers.Sealed;

/// <summary>What papers say of sealed bids.</summary>
public static class SealedWords
{
    private const int DigestCharsShown = 16;

    /// <summary>The line of a sealed bid in the bid record.</summary>
    public static string Of(BidSealed bid)
    {
        ArgumentNullException.ThrowIfNull(bid);
        var digest = bid.Digest[..DigestCharsShown];
        return bid.Times > 1 ? $"密封报价（替换此前报价），摘要 {digest}…" : $"密封报价，摘要 {digest}…";
    }

    /// <summary>The line of a bid that was opened.</summary>
    public static string Of(SealedBidOpened opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        var by = opened.IsByBidder ? "由竞买人本人开启" : "由保管人开启";
        return opened.Void is { } why ? $"{by}，无效：{((Told)why).Zh}" : by;
    }

    /// <summary>How the bidding is arranged, line by line.</summary>
    internal static ImmutableArray<PaperFact> Arrangement(AuctionTerms terms) =>
    [
        new("竞价方式", ((Told)terms.Protocol).Zh),
        new("起始价", PaperWords.Amount(terms.StartPrice)),
        new("保留价", PaperWords.Reserve(terms)),
        new("报价开始", PaperWords.Instant(terms.OpensAt)),
        new("报价截止", PaperWords.Instant(terms.ClosesAt)),
        new("开标时限", $"截止后 {PaperWords.Span(terms.Sealed!.OpeningSeconds)}内"),
        .. terms.Sealed.Holders.Select((holder, i) => new PaperFact(
            $"保管人 {i + 1}", $"{holder.Name}，公钥指纹 {holder.Fingerprint}")),
    ];

    /// <summary>What the notice says instead of the rules of open bids.</summary>
    internal static ImmutableArray<string> Notes(AuctionTerms terms) =>
    [
        "报价在竞买人的浏览器中加密后提交，截止前任何人（包括本中心）不能读出；截止前可以重新提交，以最后一份为准。",
        $"截止后由不少于 {terms.Sealed!.Threshold} 名保管人以各自份额开启，竞买人也可以用自己保存的密钥开启本人报价；"
            + "时限内未开启、无法读出或低于起始价的报价无效。",
        terms.Protocol == BiddingProtocol.Vickrey
            ? "不低于保留价的最高有效报价者成交，成交价为第二高的有效报价，且不低于保留价和起始价；同价以先提交者为准。"
            : "不低于保留价的最高有效报价者成交，成交价为其报价；同价以先提交者为准。",
        ClockOnPaper.DepositRule,
        "未成交者的保证金原路退还。",
    ];

    /// <summary>How the bidding went, in one line.</summary>
    internal static string Course(AuctionTerms terms, AuctionClosed closed) =>
        $"{((Told)terms.Protocol).Zh}，收到密封报价 {closed.Bids} 份";
}
