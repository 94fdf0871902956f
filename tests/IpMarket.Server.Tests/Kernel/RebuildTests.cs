using IpMarket.Domain.Parties;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Kernel;

[Collection(OneServer.Name)]
public sealed class RebuildTests(MarketServer server)
{
    private const string Route = "/api/rebuild";

    [Fact]
    public async Task Nobody_else_than_an_administrator_rebuilds()
    {
        var handler = (await server.Centre(CentreRole.Handler)).Client;
        await server.Anonymous().Get(Route).Refused(401, "NOT_SIGNED_IN");
        await server.Anonymous().Command(Route).Refused(401, "NOT_SIGNED_IN");
        await handler.Get(Route).Refused(403, "NOT_ALLOWED");
        await handler.Command(Route).Refused(403, "NOT_ALLOWED");
    }

    [Fact]
    public async Task A_rebuild_needs_a_command_id() =>
        await (await server.Centre(CentreRole.Administrator)).Client.Post(Route).Refused(400, "COMMAND_ID_MISSING");

    [Fact]
    public async Task Views_and_index_are_made_anew_up_to_the_journals_end_and_nothing_is_stored()
    {
        var administrator = (await server.Centre(CentreRole.Administrator)).Client;
        await server.Centre(CentreRole.Host, 7);
        var before = await server.Journal.LastPos(TestContext.Current.CancellationToken);
        await administrator.Command(Route).Ok();
        await Wait.Until(
            async () =>
            {
                var status = await administrator.Get(Route).Ok();
                return status.GetProperty("rebuilding").ValueKind == System.Text.Json.JsonValueKind.Null
                    && status.GetProperty("followers").EnumerateArray()
                        .All(follower => follower.GetProperty("pos").GetInt64() >= before);
            },
            "every follower to be at the journal's end again");
        var after = await administrator.Get(Route).Ok();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, after.GetProperty("failed").ValueKind);
        Assert.Contains(
            after.GetProperty("followers").EnumerateArray(),
            follower => follower.GetProperty("name").GetString() == "views-parties");
    }
}
