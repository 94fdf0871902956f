using System.Net;
using System.Text;
using System.Text.Json;
using IpMarket.Domain.Trading.EventFiles;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Trading;

/// <summary>Maxima, pre-emption and a step table from the terms to the room, over HTTP and the hub.</summary>
[Collection(OneTradingMarket.Name)]
public sealed class ProxyBiddingTests(TradingMarket market)
{
    private const long Secret = 98_765;

    [Fact]
    public async Task Maxima_and_matches_lead_as_the_table_says_and_no_maximum_is_told_to_another()
    {
        await market.Ready();
        var (owner, other, holder) = (
            await market.Trader("proxy-owner"), await market.Trader("proxy-other"), await market.Trader("proxy-holder"));
        var id = await market.Announce(Terms());
        await market.Admit(id, owner, other);
        await holder.Client.Command($"/api/auctions/{id}/enrolments").Ok();
        var right = new { rank = 1, source = "Law", reason = "共有人", evidence = "登记簿副本" };
        await (await market.Handler()).Client.Command($"/api/auctions/{id}/enrolments/3/preemption", right).Ok();
        var number = (await market.Room(id, holder.Client)).GetProperty("mine").GetProperty("number").GetInt32();
        await TradingMarket.AwaitDeposit((await market.Cashier()).Client, id, number);
        await (await market.Cashier()).Client.Command(
            $"/api/escrow/{TradingMarket.EscrowOf(id)}/receipts", market.Receipt(number, "own-proxy-holder")).Ok();
        await market.AwaitStatus(id, "Open");

        var command = Guid.NewGuid();
        var set = await SetProxy(owner, id, Secret, command).Ok();
        Assert.Equal(set.GetRawText(), (await SetProxy(owner, id, Secret, command).Ok()).GetRawText());
        Assert.Equal((10_000, true), (Fen(set, "price"), set.GetProperty("leading").GetBoolean()));
        await SetProxy(owner, id, Secret - 1, command).Refused(422, "SAME_ID_OTHER_REQUEST");

        var passed = await other.Bid(id, 20_000).Ok();
        Assert.False(passed.GetProperty("leading").GetBoolean());
        Assert.Equal(22_000, Fen(passed, "nextMinimum"));
        await using var line = await HubClient.Connect(market, other.Person);
        await line.Refused("BELOW_NEXT_MINIMUM", "SetProxy", id, Guid.NewGuid().ToString(), 21_999L);
        await line.Refused("AMOUNT_OUT_OF_RANGE", "SetProxy", id, Guid.NewGuid().ToString(), -1L);
        await line.Refused("NO_PREEMPTION", "MatchPrice", id, Guid.NewGuid().ToString(), 21_000L);

        var matched = await holder.Client
            .Command($"/api/auctions/{id}/match", new { price = TradingMarket.Fen(21_000) }).Ok();
        Assert.False(matched.GetProperty("leading").GetBoolean());
        var room = await market.Room(id, owner.Client);
        Assert.Equal((1, 22_000), (room.GetProperty("position").GetProperty("leader").GetInt32(),
            Fen(room.GetProperty("position"), "price")));
        Assert.Equal(Secret, Fen(room.GetProperty("mine").GetProperty("proxy"), "maximum"));
        Assert.Equal("bid set-proxy", TradingMarket.Abilities(room));

        var lowered = await SetProxy(owner, id, null).Ok();
        Assert.Equal(JsonValueKind.Null, lowered.GetProperty("price").ValueKind);
        var taken = await holder.Client
            .Command($"/api/auctions/{id}/match", new { price = TradingMarket.Fen(22_000) }).Ok();
        Assert.True(taken.GetProperty("leading").GetBoolean());
        Assert.Equal("Match", (await market.Anonymous().Get(
            $"/api/auctions/{id}/bids?after={taken.GetProperty("pos").GetInt64()}").Ok())
            .GetProperty("items")[0].GetProperty("kind").GetString());

        // I13: whatever another is shown of it, the maximum is not in it.
        foreach (var client in new[] { market.Anonymous(), other.Client, holder.Client, (await market.Handler()).Client })
        {
            foreach (var path in new[] { "", "/bids", "/events", "/bundle", Receipt(set), Receipt(matched) })
            {
                var told = await client.GetStringAsync(
                    $"/api/auctions/{id}{path}", TestContext.Current.CancellationToken);
                Assert.DoesNotContain($"{Secret}", told, StringComparison.Ordinal);
            }
        }

        // A receipt shows its own bidder his maximum; the one of the bid it beat does not.
        Assert.Contains($"{Secret}", await Disclosed(owner, id, set), StringComparison.Ordinal);
        Assert.DoesNotContain($"{Secret}", await Disclosed(holder, id, matched), StringComparison.Ordinal);
        using var foreign = await other.Client.Get($"/api/auctions/{id}{Receipt(set)}?disclose=true");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    [Fact]
    public async Task Who_may_not_bid_may_neither_set_nor_match_nor_record()
    {
        var trader = await market.Trader("proxy-nobody");
        var id = await market.Open();
        await SetProxy(market.Anonymous(), id, 1).Refused(401, "NOT_SIGNED_IN");
        await SetProxy(trader, id, 10_000).Refused(403, "NOT_ADMITTED");
        await SetProxy(trader, id, -1).Refused(400, "AMOUNT_OUT_OF_RANGE");
        var path = $"/api/auctions/{id}/match";
        var price = new { price = TradingMarket.Fen(1) };
        await market.Anonymous().Command(path, price).Refused(401, "NOT_SIGNED_IN");
        await trader.Client.Command(path, price).Refused(403, "NOT_ADMITTED");
        await trader.Client.Command(path, new { }).Refused(400, "MEMBER_MALFORMED");
        path = $"/api/auctions/{id}/enrolments/1/preemption";
        var right = new { rank = 1, source = "Law", reason = "r", evidence = "e" };
        await market.Anonymous().Command(path, right).Refused(401, "NOT_SIGNED_IN");
        await trader.Client.Command(path, right).Refused(403, "NOT_ALLOWED");
        await (await market.Handler()).Client.Command(path, right).Refused(409, "PREEMPTION_NOT_TAKEN");
        await (await market.Handler()).Client.Command(path, new { rank = 1 }).Refused(400, "MEMBER_MALFORMED");
    }

    private static string Receipt(JsonElement taken) => $"/bids/{taken.GetProperty("record").GetInt64()}/receipt";

    private static async Task<string> Disclosed(Trader trader, string id, JsonElement taken)
    {
        var file = await trader.Client.GetByteArrayAsync(
            $"/api/auctions/{id}{Receipt(taken)}?disclose=true", TestContext.Current.CancellationToken);
        var finding = EventFileVerifier.Verify(new MemoryStream(file));
        Assert.True(finding.Result == EventFileResult.Sound, EventFileVerifier.Describe(finding));
        return Encoding.UTF8.GetString(file);
    }

    private object Terms()
    {
        var opens = market.Now.AddSeconds(10);
        return new
        {
            startPrice = TradingMarket.Fen(10_000),
            step = TradingMarket.Fen(0),
            reserve = (object?)null,
            opensAt = opens,
            closesAt = opens.AddSeconds(3_600),
            softCloseSeconds = 2,
            deposit = TradingMarket.Fen(1_000),
            stepTable = new
            {
                kind = "Tiered",
                tiers = new[]
                {
                    new { from = TradingMarket.Fen(0), step = TradingMarket.Fen(500) },
                    new { from = TradingMarket.Fen(20_000), step = TradingMarket.Fen(1_000) },
                },
            },
            takesProxies = true,
            hasPreemption = true,
        };
    }

    private static Task<HttpResponseMessage> SetProxy(Trader trader, string id, long? fen, Guid? command = null) =>
        SetProxy(trader.Client, id, fen, command);

    private static Task<HttpResponseMessage> SetProxy(HttpClient client, string id, long? fen, Guid? command = null) =>
        client.Command(
            $"/api/auctions/{id}/proxy", new { maximum = fen is { } most ? TradingMarket.Fen(most) : null }, command);

    private static long Fen(JsonElement resource, string member) =>
        resource.GetProperty(member).GetProperty("fen").GetInt64();
}
