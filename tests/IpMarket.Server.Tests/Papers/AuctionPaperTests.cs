using System.Text.Json;
using IpMarket.Server.Tests.Trading;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Papers;

/// <summary>From deposit to hammer over HTTP, and the papers each sees in the room.</summary>
[Collection(OneTradingMarket.Name)]
public sealed class AuctionPaperTests(TradingMarket market)
{
    [Fact]
    public async Task Everybody_sees_in_the_room_the_papers_that_are_for_him()
    {
        var (winner, other) = (await market.Trader("paper-winner"), await market.Trader("paper-other"));
        var id = await market.Announce(market.Terms(opensIn: 6, lasts: 6));
        await market.Admit(id, winner, other);
        await market.AwaitStatus(id, "Open");
        await winner.Bid(id, 10_000).Ok();
        await market.AwaitStatus(id, "Closed");
        await Wait.Until(
            async () => Kinds(await market.Room(id, (await market.Seller()).Client), "papers").Contains("成交确认书"),
            $"the papers of {id}");

        Assert.Equal("公告 竞价记录", Kinds(await market.Room(id), "papers"));
        var mine = (await market.Room(id, winner.Client)).GetProperty("mine");
        Assert.Equal("保证金收据 竞买资格确认书 成交确认书", Kinds(mine, "papers"));
        var others = (await market.Room(id, other.Client)).GetProperty("mine");
        Assert.Equal("保证金收据 竞买资格确认书", Kinds(others, "papers"));

        var number = mine.GetProperty("papers")[2].GetProperty("number").GetString();
        using var page = await winner.Client.Get($"/api/papers/{number}/file");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.All(
            ["公司-seller", "公司-paper-winner", "人民币壹佰元整", "人民币玖拾元整", "示例"],
            text => Assert.Contains(text, html, StringComparison.Ordinal));
        await other.Client.Get($"/api/papers/{number}/file").Refused(403, "NOT_ALLOWED");
    }

    private static string Kinds(JsonElement resource, string member) => string.Join(
        ' ', resource.GetProperty(member).EnumerateArray().Select(paper => paper.GetProperty("kind").GetString()));
}
