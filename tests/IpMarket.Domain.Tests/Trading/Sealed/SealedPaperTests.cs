using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Domain.Trading.Papers.Protocols;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Testing.Papers;
using IpMarket.Testing.Trading;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Sealed;

/// <summary>What papers of sealed auctions say.</summary>
public sealed class SealedPaperTests
{
    [Theory]
    [InlineData(BiddingProtocol.SealedFirstPrice, "成交价为其报价")]
    [InlineData(BiddingProtocol.Vickrey, "成交价为第二高的有效报价")]
    public void A_notice_names_holders_and_price_rule_and_speaks_of_no_step(BiddingProtocol protocol, string said)
    {
        using var holder = Holder.Made();
        var terms = ASealedAuction.TermsOf(protocol, [holder.Point, holder.Point]);
        var auction = PaperSamples.Auction with { Terms = terms };
        var text = Text(TradingPapers.PublicNotice, AuctionPapers.PublicNotice(auction, PaperSamples.Seller, ""));
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Contains("保管单位2，公钥指纹 " + HolderKey.Fingerprint(holder.Point), text, StringComparison.Ordinal);
        Assert.Contains("截止后 30 分钟内", text, StringComparison.Ordinal);
        Assert.DoesNotContain("加价幅度", text, StringComparison.Ordinal);
        Assert.DoesNotContain("延时", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_the_bid_record_says_how_a_bid_was_opened_and_why_it_is_void()
    {
        var opened = new SealedBidOpened(1, "", "", Money.Cny(1), null, IsByBidder: true);
        Assert.Equal("由竞买人本人开启", SealedOnPaper.Of(opened));
        Assert.Equal(
            "由保管人开启，无效：低于起始价",
            SealedOnPaper.Of(opened with { IsByBidder = false, Void = SealedVoid.BelowStart }));
        Assert.Equal("密封报价（替换此前报价），摘要 0123456789abcdef…", SealedOnPaper.Of(
            new BidSealed(1, "0123456789abcdef0123", 2, null)));
    }

    private static string Text(PaperKind kind, PaperDraft draft) =>
        string.Join('\n', PaperSamples.Texts(PaperSamples.Sheet(kind, draft)));
}
