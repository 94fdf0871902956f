using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Testing.Papers;
using Xunit;
using AuctionOutcome = IpMarket.Domain.Trading.Auctions.AuctionOutcome;

namespace IpMarket.Domain.Tests.Trading.Descending;

/// <summary>公告, 竞买资格确认书, 成交确认书 and 竞价记录 of a descending auction say so, and nothing of rising bids.</summary>
public sealed class ClockOnPaperTests
{
    private static readonly AuctionOnPaper Auction = PaperSamples.Auction with { Terms = ADescent.Terms };

    [Fact]
    public void A_notice_says_how_the_price_falls_and_who_wins()
    {
        var text = Text(TradingPapers.PublicNotice, AuctionPapers.PublicNotice(Auction, PaperSamples.Seller, ""));
        Says(text, "降价竞价", "降价幅度", "每 2 分钟降价一次，自起始价至底价共 7 个价格", "柒仟元整", "第一个按当时显示价格应价的竞买人");
    }

    [Fact]
    public void A_qualification_says_the_same_terms()
    {
        var admitted = new BidderAdmitted(1, 3, Money.Cny(100_000), "party:person");
        Says(
            Text(TradingPapers.BidderQualification, BidderPapers.Qualification(
                Auction, admitted, PaperSamples.Person, ADescent.Terms.OpensAt)),
            "降价间隔", "底价");
    }

    [Fact]
    public void A_confirmation_and_the_record_say_at_which_price_it_was_taken()
    {
        var closed = PaperSamples.Sold(1) with { Price = Money.Cny(900_000), Bids = 1, Extensions = 0 };
        Says(
            Text(TradingPapers.SaleConfirmation, AuctionPapers.SaleConfirmation(
                Auction, closed, PaperSamples.Seller, PaperSamples.Person)),
            "公开降价竞价", "自起始价降至第 3 个价格时应价成交", "玖仟元整");
        Says(
            Text(TradingPapers.BidRecord, AuctionPapers.BidRecord(Auction, new BidRecordFacts(closed, [], 0, 3, 9, "00"))),
            "起始价／降价幅度", "底价");
        var unsold = closed with
        {
            Outcome = AuctionOutcome.NoSale, NoSale = NoSaleCode.NO_BIDS, Price = null, Winner = null, Bids = 0,
        };
        Says(
            Text(TradingPapers.BidRecord, AuctionPapers.BidRecord(Auction, new BidRecordFacts(unsold, [], 0, 3, 9, "00"))),
            "未成交：至底价截止无人应价");
    }

    private static void Says(string text, params string[] said)
    {
        Assert.All(said, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain("加价", text, StringComparison.Ordinal);
        Assert.DoesNotContain("顺延", text, StringComparison.Ordinal);
        Assert.DoesNotContain("拍卖", text, StringComparison.Ordinal);
    }

    private static string Text(PaperKind kind, PaperDraft draft) =>
        string.Join('\n', PaperSamples.Texts(PaperSamples.Sheet(kind, draft)));
}
