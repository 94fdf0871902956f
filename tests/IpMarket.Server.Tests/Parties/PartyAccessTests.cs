using IpMarket.Domain.Parties;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Parties;

/// <summary>Each route of a party: 401, 403, 400 and 409; what is accepted stands in the stories beside.</summary>
[Collection(OneServer.Name)]
public sealed class PartyAccessTests(MarketServer server)
{
    private const string NoOrganisation = """{"mobile":"13912345678","mail":null}""";

    public static TheoryData<string, string, string, string, string?> Forms => new()
    {
        {
            "identity",
            """{"kinds":["Enterprise"],"name":"某","creditCode":null,"idNumber":null,"legalRepresentative":null,"licenceSha256":null}""",
            """{"kinds":["Enterprise"],"name":"某","creditCode":"91510400MA62Q0000X","idNumber":null,"legalRepresentative":null,"licenceSha256":null}""",
            "CREDIT_CODE_INVALID",
            """{"kinds":["NaturalPerson"],"name":"某","creditCode":null,"idNumber":null,"legalRepresentative":null,"licenceSha256":null}"""
        },
        { "contacts", NoOrganisation, """{"mobile":"123","mail":null}""", "MOBILE_INVALID", null },
        {
            "bank-account", """{"holder":"某","number":"6222000000000000","bank":"行"}""",
            """{"holder":"某","number":"62","bank":"行"}""", "ACCOUNT_INVALID",
            """{"holder":"别人","number":"6222000000000000","bank":"行"}"""
        },
        {
            "invoice-data", """{"kind":"General","address":null,"telephone":null,"mail":null}""",
            """{"kind":"General","address":null,"telephone":null,"mail":"x"}""", "MAIL_INVALID", null
        },
        {
            "facts", """{"facts":[]}""", """{"facts":[{"kind":"Nothing","evidenceSha256":"x"}]}""", "MEMBER_MALFORMED",
            """{"facts":[{"kind":"StateOwned","evidenceSha256":"x"}]}"""
        },
        {
            "affiliates", """{"affiliates":[]}""",
            """{"affiliates":[{"relation":"Controller","name":"母公司","creditCode":null,"idNumber":null}]}""",
            "AFFILIATE_NOT_IDENTIFIED", null
        },
        { "agreements", """{"accepted":["privacy"]}""", """{"accepted":null}""", "MEMBER_MALFORMED", """{"accepted":["x"]}""" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_is_the_members_alone(string part, string body, string malformed, string code, string? refused)
    {
        var party = await server.DraftOrganisation("巳示例公司" + part);
        var path = $"/api/parties/{party.Id}/{part}";
        await Put(server.Anonymous(), path, body).Refused(401, "NOT_SIGNED_IN");
        await Put((await server.Member("passer-by")).Client, path, body).Refused(404, "PARTY_UNKNOWN");
        await Put((await server.Centre(CentreRole.Handler)).Client, path, body).Refused(403, "MEMBERS_ONLY");
        await Put(party.Representative.Client, path, malformed).Refused(400, code);
        await Put(party.Representative.Client, path, "{}").Refused(400, "MEMBER_MALFORMED");
        if (refused is not null)
        {
            using var answer = await Put(party.Representative.Client, path, refused);
            Assert.Equal(409, (int)answer.StatusCode);
        }

        await party.Post("submit");
        using var late = await Put(party.Representative.Client, path, body);
        Assert.Equal(part == "agreements" ? 200 : 409, (int)late.StatusCode);
    }

    [Theory]
    [InlineData("submit", null, CentreRole.Handler, "MEMBERS_ONLY")]
    [InlineData("handle", null, CentreRole.Supervisor, "ROLE_MISSING")]
    [InlineData("verify", null, CentreRole.Supervisor, "NOT_HANDLED")]
    [InlineData("return", """{"items":[{"item":"Name","reason":"不清"}]}""", CentreRole.Supervisor, "ROLE_MISSING")]
    [InlineData("suspend", """{"reason":"因"}""", CentreRole.Handler, "REVIEWERS_ONLY")]
    [InlineData("reinstate", null, CentreRole.Handler, "REVIEWERS_ONLY")]
    [InlineData("close", """{"reason":null}""", CentreRole.Handler, "REPRESENTATIVES_ONLY")]
    [InlineData("erase", null, CentreRole.Handler, "ADMINISTRATORS_ONLY")]
    public async Task An_act_is_for_whom_it_is(string act, string? body, CentreRole wrong, string code)
    {
        var party = await server.DraftOrganisation("午示例公司" + act);
        var path = $"/api/parties/{party.Id}/{act}";
        if (act != "submit") await party.Post("submit");
        await Post(server.Anonymous(), path, body).Refused(401, "NOT_SIGNED_IN");
        await Post((await server.Member("passer-by")).Client, path, body).Refused(404, "PARTY_UNKNOWN");
        await Post((await server.Centre(wrong)).Client, path, body).Refused(code == "NOT_HANDLED" ? 409 : 403, code);
        if (body is not null)
            await Post(party.Representative.Client, path, """{"x":1}""").Refused(400, "MEMBER_MALFORMED");
        using var nameless = await party.Representative.Client.PostAsync(
            path, Json(body ?? "{}"), TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)nameless.StatusCode);
    }

    [Fact]
    public async Task Wrong_moments_are_refused_with_a_reason()
    {
        var party = await server.DraftOrganisation("未示例公司");
        var (handler, reviewer) = (await server.Centre(CentreRole.Handler), await server.Centre(CentreRole.Reviewer));
        foreach (var act in new[] { "handle", "verify" })
            await handler.Client.Command($"/api/parties/{party.Id}/{act}").Refused(409, "WRONG_STATUS");
        await reviewer.Client.Command($"/api/parties/{party.Id}/suspend", new { reason = "因" }).Refused(409, "WRONG_STATUS");
        await reviewer.Client.Command($"/api/parties/{party.Id}/reinstate").Refused(409, "WRONG_STATUS");
        await party.Representative.Client.Command($"/api/parties/{party.Id}/handle").Refused(403, "OWN_MATTER");
        await (await server.Centre(CentreRole.Administrator)).Client.Command($"/api/parties/{party.Id}/erase")
            .Refused(409, "NOT_CLOSED");
        await party.Post("submit");
        await party.Representative.Client.Command($"/api/parties/{party.Id}/submit").Refused(409, "UNDER_REVIEW");
        await handler.Client.Command($"/api/parties/{party.Id}/return", new { items = Array.Empty<object>() })
            .Refused(409, "REASONS_MISSING");
        await party.Post("close", new { reason = (string?)null });
        await party.Representative.Client.Command($"/api/parties/{party.Id}/close", new { reason = (string?)null })
            .Refused(409, "CLOSED");
    }

    [Fact]
    public async Task Parties_are_registered_by_those_who_are_not_of_the_centre()
    {
        var body = New(false, "Enterprise");
        await server.Anonymous().Command("/api/parties", body).Refused(401, "NOT_SIGNED_IN");
        await (await server.Centre(CentreRole.Handler)).Client.Command("/api/parties", body).Refused(403, "OF_THE_CENTRE");
        var member = await server.Member("registrar");
        await member.Client.Command("/api/parties", New(false, "Cat"))
            .Refused(400, "MEMBER_MALFORMED");
        await member.Client.Command("/api/parties", New(true, "Enterprise"))
            .Refused(409, "KINDS_MISMATCH");
        var id = Guid.NewGuid();
        var first = await member.Client.Command("/api/parties", body, id).Ok();
        Assert.Equal(first.GetRawText(), (await member.Client.Command("/api/parties", body, id).Ok()).GetRawText());
        var list = await member.Client.Get($"/api/parties?after={first.GetProperty("pos").GetInt64()}").Ok();
        Assert.Equal(1, list.GetProperty("total").GetInt64());
        await server.Anonymous().Get("/api/parties").Refused(401, "NOT_SIGNED_IN");
        await member.Client.Get("/api/parties?status=Cat").Refused(400, "PARAMETER_MALFORMED");
        await server.Anonymous().Get("/api/parties/party:x").Refused(401, "NOT_SIGNED_IN");
        await member.Client.Get("/api/parties/party:x").Refused(404, "PARTY_UNKNOWN");
    }

    [Fact]
    public async Task Members_are_accounts_that_are_not_of_the_centre()
    {
        var party = await server.DraftOrganisation("申示例公司");
        var path = $"/api/parties/{party.Id}/members";
        object Form(string email) => new
        {
            email, role = "Representative", name = "某", powerSha256 = (string?)null, expiresAt = (string?)null,
        };
        await server.Anonymous().Command(path, Form("x@example.test")).Refused(401, "NOT_SIGNED_IN");
        var handler = await server.Centre(CentreRole.Handler);
        await handler.Client.Command(path, Form(handler.Email)).Refused(403, "REPRESENTATIVES_ONLY");
        var client = party.Representative.Client;
        await client.Command(path, new { }).Refused(400, "MEMBER_MALFORMED");
        await client.Command(path, Form("nobody@example.test")).Refused(409, "ACCOUNT_UNKNOWN");
        await client.Command(path, Form(handler.Email)).Refused(403, "OF_THE_CENTRE");
        await client.Delete($"{path}/{party.Representative.User}").Refused(409, "LAST_REPRESENTATIVE");
        await client.Delete($"{path}/user:nobody").Refused(409, "MEMBER_UNKNOWN");
        await server.Anonymous().Delete($"{path}/user:nobody").Refused(401, "NOT_SIGNED_IN");
        await handler.Client.Delete($"{path}/user:nobody").Refused(403, "MEMBERS_ONLY");
        await server.Anonymous().Command($"{path}/accept").Refused(401, "NOT_SIGNED_IN");
        await handler.Client.Command($"{path}/accept").Refused(403, "OF_THE_CENTRE");
        await client.Command($"{path}/accept").Refused(404, "NOT_INVITED");
        await client.Post($"{path}/accept").Refused(400, "COMMAND_ID_MISSING");
    }

    private static object New(bool isNaturalPerson, params string[] kinds) => new { isNaturalPerson, kinds };

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    private static Task<HttpResponseMessage> Put(HttpClient client, string path, string body) =>
        client.Command(HttpMethod.Put, path, Json(body));

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, string? body) =>
        client.Command(HttpMethod.Post, path, body is null ? null : Json(body));
}
