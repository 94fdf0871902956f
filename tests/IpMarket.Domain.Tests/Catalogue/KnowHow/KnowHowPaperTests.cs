using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Domain.Tests.Catalogue.Terms;
using IpMarket.Testing.Papers;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.KnowHow;

/// <summary>挂牌公告 and 延期公告 of know-how speak of no patent, of no fee of one and of no auction.</summary>
public sealed class KnowHowPaperTests
{
    private static readonly ListingOnPaper Listing =
        PaperSamples.Listing with { Title = AKnowHow.Subject.Title, Patent = null };

    [Theory]
    [InlineData(ListingMode.Sale, "技术秘密转让", "由转让方选定并书面说明理由")]
    [InlineData(ListingMode.ExclusiveLicence, "技术秘密独占使用许可", "至技术秘密公开")]
    [InlineData(ListingMode.OrdinaryLicence, "技术秘密普通使用许可", "可以与多个意向被许可方签订")]
    [InlineData(ListingMode.EquityContribution, "技术秘密作价入股", "意向投资方")]
    public void A_notice_names_it_and_keeps_its_content(ListingMode mode, params string[] said)
    {
        var offer = AKnowHow.Offered(mode);
        var terms = offer.ModeTerms!;
        offer = offer with
        {
            ModeTerms = terms with
            {
                Sale = mode == ListingMode.Sale ? new SaleTerms { HasDocuments = true } : null,
                Licence = terms.Licence is null ? null : new LicenceTerms(),
            },
        };
        var text = Text(ListingPapers.Notice(
            Listing,
            new ListingPeriodBegan(
                1, "", "party:seller", offer, new PeriodTerms(5, "", ""), AnOffer.Now.AddDays(7), ""),
            AnOffer.Now));
        Assert.All(
            said.Concat(["技术秘密交易挂牌公告", "钛渣酸解工艺控制", "技术秘密的内容不公开"]),
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Silent(text);
    }

    [Fact]
    public void An_extension_names_it_too()
    {
        var text = Text(ListingPapers.Extension(
            Listing, new ListingPeriodExtended(5, AnOffer.Now.AddDays(7), 1, "", "party:seller")));
        Assert.Contains("技术秘密交易挂牌延期公告", text, StringComparison.Ordinal);
        Silent(text);
    }

    private static void Silent(string text) => Assert.All(
        ["专利权", "专利号", "年费", "登记费", "组织竞价", "拍卖"],
        part => Assert.DoesNotContain(part, text, StringComparison.Ordinal));

    private static string Text(PaperDraft draft) =>
        string.Join('\n', PaperSamples.Texts(PaperSamples.Sheet(TradingPapers.ListingNotice, draft)));
}
