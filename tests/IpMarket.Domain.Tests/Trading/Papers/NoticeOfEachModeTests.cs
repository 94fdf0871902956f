using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Tests.Catalogue.Terms;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Testing.Papers;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Papers;

/// <summary>Whoever files accepts the whole notice, so it says the offer and what follows in every mode.</summary>
public sealed class NoticeOfEachModeTests
{
    private static readonly Dictionary<string, ListingOffer> Offers = new(StringComparer.Ordinal)
    {
        ["royalty sale"] = AnOffer.Sale.Priced(new PriceTerms
        {
            Form = PriceForm.EntryFeeAndRoyalty,
            EntryFee = Money.Cny(10_000_00),
            Royalty = new Royalty { RatesBp = [300, 250], MinimumPerYear = Money.Cny(5_000_00) },
        }),
        ["bid for"] = AnOffer.Sale.Priced(
            new PriceTerms { Way = PriceWay.Bidding, StartPrice = Money.Cny(90_000_00) }),
        ["sole"] = (AnOffer.Licence with { Mode = ListingMode.SoleLicence }).With(terms => terms with
        {
            Territory = Territory.Provinces, Provinces = ["51", "53"], MaySublicense = true,
        }),
        ["ordinary"] = AnOffer.Licence.Priced(new PriceTerms
        {
            Form = PriceForm.Royalty,
            Royalty = new Royalty { Base = RoyaltyBase.UnitsMade, PerUnit = Money.Cny(500), Unit = "吨" },
        }),
        ["open"] = AnOffer.Open,
        ["equity"] = AnOffer.Equity,
        ["pledge"] = AnOffer.Pledge,
    };

    [Theory]
    [InlineData("royalty sale", "提成支付附加预付入门费", "3 %；2.5 %", "最低年提成", "由转让方选定并书面说明理由")]
    [InlineData("bid for", "竞价确定，起始价", "起始价不低于公告的起始价", "规则组织竞价", "报价不低于公告的起始价")]
    [InlineData("sole", "专利权排他实施许可", "四川、云南", "征集意向被许可方", "由许可方选定并书面说明理由")]
    [InlineData("ordinary", "专利权普通实施许可", "每吨", "可以与多个意向被许可方签订", "登记许可意向")]
    [InlineData("open", "任何人书面通知并付费即可实施", "许可使用费", "专利法第五十一条", "继续接受登记")]
    [InlineData("equity", "专利权作价入股", "钒电池企业", "20 %", "评估报告〔2026〕8号", "意向投资方")]
    [InlineData("pledge", "质权实现", "攀枝花示例银行", "变卖协议〔2026〕3号", "第四百三十八条")]
    public void A_notice_says_the_offer_and_what_follows(string name, params string[] said)
    {
        var text = string.Join('\n', PaperSamples.Texts(PaperSamples.Sheet(
            TradingPapers.ListingNotice, Notice(Offers[name]))));
        Assert.All(said, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain("拍卖", text, StringComparison.Ordinal);
        if (!DealForm.FitsAuction(Offers[name])) Assert.DoesNotContain("规则组织竞价", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bid for", true)]
    [InlineData("sole", false)]
    public void A_notice_that_demands_a_deposit_says_how_much_when_and_where_it_goes(string name, bool isBidFor)
    {
        string Said(Money? deposit) => string.Join('\n', PaperSamples.Texts(PaperSamples.Sheet(
            TradingPapers.ListingNotice, Notice(Offers[name], deposit))));
        var text = Said(Money.Cny(5_000_00));
        Assert.Contains("伍仟元整", text, StringComparison.Ordinal);
        Assert.Contains("逾期未足额到账的，登记失效", text, StringComparison.Ordinal);
        Assert.Equal(isBidFor, text.Contains("不转作竞买保证金", StringComparison.Ordinal));
        Assert.DoesNotContain("意向保证金", Said(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PeriodEnding.NoIntents, "未征集到意向被许可方")]
    [InlineData(PeriodEnding.ContractFailed, "征集到意向被许可方，但未能签订")]
    public void An_extension_calls_the_sides_of_a_licence_by_their_names(PeriodEnding after, string said)
    {
        var extended = new ListingPeriodExtended(
            5, PaperSamples.Opens, 1, PaperSamples.Auction.Lot.Patent, PaperSamples.Seller.Party)
        {
            After = after, Mode = ListingMode.SoleLicence,
        };
        var texts = PaperSamples.Texts(PaperSamples.Sheet(
            TradingPapers.ListingNotice, ListingPapers.Extension(PaperSamples.Listing, extended)));
        Assert.Contains(texts, text => text.Contains(said, StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("许可方", StringComparison.Ordinal));
    }

    private static PaperDraft Notice(ListingOffer offer, Money? deposit = null) => ListingPapers.Notice(
        PaperSamples.Listing,
        new ListingPeriodBegan(
            1,
            PaperSamples.Auction.Lot.Patent,
            PaperSamples.Seller.Party,
            offer,
            new PeriodTerms(5, "online-bidding", "网络竞价") { Deposit = deposit },
            PaperSamples.Opens.AddDays(7),
            ""),
        PaperSamples.Opens);
}
