using System.Net;
using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Users;
using IpMarket.Server.Identity;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Server.Tests.Trading;

/// <summary>The hub: who may open a line, what calls answer, what is told.</summary>
[Collection(OneTradingMarket.Name)]
public sealed class HubTests(TradingMarket market)
{
    [Fact]
    public async Task A_line_from_another_sites_page_or_with_a_token_in_the_address_is_refused()
    {
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/hubs/auctions/negotiate?negotiateVersion=1");
        foreign.Headers.Add("Origin", "https://elsewhere.example");
        await market.Anonymous().Ask(foreign).Refused(403, "FOREIGN_ORIGIN");
        using var own = new HttpRequestMessage(HttpMethod.Post, "/hubs/auctions/negotiate?negotiateVersion=1");
        own.Headers.Add("Origin", market.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.OK, (await market.Anonymous().Ask(own)).StatusCode);
        var bidder = await market.Trader("hub-a");
        await market.Anonymous().Post($"/hubs/auctions/negotiate?access_token={bidder.Person.Tokens.AccessToken}")
            .Refused(400, "PARAMETER_MALFORMED");
        var stale = market.Anonymous();
        stale.DefaultRequestHeaders.Authorization = new("Bearer", "no-such-token");
        await stale.Post("/hubs/auctions/negotiate").Refused(401, "SESSION_ENDED");
    }

    [Fact]
    public async Task Refusals_are_answers_and_the_line_stays()
    {
        var bidder = await market.Trader("hub-a");
        var (open, draft) = (await market.Open(bidder), await market.Draft(market.Terms()));
        await using var nobody = await HubClient.Connect(market);
        var id = Guid.NewGuid().ToString();
        Assert.Equal(401, (await nobody.Refused("NOT_SIGNED_IN", "PlaceBid", open, id, 10_000))
            .GetProperty("status").GetInt32());
        await nobody.Refused("UNKNOWN_AUCTION", "Join", draft);
        await nobody.Refused("UNKNOWN_AUCTION", "Join", "auction:unknown");
        await nobody.Refused("UNKNOWN_AUCTION", "Join", "../secrets");
        await nobody.Join(open);
        await using var line = await HubClient.Connect(market, bidder.Person);
        await line.Refused("COMMAND_ID_MALFORMED", "PlaceBid", open, "1", 10_000);
        await line.Refused("AMOUNT_OUT_OF_RANGE", "PlaceBid", open, id, -1);
        await line.Refused("UNKNOWN_AUCTION", "PlaceBid", "auction:unknown", id, 10_000);
        var figures = (await line.Refused("BELOW_NEXT_MINIMUM", "PlaceBid", open, id, 1)).GetProperty("figures");
        Assert.Equal(10_000, figures.GetProperty("nextMinimum").GetProperty("fen").GetInt64());
        Assert.True(figures.TryGetProperty("closesAt", out _) && figures.TryGetProperty("version", out _));
        await using var officer = await HubClient.Connect(market, await market.Handler());
        await officer.Refused("CENTRE_PERSON", "PlaceBid", open, id, 10_000);
        Assert.True((await line.Bid(open, 10_000, Guid.Parse(id))).GetProperty("accepted").GetBoolean());
    }

    [Fact]
    public async Task A_browser_bids_on_a_line_opened_with_its_cookie_from_our_own_page()
    {
        var bidder = await market.Trader("hub-browser");
        var open = await market.Open(bidder);
        var cookies = new CookieContainer();
        using var handler = new SocketsHttpHandler { CookieContainer = cookies };
        using var browser = new HttpClient(handler) { BaseAddress = market.Address };
        using var login = await browser.Post(
            "/api/identity/login", new { email = bidder.Person.Email, password = MarketServer.Password, mode = "cookie" });
        Assert.Equal(HttpStatusCode.NoContent, login.StatusCode);
        await using var line = await HubClient.Connect(market, options =>
        {
            options.Cookies = cookies;
            options.Headers["Origin"] = market.Address.GetLeftPart(UriPartial.Authority);
            options.Headers["Accept-Language"] = "en";
        });
        var problem = await line.Refused("BELOW_NEXT_MINIMUM", "PlaceBid", open, Guid.NewGuid().ToString(), 1);
        Assert.Equal("A bid must be at least ¥100.00.", problem.GetProperty("title").GetString());
        Assert.True((await line.Bid(open, 10_000)).GetProperty("accepted").GetBoolean());
        Assert.Equal(1, (await line.Join(open)).GetProperty("mine").GetProperty("bidder").GetInt32());
    }

    [Fact]
    public async Task A_line_names_the_party_it_acts_for_and_must_be_its_member()
    {
        var bidder = await market.Trader("hub-a");
        await using var line = await HubClient.Connect(market, options =>
        {
            options.Headers["Authorization"] = "Bearer " + bidder.Person.Tokens.AccessToken;
            options.Headers["X-Party"] = "party:somebody-else";
        });
        await line.Refused("NOT_A_MEMBER", "PlaceBid", "auction:unknown", Guid.NewGuid().ToString(), 1);
    }

