using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Parties;

[Collection(OneServer.Name)]
public sealed class OnboardingStoryTests(MarketServer server)
{
    [Fact]
    public async Task From_draft_over_returned_to_verified_by_two_people()
    {
        var party = await server.DraftOrganisation("攀枝花示例钒钛有限公司");
        var (handler, reviewer) = (await server.Centre(CentreRole.Handler), await server.Centre(CentreRole.Reviewer));
        var draft = await party.Get();
        Assert.Equal("Draft", Status(draft));
        Assert.Empty(draft.GetProperty("missing").EnumerateArray());
        Assert.Equal("close edit members read-personal submit", Abilities(draft));

        var submitted = await party.Post("submit");
        await OnTheDesk(handler, submitted, party.Id, "Handler");
        var onDesk = await Read(handler, party.Id);
        Assert.Equal("handle read-personal return", Abilities(onDesk));
        Assert.Equal("法人攀枝花示例钒钛有限公司", onDesk.GetProperty("legalRepresentative").GetString());
        Assert.Equal("Handler", onDesk.GetProperty("waitsFor").GetString());
        await party.Representative.Client.Put($"/api/parties/{party.Id}/contacts", new { mobile = "13900000000", mail = (string?)null })
            .Refused(409, "UNDER_REVIEW");

        var items = new[] { new { item = "Licence", reason = "扫描件不清晰" } };
        await handler.Client.Command($"/api/parties/{party.Id}/return", new { items }).Ok();
        var returned = await party.Get();
        Assert.Equal("ToBeSupplemented", Status(returned));
        Assert.Equal("扫描件不清晰", returned.GetProperty("returned")[0].GetProperty("reason").GetString());

        await party.Post("submit");
        var handling = Guid.NewGuid();
        var first = await handler.Client.Command($"/api/parties/{party.Id}/handle", null, handling).Ok();
        var again = await handler.Client.Command($"/api/parties/{party.Id}/handle", null, handling).Ok();
        Assert.Equal(first.GetRawText(), again.GetRawText());
        await handler.Client.Command($"/api/parties/{party.Id}/verify").Refused(403, "ROLE_MISSING");
        Assert.Equal("read-personal return verify", Abilities(await Read(reviewer, party.Id)));
        var verified = await reviewer.Client.Command($"/api/parties/{party.Id}/verify").Ok();

        var end = await party.Get();
        Assert.Equal("Verified", Status(end));
        Assert.Equal(2, end.GetProperty("steps").GetArrayLength());
        Assert.All(end.GetProperty("steps").EnumerateArray(), step =>
        {
            Assert.NotEmpty(step.GetProperty("name").GetString()!);
            Assert.NotEqual(JsonValueKind.Null, step.GetProperty("at").ValueKind);
        });
        Assert.Equal(verified.GetProperty("version").GetInt64(), end.GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task A_credit_code_is_registered_once_and_free_again_after_the_party_is_closed()
    {
        var first = await server.DraftOrganisation("甲示例公司");
        await first.Post("submit");
        var second = await server.DraftOrganisation("乙示例公司", first.Applicant.CreditCode);
        await second.Representative.Client.Command($"/api/parties/{second.Id}/submit").Refused(409, "IDENTITY_TAKEN");
        await first.Post("close", new { reason = "不再参与" });
        await Wait.Until(
            async () => (await second.Representative.Client.Command($"/api/parties/{second.Id}/submit")).IsSuccessStatusCode,
            "the credit code to be given back");
    }

    [Fact]
    public async Task The_centre_suspends_and_another_of_its_people_reinstates()
    {
        var party = await server.VerifiedOrganisation("丙示例公司");
        var (one, other) = (await server.Centre(CentreRole.Reviewer), await server.Centre(CentreRole.Reviewer, 2));
        await one.Client.Command($"/api/parties/{party.Id}/suspend", new { reason = "投诉待查" }).Ok();
        var suspended = await party.Get();
        Assert.Equal(("Suspended", "ByCentre"), (Status(suspended), suspended.GetProperty("suspension").GetString()));
        Assert.Equal("投诉待查", suspended.GetProperty("suspensionReason").GetString());
        await one.Client.Command($"/api/parties/{party.Id}/reinstate").Refused(403, "LIFTED_BY_ANOTHER");
        await other.Client.Command($"/api/parties/{party.Id}/reinstate").Ok();
        Assert.Equal("Verified", Status(await party.Get()));
    }

    [Fact]
    public async Task A_changed_account_suspends_until_verified_again_and_the_same_account_does_not()
    {
        var party = await server.VerifiedOrganisation("丁示例公司");
        object Form(string number) => new { holder = party.Applicant.Name, number, bank = "示例银行攀枝花分行" };
        await party.Put("bank-account", Form(party.Account));
        Assert.Equal("Verified", Status(await party.Get()));
        await party.Put("bank-account", Form("6222000000000001"));
        var changed = await party.Get();
        Assert.Equal(("Suspended", "ChangedFacts"), (Status(changed), changed.GetProperty("suspension").GetString()));
        await party.Post("submit");
        await server.Verify(party.Id);
        Assert.Equal("Verified", Status(await party.Get()));
    }

    [Fact]
    public async Task A_member_acts_for_the_party_once_he_accepts_and_no_longer_when_removed()
    {
        var party = await server.DraftOrganisation("戊示例公司");
        var agent = await server.SignUp($"agent{Guid.NewGuid():N}", Domain.Parties.Users.UserOrigin.SelfRegistered);
        await agent.Client.Get($"/api/parties/{party.Id}").Refused(404, "PARTY_UNKNOWN");
        var scan = await party.Representative.Client.Upload(party.Id, Newcomers.Scan()).Ok();
        var power = scan.GetProperty("sha256").GetString();
        await party.Post("members", new
        {
            email = agent.Email, role = "Agent", name = "代办人", powerSha256 = power, expiresAt = DateTimeOffset.UtcNow.AddDays(30),
        });
        await agent.Client.Get($"/api/parties/{party.Id}").Refused(404, "PARTY_UNKNOWN");
        var invited = Assert.Single((await agent.Client.Get("/api/me").Ok()).GetProperty("invitations").EnumerateArray());
        Assert.Equal(party.Id, invited.GetProperty("party").GetString());
        await agent.Accept(party.Id).Ok();
        var me = await agent.Client.Get("/api/me").Ok();
        Assert.Empty(me.GetProperty("invitations").EnumerateArray());
        Assert.Equal(party.Id, me.GetProperty("party").GetString());
        Assert.Equal("edit read-personal submit", Abilities(await Read(agent, party.Id)));
        await agent.Client.Command($"/api/parties/{party.Id}/members", new
        {
            email = agent.Email, role = "Representative", name = "代办人", powerSha256 = power, expiresAt = (DateTimeOffset?)null,
        }).Refused(403, "REPRESENTATIVES_ONLY");

        await party.Representative.Client.Delete($"/api/parties/{party.Id}/members/{agent.User}").Ok();
        Assert.Empty((await agent.Client.Get("/api/me").Ok()).GetProperty("parties").EnumerateArray());
        await agent.Client.Get($"/api/parties/{party.Id}").Refused(404, "PARTY_UNKNOWN");
    }

    [Fact]
    public async Task Who_is_named_by_a_stranger_stays_what_he_was_until_he_accepts()
    {
        var (rival, party) = (await server.DraftOrganisation("亥示例公司"), await server.DraftOrganisation("子示例公司"));
        var person = party.Representative;
        await rival.Post("members", new
        {
            email = person.Email, role = "Representative", name = "对手", powerSha256 = (string?)null, expiresAt = (string?)null,
        });
        var me = await person.Client.Get("/api/me").Ok();
        Assert.Equal(party.Id, me.GetProperty("party").GetString());
        Assert.Single(me.GetProperty("parties").EnumerateArray());
        Assert.Equal(
            [true, false],
            (await rival.Get()).GetProperty("members").EnumerateArray().Select(m => m.GetProperty("accepted").GetBoolean()));

        await rival.Representative.Client.Delete($"/api/parties/{rival.Id}/members/{person.User}").Ok();
        Assert.Empty((await person.Client.Get("/api/me").Ok()).GetProperty("invitations").EnumerateArray());
        await person.Accept(rival.Id).Refused(404, "NOT_INVITED");
    }

    [Fact]
    public async Task A_representative_who_removed_himself_gets_the_same_answer_again_and_nothing_more()
    {
        var party = await server.DraftOrganisation("酉示例公司");
        var successor = await server.SignUp($"successor{Guid.NewGuid():N}", Domain.Parties.Users.UserOrigin.SelfRegistered);
        await party.Post("members", new
        {
            email = successor.Email, role = "Representative", name = "接任人", powerSha256 = (string?)null, expiresAt = (string?)null,
        });
        var (client, path) = (party.Representative.Client, $"/api/parties/{party.Id}/members/{party.Representative.User}");
        await client.Delete(path).Refused(409, "LAST_REPRESENTATIVE");
        await successor.Accept(party.Id).Ok();
        var command = Guid.NewGuid();
        var first = await client.Delete(path, command).Ok();
        Assert.Equal(first.GetRawText(), (await client.Delete(path, command).Ok()).GetRawText());
        await client.Delete(path).Refused(404, "PARTY_UNKNOWN");
    }

    [Fact]
    public async Task A_repeated_form_with_another_text_is_another_request_and_an_old_version_is_not_overwritten()
    {
        var party = await server.DraftOrganisation("己示例公司");
        var (path, command) = ($"/api/parties/{party.Id}/contacts", Guid.NewGuid());
        var client = party.Representative.Client;
        var version = (await party.Get()).GetProperty("version").GetInt64();
        var first = await client.Put(path, new { mobile = "13912345678", mail = (string?)null }, command, version).Ok();
        var again = await client.Put(path, new { mobile = "139 1234 5678", mail = (string?)null }, command, version).Ok();
        Assert.Equal(first.GetRawText(), again.GetRawText());
        await client.Put(path, new { mobile = "13912345679", mail = (string?)null }, command, version)
            .Refused(422, "SAME_ID_OTHER_REQUEST");
        await client.Put(path, new { mobile = "13912345670", mail = (string?)null }, null, version)
            .Refused(412, "VERSION_CHANGED");
        Assert.Equal("13912345678", (await party.Get()).GetProperty("mobile").GetString());
    }

    private static async Task OnTheDesk(Person person, JsonElement written, string party, string waitsFor)
    {
        var pos = written.GetProperty("pos").GetInt64();
        var list = await person.Client.Get($"/api/parties?status=Submitted&waitsFor={waitsFor}&limit=200&after={pos}").Ok();
        var row = list.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetString() == party);
        Assert.Equal(waitsFor, row.GetProperty("waitsFor").GetString());
    }

    private static Task<JsonElement> Read(Person person, string party) => person.Client.Get($"/api/parties/{party}").Ok();

    private static string? Status(JsonElement party) => party.GetProperty("status").GetString();

    private static string Abilities(JsonElement party) => string.Join(
        ' ',
        party.GetProperty("abilities").EnumerateArray().Select(ability => ability.GetString()).Order(StringComparer.Ordinal));
}
