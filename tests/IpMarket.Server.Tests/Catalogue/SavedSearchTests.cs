using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Saving searches over HTTP, and being told what comes to match.</summary>
[Collection(OneServer.Name)]
public sealed class SavedSearchTests(MarketServer server)
{
    private const string Path = "/api/saved-searches";

    [Fact]
    public async Task Who_saved_a_search_is_told_once_of_each_patent_that_comes_to_match()
    {
        var seller = await server.Seller("攀枝花检索提醒钒业有限公司");
        var person = (await server.Member("searcher-one")).Client;
        await seller.Enter("一种提取镥钪的老方法");
        await person.Command(Path, Form("镥钪", q: "镥钪")).Ok();
        await person.Command(Path, Form("在售镥钪", q: "镥钪", status: "ForSale")).Ok();
        await person.Command(Path, Form("安静", q: "镥钪", alerts: false)).Ok();

        var number = await seller.Enter("一种提取镥钪的新方法");
        var notice = Assert.Single(await Notices(person, 1));
        Assert.Equal(
            ("SearchHit", 1, "保存的检索“镥钪”有 1 件新的匹配专利", true),
            (notice.GetProperty("kind").GetString(), notice.GetProperty("search").GetInt32(),
                notice.GetProperty("text").GetString(), notice.GetProperty("isUnread").GetBoolean()));
        Assert.Equal(number, notice.GetProperty("patents")[0].GetProperty("number").GetString());

        // A fact that changes nothing of the match is no news; an offer is one for who asked for offers.
        var handler = (await server.Centre(CentreRole.Handler)).Client;
        await handler.Command($"/api/patents/{number}/legal-events", new
        {
            code = "GR01", on = "2024-05-31", note = (string?)null, termEndsOn = (string?)null, source = "公报",
        }).Ok();
        var listing = await seller.Submitted(number);
        await handler.HandleListing(listing).Ok();
        await (await server.Centre(CentreRole.Reviewer)).Client.Command($"/api/listings/{listing}/publish").Ok();
        var notices = await Notices(person, 2);
        Assert.Equal([2, 1], notices.Select(one => one.GetProperty("search").GetInt32()));
        Assert.Equal("保存的检索“镥钪”有 1 件新的匹配专利", notices[1].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Modes_and_figures_are_kept_and_tell_of_the_offer_that_has_them()
    {
        var seller = await server.Seller("攀枝花指标提醒钛业有限公司");
        var person = (await server.Member("searcher-figures")).Client;
        object question = new
        {
            q = "铕渣",
            type = Array.Empty<string>(),
            status = Array.Empty<string>(),
            priceMin = (long?)null,
            priceMax = (long?)null,
            ipc = Array.Empty<string>(),
            applicant = (string?)null,
            holder = Array.Empty<string>(),
            year = Array.Empty<int>(),
            mode = Sellers.Texts("Sale", "OpenLicence"),
            field = Sellers.Texts("TitaniumSlag"),
            route = Sellers.Texts("ElectricSmelting"),
            tio2Min = 7_000,
            slagMax = 9_000,
            trlMin = 6,
        };
        await person.Command(Path, new { name = "铕渣出让", question, alerts = true }).Ok();
        var kept = (await person.Get(Path).Ok()).GetProperty("items")[0].GetProperty("question");
        Assert.Equal(
            ("Sale", "TitaniumSlag", "ElectricSmelting", 7_000, 9_000, 6),
            (kept.GetProperty("mode")[0].GetString(), kept.GetProperty("field")[0].GetString(),
                kept.GetProperty("route")[0].GetString(), kept.GetProperty("tio2Min").GetInt32(),
                kept.GetProperty("slagMax").GetInt32(), kept.GetProperty("trlMin").GetInt32()));
        Assert.Equal(JsonValueKind.Null, kept.GetProperty("tio2Max").ValueKind);

        var poor = await Offer("铕渣甲", 6_999);
        var rich = await Offer("铕渣乙", 7_000);
        var notice = Assert.Single(await Notices(person, 1));
        Assert.Equal(rich, Assert.Single(notice.GetProperty("patents").EnumerateArray())
            .GetProperty("number").GetString());
        Assert.NotEqual(poor, rich, StringComparer.Ordinal);

        async Task<string> Offer(string title, int tio2)
        {
            var number = await seller.Enter(title);
            var listing = await seller.Submitted(number, new
            {
                askingPrice = new { fen = 8_800_000, currency = "CNY" },
                description = "含全部技术资料",
                terms = "一次性付清",
                technology = new
                {
                    fields = Sellers.Texts("TitaniumSlag"),
                    routes = Sellers.Texts("ElectricSmelting"),
                    titaniumDioxide = tio2,
                    slagGrade = 8_000,
                    maturity = 7,
                },
            });
            await (await server.Centre(CentreRole.Handler)).Client.HandleListing(listing).Ok();
            await (await server.Centre(CentreRole.Reviewer)).Client.Command($"/api/listings/{listing}/publish").Ok();
            return number;
        }
    }

    [Fact]
    public async Task A_search_is_kept_renamed_and_given_up_by_its_owner_alone()
    {
        var person = (await server.Member("searcher-two")).Client;
        var other = (await server.Member("searcher-three")).Client;
        var command = Guid.NewGuid();
        var form = Form("钒电池", q: "钒电池", status: "ForSale");
        var saved = await person.Command(Path, form, command).Ok();
        Assert.Equal(saved.GetRawText(), (await person.Command(Path, form, command).Ok()).GetRawText());
        await person.Command(Path, Form("钒电池", q: "液流")).Refused(409, "SEARCH_NAME_TAKEN");
        await person.Command(Path, Form("空")).Refused(400, "SEARCH_ASKS_NOTHING");
        await person.Command(Path, Form(" ", q: "钒")).Refused(400, "TEXT_MISSING");
        await person.Command(Path, Form("长", q: new string('钒', 201))).Refused(400, "PARAMETER_MALFORMED");

        await person.Put($"{Path}/1", new { name = "全钒液流电池", alerts = false }).Ok();
        await other.Put($"{Path}/1", new { name = "偷来的", alerts = false }).Refused(404, "SEARCH_NOT_SAVED");
        await other.Delete($"{Path}/1").Refused(404, "SEARCH_NOT_SAVED");
        var list = await person.Get(Path).Ok();
        var search = Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal(
            ("全钒液流电池", false, "钒电池", "ForSale"),
            (search.GetProperty("name").GetString(), search.GetProperty("alerts").GetBoolean(),
                search.GetProperty("question").GetProperty("q").GetString(),
                search.GetProperty("question").GetProperty("status")[0].GetString()));
        Assert.Equal(0, (await other.Get(Path).Ok()).GetProperty("items").GetArrayLength());
        await person.Delete($"{Path}/1").Ok();
        await person.Delete($"{Path}/1").Refused(404, "SEARCH_NOT_SAVED");
    }

    [Fact]
    public async Task A_visitor_keeps_nothing()
    {
        await server.Anonymous().Get(Path).Refused(401, "NOT_SIGNED_IN");
        await server.Anonymous().Command(Path, Form("钒", q: "钒")).Refused(401, "NOT_SIGNED_IN");
        await server.Anonymous().Put($"{Path}/1", new { name = "钒", alerts = true }).Refused(401, "NOT_SIGNED_IN");
        await server.Anonymous().Delete($"{Path}/1").Refused(401, "NOT_SIGNED_IN");
    }

    /// <summary>What came to match is told by a follower of its own, a moment later.</summary>
    private static async Task<List<JsonElement>> Notices(HttpClient person, int count)
    {
        var items = new List<JsonElement>();
        await Wait.Until(
            async () =>
            {
                items = [.. (await person.Get("/api/notices").Ok()).GetProperty("items").EnumerateArray()];
                return items.Count >= count;
            },
            $"{count} notices");
        return items;
    }

    private static object Form(string name, string? q = null, string? status = null, bool alerts = true) => new
    {
        name,
        question = new
        {
            q,
            type = Array.Empty<string>(),
            status = status is null ? [] : new[] { status },
            priceMin = (long?)null,
            priceMax = (long?)null,
            ipc = Array.Empty<string>(),
            applicant = (string?)null,
            holder = Array.Empty<string>(),
            year = Array.Empty<int>(),
        },
        alerts,
    };
}
