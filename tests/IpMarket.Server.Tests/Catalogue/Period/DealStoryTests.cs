using System.Text.Json;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue.Period;

/// <summary>Deals that are agreed upon, over HTTP: who sees and may do what, from the notice to the record.</summary>
[Collection(OnePeriodMarket.Name)]
public sealed class DealStoryTests(PeriodMarket market)
{
    private static readonly object Royalty =
        new { way = "Asking", form = "Royalty", royalty = new { @base = "Sales", ratesBp = new[] { 300 } } };

    [Fact]
    public async Task A_sole_licence_goes_to_the_one_the_seller_chose_with_his_reasons()
    {
        var seller = await market.Seller("攀枝花排他许可钒业有限公司");
        var (first, second) = (await market.Seller("攀枝花排他甲有限公司"), await market.Seller("攀枝花排他乙有限公司"));
        var listing = await market.Published(seller, 1, Licence("SoleLicence", Royalty), "");
        var path = $"/api/listings/{listing}";
        var seen = await PeriodMarket.Period(first.Client, listing);
        Assert.Equal((true, false, false), (
            seen.GetProperty("isAgreed").GetBoolean(),
            seen.GetProperty("isRepeatable").GetBoolean(),
            seen.GetProperty("takesOffers").GetBoolean()));
        await first.Client.Command($"{path}/intents", PeriodMarket.Intent()).Refused(400, "INTENT_PRICE_UNEXPECTED");
        foreach (var party in new[] { first, second })
            await party.Client.Command($"{path}/intents", Interest("用于攀枝花产线")).Ok();
        Assert.Equal(0, (await seller.Client.Get($"{path}/intents").Ok()).GetProperty("items").GetArrayLength());

        Assert.Equal("Negotiating", (await market.End(listing)).GetProperty("phase").GetString());
        var names = (await seller.Client.Get($"{path}/intents").Ok()).GetProperty("items");
        Assert.Equal(
            (first.Name, "用于攀枝花产线", JsonValueKind.Null),
            (names[0].GetProperty("partyName").GetString(),
                names[0].GetProperty("proposal").GetString(),
                names[0].GetProperty("price").ValueKind));

        var deals = $"{path}/deals";
        await market.Anonymous().Command(deals, Deal(2, Royalty)).Refused(401, "NOT_SIGNED_IN");
        await seller.Client.Command(deals, Deal(2, Royalty)).Refused(403, "NOT_ALLOWED");
        await (await market.Centre(CentreRole.Handler)).Client.Command(deals, Deal(2, Royalty))
            .Refused(403, "CONTRACT_BY_ANOTHER");
        var officer = await market.Centre(CentreRole.Handler, 2);
        Assert.Equal(
            ["fail-deal", "record-deal", "request-change", "see-intents"],
            PeriodMarket.Abilities(await PeriodMarket.Period(officer.Client, listing)).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        await officer.Client.Command(deals, Deal(9, Royalty)).Refused(409, "DEAL_INTENT_UNKNOWN");
        await officer.Client.Command(deals, Deal(2, Royalty)).Refused(400, "CHOICE_UNEXPLAINED");
        await officer.Client.Command(deals, Deal(2, Rate(299), "能力较强")).Refused(409, "DEAL_BELOW_ANNOUNCED");
        await officer.Client.Command(deals, Deal(2, Rate(350), "能力较强")).Ok();
        await Concluded(seller, first, second, listing);
    }

    [Fact]
    public async Task An_ordinary_licence_without_a_period_is_concluded_with_many_and_stays_out()
    {
        var seller = await market.Seller("攀枝花普通许可钒业有限公司");
        var (first, second) = (await market.Seller("攀枝花普通甲有限公司"), await market.Seller("攀枝花普通乙有限公司"));
        var listing = await market.Published(seller, 0, Licence("OrdinaryLicence", Royalty), "");
        var path = $"/api/listings/{listing}";
        Assert.Equal(["file-intent"], PeriodMarket.Abilities(await PeriodMarket.Period(first.Client, listing)));
        var officer = await market.Centre(CentreRole.Handler, 2);
        foreach (var (party, number) in new[] { (first, 1), (second, 2) })
        {
            await party.Client.Command($"{path}/intents", Interest(null)).Ok();
            await officer.Client.Command($"{path}/deals", Deal(number, Rate(300 + number))).Ok();
        }

        var own = (await PeriodMarket.Period(first.Client, listing)).GetProperty("deals");
        Assert.Equal((1, 301), (own.GetArrayLength(), RateOf(own[0])));
        var all = await PeriodMarket.Period(seller.Client, listing);
        Assert.Equal((2, second.Name), (
            all.GetProperty("deals").GetArrayLength(), all.GetProperty("deals")[1].GetProperty("licensee").GetString()));
        var others = await PeriodMarket.Period(market.Anonymous(), listing);
        Assert.Equal((2, 0, "Open"), (
            others.GetProperty("dealCount").GetInt32(),
            others.GetProperty("deals").GetArrayLength(),
            others.GetProperty("phase").GetString()));
        Assert.Equal("Published", (await seller.Read(listing)).GetProperty("status").GetString());
        await seller.Client.Command($"{path}/withdraw", new { reason = "不再许可" }).Ok();
    }

    [Fact]
    public async Task An_intent_that_comes_to_nothing_is_recorded_with_its_number()
    {
        var (seller, buyer) = (await market.Seller("攀枝花失约许可有限公司"), await market.Seller("攀枝花失约甲有限公司"));
        var listing = await market.Published(seller, 0, Licence("ExclusiveLicence", Royalty), "");
        var path = $"/api/listings/{listing}";
        var filed = await buyer.Client.Command($"{path}/intents", Interest("独占使用")).Ok();
        var officer = await market.Centre(CentreRole.Handler, 2);
        var listed = await officer.Client.Get(
            $"/api/listing-periods?due=true&limit=200&after={filed.GetProperty("pos").GetInt64()}").Ok();
        Assert.Contains(listed.GetProperty("items").EnumerateArray(), row =>
            row.GetProperty("listing").GetString() == listing
                && row.GetProperty("endsAt").ValueKind == JsonValueKind.Null
                && row.GetProperty("interested").GetInt32() == 1);
        await officer.Client.Command($"{path}/contract/fail", new { reason = "放弃" })
            .Refused(409, "DEAL_INTENT_UNKNOWN");
        var failed = await officer.Client.Command($"{path}/contract/fail", new { reason = "放弃", intent = 1 }).Ok();
        var own = (await buyer.Client.Get($"/api/intents?after={failed.GetProperty("pos").GetInt64()}").Ok())
            .GetProperty("items")[0];
        Assert.Equal((true, false), (own.GetProperty("hasFailed").GetBoolean(), own.GetProperty("stands").GetBoolean()));
        Assert.Equal(JsonValueKind.Null, own.GetProperty("price").ValueKind);
        Assert.Equal(["file-intent"], PeriodMarket.Abilities(await PeriodMarket.Period(buyer.Client, listing)));
        var due = await officer.Client.Get(
            $"/api/listing-periods?due=true&limit=200&after={failed.GetProperty("pos").GetInt64()}").Ok();
        Assert.DoesNotContain(due.GetProperty("items").EnumerateArray(), row =>
            row.GetProperty("listing").GetString() == listing);
    }

    private async Task Concluded(Seller seller, Seller lost, Seller chosen, string listing)
    {
        Assert.Equal("Sold", (await seller.Read(listing)).GetProperty("status").GetString());
        var inside = (await PeriodMarket.Period(seller.Client, listing)).GetProperty("contract");
        Assert.Equal(("能力较强", "合同原件", 350), (
            inside.GetProperty("choice").GetString(), inside.GetProperty("source").GetString(), RateOf(inside)));
        var licensee = (await PeriodMarket.Period(chosen.Client, listing)).GetProperty("contract");
        Assert.Equal((350, JsonValueKind.Null), (RateOf(licensee), licensee.GetProperty("choice").ValueKind));
        foreach (var reader in new[] { lost.Client, market.Anonymous() })
        {
            var shown = (await PeriodMarket.Period(reader, listing)).GetProperty("contract");
            foreach (var member in new[] { "price", "agreed", "reference", "source", "choice" })
                Assert.Equal(JsonValueKind.Null, shown.GetProperty(member).ValueKind);
        }

        var mine = (await PeriodMarket.Period(lost.Client, listing)).GetProperty("myIntent");
        Assert.Equal((true, false), (mine.GetProperty("hasFailed").GetBoolean(), mine.GetProperty("isConcluded").GetBoolean()));
    }

    private static int RateOf(JsonElement deal) => deal.GetProperty("agreed").GetProperty("price")
        .GetProperty("royalty").GetProperty("ratesBp")[0].GetInt32();

    private static object Rate(int rate) =>
        new { way = "Asking", form = "Royalty", royalty = new { @base = "Sales", ratesBp = new[] { rate } } };

    private static object Interest(string? proposal) =>
        new { notice = 1, price = (object?)null, acceptsTerms = true, proposal };

    private object Deal(int intent, object price, string? choice = null) => new
    {
        intent,
        concludedOn = WorkingCalendar.DayOf(market.Now),
        source = "合同原件",
        reference = "XK-2026-7",
        agreed = new { price },
        choice,
    };

    private static object Licence(string mode, object price) => new
    {
        askingPrice = (object?)null,
        description = "许可使用提钒方法",
        terms = "",
        mode,
        modeTerms = new { price, licence = new { territory = "National", years = 5 } },
    };
}
