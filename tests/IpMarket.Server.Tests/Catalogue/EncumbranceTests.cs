using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Encumbrances over HTTP: what may be done, what a new fact does to a listing that is out.</summary>
[Collection(OneServer.Name)]
public sealed class EncumbranceTests(MarketServer server)
{
    private static readonly object Basis = new { source = "登记簿副本", document = "国知登1号", seenOn = "2026-03-01" };

    [Fact]
    public async Task A_pledge_closes_what_the_pledgee_has_not_agreed_to_and_says_why()
    {
        var (seller, handler) = (await server.Seller("攀枝花质押钒业有限公司"), await server.Centre(CentreRole.Handler));
        var number = await seller.Enter();
        var id = Guid.NewGuid();
        var pledge = Form("Pledge", "Y2026980000001", "攀枝花某银行");
        var first = await handler.Client.Command($"/api/patents/{number}/encumbrances", pledge, id).Ok();
        var again = await handler.Client.Command($"/api/patents/{number}/encumbrances", pledge, id).Ok();
        Assert.Equal(first.ToString(), again.ToString());
        await handler.Client.Command($"/api/patents/{number}/encumbrances", Form("Pledge", "Y2"))
            .Refused(409, "PLEDGED_ALREADY");

        var sale = await Mode(seller.Client, number, "Sale");
        Assert.False(sale.GetProperty("isOpen").GetBoolean());
        var why = sale.GetProperty("refusals")[0];
        Assert.Equal(
            ("PLEDGED", "民法典", "第四百四十四条第二款", "2020-05-28", 1, true),
            (Text(why, "rule"), Text(why, "statute"), Text(why, "article"), Text(why, "statuteVersion"),
                why.GetProperty("encumbrance").GetInt32(), why.GetProperty("isAPaper").GetBoolean()));
        Assert.Contains("质权人", Text(why, "cure"), StringComparison.Ordinal);

        await handler.Client.Command(
            $"/api/patents/{number}/consents",
            new { encumbrance = 1, givers = Sellers.Texts(), modes = Sellers.Texts("Sale"), basis = Basis }).Ok();
        Assert.True((await Mode(seller.Client, number, "Sale")).GetProperty("isOpen").GetBoolean());
        Assert.False((await Mode(seller.Client, number, "OrdinaryLicence")).GetProperty("isOpen").GetBoolean());
        await handler.Client.Command($"/api/patents/{number}/consents/1/withdraw", new { basis = Basis }).Ok();
        Assert.False((await Mode(seller.Client, number, "Sale")).GetProperty("isOpen").GetBoolean());
    }

    [Fact]
    public async Task A_fact_that_closes_the_mode_suspends_the_listing_everybody_sees_and_a_reviewer_resumes_it()
    {
        var (handler, reviewer) = (await server.Centre(CentreRole.Handler), await server.Centre(CentreRole.Reviewer));
        var seller = await server.Seller("攀枝花保全钒业有限公司");
        var number = await seller.Enter();
        var listing = await seller.Submitted(number);
        await handler.Client.HandleListing(listing).Ok();
        await reviewer.Client.Command($"/api/listings/{listing}/publish").Ok();

        await handler.Client.Command(
            $"/api/patents/{number}/encumbrances", Form("Preservation", "（2026）川04执1号")).Ok();
        await Status(listing, "Suspended");
        var seen = await server.Anonymous().Get($"/api/listings/{listing}").Ok();
        Assert.Contains("（2026）川04执1号", seen.GetProperty("suspensionReasons")[0].GetString(), StringComparison.Ordinal);
        Assert.False(seen.GetProperty("gate").GetProperty("isOpen").GetBoolean());
        Assert.Equal(["resume", "return"], Abilities(await reviewer.Client.Get($"/api/listings/{listing}").Ok()));
        await reviewer.Client.Command($"/api/listings/{listing}/resume", new { reason = "已解除" })
            .Refused(409, "PROCEDURES_SUSPENDED");

        await handler.Client.Command(
            $"/api/patents/{number}/encumbrances/1/end",
            new { ending = "Ended", endedOn = "2026-05-01", basis = Basis }).Ok();
        await reviewer.Client.Command($"/api/listings/{listing}/resume", new { reason = "" })
            .Refused(400, "RESUMPTION_UNEXPLAINED");
        var resumed = await reviewer.Client.Command($"/api/listings/{listing}/resume", new { reason = "已解除" }).Ok();
        await Status(listing, "Published");
        var after = resumed.GetProperty("pos").GetInt64();
        var kinds = (await server.Anonymous().Get($"/api/patents/{number}?after={after}").Ok())
            .GetProperty("history").EnumerateArray().Select(item => Text(item, "kind")).ToList();
        Assert.Equal(
            "Encumbered Suspended EncumbranceEnded Resumed",
            string.Join(' ', kinds.SkipWhile(kind => kind != "Encumbered")));
    }

