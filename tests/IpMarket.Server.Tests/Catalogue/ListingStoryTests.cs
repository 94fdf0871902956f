using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Users;
using IpMarket.Grains.Parties;
using IpMarket.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>A listing from its draft to everybody's eyes and back, over HTTP.</summary>
[Collection(OneServer.Name)]
public sealed class ListingStoryTests(MarketServer server)
{
    [Fact]
    public async Task A_listing_goes_from_its_seller_over_two_officers_to_everybody()
    {
        var seller = await server.Seller("攀枝花故事钒业有限公司");
        var (handler, reviewer) = (await server.Centre(CentreRole.Handler), await server.Centre(CentreRole.Reviewer));
        var number = await seller.Enter();
        var listing = await seller.Draft(number);
        Assert.Equal(["edit", "submit", "withdraw"], Abilities(await seller.Read(listing)));
        await server.Anonymous().Get($"/api/listings/{listing}").Refused(404, "UNKNOWN");

        await seller.Submit(listing).Ok();
        var waiting = await handler.Client.Get($"/api/listings/{listing}").Ok();
        Assert.Equal("Handler", waiting.GetProperty("waitsFor").GetString());
        Assert.Equal(["handle", "return"], Abilities(waiting));
        await handler.Client.HandleListing(listing).Ok();
        Assert.Equal(["publish", "return"], Abilities(await reviewer.Client.Get($"/api/listings/{listing}").Ok()));
        var published = await reviewer.Client.Command($"/api/listings/{listing}/publish").Ok();

        var seen = await server.Anonymous().Get($"/api/listings/{listing}").Ok();
        Assert.Equal("Published", seen.GetProperty("status").GetString());
        Assert.Equal(seller.Name, seen.GetProperty("seller").GetProperty("name").GetString());
        Assert.Equal(0, seen.GetProperty("steps").GetArrayLength());
        var inside = await handler.Client.Get($"/api/listings/{listing}").Ok();
        Assert.Equal(2, inside.GetProperty("steps").GetArrayLength());
        var after = published.GetProperty("pos").GetInt64();
        var hit = (await server.Anonymous().Get($"/api/catalogue?q={number}&after={after}").Ok())
            .GetProperty("items")[0];
        Assert.Equal(("ForSale", listing), (hit.GetProperty("status").GetString(), hit.GetProperty("listing").GetString()));
        Assert.Equal(8_800_000, hit.GetProperty("askingPrice").GetProperty("fen").GetInt64());
        var patent = await server.Anonymous().Get($"/api/patents/{number}?after={after}").Ok();
        Assert.Equal(listing, patent.GetProperty("listing").GetProperty("id").GetString());
        Assert.Contains(
            patent.GetProperty("history").EnumerateArray(), item => item.GetProperty("kind").GetString() == "Published");

        await Withdrawn(seller, listing, number);
    }

    [Fact]
    public async Task A_second_listing_of_the_patent_is_refused_until_the_first_lets_go()
    {
        var seller = await server.Seller("攀枝花二次钒业有限公司");
        var number = await seller.Enter();
        var first = await seller.Submitted(number);
        var second = await seller.Draft(number);
        var refused = await seller.Submit(second).Refused(409, "RESERVED");
        Assert.DoesNotContain(first, refused.GetRawText(), StringComparison.Ordinal);

        var handler = await server.Centre(CentreRole.Handler);
        await handler.Client.Command($"/api/listings/{first}/return", new { reasons = Sellers.Texts("缺少登记簿副本") }).Ok();
        var returned = await seller.Read(first);
        Assert.Equal("缺少登记簿副本", returned.GetProperty("returnReasons")[0].GetString());
        await Testing.Wait.Until(
            async () => (await seller.Submit(second)).IsSuccessStatusCode, "the returned listing's patent to be free");
        await seller.Submit(first).Refused(409, "RESERVED");
    }

    [Fact]
    public async Task Duties_are_apart_and_a_route_of_three_steps_needs_three_people()
    {
        var seller = await server.Seller("攀枝花三审钒业有限公司");
        var both = await server.SignUp("both", UserOrigin.FirstAdministrator, CentreRole.Handler, CentreRole.Reviewer);
        var (reviewer, approver) = (await server.Centre(CentreRole.Reviewer), await server.Centre(CentreRole.Approver));
        await Route(CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver);
        try
        {
            var listing = await seller.Submitted();
            await both.Client.HandleListing(listing).Ok();
            await both.Client.Command($"/api/listings/{listing}/publish").Refused(403, "ACTED_ALREADY");
            var seen = await both.Client.Get($"/api/listings/{listing}").Ok();
            Assert.Empty(Abilities(seen));
            Assert.NotNull(seen.GetProperty("dutyNote").GetString());
            await approver.Client.Command($"/api/listings/{listing}/publish").Refused(403, "ROLE_MISSING");
            await reviewer.Client.Command($"/api/listings/{listing}/publish").Ok();
            await server.Anonymous().Get($"/api/listings/{listing}").Refused(404, "UNKNOWN");
            await reviewer.Client.Command($"/api/listings/{listing}/publish").Refused(403, "ROLE_MISSING");
            await approver.Client.Command($"/api/listings/{listing}/publish").Ok();
            await server.Anonymous().Get($"/api/listings/{listing}").Ok();
        }
        finally
        {
            await Route(CentreRole.Handler, CentreRole.Reviewer);
        }
    }

