using System.Text;
using System.Text.Json;
using IpMarket.Domain.Trading.EventFiles;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Trading;

/// <summary>A whole auction over HTTP and the hub, in real time.</summary>
[Collection(OneTradingMarket.Name)]
public sealed class WholeAuctionTests(TradingMarket market)
{
    private readonly List<string> publicTexts = [];

    [Fact]
    public async Task Two_bidders_one_late_bid_and_a_winner_whom_nobody_can_name()
    {
        var (anna, berta) = (await market.Trader("anna"), await market.Trader("berta"));
        await market.Ready();
        var id = await market.Announce(market.Terms(opensIn: 6, lasts: 6, softClose: 3));
        await using var watcher = await HubClient.Connect(market);
        await using var hub = await HubClient.Connect(market, berta.Person);
        var joined = await watcher.Join(id);
        await hub.Join(id);
        await market.Admit(id, anna, berta);
        await market.AwaitStatus(id, "Open");

        await anna.Bid(id, 10_000).Ok();
        var second = await hub.Bid(id, 10_500);
        Assert.True(second.GetProperty("accepted").GetBoolean(), second.GetRawText());
        Assert.Equal(11_000, second.GetProperty("nextMinimum").GetProperty("fen").GetInt64());
        var scheduled = second.GetProperty("closesAt").GetDateTimeOffset();
        await Wait.Until(() => market.Now >= scheduled.AddSeconds(-2), "the last seconds");
        var late = await anna.Bid(id, 11_000).Ok();
        Assert.Equal(
            late.GetProperty("at").GetDateTimeOffset().AddSeconds(3), late.GetProperty("closesAt").GetDateTimeOffset());
        Assert.True(late.GetProperty("closesAt").GetDateTimeOffset() > scheduled);

        await Wait.Until(() => watcher.Closes.Count == 1 && hub.Closes.Count == 1, "both lines to hear of the close");
        var result = watcher.Closes[0];
        Assert.Equal(("Sold", 1, 1), (
            result.GetProperty("outcome").GetString(),
            result.GetProperty("winner").GetInt32(),
            result.GetProperty("extensions").GetInt32()));
        Assert.Equal(late.GetProperty("closesAt").GetDateTimeOffset(), result.GetProperty("closedAt").GetDateTimeOffset());
        await anna.Bid(id, 12_000).Refused(409, "ALREADY_CLOSED");

        await TheRoomIsTheSameForWhoeverAsks(id, joined, watcher);
        await TheMoneyGoesBack(id);
        await TheEventFileSaysTheSame(id);
        NobodyIsNamed([anna, berta], [.. watcher.Moves, .. watcher.Closes]);
    }

    /// <summary>What was told since the joining is without a hole and ends where a snapshot stands.</summary>
    private async Task TheRoomIsTheSameForWhoeverAsks(string id, JsonElement joined, HubClient watcher)
    {
        var version = joined.GetProperty("version").GetInt64();
        foreach (var move in watcher.Moves)
        {
            Assert.Equal(version, move.GetProperty("fromVersion").GetInt64());
            version = move.GetProperty("position").GetProperty("version").GetInt64();
        }

        var room = await market.Room(id);
        await using var anew = await HubClient.Connect(market);
        var again = await anew.Join(id);
        Assert.Equal(version, room.GetProperty("version").GetInt64());
        foreach (var part in new[] { "position", "bids", "lot", "terms", "profile" })
            Assert.Equal(room.GetProperty(part).GetRawText(), again.GetProperty(part).GetRawText());
        Assert.Equal(
            room.GetProperty("bids").GetRawText(),
            JsonSerializer.Serialize(watcher.Moves.SelectMany(move => move.GetProperty("bids").EnumerateArray())));
        publicTexts.AddRange([joined.GetRawText(), again.GetRawText(), room.GetRawText()]);
        foreach (var path in new[] { "/bids", "?since=3" }) await Keep($"/api/auctions/{id}{path}");
        await Keep("/api/auctions?limit=200");
    }

    private async Task TheMoneyGoesBack(string id)
    {
        var berta = await market.Trader("berta");
        await Wait.Until(
            async () => await DepositState(id, berta) == "ToBeRefunded", "the loser's deposit to be due");
        Assert.Equal("HeldTowardsPrice", await DepositState(id, await market.Trader("anna")));
        var cashier = (await market.Cashier()).Client;
        var pay = new
        {
            bankSerial = TradingMarket.NextSerial(), amount = TradingMarket.Fen(1_000), valueTime = market.Now,
        };
        await cashier.Command($"/api/escrow/{TradingMarket.EscrowOf(id)}/refunds/1/pay", pay).Ok();
        Assert.Equal("Refunded", await DepositState(id, berta));
        await Wait.Until(() => market.Parties.Left.Any(left => left.Value), "the listing to be sold");
    }

    private async Task TheEventFileSaysTheSame(string id)
    {
        using var answer = await market.Anonymous().Get($"/api/auctions/{id}/events");
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.ToString());
        var file = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        publicTexts.Add(Encoding.UTF8.GetString(file));
        var finding = EventFileVerifier.Verify(new MemoryStream(file));
        Assert.Equal(EventFileResult.Sound, finding.Result);
        Assert.Equal("price ¥110.00\nextensions 1\nwinner 竞买人 1", finding.Summary!.Describe());
    }

    private void NobodyIsNamed(Trader[] bidders, IEnumerable<JsonElement> messages)
    {
        publicTexts.AddRange(messages.Select(message => message.GetRawText()));
        Assert.True(publicTexts.Count > 8);
        foreach (var text in publicTexts)
        {
            foreach (var bidder in bidders)
            {
                Assert.DoesNotContain(bidder.Party, text, StringComparison.Ordinal);
                Assert.DoesNotContain(bidder.Person.User, text, StringComparison.Ordinal);
                Assert.DoesNotContain(bidder.Name, text, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private async Task Keep(string path) =>
        publicTexts.Add((await market.Anonymous().Get(path).Ok()).GetRawText());

    private async Task<string?> DepositState(string id, Trader trader) =>
        (await market.Room(id, trader.Client)).GetProperty("mine").GetProperty("depositState").GetString();
}