    [Fact]
    public async Task A_command_id_repeated_over_the_other_path_gets_the_same_answer()
    {
        var bidder = await market.Trader("hub-a");
        var open = await market.Open(bidder);
        await using var line = await HubClient.Connect(market, bidder.Person);
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        var overHttp = await bidder.Bid(open, 10_000, one).Ok();
        var overHub = await line.Bid(open, 10_500, two);
        Assert.Equal(overHttp.GetRawText(), (await line.Bid(open, 10_000, one)).GetRawText());
        Assert.Equal(overHub.GetRawText(), (await bidder.Bid(open, 10_500, two).Ok()).GetRawText());
        await line.Refused("SAME_ID_OTHER_REQUEST", "PlaceBid", open, one.ToString(), 12_000);
        await bidder.Bid(open, 12_000, two).Refused(422, "SAME_ID_OTHER_REQUEST");
        Assert.Equal(2, (await market.Room(open)).GetProperty("position").GetProperty("bidCount").GetInt64());
    }

    [Fact]
    public async Task Whoever_was_away_asks_since_his_version_and_both_rooms_end_alike()
    {
        var (anna, berta) = (await market.Trader("hub-a"), await market.Trader("hub-b"));
        var open = await market.Open(anna, berta);
        await using var stays = await HubClient.Connect(market, berta.Person);
        await stays.Join(open);
        long seen;
        await using (var leaves = await HubClient.Connect(market))
        {
            await leaves.Join(open);
            await anna.Bid(open, 10_000).Ok();
            await Wait.Until(() => leaves.Moves.Count > 0, "the first bid in the room");
            seen = leaves.Version;
        }

        await stays.Bid(open, 10_500);
        await anna.Bid(open, 11_000).Ok();
        var missed = await market.Room(open, since: seen);
        Assert.Equal(
            [10_500L, 11_000], missed.GetProperty("bids").EnumerateArray()
                .Select(bid => bid.GetProperty("amount").GetProperty("fen").GetInt64()));
        await stays.AwaitVersion(missed.GetProperty("version").GetInt64());
        Assert.Equal(
            missed.GetProperty("position").GetRawText(), stays.Moves[^1].GetProperty("position").GetRawText());
        await using var back = await HubClient.Connect(market);
        Assert.Equal(
            missed.GetProperty("position").GetRawText(), (await back.Join(open)).GetProperty("position").GetRawText());
        await back.Call("Leave", open);
        await anna.Bid(open, 11_500).Ok();
        await Wait.Until(() => stays.Moves[^1].GetProperty("position").GetProperty("bidCount").GetInt64() == 4, "four");
        Assert.Empty(back.Moves);
    }

    [Fact]
    public async Task Bids_over_both_paths_share_one_limit()
    {
        var bidder = await market.Trader("hasty");
        await using var line = await HubClient.Connect(market, bidder.Person);
        var overHub = Enumerable.Range(0, 40).Select(async _ =>
            (await line.Bid("auction:unknown", 1)).GetProperty("problem").GetProperty("code").GetString());
        var overHttp = Enumerable.Range(0, 40).Select(async _ =>
            (await (await bidder.Bid("auction:unknown", 1)).Json()).GetProperty("code").GetString());
        var codes = await Task.WhenAll([.. overHub, .. overHttp]);
        Assert.Contains("TOO_MANY_REQUESTS", codes, StringComparer.Ordinal);
        Assert.Contains("UNKNOWN_AUCTION", codes, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_line_shows_a_bounded_number_of_rooms()
    {
        var open = await market.Announce();
        await using var line = await HubClient.Connect(market);
        for (var i = 0; i < Limits.RoomsPerConnectionMax; i++) await line.Join(i == 0 ? open : await market.Announce());
        await line.Refused("TOO_MANY_REQUESTS", "Join", await market.Announce());
        await line.Join(open);
    }

    [Fact]
    public async Task When_a_session_ends_or_an_account_is_shut_the_line_is_closed_within_two_seconds()
    {
        var one = await market.SignUp("line-stamp", UserOrigin.SelfRegistered);
        var two = await market.SignUp("line-shut", UserOrigin.SelfRegistered);
        await using var first = await HubClient.Connect(market, one);
        await using var second = await HubClient.Connect(market, two);
        await using var stays = await HubClient.Connect(market, (await market.Trader("hub-a")).Person);
        using (var scope = market.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<Accounts>().EndSessions(one.User);
        await first.Ended.Task.WaitAsync(
            TimeSpan.FromSeconds(Limits.RoleCacheSeconds), TestContext.Current.CancellationToken);
        await (await market.Centre(Domain.Parties.CentreRole.Administrator)).Client
            .Command($"/api/users/{two.User}/disable").Ok();
        await second.Ended.Task.WaitAsync(
            TimeSpan.FromSeconds(Limits.RoleCacheSeconds), TestContext.Current.CancellationToken);
        Assert.False(stays.Ended.Task.IsCompleted);
    }
}
