using IpMarket.Domain.Parties;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Trading;

/// <summary>Proposal, draft, publication, suspension, cancellation: who may, and what is refused.</summary>
[Collection(OneTradingMarket.Name)]
public sealed class PreparationTests(TradingMarket market)
{
    [Fact]
    public async Task A_proposal_is_the_sellers_and_within_the_markets_limits()
    {
        var (seller, other) = ((await market.Seller()).Client, (await market.Trader("no-seller")).Client);
        var body = new { listing = TradingMarket.NextListing(), terms = market.Terms() };
        await market.Anonymous().Command("/api/auctions", body).Refused(401, "NOT_SIGNED_IN");
        await other.Command("/api/auctions", body).Refused(403, "NOT_THE_SELLER");
        await seller.Command("/api/auctions", body with { listing = "patent:1" }).Refused(400, "MEMBER_MALFORMED");
        await seller.Command("/api/auctions", new { listing = body.listing }).Refused(400, "MEMBER_MALFORMED");
        await seller.Command("/api/auctions", body with { terms = market.Terms(reserveFen: 1) })
            .Refused(409, "RESERVE_OUT_OF_BOUNDS");
        var commandId = Guid.NewGuid();
        var first = await seller.Command("/api/auctions", body, commandId).Ok();
        var again = await seller.Command("/api/auctions", body, commandId).Ok();
        Assert.Equal(first.GetRawText(), again.GetRawText());
    }

    [Fact]
    public async Task A_seller_replaces_his_proposal_until_it_is_announced()
    {
        var id = await market.Propose(market.Terms());
        var (seller, other) = ((await market.Seller()).Client, (await market.Trader("no-seller")).Client);
        var body = new { terms = market.Terms(reserveFen: 20_000) };
        await market.Anonymous().Command($"/api/auctions/{id}/propose", body).Refused(401, "NOT_SIGNED_IN");
        await other.Command($"/api/auctions/{id}/propose", body).Refused(404, "UNKNOWN_AUCTION");
        await seller.Command($"/api/auctions/{id}/propose", body).Ok();
        var room = await market.Room(id, seller);
        Assert.Equal(20_000, room.GetProperty("terms").GetProperty("reserve").GetProperty("fen").GetInt64());
        Assert.Equal("propose cancel", TradingMarket.Abilities(room));
        var announced = await market.Announce();
        await seller.Command($"/api/auctions/{announced}/propose", body).Refused(409, "WRONG_STATUS");
    }

    [Fact]
    public async Task A_draft_is_seen_by_its_seller_and_the_desks_only()
    {
        var id = await market.Draft(market.Terms());
        foreach (var path in new[] { "", "/bids", "/events" })
            await market.Anonymous().Get($"/api/auctions/{id}{path}").Refused(404, "UNKNOWN_AUCTION");
        await (await market.Trader("curious")).Client.Get($"/api/auctions/{id}").Refused(404, "UNKNOWN_AUCTION");
        await (await market.Seller()).Client.Get($"/api/auctions/{id}/events").Refused(404, "UNKNOWN_AUCTION");
        await market.Room(id, (await market.Seller()).Client);
        var supervisor = await market.Room(id, (await market.Centre(CentreRole.Supervisor)).Client);
        Assert.Empty(TradingMarket.Abilities(supervisor));
        var reviewer = await market.Room(id, (await market.Reviewer()).Client);
        Assert.Equal("publish cancel", TradingMarket.Abilities(reviewer));
        Assert.Equal("Reviewer", reviewer.GetProperty("waitsFor").GetString());
        Assert.Equal("Handler-1", reviewer.GetProperty("steps")[0].GetProperty("name").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, reviewer.GetProperty("dutyNote").ValueKind);
        var handler = await market.Room(id, (await market.Handler()).Client);
        Assert.Contains("复核", handler.GetProperty("dutyNote").GetString(), StringComparison.Ordinal);
        await market.Anonymous().Get("/api/auctions/auction:unknown").Refused(404, "UNKNOWN_AUCTION");
        await market.Anonymous().Get("/api/auctions/listing:1").Refused(404, "NOT_FOUND");
    }