    [Fact]
    public async Task The_numbers_of_papers_are_the_centres_and_ended_encumbrances_stay()
    {
        var (seller, handler) = (await server.Seller("攀枝花凭证钒业有限公司"), await server.Centre(CentreRole.Handler));
        var number = await seller.Enter();
        var path = $"/api/patents/{number}/encumbrances";
        await handler.Client.Command(path, Form("OrdinaryLicence", "X1") with { until = "2026-12-31" }).Ok();
        Assert.True((await server.Anonymous().Get(path).Ok())
            .GetProperty("encumbrances")[0].GetProperty("isInForce").GetBoolean());
        await handler.Client.Command(path + "/1/renew", new { until = "2027-12-31", basis = Basis }).Ok();
        await handler.Client.Command(path + "/1/end", new { ending = "Ended", endedOn = (string?)null, basis = Basis }).Ok();
        var inside = (await handler.Client.Get(path).Ok()).GetProperty("encumbrances")[0];
        Assert.Equal("国知登1号", Text(inside.GetProperty("basis"), "document"));
        var outside = (await server.Anonymous().Get(path).Ok()).GetProperty("encumbrances")[0];
        Assert.Equal(JsonValueKind.Null, outside.GetProperty("basis").GetProperty("document").ValueKind);
        Assert.Equal(("2027-12-31", "Ended"), (Text(outside, "until"), Text(outside, "ending")));
        Assert.False(outside.GetProperty("isInForce").GetBoolean());
    }

    [Fact]
    public async Task What_is_malformed_unknown_or_not_his_is_refused()
    {
        var (seller, handler) = (await server.Seller("攀枝花拒绝钒业有限公司"), await server.Centre(CentreRole.Handler));
        var number = await seller.Enter();
        var path = $"/api/patents/{number}/encumbrances";
        await server.Anonymous().Command(path, Form("Pledge", "Y1")).Refused(401, "NOT_SIGNED_IN");
        await seller.Client.Command(path, Form("Pledge", "Y1")).Refused(403, "NOT_ALLOWED");
        await handler.Client.Command(path, Form("Nonsense", "Y1")).Refused(400, "MEMBER_MALFORMED");
        await handler.Client.Command(path, Form("Pledge", "Y1") with { modes = ["Sale"] })
            .Refused(400, "ENCUMBRANCE_MALFORMED");
        await handler.Client.Command(path + "/1/renew", new { until = "2027-12-31", basis = Basis })
            .Refused(404, "ENCUMBRANCE_UNKNOWN");
        await handler.Client.Command($"/api/patents/{number}/consents/1/withdraw", new { basis = Basis })
            .Refused(404, "CONSENT_UNKNOWN");
        await server.Anonymous().Get("/api/patents/CN105734999B/modes").Refused(404, "UNKNOWN");
    }

    [Fact]
    public async Task Asked_for_ones_own_party_the_gate_knows_who_sells()
    {
        var (seller, other) = (await server.Seller("攀枝花本人钒业有限公司"), await server.Seller("攀枝花非本人钒业有限公司"));
        var number = await seller.Enter();
        Assert.True((await Mode(seller.Client, number, "Sale", "?mine=true")).GetProperty("isOpen").GetBoolean());
        var closed = await Mode(other.Client, number, "Sale", "?mine=true");
        Assert.Equal("SELLER_NOT_HOLDER", Text(closed.GetProperty("refusals")[0], "rule"));
        Assert.True((await Mode(other.Client, number, "Sale")).GetProperty("isOpen").GetBoolean());
    }

    private async Task Status(string listing, string status) => await Wait.Until(
        async () => Text(await server.Anonymous().Get($"/api/listings/{listing}").Ok(), "status") == status,
        $"{listing} to be {status}");

    private static async Task<JsonElement> Mode(HttpClient client, string number, string mode, string query = "") =>
        (await client.Get($"/api/patents/{number}/modes{query}").Ok()).GetProperty("modes").EnumerateArray()
            .Single(answer => Text(answer, "mode") == mode);

    private static EncumbranceBody Form(string kind, string reference, params string[] others) =>
        new(kind, reference, others, null, null, [], Basis);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static List<string?> Abilities(JsonElement resource) =>
        [.. resource.GetProperty("abilities").EnumerateArray().Select(ability => ability.GetString())];
}
