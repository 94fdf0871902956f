using System.Text.Json;
using IpMarket.Domain.Trading.EventFiles;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Trading;

/// <summary>A descending auction over HTTP and the hub, to its public file: ¥100.00 to ¥85.00 by ¥5.00.</summary>
[Collection(OneTradingMarket.Name)]
public sealed class DescendingTests(TradingMarket market)
{
    [Fact]
    public async Task The_first_to_take_the_price_of_the_clock_has_bought_and_its_file_shows_it()
    {
        await market.Ready();
        var (one, two) = (await market.Trader("dutch-one"), await market.Trader("dutch-two"));
        var id = await market.Announce(Terms(opensIn: 8, interval: 3_600));
        await market.Admit(id, one, two);
        await market.AwaitStatus(id, "Open");
        await Take(two, id, 9_500).Refused(409, "PRICE_MOVED");
        await one.Bid(id, 10_000).Refused(409, "ANOTHER_PROTOCOL");
        var room = await market.Room(id, one.Client);
        Assert.Equal("take-price", TradingMarket.Abilities(room));
        Assert.Equal(JsonValueKind.Null, room.GetProperty("position").GetProperty("price").ValueKind);

        await using var line = await HubClient.Connect(market, two.Person);
        await line.Refused("AMOUNT_OUT_OF_RANGE", "TakePrice", id, Guid.NewGuid().ToString(), -1L);
        await line.Refused("PRICE_MOVED", "TakePrice", id, Guid.NewGuid().ToString(), 10_001L);
        var command = Guid.NewGuid();
        var taken = await Take(one, id, 10_000, command).Ok();
        Assert.Equal(taken.GetRawText(), (await Take(one, id, 10_000, command).Ok()).GetRawText());
        Assert.Equal(10_000, taken.GetProperty("price").GetProperty("fen").GetInt64());
        await line.Refused("ALREADY_CLOSED", "TakePrice", id, Guid.NewGuid().ToString(), 10_000L);

        var position = (await market.Room(id)).GetProperty("position");
        var result = position.GetProperty("result");
        Assert.Equal(("Sold", 1), (result.GetProperty("outcome").GetString(), result.GetProperty("winner").GetInt32()));
        Assert.Equal(taken.GetProperty("at").GetString(), result.GetProperty("closedAt").GetString());
        Assert.Equal(result.GetProperty("closedAt").GetString(), position.GetProperty("closesAt").GetString());
        foreach (var path in new[] { "events", "bundle", $"bids/{taken.GetProperty("record").GetInt64()}/receipt" })
        {
            var file = await market.Anonymous().GetByteArrayAsync(
                $"/api/auctions/{id}/{path}", TestContext.Current.CancellationToken);
            var finding = EventFileVerifier.Verify(new MemoryStream(file));
            Assert.True(finding.Result == EventFileResult.Sound, EventFileVerifier.Describe(finding));
            if (path != "events") continue;
            Assert.Equal((10_000, 1), (finding.Summary!.Price!.Value.Fen, finding.Summary.Result!.Winner));
        }

        var bids = await market.Anonymous().Get($"/api/auctions/{id}/bids?after={taken.GetProperty("pos").GetInt64()}").Ok();
        Assert.Equal("Take", bids.GetProperty("items")[0].GetProperty("kind").GetString());
        var listed = await market.Anonymous().Get("/api/auctions?status=Closed&limit=100").Ok();
        Assert.Equal("Dutch", listed.GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("id").GetString() == id).GetProperty("protocol").GetString());
    }

    [Fact]
    public async Task A_buy_now_price_is_taken_while_nobody_bid()
    {
        await market.Ready();
        var (one, two) = (await market.Trader("now-one"), await market.Trader("now-two"));
        var opens = market.Now.AddSeconds(8);
        var id = await market.Announce(new
        {
            startPrice = TradingMarket.Fen(10_000), step = TradingMarket.Fen(500), reserve = (object?)null,
            opensAt = opens, closesAt = opens.AddHours(1), softCloseSeconds = 2, deposit = TradingMarket.Fen(1_000),
            buyNow = TradingMarket.Fen(20_000),
        });
        await market.Admit(id, one, two);
        await market.AwaitStatus(id, "Open");
        Assert.Equal("bid take-price", TradingMarket.Abilities(await market.Room(id, one.Client)));
        await Take(two, id, 19_999).Refused(409, "PRICE_MOVED");
        await Take(two, id, 20_000).Ok();
        await one.Bid(id, 10_000).Refused(409, "ALREADY_CLOSED");
        var result = (await market.Room(id)).GetProperty("position").GetProperty("result");
        Assert.Equal((2, 20_000), (
            result.GetProperty("winner").GetInt32(), result.GetProperty("price").GetProperty("fen").GetInt64()));
    }

    [Fact]
    public async Task A_clock_that_is_stopped_shows_where_it_stands_and_one_that_runs_out_sells_nothing()
    {
        await market.Ready();
        var trader = await market.Trader("dutch-late");
        var id = await market.Announce(Terms(opensIn: 6, interval: 2));
        await market.Admit(id, trader);
        await market.AwaitStatus(id, "Closed");
        var result = (await market.Room(id)).GetProperty("position").GetProperty("result");
        Assert.Equal(("NoSale", "NO_BIDS"),
            (result.GetProperty("outcome").GetString(), result.GetProperty("noSale").GetString()));
        await Take(trader, id, 8_500).Refused(409, "ALREADY_CLOSED");

        var stopped = await market.Announce(Terms(opensIn: 3, interval: 600));
        await market.AwaitStatus(stopped, "Open");
        var reviewer = (await market.Reviewer()).Client;
        await reviewer.Command($"/api/auctions/{stopped}/suspend", new { reason = "查证" }).Ok();
        var position = (await market.Room(stopped)).GetProperty("position");
        Assert.Equal(10_000, position.GetProperty("clockStands").GetProperty("fen").GetInt64());
    }

    [Fact]
    public async Task Who_may_not_bid_may_not_take_and_what_is_no_clock_is_not_proposed()
    {
        var trader = await market.Trader("dutch-nobody");
        var id = await market.Announce(Terms(opensIn: 3, interval: 600));
        await market.AwaitStatus(id, "Open");
        await Take(market.Anonymous(), id, 10_000).Refused(401, "NOT_SIGNED_IN");
        await Take(trader, id, 10_000).Refused(403, "NOT_ADMITTED");
        await Take(trader, id, -1).Refused(400, "AMOUNT_OUT_OF_RANGE");
        await trader.Client.Command($"/api/auctions/{id}/take", new { }).Refused(400, "MEMBER_MALFORMED");
        var seller = (await market.Seller()).Client;
        await seller.Command("/api/auctions", new
        {
            listing = TradingMarket.NextListing(), terms = Terms(3_600, 600, floorFen: 10_000),
        }).Refused(409, "FLOOR_OUT_OF_BOUNDS");
    }

    private static Task<HttpResponseMessage> Take(Trader trader, string id, long fen, Guid? command = null) =>
        Take(trader.Client, id, fen, command);

    private static Task<HttpResponseMessage> Take(HttpClient client, string id, long fen, Guid? command = null) =>
        client.Command($"/api/auctions/{id}/take", new { price = TradingMarket.Fen(fen) }, command);

    private object Terms(double opensIn, int interval, long floorFen = 8_500)
    {
        var opens = market.Now.AddSeconds(opensIn);
        return new
        {
            protocol = "Dutch",
            startPrice = TradingMarket.Fen(10_000),
            step = TradingMarket.Fen(500),
            reserve = TradingMarket.Fen(floorFen),
            opensAt = opens,
            closesAt = opens,
            softCloseSeconds = 0,
            deposit = TradingMarket.Fen(1_000),
            clock = new { intervalSeconds = interval },
        };
    }
}
