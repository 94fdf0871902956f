using System.Text.Json;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue.Period;

/// <summary>The listing period over HTTP: what it ends with, who sees and may do what (P8).</summary>
[Collection(OnePeriodMarket.Name)]
public sealed class PeriodStoryTests(PeriodMarket market)
{
    [Fact]
    public async Task One_interested_party_leads_to_a_contract_that_an_officer_records()
    {
        var (seller, buyer) = (await market.Seller("攀枝花挂牌一钒业有限公司"), await market.Seller("攀枝花意向一有限公司"));
        var listing = await market.Published(seller, 1);
        var path = $"/api/listings/{listing}";
        var seen = await PeriodMarket.Period(buyer.Client, listing);
        Assert.Equal(["file-intent"], PeriodMarket.Abilities(seen));
        Assert.Equal(("Running", 1), (seen.GetProperty("phase").GetString(), seen.GetProperty("notice").GetInt32()));
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("intents").ValueKind);
        Assert.Equal(1, seen.GetProperty("workingDaysLeft").GetInt32());
        Assert.DoesNotContain("propose-auction", PeriodMarket.Abilities(await seller.Read(listing)), StringComparer.Ordinal);

        await market.Anonymous().Command($"{path}/intents", PeriodMarket.Intent()).Refused(401, "NOT_SIGNED_IN");
        await seller.Client.Command($"{path}/intents", PeriodMarket.Intent()).Refused(409, "INTENT_BARRED");
        await buyer.Client.Command($"{path}/intents", PeriodMarket.Intent(1)).Refused(409, "INTENT_BELOW_PRICE");
        await buyer.Client.Command($"{path}/intents", PeriodMarket.Intent(acceptsTerms: false))
            .Refused(400, "TERMS_NOT_ACCEPTED");
        var filed = await buyer.Client.Command($"{path}/intents", PeriodMarket.Intent(9_000_000)).Ok();
        Assert.Equal(["withdraw-intent"], PeriodMarket.Abilities(await PeriodMarket.Period(buyer.Client, listing)));

        await OnlyTheNumber(seller, listing);
        var own = await buyer.Client.Get($"/api/intents?after={filed.GetProperty("pos").GetInt64()}").Ok();
        Assert.Equal(listing, own.GetProperty("items")[0].GetProperty("listing").GetString());

