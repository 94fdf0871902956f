using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Kernel;
using IpMarket.Grains.Catalogue;
using IpMarket.Server.Endpoints.Catalogue.Patents;
using IpMarket.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>A party cannot fill the catalogue with drafts.</summary>
[Collection(OneServer.Name)]
public sealed class DraftBoundTests(MarketServer server)
{
    [Fact]
    public async Task A_party_keeps_so_many_drafts_and_one_given_up_makes_room()
    {
        var seller = await server.Seller("攀枝花草稿钒业有限公司");
        var number = await seller.Enter();
        var (id, body) = (Guid.NewGuid(), new { patent = number, offer = Sellers.Offer() });
        await seller.Client.Command("/api/listings", body, id).Ok();
        await DraftMore(seller, number, Limits.ListingDraftsMax - 2);
        var last = await seller.Client.Command("/api/listings", body).Ok();

        var full = await Drafts(seller, last.GetProperty("pos").GetInt64());
        Assert.Equal(Limits.ListingDraftsMax, full);
        var refused = await seller.Client.Command("/api/listings", body).Refused(409, "TOO_MANY_DRAFTS");
        Assert.Equal(Limits.ListingDraftsMax, refused.GetProperty("figures").GetProperty("max").GetInt32());
        // A repeat of one that was taken is answered as it was.
        await seller.Client.Command("/api/listings", body, id).Ok();
        Assert.Equal(full, await Drafts(seller, last.GetProperty("pos").GetInt64()));

        var path = $"/api/listings/{last.GetProperty("id").GetString()}";
        var given = await seller.Client.Command($"{path}/withdraw", new { reason = "重复" }).Ok();
        Assert.Equal(full - 1, await Drafts(seller, given.GetProperty("pos").GetInt64()));
        await seller.Client.Command("/api/listings", body).Ok();
    }

    /// <summary>Straight in the grains: an HTTP request each would take a minute.</summary>
    private async Task DraftMore(Seller seller, string number, int count)
    {
        var grains = server.Services.GetRequiredService<IGrainFactory>();
        var actor = new Actor(seller.Person.User, seller.Party);
        var draft = new DraftListing(PatentPresenter.StreamOf(number).Value!, new ListingOffer(null, "一种方法", ""));
        for (var i = 0; i < count; i++)
        {
            var context = new CommandContext(Guid.NewGuid(), actor);
            var stream = Ids.Create(Listing.StreamWord, context.CommandId, actor);
            Assert.True((await grains.GetGrain<IListingGrain>(stream).Draft(context, draft)).IsAccepted);
        }
    }

    private static async Task<long> Drafts(Seller seller, long after) =>
        (await seller.Client.Get($"/api/listings?mine=true&status=Draft&after={after}").Ok())
            .GetProperty("total").GetInt64();
}
