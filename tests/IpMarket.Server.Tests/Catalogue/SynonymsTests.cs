using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>The centre's list of synonyms over HTTP, on a server of its own: it is in force for every search.</summary>
public sealed class SynonymsTests(MarketServer server) : IClassFixture<MarketServer>
{
    private const string Path = "/api/synonyms";

    [Fact]
    public async Task The_centre_sets_its_own_list_it_is_in_force_and_the_house_s_comes_back()
    {
        var handler = await server.Centre(CentreRole.Handler);
        var recorded = await handler.Client.Command(
            "/api/patents", Sellers.Form("CN201210288271.2").With("titleZh", "一种由钒渣制备偏钒酸钾的方法")).Ok();
        Assert.Equal(1, await Found("vanadium%20slag", recorded.GetProperty("pos").GetInt64()));
        var house = await handler.Client.Get(Path).Ok();
        Assert.False(house.GetProperty("isOwn").GetBoolean());
        Assert.Equal(JsonValueKind.Null, house.GetProperty("changedAt").ValueKind);
        Assert.Equal("set", house.GetProperty("abilities")[0].GetString());

        var command = Guid.NewGuid();
        var set = await handler.Client.Put(Path, List("黑渣", "钒渣"), command).Ok();
        Assert.Equal(
            set.GetRawText(), (await handler.Client.Put(Path, List("黑渣", "钒渣"), command).Ok()).GetRawText());
        Assert.Equal(1, await Found("黑渣", set.GetProperty("pos").GetInt64()));
        Assert.Equal(0, await Found("vanadium%20slag", 0));
        var own = await (await server.Centre(CentreRole.Supervisor)).Client.Get(Path).Ok();
        Assert.True(own.GetProperty("isOwn").GetBoolean());
        Assert.NotEmpty(own.GetProperty("changedBy").GetString()!);
        Assert.Equal("黑渣", own.GetProperty("groups")[0].GetProperty("terms")[0].GetString());
        Assert.Equal(0, own.GetProperty("abilities").GetArrayLength());

        var reset = await handler.Client.Delete(Path).Ok();
        Assert.Equal(1, await Found("vanadium%20slag", reset.GetProperty("pos").GetInt64()));
        await handler.Client.Delete(Path).Refused(409, "SYNONYMS_NOT_CHANGED");
    }

    [Fact]
    public async Task Who_may_not_and_what_is_not_taken()
    {
        var handler = (await server.Centre(CentreRole.Handler)).Client;
        await handler.Put(Path, List("钒")).Refused(400, "SYNONYM_GROUP_SIZE");
        await handler.Put(Path, List("钒", "，")).Refused(400, "SYNONYM_MALFORMED");
        await server.Anonymous().Get(Path).Refused(401, "NOT_SIGNED_IN");
        await server.Anonymous().Put(Path, List("钒", "V")).Refused(401, "NOT_SIGNED_IN");
        await server.Anonymous().Delete(Path).Refused(401, "NOT_SIGNED_IN");
        var member = (await server.Member("no-office")).Client;
        await member.Get(Path).Refused(403, "NOT_ALLOWED");
        await member.Put(Path, List("钒", "V")).Refused(403, "NOT_ALLOWED");
        await member.Delete(Path).Refused(403, "NOT_ALLOWED");
        await (await server.Centre(CentreRole.Cashier)).Client.Put(Path, List("钒", "V")).Refused(403, "NOT_ALLOWED");
    }

    /// <summary>A search asks what is in force when it runs; the list is applied before its position is.</summary>
    private async Task<int> Found(string text, long after)
    {
        var found = await Requests.Patiently(
            () => server.Anonymous().Get($"/api/catalogue?q={text}&after={after}")).Ok();
        return found.GetProperty("total").GetInt32();
    }

    private static object List(params string[] terms) => new { groups = new[] { new { kind = "Term", terms } } };
}