    [Fact]
    public async Task A_command_repeated_gets_the_same_answer_and_another_body_under_its_id_is_refused()
    {
        var seller = await server.Seller("攀枝花重复钒业有限公司");
        var number = await seller.Enter();
        var id = Guid.NewGuid();
        var body = new { patent = number, offer = Sellers.Offer() };
        var first = await seller.Client.Command("/api/listings", body, id).Ok();
        Assert.Equal(first.ToString(), (await seller.Client.Command("/api/listings", body, id).Ok()).ToString());
        await seller.Client.Command("/api/listings", body with { offer = Sellers.Offer(1) }, id)
            .Refused(422, "SAME_ID_OTHER_REQUEST");

        var listing = first.GetProperty("id").GetString()!;
        var submission = Guid.NewGuid();
        var submitted = await seller.Submit(listing, submission).Ok();
        Assert.Equal(submitted.ToString(), (await seller.Submit(listing, submission).Ok()).ToString());
        await seller.Submit(listing, submission, "另一人").Refused(422, "SAME_ID_OTHER_REQUEST");
    }

    [Fact]
    public async Task An_edit_of_a_version_that_is_past_changes_nothing()
    {
        var seller = await server.Seller("攀枝花版本钒业有限公司");
        var listing = await seller.Draft(await seller.Enter());
        var path = $"/api/listings/{listing}";
        using var answer = await seller.Client.Get(path);
        Assert.Equal("\"1\"", answer.Headers.ETag?.Tag);
        await seller.Client.Put(path, Sellers.Offer(5), ifMatch: 1).Ok();
        await seller.Client.Put(path, Sellers.Offer(6), ifMatch: 1).Refused(412, "VERSION_CHANGED");
        var offer = (await seller.Read(listing)).GetProperty("offer");
        Assert.Equal(5, offer.GetProperty("askingPrice").GetProperty("fen").GetInt64());
        await seller.Client.Put(path, Sellers.Offer(null), ifMatch: 2).Ok();
    }

    [Fact]
    public async Task Unpublished_listings_are_listed_for_their_seller_and_the_centre_only()
    {
        var (seller, other) = (await server.Seller("攀枝花可见钒业有限公司"), await server.Seller("攀枝花旁观钒业有限公司"));
        var listing = await seller.Submitted();
        var pos = (await seller.Client.Put("/api/listings/" + await seller.Draft(await seller.Enter()), Sellers.Offer(9))
            .Ok()).GetProperty("pos").GetInt64();
        var handler = await server.Centre(CentreRole.Handler);
        Assert.Contains(listing, await Listed(seller.Client, $"mine=true&after={pos}"), StringComparer.Ordinal);
        Assert.Equal(2, (await Listed(seller.Client, "mine=true")).Count);
        Assert.Equal([listing], await Listed(seller.Client, "mine=true&status=Submitted"));
        Assert.Contains(listing, await Listed(handler.Client, "status=Submitted&limit=200"), StringComparer.Ordinal);
        Assert.DoesNotContain(listing, await Listed(other.Client, "limit=200"), StringComparer.Ordinal);
        Assert.DoesNotContain(listing, await Listed(server.Anonymous(), "limit=200"), StringComparer.Ordinal);
        await other.Client.Get($"/api/listings/{listing}").Refused(404, "UNKNOWN");
        await other.Client.Command($"/api/listings/{listing}/withdraw", new { reason = "x" }).Refused(404, "UNKNOWN");
    }

    private async Task Withdrawn(Seller seller, string listing, string number)
    {
        var other = await server.Seller("攀枝花他人钒业有限公司");
        await other.Client.Command($"/api/listings/{listing}/withdraw", new { reason = "x" })
            .Refused(403, "NOT_THE_SELLER");
        var withdrawn = await seller.Client.Command($"/api/listings/{listing}/withdraw", new { reason = "不卖了" }).Ok();
        var after = withdrawn.GetProperty("pos").GetInt64();
        await server.Anonymous().Get($"/api/listings/{listing}").Refused(404, "UNKNOWN");
        var hit = (await server.Anonymous().Get($"/api/catalogue?q={number}&after={after}").Ok())
            .GetProperty("items")[0];
        Assert.Equal("NotListed", hit.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, hit.GetProperty("listing").ValueKind);
        Assert.Equal(JsonValueKind.Null, hit.GetProperty("askingPrice").ValueKind);
    }

    private async Task Route(params CentreRole[] steps)
    {
        var routes = server.Services.GetRequiredService<IGrainFactory>()
            .GetGrain<IApprovalRoutesGrain>(ApprovalRoutes.Stream);
        var outcome = await routes.Set(
            new CommandContext(Guid.NewGuid(), new Actor("user:approver")),
            new SetApprovalRoute(DocumentKind.Listing, [.. steps], DutyHolder.With(CentreRole.Approver)));
        Assert.True(outcome.IsAccepted, outcome.Refusal?.En);
    }

    private static List<string> Abilities(JsonElement resource) =>
        [.. resource.GetProperty("abilities").EnumerateArray().Select(ability => ability.GetString()!)];

    private static async Task<List<string>> Listed(HttpClient client, string query) =>
        [.. (await client.Get("/api/listings?" + query).Ok()).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("id").GetString()!)];
}
