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
    [InlineData("C22B 34/22", "偏钒酸钾")]
    [InlineData("201210288271.2", "偏钒酸钾")]
    [InlineData("CN201210288271", "偏钒酸钾")]
    [InlineData("ZL 2012 1 0288271.2", "偏钒酸钾")]
    [InlineData("ＣＮ２０１２１０２８８２７１．２", "偏钒酸钾")]
    [InlineData("CN102828036B", "偏钒酸钾")]
    [InlineData("102828036", "偏钒酸钾")]
    [InlineData("vanadium slag", "偏钒酸钾")]
    [InlineData("V2O5", "石煤")]
    [InlineData("fanzha", "偏钒酸钾")]
    [InlineData("dbdx", "熔盐")]
    [InlineData("东北工学院", "熔盐")]
    [InlineData("rosting vanadium", "石煤")]
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
    [InlineData("status=ForSale&status=NotListed", "偏钒酸钾 熔盐 石煤 高炉渣")]
    [InlineData("year=2012&year=2016", "偏钒酸钾 熔盐")]
    [InlineData("holder=东北大学&ipc=C25&ipc=C22", "熔盐")]
    [InlineData("holder=东北", "")]
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

    [Fact]
    public async Task A_page_says_what_the_hits_are_made_of_and_where_they_answer()
    {
        Assert.Equal(JsonValueKind.Null, (await Ask("q=钒渣")).GetProperty("facets").ValueKind);
        var page = await Ask("q=vanadium%20slag&facets=true&status=ForSale");
        var statuses = page.GetProperty("facets").GetProperty("statuses");
        Assert.Equal(("ForSale", 1), (
            statuses[0].GetProperty("value").GetString(), statuses[0].GetProperty("count").GetInt32()));
        Assert.Equal("C22B", page.GetProperty("facets").GetProperty("ipc")[0].GetProperty("value").GetString());
        var hit = page.GetProperty("items")[0];
        var mark = Assert.Single(hit.GetProperty("marks").GetProperty("titleZh").EnumerateArray());
        Assert.Equal("钒渣", hit.GetProperty("titleZh").GetString()!.Substring(
            mark.GetProperty("from").GetInt32(), mark.GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task What_may_be_meant_is_suggested_while_typing()
    {
        var items = (await market.Anonymous().Get("/api/catalogue/suggest?q=fanz").Ok())
            .GetProperty("items").EnumerateArray().ToList();
        Assert.Contains(items, item => item.GetProperty("text").GetString() == "钒渣");
        Assert.Contains(items, item => item.GetProperty("note").GetString()?.Contains("偏钒酸钾", StringComparison.Ordinal) == true);
        var codes = await market.Anonymous().Get("/api/catalogue/suggest?q=" + Uri.EscapeDataString("钒的提取")).Ok();
        Assert.Contains(
            codes.GetProperty("items").EnumerateArray(), item => item.GetProperty("text").GetString() == "C22B 34/22");
        await market.Anonymous().Get("/api/catalogue/suggest?q=" + new string('a', 201)).Refused(400, "PARAMETER_MALFORMED");
        await market.Anonymous().Get("/api/catalogue/suggest").Refused(400, "PARAMETER_MALFORMED");
    }

    [Theory]
    [InlineData("C22B 34/22", "偏钒酸钾")]
    [InlineData("C22B 34/20", "偏钒酸钾")]
    [InlineData("C22B 34/00", "偏钒酸钾")]
    [InlineData("C22B 1/00", "石煤")]
    [InlineData("C25C 3/26", "熔盐")]
    [InlineData("C21B 11/00", "高炉渣")]
    [InlineData("C22B", "偏钒酸钾 石煤")]
    [InlineData("C", "偏钒酸钾 熔盐 石煤 高炉渣")]
    [InlineData("C22B 34/12", "")]
    public async Task A_code_of_the_list_leads_to_the_patents_under_it(string code, string expected)
    {
        var titles = (await market.Anonymous().Get("/api/catalogue/ipc").Ok()).GetProperty("items").EnumerateArray();
        var listed = Assert.Single(titles, title => title.GetProperty("code").GetString() == code);
        var query = "ipc=" + Uri.EscapeDataString(listed.GetProperty("code").GetString()!);
        Assert.Equal(Words(expected), await Found(query));
    }

    [Fact]
    public async Task Codes_of_the_trade_have_titles_in_both_languages()
    {
        var titles = await market.Anonymous().Get("/api/catalogue/ipc").Ok();
        var vanadium = titles.GetProperty("items").EnumerateArray()
            .Single(title => title.GetProperty("code").GetString() == "C22B 34/22");
        Assert.Equal("钒的提取", vanadium.GetProperty("zh").GetString());
        Assert.Equal("C22B 34/20", vanadium.GetProperty("parent").GetString());
    }

    [Theory]
    [InlineData("Json", "application/json")]
    [InlineData("Csv", "text/csv")]
    [InlineData("Xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task What_was_found_is_exported_as_a_file(string format, string type)
    {
        var ask = $"/api/catalogue/export?format={format}&q=钒渣";
        using var file = await Requests.Patiently(() => market.Anonymous().Get(ask));
        Assert.Equal(type, file.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"patents.{format.ToLowerInvariant()}", file.Content.Headers.ContentDisposition!.FileName);
        Assert.NotEmpty(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_format_that_is_none_is_refused() => await Requests
        .Patiently(() => market.Anonymous().Get("/api/catalogue/export?format=Pdf")).Refused(400, "PARAMETER_MALFORMED");

    [Theory]
    [InlineData("year=1")]
    [InlineData("year=x")]
    [InlineData("type=Song")]
    [InlineData("facets=perhaps")]
    [InlineData("priceMin=-1")]
    public async Task What_makes_no_sense_is_refused(string query) =>
        await market.Anonymous().Get("/api/catalogue?" + query).Refused(400, "PARAMETER_MALFORMED");

    private Task<JsonElement> Ask(string query) => market.Anonymous().Get("/api/catalogue?" + query).Ok();

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
            await (await Centre(CentreRole.Handler)).Client.HandleListing(listing).Ok();
            var published = await (await Centre(CentreRole.Reviewer)).Client
                .Command($"/api/listings/{listing}/publish").Ok();
            return published.GetProperty("pos").GetInt64();
        }
    }
}