    [Fact]
    public async Task Drafting_is_the_handlers_and_publishing_another_persons()
    {
        var terms = market.Terms();
        var id = await market.Propose(terms);
        var (handler, reviewer) = ((await market.Handler()).Client, (await market.Reviewer()).Client);
        var draft = new { profile = "demo-online-bidding", terms };
        await market.Anonymous().Command($"/api/auctions/{id}/draft", draft).Refused(401, "NOT_SIGNED_IN");
        await reviewer.Command($"/api/auctions/{id}/draft", draft).Refused(403, "NOT_ALLOWED");
        await handler.Command($"/api/auctions/{id}/draft", draft with { profile = "no-such" })
            .Refused(409, "UNKNOWN_PROFILE");
        await handler.Command($"/api/auctions/{id}/draft", draft with { terms = market.Terms(reserveFen: 90_000) })
            .Refused(409, "NOT_AS_PROPOSED");
        await reviewer.Command($"/api/auctions/{id}/publish").Refused(409, "WRONG_STATUS");
        await handler.Command($"/api/auctions/{id}/draft", draft).Ok();
        await market.Anonymous().Command($"/api/auctions/{id}/publish").Refused(401, "NOT_SIGNED_IN");
        await (await market.Cashier()).Client.Command($"/api/auctions/{id}/publish").Refused(403, "NOT_ALLOWED");
        await handler.Command($"/api/auctions/{id}/publish").Refused(403, "ROLE_MISSING");
        await reviewer.Command($"/api/auctions/{id}/publish", ifMatch: 1).Refused(412, "VERSION_CHANGED");
        await reviewer.Command($"/api/auctions/{id}/publish").Ok();
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("resume")]
    public async Task Bidding_is_suspended_and_resumed_by_officers_with_a_reason(string act)
    {
        var (reviewer, reason) = ((await market.Reviewer()).Client, new { reason = "系统检修" });
        var id = await market.Open();
        if (act == "resume") await reviewer.Command($"/api/auctions/{id}/suspend", reason).Ok();
        await market.Anonymous().Command($"/api/auctions/{id}/{act}", reason).Refused(401, "NOT_SIGNED_IN");
        await (await market.Seller()).Client.Command($"/api/auctions/{id}/{act}", reason).Refused(403, "NOT_ALLOWED");
        await reviewer.Command($"/api/auctions/{id}/{act}", new { reason = " " }).Refused(400, "REASON_MISSING");
        Assert.Equal(act + " cancel", TradingMarket.Abilities(await market.Room(id, reviewer)));
        await reviewer.Command($"/api/auctions/{id}/{act}", reason).Ok();
        var problem = await reviewer.Command($"/api/auctions/{id}/{act}", reason).Refused(409, "WRONG_STATUS");
        Assert.Equal(10_000, problem.GetProperty("figures").GetProperty("nextMinimum").GetProperty("fen").GetInt64());
        var suspension = (await market.Room(id)).GetProperty("position").GetProperty("suspension");
        if (act == "suspend") Assert.Equal("系统检修", suspension.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Once_announced_an_auction_is_cancelled_by_another_than_its_handler_and_only_before_a_bid()
    {
        var reason = new { reason = "委托人要求" };
        var id = await market.Announce();
        await market.Anonymous().Command($"/api/auctions/{id}/cancel", reason).Refused(401, "NOT_SIGNED_IN");
        await (await market.Seller()).Client.Command($"/api/auctions/{id}/cancel", reason).Refused(403, "NOT_AN_OFFICER");
        await (await market.Handler()).Client.Command($"/api/auctions/{id}/cancel", reason).Refused(403, "SAME_HANDS");
        await (await market.Reviewer()).Client.Command($"/api/auctions/{id}/cancel", reason).Ok();
        Assert.Equal("委托人要求", (await market.Room(id)).GetProperty("cancelReason").GetString());

        var bidder = await market.Trader("cancel-bidder");
        var open = await market.Open(bidder);
        await bidder.Bid(open, 10_000).Ok();
        await (await market.Reviewer()).Client.Command($"/api/auctions/{open}/cancel", reason).Refused(409, "HAS_BIDS");
        var draft = await market.Propose(market.Terms());
        await (await market.Seller()).Client.Command($"/api/auctions/{draft}/cancel", reason).Ok();
    }

    [Fact]
    public async Task Lists_show_drafts_to_whom_they_belong_and_wait_for_what_was_stored()
    {
        var seller = (await market.Seller()).Client;
        var proposed = await seller.Command(
            "/api/auctions", new { listing = TradingMarket.NextListing(), terms = market.Terms() }).Ok();
        var (id, pos) = (proposed.GetProperty("id").GetString(), proposed.GetProperty("pos").GetInt64());
        async Task<bool> Sees(HttpClient client, string query) =>
            (await client.Get($"/api/auctions?limit=200&after={pos}{query}").Ok())
            .GetProperty("items").EnumerateArray().Any(item => item.GetProperty("id").GetString() == id);

        Assert.True(await Sees(seller, "&status=Draft&mine=true"));
        Assert.True(await Sees((await market.Handler()).Client, "&status=Draft"));
        Assert.False(await Sees(market.Anonymous(), ""));
        Assert.False(await Sees((await market.Trader("curious")).Client, "&mine=true"));
        await market.Anonymous().Get("/api/auctions?status=Elsewhere").Refused(400, "PARAMETER_MALFORMED");
        var description = await market.Anonymous().Get("/openapi/v1.json").Ok();
        Assert.True(description.GetProperty("paths").TryGetProperty("/api/auctions/{id}/bids", out _));
        await market.Anonymous().Get("/api/auctions?after=x").Refused(400, "PARAMETER_MALFORMED");
    }
}
