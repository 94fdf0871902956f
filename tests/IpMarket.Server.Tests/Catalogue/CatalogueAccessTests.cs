using System.Net.Http.Json;
using IpMarket.Domain.Parties;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Each route of the catalogue: who may not, and what it does not take.</summary>
[Collection(OneServer.Name)]
public sealed class CatalogueAccessTests(MarketServer server)
{
    private const string Nowhere = "/api/listings/listing:00000000000000000000000000";

    public static TheoryData<string, string, object?> Writes => new()
    {
        { "POST", "/api/patents", Sellers.Form("CN202210000001.1") },
        { "POST", "/api/patents/202110771508.1/holders", new { holders = Sellers.Texts("甲"), source = "s", seenOn = "2026-01-02" } },
        { "POST", "/api/listings", new { patent = "202110771508.1", offer = Sellers.Offer() } },
        { "PUT", Nowhere, Sellers.Offer() },
        { "POST", Nowhere + "/submit", new { coHolders = Sellers.Texts() } },
        { "POST", Nowhere + "/withdraw", new { reason = "r" } },
        { "POST", Nowhere + "/handle", null },
        { "POST", Nowhere + "/publish", null },
        { "POST", Nowhere + "/return", new { reasons = Sellers.Texts("r") } },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Nobody_writes_without_signing_in(string method, string path, object? body) =>
        await Send(server.Anonymous(), method, path, body).Refused(401, "NOT_SIGNED_IN");

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_names_its_command(string method, string path, object? body)
    {
        var client = (await server.SignUp(
            "all-" + Guid.NewGuid().ToString("N"), Domain.Parties.Users.UserOrigin.FirstAdministrator,
            CentreRole.Handler, CentreRole.Reviewer)).Client;
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = JsonContent.Create(body);
        await client.Ask(request).Refused(400, "COMMAND_ID_MISSING");
    }

    [Theory]
    [InlineData("/handle")]
    [InlineData("/publish")]
    [InlineData("/return")]
    public async Task The_desks_steps_are_the_desks(string act)
    {
        var seller = await server.Seller("攀枝花越权钒业有限公司");
        object? body = act == "/return" ? new { reasons = Sellers.Texts("r") } : null;
        var listing = await seller.Submitted();
        await seller.Client.Command($"/api/listings/{listing}{act}", body).Refused(403, "NOT_ALLOWED");
        var supervisor = await server.Centre(CentreRole.Supervisor);
        await supervisor.Client.Command($"/api/listings/{listing}{act}", body).Refused(403, "NOT_ALLOWED");
        await supervisor.Client.Get($"/api/listings/{listing}").Ok();
    }

    [Fact]
    public async Task Who_acts_for_no_party_and_is_no_handler_enters_and_lists_nothing()
    {
        var nobody = (await server.Member("nobody")).Client;
        await nobody.Command("/api/patents", Sellers.Form(Sellers.NewNumber())).Refused(403, "NOT_ALLOWED");
        var draft = (await server.DraftOrganisation("攀枝花未认证钒业有限公司")).Representative.Client;
        await draft.Command("/api/patents", Sellers.Form(Sellers.NewNumber())).Refused(403, "ENTRY_NEEDS_VERIFIED_PARTY");
        await nobody.Command("/api/listings", new { patent = "202110771508.1", offer = Sellers.Offer() })
            .Refused(403, "NOT_ALLOWED");
        await nobody.Command("/api/patents/202110771508.1/holders", new { holders = Sellers.Texts("甲"), source = "s", seenOn = (string?)null })
            .Refused(403, "NOT_ALLOWED");
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var seller = await server.Seller("攀枝花寻找钒业有限公司");
        await server.Anonymous().Get(Nowhere).Refused(404, "UNKNOWN");
        await seller.Submit("listing:00000000000000000000000000").Refused(404, "UNKNOWN");
        await server.Anonymous().Get("/api/patents/CN209912345678.5").Refused(400, "WRONG_CHECK_CHARACTER");
        await server.Anonymous().Get("/api/patents/CN105734999B").Refused(404, "UNKNOWN");
        await server.Anonymous().Get("/api/listings/auction:x").Refused(404, "NOT_FOUND");
        await seller.Client.Command("/api/listings", new { patent = Sellers.NewNumber(), offer = Sellers.Offer() })
            .Refused(409, "PATENT_UNKNOWN");
    }

    [Fact]
    public async Task What_is_malformed_is_refused_and_nothing_is_written()
    {
        var seller = await server.Seller("攀枝花格式钒业有限公司");
        var handler = (await server.Centre(CentreRole.Handler)).Client;
        var last = await server.Journal.LastPos(TestContext.Current.CancellationToken);
        await seller.Client.Command("/api/patents", new { number = "x" }).Refused(400, "MEMBER_MALFORMED");
        await seller.Client.Command("/api/patents", Sellers.Form("not a number")).Refused(400, "NOT_A_PATENT_NUMBER");
        await seller.Client.Command("/api/patents", Sellers.Form("202110771508.2")).Refused(400, "WRONG_CHECK_CHARACTER");
        await seller.Client.Command("/api/patents", Sellers.Form(Sellers.NewNumber()).With("ipc", Sellers.Texts("Z99")))
            .Refused(400, "FACTS_MALFORMED");
        await seller.Client.Command("/api/patents", Sellers.Form(Sellers.NewNumber()).With("titleZh", "提\u202E钒"))
            .Refused(400, "TEXT_NOT_CLEAN");
        await seller.Client.Command("/api/patents", Sellers.Form(Sellers.NewNumber()).With("source", " "))
            .Refused(400, "TEXT_MISSING");
        await seller.Client.Command(
                "/api/listings", new { patent = "?", offer = Sellers.Offer() })
            .Refused(400, "NOT_A_PATENT_NUMBER");
        await handler.Command(Nowhere + "/return", new { reasons = "r" }).Refused(400, "MEMBER_MALFORMED");
        Assert.Equal(last, await server.Journal.LastPos(TestContext.Current.CancellationToken));

        var listing = await seller.Draft(await seller.Enter());
        await seller.Client.Put($"/api/listings/{listing}", Sellers.Offer(-1)).Refused(400, "AMOUNT_OUT_OF_RANGE");
        await seller.Client.Put($"/api/listings/{listing}", Sellers.Offer(0)).Refused(400, "OFFER_MALFORMED");
    }

    [Theory]
    [InlineData("type=Nonsense")]
    [InlineData("status=Nonsense")]
    [InlineData("sort=Nonsense")]
    [InlineData("priceMin=-1")]
    [InlineData("priceMax=many")]
    [InlineData("cursor=20000")]
    [InlineData("after=x")]
    [InlineData("q=1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17")]
    public async Task A_question_out_of_its_bounds_is_refused(string query) =>
        await server.Anonymous().Get("/api/catalogue?" + query).Refused(400, "PARAMETER_MALFORMED");

    private static Task<HttpResponseMessage> Send(HttpClient client, string method, string path, object? body) =>
        client.Command(new HttpMethod(method), path, body is null ? null : JsonContent.Create(body));
}
