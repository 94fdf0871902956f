using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue.Terms;

/// <summary>Terms over HTTP: written, refused under their field, read by everybody, found by ranges.</summary>
[Collection(OneServer.Name)]
public sealed class ListingTermsTests(MarketServer server)
{
    [Fact]
    public async Task A_licence_by_royalty_is_written_published_and_read_by_everybody()
    {
        var seller = await server.Seller("攀枝花许可钒业有限公司");
        var (handler, reviewer) = (await server.Centre(CentreRole.Handler), await server.Centre(CentreRole.Reviewer));
        var number = await seller.Enter();
        var listing = await seller.Submitted(number, Licence(Royalty(300, 350)));
        await handler.Client.HandleListing(listing).Ok();
        var published = await reviewer.Client.Command($"/api/listings/{listing}/publish").Ok();

        var offer = (await server.Anonymous().Get($"/api/listings/{listing}").Ok()).GetProperty("offer");
        Assert.Equal(JsonValueKind.Null, offer.GetProperty("askingPrice").ValueKind);
        var terms = offer.GetProperty("modeTerms");
        var royalty = terms.GetProperty("price").GetProperty("royalty");
        Assert.Equal([300, 350], royalty.GetProperty("ratesBp").EnumerateArray().Select(rate => rate.GetInt32()));
        Assert.Equal("51", terms.GetProperty("licence").GetProperty("provinces")[0].GetString());
        Assert.Equal(JsonValueKind.Null, terms.GetProperty("sale").ValueKind);

        var after = published.GetProperty("pos").GetInt64();
        var found = (await Found($"q={number}&mode=OrdinaryLicence&v2o5Min=9800&trlMax=9&after={after}"))
            .GetProperty("offer");
        Assert.Equal(
            ("Royalty", 9_800),
            (found.GetProperty("priceForm").GetString(),
                found.GetProperty("technology").GetProperty("vanadiumPentoxide").GetInt32()));
        Assert.Equal(0, await Count($"q={number}&v2o5Min=9801"));
        Assert.Equal(0, await Count($"q={number}&mode=Sale"));
        Assert.Equal(1, await Count($"q={number}&route=CalciumRoasting&field=VanadiumExtraction"));
        var row = (await seller.Client.Get($"/api/listings?mine=true&after={after}").Ok()).GetProperty("items")[0];
        Assert.Equal(
            ("Asking", "Royalty"), (row.GetProperty("priceWay").GetString(), row.GetProperty("priceForm").GetString()));
    }

    [Fact]
    public async Task A_fault_is_refused_under_its_field_and_nothing_is_written()
    {
        var seller = await server.Seller("攀枝花条款钒业有限公司");
        var number = await seller.Enter();
        await Refused(Licence(Royalty()), 409, "RATES_MISSING", "price.royalty.ratesBp");
        await Refused(Licence(Royalty(10_001)), 409, "RATE_OUT_OF_RANGE", "price.royalty.ratesBp");
        await Refused(Plan(50_00, 49_99), 409, "AMOUNTS_NOT_TOTAL", "price.instalments");
        var listing = await seller.Draft(number, Plan(50_00, 50_00));
        var path = $"/api/listings/{listing}";
        await seller.Client.Put(path, Plan(1, 1)).Refused(409, "AMOUNTS_NOT_TOTAL");
        var read = await seller.Read(listing);
        Assert.Equal(1, read.GetProperty("version").GetInt64());
        Assert.Equal(
            50_00,
            read.GetProperty("offer").GetProperty("modeTerms").GetProperty("price").GetProperty("instalments")[1]
                .GetProperty("amount").GetProperty("fen").GetInt64());

        async Task Refused(object offer, int status, string code, string field)
        {
            var refused = await seller.Client.Command("/api/listings", new { patent = number, offer })
                .Refused(status, code);
            Assert.Equal(field, refused.GetProperty("figures").GetProperty("field").GetString());
        }
    }

    [Fact]
    public async Task A_licence_without_its_terms_may_be_saved_and_is_refused_at_the_submission()
    {
        var seller = await server.Seller("攀枝花缺项钒业有限公司");
        var listing = await seller.Draft(await seller.Enter(), new
        {
            askingPrice = (object?)null,
            description = "普通许可",
            terms = "",
            mode = "OrdinaryLicence",
            modeTerms = new { price = new { way = "Negotiated", form = "LumpSum" } },
        });
        await seller.Submit(listing).Refused(409, "LICENCE_TERMS_MISSING");
        await seller.Client.Put($"/api/listings/{listing}", Licence(Royalty(300))).Ok();
        await seller.Submit(listing).Ok();
    }

    [Theory]
    [InlineData("v2o5Min=-1")]
    [InlineData("tio2Max=10001")]
    [InlineData("trlMin=10")]
    [InlineData("capacityMax=100000001")]
    [InlineData("field=Gold")]
    [InlineData("route=x")]
    [InlineData("mode=Gift")]
    public async Task A_range_that_makes_no_sense_is_refused(string query) =>
        await server.Anonymous().Get("/api/catalogue?" + query).Refused(400, "PARAMETER_MALFORMED");

    private static object Royalty(params int[] rates) => new
    {
        way = "Asking",
        form = "Royalty",
        royalty = new { @base = "Sales", ratesBp = rates, hasAudit = true },
    };

    private static object Licence(object price) => new
    {
        askingPrice = (object?)null,
        description = "普通许可",
        terms = "",
        mode = "OrdinaryLicence",
        subject = new { kind = "PatentWithKnowHow", knowHow = " 焙烧工艺 " },
        modeTerms = new
        {
            price,
            licence = new { territory = "Provinces", provinces = Sellers.Texts("51"), years = 3 },
        },
        technology = new
        {
            fields = Sellers.Texts("VanadiumExtraction"),
            routes = Sellers.Texts("CalciumRoasting"),
            vanadiumPentoxide = 9_800,
            maturity = 8,
        },
    };

    private static object Plan(params long[] fen) => new
    {
        askingPrice = new { fen = 100_00, currency = "CNY" },
        description = "转让",
        terms = "",
        modeTerms = new
        {
            price = new
            {
                way = "Asking",
                form = "Instalments",
                instalments = fen.Select(amount => new
                {
                    due = "Contract", amount = new { fen = amount, currency = "CNY" },
                }),
            },
        },
    };

    private async Task<JsonElement> Found(string query) =>
        (await server.Anonymous().Get("/api/catalogue?" + query).Ok()).GetProperty("items")[0];

    private async Task<long> Count(string query) =>
        (await server.Anonymous().Get("/api/catalogue?" + query).Ok()).GetProperty("total").GetInt64();
}
