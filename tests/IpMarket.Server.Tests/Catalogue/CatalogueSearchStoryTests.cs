using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>The search over HTTP: what people type, filters, sort, pages. Its patents carry a word of their own.</summary>
public sealed class CatalogueSearchStoryTests(CatalogueSearchStoryTests.Market market)
    : IClassFixture<CatalogueSearchStoryTests.Market>
{
    [Theory]
    [InlineData("钛", "熔盐 高炉渣")]
    [InlineData("钒渣", "偏钒酸钾")]
    [InlineData("偏钒酸", "偏钒酸钾")]
    [InlineData("热电还原制备金属钛", "熔盐")]
    [InlineData("渣钒", "")]
    [InlineData("roasting additive", "石煤")]
    [InlineData("ROASTING vanadium", "石煤")]
    [InlineData("东北大学", "熔盐")]
    [InlineData("攀钢集团 钒渣", "偏钒酸钾")]
    [InlineData("C22B", "偏钒酸钾 石煤")]
    [InlineData("c22b34/22", "偏钒酸钾")]
    [InlineData("201210288271.2", "偏钒酸钾")]
    [InlineData("CN201210288271", "偏钒酸钾")]
    [InlineData("ZL 2012 1 0288271.2", "偏钒酸钾")]
    [InlineData("ＣＮ２０１２１０２８８２７１．２", "偏钒酸钾")]
    [InlineData("CN102828036B", "偏钒酸钾")]
    [InlineData("102828036", "偏钒酸钾")]
    public async Task What_people_type_finds_what_they_mean(string text, string expected) =>
        Assert.Equal(Words(expected), await Found("q=" + Uri.EscapeDataString(text)));

    [Theory]
    [InlineData("type=UtilityModel", "高炉渣")]
    [InlineData("type=Invention&q=钛", "熔盐")]
    [InlineData("ipc=C25C", "熔盐")]
    [InlineData("ipc=C22B%2034", "偏钒酸钾")]
    [InlineData("applicant=武汉", "石煤")]
    [InlineData("status=ForSale", "偏钒酸钾 高炉渣")]
    [InlineData("status=NotListed", "熔盐 石煤")]
    [InlineData("priceMin=200", "高炉渣")]
    [InlineData("priceMax=200", "偏钒酸钾")]
    [InlineData("priceMin=100&priceMax=900", "偏钒酸钾 高炉渣")]
    public async Task Filters_narrow_what_is_found(string query, string expected) =>
        Assert.Equal(Words(expected), await Found(query));

    [Fact]
    public async Task Hits_come_in_the_order_asked_for_and_in_pages()
    {
        Assert.Equal("偏钒酸钾 高炉渣", string.Join(' ', await Items("sort=PriceUp&limit=2")));
        Assert.Equal("高炉渣 偏钒酸钾", string.Join(' ', await Items("sort=PriceDown&limit=2")));
        var newest = await Items("sort=Newest");
        Assert.Equal("熔盐", newest[0]);
        var first = await market.Anonymous().Get("/api/catalogue?sort=Newest&limit=3").Ok();
        Assert.Equal((4, "3"), (first.GetProperty("total").GetInt32(), first.GetProperty("next").GetString()));
        var last = await market.Anonymous().Get("/api/catalogue?sort=Newest&limit=3&cursor=3").Ok();
        Assert.Equal(JsonValueKind.Null, last.GetProperty("next").ValueKind);
        Assert.Equal(newest[3], Short(last.GetProperty("items")[0]));
    }

    private async Task<List<string>> Found(string query)
    {
        var found = await Items(query);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private async Task<List<string>> Items(string query) =>
        [.. (await market.Anonymous().Get("/api/catalogue?" + query).Ok()).GetProperty("items").EnumerateArray()
            .Select(Short)];

    /// <summary>The word a title of these tests is known by.</summary>
    private static string Short(JsonElement item) => Market.Known.Single(
        known => item.GetProperty("titleZh").GetString()!.Contains(known, StringComparison.Ordinal));

    private static List<string> Words(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    /// <summary>A server of its own, so that totals are known, with four patents, two of them for sale.</summary>
    public sealed class Market : MarketServer, IAsyncLifetime
    {
        internal static readonly string[] Known = ["偏钒酸钾", "熔盐", "石煤", "高炉渣"];

        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            var seller = await this.Seller("攀钢集团研究院有限公司");
            await Enter(Sellers.Form("CN201210288271.2").With("titleZh", "一种由钒渣制备偏钒酸钾的方法")
                .With("applicants", Sellers.Texts(seller.Name)).With("ipc", Sellers.Texts("C22B 34/22"))
                .With("filingDate", "2012-08-14")
                .With("publications", new[] { new { number = "CN102828036B", date = "2014-07-23" } }));
            await Enter(Sellers.Form("CN201610240661.0").With("titleZh", "氟化物熔盐体系中热电还原制备金属钛的方法")
                .With("applicants", Sellers.Texts("东北大学")).With("ipc", Sellers.Texts("C25C 3/28")).With("filingDate", "2016-04-18"));
            await Enter(Sellers.Form("CN201110279133.3").With("titleZh", "用于石煤提取的复合添加剂")
                .With("titleEn", "Composite roasting additive for extracting vanadium pentoxide")
                .With("applicants", Sellers.Texts("武汉工程大学")).With("ipc", Sellers.Texts("C22B 1/02")).With("filingDate", "2011-09-20"));
            await Enter(Sellers.Form("CN201520000001").With("titleZh", "处理含钛高炉渣的装置")
                .With("applicants", Sellers.Texts(seller.Name)).With("ipc", Sellers.Texts("C21B 11/10")).With("filingDate", "2015-01-04"));
            await Offer(seller, "CN201210288271.2", 100);
            var pos = await Offer(seller, "CN201520000001", 900);
            await Anonymous().Get($"/api/catalogue?after={pos}").Ok();
        }

        private async Task Enter(Dictionary<string, object?> form) =>
            await (await Centre(CentreRole.Handler)).Client.Command("/api/patents", form).Ok();

        private async Task<long> Offer(Seller seller, string patent, long fen)
        {
            var listing = await seller.Submitted(patent, Sellers.Offer(fen));
            await (await Centre(CentreRole.Handler)).Client.Command($"/api/listings/{listing}/handle").Ok();
            var published = await (await Centre(CentreRole.Reviewer)).Client
                .Command($"/api/listings/{listing}/publish").Ok();
            return published.GetProperty("pos").GetInt64();
        }
    }
}
