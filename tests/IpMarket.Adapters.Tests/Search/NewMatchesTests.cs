using IpMarket.Adapters.Search;
using IpMarket.Adapters.Search.Lucene;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Domain.Kernel;
using Xunit;

namespace IpMarket.Adapters.Tests.Search;

/// <summary>Which saved questions a changed document comes to match.</summary>
public sealed class NewMatchesTests
{
    private static readonly CatalogueDocument Vanadate = KnownPatents.Of("CN102828036B");
    private readonly NewMatches matches = new(new SynonymsInForce());

    [Theory]
    [InlineData("钒渣", true)]
    [InlineData("vanadium slag", true)]
    [InlineData("201210288271", true)]
    [InlineData("fanzha", true)]
    [InlineData("攀钢集团研究院有限公司 钒渣", true)]
    [InlineData("高炉渣", false)]
    // What would be a guess in the whole catalogue is one here, though nobody wrote it in what changed.
    [InlineData("fzzb", false)]
    [InlineData("gas", false)]
    [InlineData("钒渣制备偏钛酸", false)]
    public void A_new_patent_matches_what_is_written_and_nothing_guessed(string text, bool isMatch) =>
        Assert.Equal(isMatch, IsNew(new CatalogueQuery { Text = text }, null, Vanadate));

    [Fact]
    public void What_matched_before_is_no_news()
    {
        var slag = new CatalogueQuery { Text = "钒渣" };
        Assert.False(IsNew(slag, Vanadate, Vanadate with { LegalStatus = "授权" }));
        Assert.True(IsNew(slag, Vanadate with { TitleZh = "一种方法" }, Vanadate));
    }

    [Fact]
    public void An_offer_within_the_price_is_news_and_one_that_ends_is_none()
    {
        var cheap = new CatalogueQuery { Statuses = [MarketStatus.ForSale], PriceMax = Money.Cny(500) };
        var (dear, fair) = (Offered(900), Offered(400));
        Assert.False(IsNew(cheap, Vanadate, dear));
        Assert.True(IsNew(cheap, dear, fair));
        Assert.False(IsNew(cheap, fair, Vanadate));
    }

    [Fact]
    public void An_offer_of_the_mode_and_within_the_figures_is_news()
    {
        var licensed = new CatalogueQuery
        {
            Modes = [ListingMode.SoleLicence, ListingMode.OpenLicence],
            Figures = [new FigureRange(TechnicalFigure.TitaniumDioxide, 7_000, 8_000)],
        };
        var slag = new TechnicalFacts { TitaniumDioxide = 7_500 };
        Assert.True(IsNew(licensed, Vanadate, Offered(ListingMode.SoleLicence, slag)));
        Assert.False(IsNew(licensed, Vanadate, Offered(ListingMode.Sale, slag)));
        Assert.False(IsNew(licensed, Vanadate, Offered(ListingMode.SoleLicence, new TechnicalFacts())));
        var poor = Offered(ListingMode.SoleLicence, slag with { TitaniumDioxide = 6_999 });
        Assert.False(IsNew(licensed, Vanadate, poor));
        Assert.True(IsNew(licensed, poor, Offered(ListingMode.SoleLicence, slag with { TitaniumDioxide = 7_000 })));
        var field = new CatalogueQuery { Fields = [VtiField.TitaniumSlag], Routes = [ProcessRoute.ElectricSmelting] };
        var named = new TechnicalFacts { Fields = [VtiField.TitaniumSlag], Routes = [ProcessRoute.ElectricSmelting] };
        Assert.True(IsNew(field, Vanadate, Offered(ListingMode.Sale, named)));
        Assert.False(IsNew(field, Vanadate, Offered(ListingMode.Sale, named with { Routes = [] })));
    }

    [Fact]
    public void Each_question_is_answered_in_its_place()
    {
        var changed = KnownPatents.All.Select(patent => new ChangedDocument(1, null, patent)).ToList();
        var found = matches.Of(changed, [Question("钒渣"), Question("无"), Question("海绵钛 东北大学"), Question("熔盐")]);
        Assert.Equal([3, 0, 0, 1], found.Select(hits => hits.Length));
        Assert.Empty(matches.Of([], [Question("钒渣")])[0]);
    }

    private static CatalogueDocument Offered(long fen) => Vanadate with
    {
        Listing = new ListingFacts("listing:a", "Published", MarketStatus.ForSale, Money.Cny(fen)),
    };

    private static CatalogueDocument Offered(ListingMode mode, TechnicalFacts technology) => Vanadate with
    {
        Listing = new ListingFacts("listing:a", "Published", MarketStatus.ForSale, null)
        {
            Mode = mode, Technology = technology,
        },
    };

    private static SavedQuestion Question(string text) => SavedQuestion.Of(new CatalogueQuery { Text = text });

    private bool IsNew(CatalogueQuery query, CatalogueDocument? before, CatalogueDocument after) =>
        !matches.Of([new ChangedDocument(1, before, after)], [SavedQuestion.Of(query)])[0].IsEmpty;
}
