using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Users;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Parties;

[Collection(OneServer.Name)]
public sealed class ApprovalRoutesTests(MarketServer server)
{
    private const string Path = "/api/approval-routes";

    [Fact]
    public async Task An_approver_sets_routes_within_their_form_and_the_centres_people_read_them()
    {
        var approver = await server.Centre(CentreRole.Approver);
        var steps = Steps("Handler", "Reviewer", "Approver");
        await approver.Client.Put(Path + "/Auction", steps).Ok();
        var routes = await (await server.Centre(CentreRole.Supervisor)).Client.Get(Path).Ok();
        Assert.Equal(3, Route(routes, "Auction").GetProperty("steps").GetArrayLength());
        Assert.Equal(2, Route(routes, "Auction").GetProperty("minimum").GetInt32());
        Assert.Empty(routes.GetProperty("abilities").EnumerateArray());
        Assert.NotEmpty((await approver.Client.Get(Path).Ok()).GetProperty("abilities").EnumerateArray());

        await approver.Client.Put(Path + "/Auction", Steps("Reviewer", "Handler"))
            .Refused(409, "ROUTE_MALFORMED");
        await approver.Client.Put(Path + "/Listing", Steps("Handler")).Refused(409, "ROUTE_TOO_SHORT");
        await approver.Client.Put(Path + "/Auction", Steps("Nobody")).Refused(400, "MEMBER_MALFORMED");
        await approver.Client.Put(Path + "/7", steps).Refused(404, "NOT_FOUND");
        await server.Anonymous().Put(Path + "/Auction", steps).Refused(401, "NOT_SIGNED_IN");
        await server.Anonymous().Get(Path).Refused(401, "NOT_SIGNED_IN");
        await (await server.Member("no-office")).Client.Get(Path).Refused(403, "NOT_ALLOWED");
        await (await server.Centre(CentreRole.Reviewer)).Client.Put(Path + "/Auction", steps).Refused(403, "NOT_ALLOWED");
        await approver.Client.Put(Path + "/Auction", Steps("Handler", "Reviewer")).Ok();
    }

    [Fact]
    public async Task A_deputy_takes_the_holders_step_from_the_first_day_to_the_end()
    {
        var approver = await server.Centre(CentreRole.Approver);
        var reviewer = await server.Centre(CentreRole.Reviewer, 3);
        var deputy = await server.SignUp($"deputy{Guid.NewGuid():N}", UserOrigin.FirstAdministrator, CentreRole.Accountant);
        var party = await server.DraftOrganisation("辰示例公司");
        await party.Post("submit");
        await (await server.Centre(CentreRole.Handler)).Client.Command($"/api/parties/{party.Id}/handle").Ok();
        var verify = $"/api/parties/{party.Id}/verify";
        await deputy.Client.Command(verify).Refused(404, "PARTY_UNKNOWN");

        await approver.Client.Command(Path + "/deputies", Deputy(reviewer, deputy, DateTimeOffset.UtcNow.AddDays(-1))).Ok();
        await deputy.Client.Command(verify).Ok();

        var mine = (await approver.Client.Get(Path).Ok()).GetProperty("deputies").EnumerateArray()
            .Last().GetProperty("id").GetString();
        var end = Guid.NewGuid();
        var first = await approver.Client.Delete($"{Path}/deputies/{mine}", end).Ok();
        Assert.Equal(first.GetRawText(), (await approver.Client.Delete($"{Path}/deputies/{mine}", end).Ok()).GetRawText());
        await approver.Client.Delete($"{Path}/deputies/{mine}").Refused(404, "DEPUTYSHIP_UNKNOWN");
        await approver.Client.Delete($"{Path}/deputies/nothing").Refused(404, "DEPUTYSHIP_UNKNOWN");
        await deputy.Client.Get($"/api/parties/{party.Id}").Refused(404, "PARTY_UNKNOWN");
    }

    [Fact]
    public async Task A_deputyship_ends_with_the_holders_role()
    {
        var approver = await server.Centre(CentreRole.Approver);
        var holder = await server.SignUp($"holder{Guid.NewGuid():N}", UserOrigin.FirstAdministrator, CentreRole.Reviewer);
        var deputy = await server.SignUp($"deputy{Guid.NewGuid():N}", UserOrigin.FirstAdministrator, CentreRole.Accountant);
        await approver.Client.Command(Path + "/deputies", Deputy(holder, deputy, DateTimeOffset.UtcNow.AddDays(-1))).Ok();
        Assert.Contains("use-review-desk", Abilities(await deputy.Client.Get("/api/me").Ok()), StringComparer.Ordinal);
        var administrator = await server.Centre(CentreRole.Administrator);
        await administrator.Client.Command($"/api/users/{holder.User}/revoke", new { role = "Reviewer" }).Ok();
        await Wait.Until(
            async () => !Abilities(await deputy.Client.Get("/api/me").Ok()).Contains("use-review-desk", StringComparer.Ordinal),
            "the deputy to lose the desk");
    }

    [Fact]
    public async Task Only_an_approver_names_deputies_and_the_centres_people_only()
    {
        var approver = await server.Centre(CentreRole.Approver);
        var reviewer = await server.Centre(CentreRole.Reviewer);
        var member = await server.Member("would-be-deputy");
        var now = DateTimeOffset.UtcNow;
        await approver.Client.Command(Path + "/deputies", Deputy(reviewer, member, now)).Refused(409, "DEPUTY_NOT_ELIGIBLE");
        await approver.Client.Command(Path + "/deputies", Deputy(reviewer, reviewer, now)).Refused(409, "OWN_DEPUTY");
        await reviewer.Client.Command(Path + "/deputies", Deputy(reviewer, approver, now)).Refused(403, "NOT_ALLOWED");
        await reviewer.Client.Delete(Path + "/deputies/x").Refused(403, "NOT_ALLOWED");
        await server.Anonymous().Command(Path + "/deputies", Deputy(reviewer, approver, now)).Refused(401, "NOT_SIGNED_IN");
        await server.Anonymous().Delete(Path + "/deputies/x").Refused(401, "NOT_SIGNED_IN");
        await approver.Client.Command(Path + "/deputies", new { role = "Reviewer" }).Refused(400, "MEMBER_MALFORMED");
    }

    private static object Steps(params string[] steps) => new { steps };

    private static object Deputy(Person holder, Person deputy, DateTimeOffset from) => new
    {
        role = "Reviewer", holderEmail = holder.Email, deputyEmail = deputy.Email, from, until = from.AddDays(10),
    };

    private static JsonElement Route(JsonElement routes, string kind) => routes.GetProperty("routes").EnumerateArray()
        .Single(route => route.GetProperty("kind").GetString() == kind);

    private static List<string> Abilities(JsonElement me) =>
        [.. me.GetProperty("abilities").EnumerateArray().Select(ability => ability.GetString()!)];
}