        var ended = await market.End(listing);
        Assert.Equal(("ContractDue", 1), (ended.GetProperty("phase").GetString(), ended.GetProperty("intents").GetInt32()));
        var names = (await seller.Client.Get($"{path}/intents").Ok()).GetProperty("items");
        Assert.Equal(
            (buyer.Name, 9_000_000),
            (names[0].GetProperty("partyName").GetString(), names[0].GetProperty("price").GetProperty("fen").GetInt64()));
        await Contract(seller, buyer, listing);
    }

    [Fact]
    public async Task Nobody_came_and_the_seller_extends_or_cuts_the_price_and_announces_anew()
    {
        var (seller, buyer) = (await market.Seller("攀枝花挂牌二钒业有限公司"), await market.Seller("攀枝花意向二有限公司"));
        var listing = await market.Published(seller, 1);
        var path = $"/api/listings/{listing}";
        await seller.Client.Command($"{path}/period/extend").Refused(409, "NO_CHOICE_DUE");
        Assert.Equal("SellersChoice", (await market.End(listing)).GetProperty("phase").GetString());
        await buyer.Client.Command($"{path}/period/extend").Refused(403, "NOT_THE_SELLER");
        Assert.Equal(
            ["extend", "request-change", "see-intents"], PeriodMarket.Abilities(await PeriodMarket.Period(seller.Client, listing)));
        await seller.Client.Command($"{path}/period/extend").Ok();
        Assert.Equal("SellersChoice", (await market.End(listing)).GetProperty("phase").GetString());

        var change = new { offer = Sellers.Offer(5_000_000), workingDays = 2, reason = "降价" };
        await buyer.Client.Command($"{path}/changes", change).Refused(403, "CHANGE_NOT_YOURS");
        await seller.Client.Command($"{path}/changes", change with { workingDays = 0 })
            .Refused(400, "PERIOD_OUT_OF_BOUNDS");
        var asked = await seller.Client.Command($"{path}/changes", change).Ok();
        var reviewer = await market.Centre(CentreRole.Reviewer);
        var due = await reviewer.Client.Get(
            $"/api/listing-periods?due=true&limit=200&after={asked.GetProperty("pos").GetInt64()}").Ok();
        Assert.Contains(due.GetProperty("items").EnumerateArray(), row =>
            row.GetProperty("listing").GetString() == listing && row.GetProperty("hasChange").GetBoolean());
        await seller.Client.Command($"{path}/changes/decide", new { accepts = true, reason = "同意" })
            .Refused(403, "NOT_ALLOWED");
        await reviewer.Client.Command($"{path}/changes/decide", new { accepts = true, reason = "" })
            .Refused(400, "PERIOD_REASON_MISSING");
        await reviewer.Client.Command($"{path}/changes/decide", new { accepts = true, reason = "同意" }).Ok();
        var renewed = await PeriodMarket.Period(buyer.Client, listing);
        Assert.Equal(("Running", 2), (renewed.GetProperty("phase").GetString(), renewed.GetProperty("notice").GetInt32()));
        await buyer.Client.Command($"{path}/intents", PeriodMarket.Intent(5_000_000)).Refused(409, "NOTICE_SUPERSEDED");
        await buyer.Client.Command($"{path}/intents", PeriodMarket.Intent(5_000_000, 2)).Ok();
        await Notices(listing, 3, 1);
    }

    [Fact]
    public async Task Two_interested_parties_lead_to_an_auction_under_the_announced_profile_and_price()
    {
        var seller = await market.Seller("攀枝花挂牌三钒业有限公司");
        var listing = await market.Published(seller, 1);
        foreach (var name in new[] { "攀枝花意向甲有限公司", "攀枝花意向乙有限公司" })
            await (await market.Seller(name)).Client.Command($"/api/listings/{listing}/intents", PeriodMarket.Intent()).Ok();
        await seller.Client.Command("/api/auctions", new { listing, terms = Terms(8_800_000) })
            .Refused(409, "AUCTION_NOT_DUE");
        Assert.Equal("AuctionDue", (await market.End(listing)).GetProperty("phase").GetString());
        Assert.Contains("propose-auction", PeriodMarket.Abilities(await seller.Read(listing)), StringComparer.Ordinal);
        await seller.Client.Command("/api/auctions", new { listing, terms = Terms(8_799_999) })
            .Refused(409, "BELOW_ANNOUNCED_PRICE");
        var auction = (await seller.Client.Command("/api/auctions", new { listing, terms = Terms(8_800_000) }).Ok())
            .GetProperty("id").GetString();
        var handler = await market.Centre(CentreRole.Handler);
        await handler.Client.Command(
            $"/api/auctions/{auction}/draft", new { profile = "online-bidding", terms = Terms(8_800_000) })
            .Refused(409, "NOT_THE_ANNOUNCED_PROFILE");
        await handler.Client.Command(
            $"/api/auctions/{auction}/draft", new { profile = "demo-online-bidding", terms = Terms(8_800_000) }).Ok();
        var reviewer = await market.Centre(CentreRole.Reviewer);
        await reviewer.Client.Command($"/api/auctions/{auction}/publish").Ok();
        Assert.Equal("InAuction", (await seller.Read(listing)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_party_steps_back_and_a_contract_that_fails_gives_the_choice_back()
    {
        var seller = await market.Seller("攀枝花挂牌四钒业有限公司");
        var (first, second) = (await market.Seller("攀枝花意向丙有限公司"), await market.Seller("攀枝花意向丁有限公司"));
        var listing = await market.Published(seller, 1);
        var path = $"/api/listings/{listing}";
        await first.Client.Command($"{path}/intents/mine/withdraw").Refused(404, "INTENT_UNKNOWN");
        await first.Client.Command($"{path}/intents", PeriodMarket.Intent()).Ok();
        await second.Client.Command($"{path}/intents", PeriodMarket.Intent()).Ok();
        await first.Client.Command($"{path}/intents/mine/withdraw").Ok();
        Assert.Equal("ContractDue", (await market.End(listing)).GetProperty("phase").GetString());
        var handler = await market.Centre(CentreRole.Handler);
        await seller.Client.Command($"{path}/withdraw", new { reason = "x" }).Refused(409, "WRONG_STATE");
        await seller.Client.Command($"{path}/contract/fail", new { reason = "x" }).Refused(403, "NOT_ALLOWED");
        await handler.Client.Command($"{path}/contract/fail", new { reason = "" }).Refused(400, "PERIOD_REASON_MISSING");
        await handler.Client.Command($"{path}/contract/fail", new { reason = "受让方放弃" }).Ok();
        await handler.Client.Command($"{path}/contract/fail", new { reason = "受让方放弃" }).Refused(409, "NO_CONTRACT_DUE");
        Assert.Equal("Published", (await seller.Read(listing)).GetProperty("status").GetString());
        Assert.True((await PeriodMarket.Period(second.Client, listing)).GetProperty("myIntent").GetProperty("hasFailed").GetBoolean());
        await seller.Client.Command($"{path}/withdraw", new { reason = "不卖了" }).Ok();
        await Notices(listing, 1, 0);
    }

    [Fact]
    public async Task Who_submits_and_who_files_is_told_by_his_bell()
    {
        var (seller, buyer) = (await market.Seller("攀枝花挂牌五钒业有限公司"), await market.Seller("攀枝花意向戊有限公司"));
        var listing = await market.Published(seller, 1);
        await buyer.Client.Command($"/api/listings/{listing}/intents", PeriodMarket.Intent()).Ok();
        await Wait.Until(async () => (await Told(buyer)).Count >= 0 && await Watches(buyer), "the buyer to watch");
        await market.End(listing);
        await Wait.Until(
            async () => (await Told(buyer)).Contains("公告期届满，一个意向受让方，待签订合同")
                && (await Told(seller)).Contains("公告期届满，一个意向受让方，待签订合同"),
            "both to be told");
    }

    [Fact]
    public async Task A_state_owned_seller_is_refused_a_shorter_period_with_the_article()
    {
        var seller = await market.Seller("攀枝花国有钒业有限公司", PartyFactKind.StateOwned);
        var listing = await seller.Draft(await seller.Enter());
        var path = $"/api/listings/{listing}/period";
        var bounds = (await PeriodMarket.Period(seller.Client, listing)).GetProperty("bounds");
        Assert.Equal(10, bounds.GetProperty("min").GetInt32());
        Assert.Contains("第32号", bounds.GetProperty("article").GetString(), StringComparison.Ordinal);
        Assert.Contains("待复核", bounds.GetProperty("source").GetString(), StringComparison.Ordinal);
        await seller.Submit(listing).Refused(409, "PERIOD_TOO_SHORT");
        var refused = await seller.Client.Put(path, new { workingDays = 9, profile = "online-bidding" })
            .Refused(409, "PERIOD_TOO_SHORT");
        Assert.Contains("第32号", refused.GetProperty("title").GetString(), StringComparison.Ordinal);
        await seller.Client.Put(path, new { workingDays = 0, profile = "online-bidding" }).Refused(409, "PERIOD_TOO_SHORT");
        await seller.Client.Put(path, new { workingDays = 61, profile = "online-bidding" })
            .Refused(400, "PERIOD_OUT_OF_BOUNDS");
        await seller.Client.Put(path, new { workingDays = 10, profile = "no-such" }).Refused(409, "PERIOD_PROFILE_UNKNOWN");
        await market.Anonymous().Put(path, new { workingDays = 10, profile = "online-bidding" }).Refused(401, "NOT_SIGNED_IN");
        await seller.Client.Put(path, new { workingDays = 10, profile = "online-bidding" }).Ok();
        await seller.Submit(listing).Ok();
    }

    private async Task OnlyTheNumber(Seller seller, string listing)
    {
        var path = $"/api/listings/{listing}/intents";
        var counted = await seller.Client.Get(path).Ok();
        Assert.Equal((1, false, 0), (
            counted.GetProperty("count").GetInt32(),
            counted.GetProperty("areShown").GetBoolean(),
            counted.GetProperty("items").GetArrayLength()));
        var atTheDesk = (await (await market.Centre(CentreRole.Handler)).Client.Get(path).Ok()).GetProperty("items")[0];
        Assert.Equal(JsonValueKind.Null, atTheDesk.GetProperty("price").ValueKind);
        await market.Anonymous().Get(path).Refused(401, "NOT_SIGNED_IN");
        await (await market.Seller("攀枝花旁观者有限公司")).Client.Get(path).Refused(403, "NOT_ALLOWED");
    }

    private async Task Contract(Seller seller, Seller buyer, string listing)
    {
        var path = $"/api/listings/{listing}/contract";
        var another = await market.Centre(CentreRole.Handler, 2);
        await (await market.Centre(CentreRole.Handler)).Client.Command(
            path, new { price = PeriodMarket.Fen(9_000_000), concludedOn = WorkingCalendar.DayOf(market.Now) })
            .Refused(403, "CONTRACT_BY_ANOTHER");
        var today = WorkingCalendar.DayOf(market.Now);
        object Form(long fen, DateOnly on) => new { price = PeriodMarket.Fen(fen), concludedOn = on };
        Assert.Equal("ContractDue", (await seller.Read(listing)).GetProperty("status").GetString());
        await market.Anonymous().Command(path, Form(9_000_000, today)).Refused(401, "NOT_SIGNED_IN");
        await buyer.Client.Command(path, Form(9_000_000, today)).Refused(403, "NOT_ALLOWED");
        await another.Client.Command(path, Form(8_799_999, today)).Refused(409, "CONTRACT_BELOW_PRICE");
        await another.Client.Command(path, Form(9_000_000, today.AddDays(1))).Refused(409, "CONTRACT_DATE_OUT_OF_BOUNDS");
        object Numbered(string reference) =>
            new { price = PeriodMarket.Fen(9_000_000), concludedOn = today, reference };
        await another.Client.Command(path, Numbered(new string('1', 101))).Refused(400, "TEXT_TOO_LONG");
        await another.Client.Command(path, Numbered("攀知交2026-12")).Ok();
        Assert.Equal("Sold", (await market.Anonymous().Get($"/api/listings/{listing}").Ok()).GetProperty("status").GetString());
        var contract = (await PeriodMarket.Period(market.Anonymous(), listing)).GetProperty("contract");
        Assert.Equal(9_000_000, contract.GetProperty("price").GetProperty("fen").GetInt64());
        HttpClient[] told = [seller.Client, buyer.Client, (await market.Centre(CentreRole.Supervisor)).Client];
        HttpClient[] others = [market.Anonymous(), (await market.Seller("攀枝花合同旁观有限公司")).Client];
        foreach (var reader in told) Assert.Equal("攀知交2026-12", await ReferenceFor(reader));
        foreach (var reader in others)
        {
            Assert.Null(await ReferenceFor(reader));
            Assert.DoesNotContain(
                "攀知交2026-12", (await reader.Get($"/api/listings/{listing}").Ok()).GetRawText(), StringComparison.Ordinal);
        }

        async Task<string?> ReferenceFor(HttpClient reader) =>
            (await PeriodMarket.Period(reader, listing)).GetProperty("contract").GetProperty("reference").GetString();
    }

    /// <summary>The listing's notices come after their events; voided ones stay in the list.</summary>
    private async Task Notices(string listing, int all, int standing)
    {
        var papers = new List<JsonElement>();
        await Wait.Until(
            async () =>
            {
                papers = [.. (await market.Anonymous().Get($"/api/papers?subject={listing}").Ok())
                    .GetProperty("items").EnumerateArray()];
                return papers.Count == all && papers.Count(paper => paper.GetProperty("stands").GetBoolean()) == standing;
            },
            "the notices");
        Assert.All(papers, paper => Assert.Equal("挂牌公告", paper.GetProperty("kind").GetString()));
        var number = papers[0].GetProperty("number").GetString();
        using var file = await market.Anonymous().Get($"/api/papers/{number}/file");
        var text = await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("公开挂牌，征集意向受让方", text, StringComparison.Ordinal);
        Assert.DoesNotContain("拍卖", text, StringComparison.Ordinal);
    }

    private static async Task<List<string?>> Told(Seller who) =>
        [.. (await who.Client.Get("/api/notices").Ok()).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("text").GetString())];

    private static async Task<bool> Watches(Seller who) =>
        (await who.Client.Get("/api/notices").Ok()).GetProperty("watched").GetArrayLength() > 0;

    private object Terms(long start) => new
    {
        startPrice = PeriodMarket.Fen(start), step = PeriodMarket.Fen(100_000), reserve = (object?)null,
        opensAt = market.Now.AddHours(1), closesAt = market.Now.AddHours(2), softCloseSeconds = 2,
        deposit = PeriodMarket.Fen(900_000),
    };
}
