using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Papers.Protocols;

/// <summary>密封报价: bids nobody reads before their holders open them; the first or the second price is paid.</summary>
public sealed class SealedOnPaper(AuctionTerms terms) : ProtocolOnPaper(terms)
{
    private const int DigestCharsShown = 16;

    public override string Bidding => "密封报价竞价";

    public override string Binding =>
        "报价须经系统受理方为有效；截止前可以重新提交，以最后一份为准，截止后不得撤回。";

    public override ImmutableArray<PaperFact> Arrangement =>
    [
        new("竞价方式", Name),
        new("起始价", PaperWords.Amount(Terms.StartPrice)),
        Reserve,
        new("报价开始", PaperWords.Instant(Terms.OpensAt)),
        new("报价截止", PaperWords.Instant(Terms.ClosesAt)),
        new("开标时限", $"截止后 {PaperWords.Span(Terms.Sealed!.OpeningSeconds)}内"),
        .. Terms.Sealed.Holders.Select((holder, i) => new PaperFact(
            $"保管人 {i + 1}", $"{holder.Name}，公钥指纹 {holder.Fingerprint}")),
    ];

    public override ImmutableArray<string> Rules =>
    [
        "报价在竞买人的浏览器中加密后提交，截止前任何人（包括本中心）不能读出；截止前可以重新提交，以最后一份为准。",
        $"截止后由不少于 {Terms.Sealed!.Threshold} 名保管人以各自份额开启，竞买人也可以用自己保存的密钥开启本人报价；"
            + "时限内未开启、无法读出或低于起始价的报价无效。",
        Terms.Protocol == BiddingProtocol.Vickrey
            ? "不低于保留价的最高有效报价者成交，成交价为第二高的有效报价，且不低于保留价和起始价；同价以先提交者为准。"
            : "不低于保留价的最高有效报价者成交，成交价为其报价；同价以先提交者为准。",
        DepositRule,
        "未成交者的保证金原路退还。",
    ];

    public override PaperFact Start => new("起始价", Terms.StartPrice.ToString());

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

    public override string Course(AuctionClosed closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        return $"{Name}，收到密封报价 {closed.Bids} 份";
    }

    public override PaperFact Counts(int bidders, AuctionClosed closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        return new("竞买人／密封报价", $"{bidders} 人／{closed.Bids} 份");
    }
}
