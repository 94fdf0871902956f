using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Testing.Papers;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Papers;

public sealed class PaperTextTests
{
    /// <summary>P5: the profile is 网络竞价.</summary>
    [Fact]
    public void The_receipt_of_an_intent_says_what_came_what_of_it_is_the_deposit_and_where_it_goes()
    {
        var text = string.Join('\n', PaperSamples.Texts(PaperSamples.Sheet(
            TradingPapers.DepositReceipt, PaperSamples.IntentReceipt)));
        foreach (var said in new[] { "意向登记第 3 号", "壹拾叁万元整", "壹拾贰万伍仟元整", "抵作价款", "20261122000" })
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_paper_of_this_profile_speaks_of_an_auction_under_the_auction_law()
    {
        PaperDraft[] drafts =
        [
            PaperSamples.Notice, PaperSamples.Qualification, PaperSamples.Receipt(2), PaperSamples.Confirmation,
            PaperSamples.IntentReceipt,
            PaperSamples.Record(3), PaperSamples.ListingNotice,
        ];
        Assert.All(drafts, draft => Assert.All(
            PaperSamples.Texts(PaperSamples.Sheet(TradingPapers.PublicNotice, draft)),
            text => Assert.DoesNotContain("拍卖", text, StringComparison.Ordinal)));
        Assert.All(TradingPapers.All, kind => Assert.DoesNotContain("拍卖", kind.Name, StringComparison.Ordinal));
    }

    /// <summary>Whoever files an intent accepts the whole notice, so it says the whole offer.</summary>
    [Theory]
    [InlineData("专利权及技术秘密转让")]
    [InlineData("钙化焙烧段温度与时间控制诀窍")]
    [InlineData("一次总算、分期支付")]
    [InlineData("合同生效后支付总价的 30.5 %")]
    [InlineData("2027年6月30日前（含当日）支付总价的 39.5 %")]
    [InlineData("首批产品达标后支付总价的 30 %")]
    [InlineData("技术资料、技术秘密")]
    [InlineData("移交后 6 个月：每月两名工程师到场")]
    [InlineData("由转让方承担")]
    [InlineData("由受让方承担")]
    [InlineData("须现场尽职调查后签约。")]
    [InlineData("20 个工作日（自公告发布次日起算，且不少于 15 日）")]
    public void A_listing_notice_prints_every_term_of_its_offer(string said) => Assert.Contains(
        said, PaperSamples.Texts(PaperSamples.Sheet(TradingPapers.ListingNotice, PaperSamples.ListingNotice)),
        StringComparer.Ordinal);

    [Theory]
    [InlineData(PeriodEnding.NoIntents, "在公告期内未征集到意向受让方")]
    [InlineData(PeriodEnding.AuctionWithoutSale, "在公告期届满后组织竞价，未能成交")]
    [InlineData(PeriodEnding.ContractFailed, "在公告期内征集到一个意向受让方，但未能签订交易合同")]
    public void An_extension_says_what_happened(PeriodEnding after, string said) => Assert.Contains(
        PaperSamples.Texts(PaperSamples.Sheet(TradingPapers.ListingNotice, PaperSamples.ListingExtension(after))),
        text => text.Contains(said, StringComparison.Ordinal));

    /// <summary>P23: who holds the right may take the price as it stands.</summary>
    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "（另有优先购买权的除外）")]
    public void A_notice_excepts_a_right_of_pre_emption_from_step_and_first_bid(bool hasPreemption, string except)
    {
        var terms = PaperSamples.Auction.Terms with { HasPreemption = hasPreemption };
        var auction = PaperSamples.Auction with { Terms = terms };
        var text = string.Join('\n', PaperSamples.Texts(PaperSamples.Sheet(
            TradingPapers.PublicNotice, AuctionPapers.PublicNotice(auction, PaperSamples.Seller, ""))));
        Assert.Contains($"不低于当前价加一个加价幅度{except}；", text, StringComparison.Ordinal);
        Assert.Contains($"同价以先出价者为准{except}；", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Papers_of_several_patents_name_each_of_them()
    {
        foreach (var draft in new[] { PaperSamples.PortfolioExtension, PaperSamples.PortfolioNotice })
        {
            var texts = PaperSamples.Texts(PaperSamples.Sheet(TradingPapers.ListingNotice, draft));
            Assert.Contains($"{PaperSamples.Auction.Lot.Title}等 3 件专利", texts, StringComparer.Ordinal);
            Assert.Contains($"CN209910000001.3（发明专利）  {PaperSamples.Auction.Lot.Title}", texts, StringComparer.Ordinal);
            Assert.Contains("CN202110771509.6（发明专利）  一种钙化焙烧提钒炉的温度控制系统", texts, StringComparer.Ordinal);
            Assert.Contains(texts, text => text.StartsWith("CN202120771510", StringComparison.Ordinal)
                && text.Contains("（实用新型专利）  一种提钒浸出槽", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Only_a_paper_that_holds_personal_data_is_kept_under_a_person()
    {
        Assert.Empty(PaperSamples.Notice.Persons);
        Assert.Equal(["party:person"], PaperSamples.Qualification.Persons);
        Assert.Equal(["party:person"], PaperSamples.Receipt(1).Persons);
        Assert.Equal(["party:person"], PaperSamples.Confirmation.Persons);
        Assert.Empty(PaperSamples.Record(3).Persons);
        var seller = PaperSamples.Person with { Party = "party:seller" };
        Assert.Equal(["party:seller"], AuctionPapers.PublicNotice(PaperSamples.Auction, seller, "").Persons);
        Assert.Equal(
            ["party:seller", "party:person"],
            AuctionPapers.SaleConfirmation(PaperSamples.Auction, PaperSamples.Sold(1), seller, PaperSamples.Person).Persons);
    }

    [Fact]
    public void A_bid_record_names_nobody_and_the_others_only_those_they_are_for()
    {
        var record = string.Concat(PaperSamples.Texts(PaperSamples.Sheet(TradingPapers.BidRecord, PaperSamples.Record(3))));
        Assert.DoesNotContain(PaperSamples.Seller.Name, record, StringComparison.Ordinal);
        Assert.DoesNotContain(PaperSamples.Person.Name, record, StringComparison.Ordinal);
        Assert.Equal(["party:person"], PaperSamples.Receipt(1).Holders);
        Assert.Equal(["party:person"], PaperSamples.IntentReceipt.Holders);
        Assert.Equal(["party:person"], PaperSamples.IntentReceipt.Persons);
        Assert.Equal(["party:person"], PaperSamples.Qualification.Holders);
        Assert.Equal(["party:seller", "party:person"], PaperSamples.Confirmation.Holders);
    }

    [Fact]
    public void A_confirmation_says_what_is_still_to_be_paid()
    {
        var texts = PaperSamples.Texts(PaperSamples.Sheet(TradingPapers.SaleConfirmation, PaperSamples.Confirmation));
        Assert.Contains("¥1,800,000.00（人民币壹佰捌拾万元整）", texts, StringComparer.Ordinal);
        Assert.Contains("¥1,675,000.00（人民币壹佰陆拾柒万伍仟元整）", texts, StringComparer.Ordinal);
    }
}
