using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Trading;

/// <summary>Enrolling and bidding over HTTP: who may, and what every refusal says.</summary>
[Collection(OneTradingMarket.Name)]
public sealed class BiddingTests(TradingMarket market)
{
    [Fact]
    public async Task The_seller_its_affiliates_the_unverified_and_the_centre_do_not_enrol()
    {
        var id = await market.Announce();
        var path = $"/api/auctions/{id}/enrolments";
        await market.Anonymous().Command(path).Refused(401, "NOT_SIGNED_IN");
        await (await market.Seller()).Client.Command(path).Refused(409, "BIDDER_BARRED");
        await (await market.Trader("an-affiliate")).Client.Command(path).Refused(409, "BIDDER_BARRED");
        await (await market.Cashier()).Client.Command(path).Refused(403, "CENTRE_PERSON");
        market.Parties.Status["party:unverified"] = OnboardingStatus.Submitted;
        await (await market.Trader("unverified")).Client.Command(path).Refused(409, "PARTY_NOT_VERIFIED");
        await (await market.Member("of-no-party")).Client.Command(path).Refused(409, "PARTY_NOT_VERIFIED");

        var fit = await market.Trader("fit");
        Assert.Equal("enrol", TradingMarket.Abilities(await market.Room(id, fit.Client)));
        Assert.Empty(TradingMarket.Abilities(await market.Room(id, (await market.Seller()).Client)));
        await fit.Client.Command(path).Ok();
        await fit.Client.Command(path).Refused(409, "ALREADY_ENROLLED");
        Assert.Equal("cancel-enrolment", TradingMarket.Abilities(await market.Room(id, fit.Client)));
    }

    [Fact]
    public async Task An_enrolment_is_cancelled_by_its_own_party_before_admission()
    {
        var (bidder, other) = (await market.Trader("canceller"), await market.Trader("other-enrolled"));
        var id = await market.Announce();
        await bidder.Client.Command($"/api/auctions/{id}/enrolments").Ok();
        await other.Client.Command($"/api/auctions/{id}/enrolments").Ok();
        var path = $"/api/auctions/{id}/enrolments/1/cancel";
        await market.Anonymous().Command(path).Refused(401, "NOT_SIGNED_IN");
        await other.Client.Command(path).Refused(404, "UNKNOWN_ENROLMENT");
        await bidder.Client.Command(path).Ok();
        await bidder.Client.Command(path).Refused(409, "ENROLMENT_DECIDED");
        await bidder.Client.Command($"/api/auctions/{id}/enrolments/x/cancel").Refused(404, "NOT_FOUND");
    }

