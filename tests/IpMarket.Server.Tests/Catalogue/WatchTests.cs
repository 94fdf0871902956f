using IpMarket.Domain.Parties;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Watching a patent over HTTP, and the notices that come of it.</summary>
[Collection(OneServer.Name)]
public sealed class WatchTests(MarketServer server)
{
    [Fact]
    public async Task A_watcher_is_told_of_what_happens_after_he_began_and_reads_it()
    {
        var seller = await server.Seller("攀枝花关注钒业有限公司");
        var path = "/api/patents/" + await seller.Enter();
        var watcher = (await server.Member("watcher-one")).Client;
        await watcher.Command($"{path}/watch").Ok();
        await watcher.Command($"{path}/watch").Refused(409, "WATCHED_ALREADY");
        Assert.Equal("unwatch", (await watcher.Get($"{path}/life").Ok()).GetProperty("abilities")[0].GetString());
        Assert.Equal(0, (await watcher.Get("/api/notices").Ok()).GetProperty("total").GetInt64());

        var handler = (await server.Centre(CentreRole.Handler)).Client;
        var written = await handler.Command($"{path}/legal-events", new
        {
            code = "GR01", on = "2024-05-31", note = (string?)null, termEndsOn = (string?)null, source = "公报",
        }).Ok();
        var pos = written.GetProperty("pos").GetInt64();
        var notices = await watcher.Get($"/api/notices?after={pos}").Ok();
        var notice = Assert.Single(notices.GetProperty("items").EnumerateArray());
        Assert.Equal(
            (pos, "Change", true, 1L),
            (notice.GetProperty("pos").GetInt64(), notice.GetProperty("kind").GetString(),
                notice.GetProperty("isUnread").GetBoolean(), notices.GetProperty("unread").GetInt64()));
        Assert.Equal("法律事件：GR01 授予专利权 2024-05-31", notice.GetProperty("text").GetString());
        Assert.Equal(1, notices.GetProperty("watched").GetArrayLength());

        await watcher.Command("/api/notices/read", new { upTo = pos }).Ok();
        await watcher.Command("/api/notices/read", new { upTo = pos }).Refused(409, "NOTICES_READ_ALREADY");
        await watcher.Command("/api/notices/read", new { upTo = long.MaxValue }).Refused(400, "PARAMETER_MALFORMED");
        Assert.Equal(0, (await watcher.Get("/api/notices").Ok()).GetProperty("unread").GetInt64());
    }

    [Fact]
    public async Task Who_watches_no_more_sees_nothing_and_each_sees_only_his_own()
    {
        var seller = await server.Seller("攀枝花不再关注钒业有限公司");
        var path = "/api/patents/" + await seller.Enter();
        var (one, other) = ((await server.Member("watcher-two")).Client, (await server.Member("watcher-three")).Client);
        await one.Command($"{path}/watch").Ok();
        Assert.Equal(0, (await other.Get("/api/notices").Ok()).GetProperty("watched").GetArrayLength());
        var end = await one.Delete($"{path}/watch").Ok();
        await one.Delete($"{path}/watch").Refused(409, "NOT_WATCHED");
        var after = await one.Get($"/api/notices?after={end.GetProperty("pos")}").Ok();
        Assert.Equal(0, after.GetProperty("watched").GetArrayLength());
        await one.Command("/api/patents/CN202299999998.4/watch").Refused(400, "WRONG_CHECK_CHARACTER");
    }
}