    [Fact]
    public async Task A_bid_is_refused_with_the_reason_and_the_next_minimum()
    {
        var (bidder, enrolled) = (await market.Trader("bidder"), await market.Trader("not-paid"));
        var announced = await market.Announce();
        await bidder.Bid(announced, 10_000).Refused(409, "NOT_OPEN_YET");
        var id = await market.Open(bidder);
        await enrolled.Client.Command($"/api/auctions/{id}/enrolments").Ok();
        await market.Anonymous()
            .Command($"/api/auctions/{id}/bids", new { amount = TradingMarket.Fen(10_000) })
            .Refused(401, "NOT_SIGNED_IN");
        await enrolled.Bid(id, 10_000).Refused(403, "NOT_ADMITTED");
        await (await market.Seller()).Bid(id, 10_000).Refused(403, "NOT_ADMITTED");
        await (await market.Trader("an-affiliate")).Bid(id, 10_000).Refused(403, "NOT_ADMITTED");
        await (await market.Handler()).Client
            .Command($"/api/auctions/{id}/bids", new { amount = TradingMarket.Fen(10_000) })
            .Refused(403, "CENTRE_PERSON");
        await bidder.Bid(id, 9_999).Refused(409, "BELOW_NEXT_MINIMUM");
        await bidder.Bid(id, 10_000).Ok();

        var problem = (await bidder.Bid(id, 10_499).Refused(409, "BELOW_NEXT_MINIMUM")).GetProperty("figures");
        var position = (await market.Room(id)).GetProperty("position");
        Assert.Equal(10_500, problem.GetProperty("nextMinimum").GetProperty("fen").GetInt64());
        Assert.Equal(position.GetProperty("closesAt").GetString(), problem.GetProperty("closesAt").GetString());
        Assert.Equal(position.GetProperty("version").GetInt64(), problem.GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData("""{"amount":{"fen":-1,"currency":"CNY"}}""", 400, "AMOUNT_OUT_OF_RANGE")]
    [InlineData("""{"amount":{"fen":9000000000000000000,"currency":"CNY"}}""", 400, "AMOUNT_OUT_OF_RANGE")]
    [InlineData("""{"amount":{"fen":90000000000000000000,"currency":"CNY"}}""", 400, "MEMBER_MALFORMED")]
    [InlineData("""{"amount":{"fen":"1","currency":"CNY"}}""", 400, "MEMBER_MALFORMED")]
    [InlineData("""{"amount":{"fen":1,"currency":"USD"}}""", 400, "MEMBER_MALFORMED")]
    [InlineData("""{"amount":{"fen":1}}""", 400, "MEMBER_MALFORMED")]
    [InlineData("""{"amount":{"fen":1,"currency":"CNY"},"party":"party:x"}""", 400, "MEMBER_MALFORMED")]
    [InlineData("""{"amount":""", 400, "JSON_MALFORMED")]
    public async Task A_malformed_bid_is_told_so(string body, int status, string code)
    {
        var bidder = await market.Trader("malformed");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auctions/auction:unknown/bids")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        await bidder.Client.Ask(request).Refused(status, code);
    }

    [Fact]
    public async Task A_bid_on_nothing_is_unknown_and_without_a_command_id_is_refused()
    {
        var bidder = await market.Trader("malformed");
        await bidder.Bid("auction:unknown", 1).Refused(404, "UNKNOWN_AUCTION");
        await bidder.Client.Post("/api/auctions/auction:unknown/bids", new { amount = TradingMarket.Fen(1) })
            .Refused(400, "COMMAND_ID_MISSING");
    }

    [Fact]
    public async Task Bids_beyond_the_rooms_last_fifty_are_read_page_by_page()
    {
        var (anna, berta) = (await market.Trader("many-a"), await market.Trader("many-b"));
        var id = await market.Open(anna, berta);
        JsonElement last = default;
        for (var i = 0; i < Limits.RoomBidsMax + 5; i++)
            last = await WithinTheRate(i % 2 == 0 ? anna : berta, id, 10_000 + (500 * i));
        var room = await market.Room(id);
        Assert.Equal(Limits.RoomBidsMax, room.GetProperty("bids").GetArrayLength());
        var oldest = room.GetProperty("bids")[0].GetProperty("version").GetInt64();
        var pos = last.GetProperty("pos").GetInt64();
        var first = await market.Anonymous()
            .Get($"/api/auctions/{id}/bids?beforeVersion={oldest}&limit=3&after={pos}").Ok();
        var next = first.GetProperty("next").GetString();
        var second = await market.Anonymous().Get($"/api/auctions/{id}/bids?beforeVersion={next}&limit=3").Ok();
        Assert.Equal(
            [12_000L, 11_500, 11_000, 10_500, 10_000],
            first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray())
                .Select(bid => bid.GetProperty("amount").GetProperty("fen").GetInt64()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal(Limits.RoomBidsMax + 5, second.GetProperty("total").GetInt64());
        await market.Anonymous().Get($"/api/auctions/{id}/bids?beforeVersion=x").Refused(400, "PARAMETER_MALFORMED");

        var since = room.GetProperty("bids")[47].GetProperty("version").GetInt64();
        Assert.Equal(2, (await market.Room(id, since: since)).GetProperty("bids").GetArrayLength());
    }

    private static async Task<JsonElement> WithinTheRate(Trader trader, string auction, long fen)
    {
        while (true)
        {
            using var answer = await trader.Bid(auction, fen);
            if ((int)answer.StatusCode != 429) return await Task.FromResult(answer).Ok();
        }
    }
}
