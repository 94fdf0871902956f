using IpMarket.Domain.Parties;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue.Period;

/// <summary>A fact that closes the mode tells everybody who came for it: parties of intents and bidders (P9).</summary>
[Collection(OnePeriodMarket.Name)]
public sealed class SuspensionBellTests(PeriodMarket market)
{
    private const string Suspended = "挂牌中止";

    [Fact]
    public async Task The_party_of_an_intent_hears_of_the_suspension()
    {
        var (seller, buyer) = (await market.Seller("攀枝花中止一钒业有限公司"), await market.Seller("攀枝花中止意向一有限公司"));
        var listing = await market.Published(seller, 5);
        await buyer.Client.Command($"/api/listings/{listing}/intents", PeriodMarket.Intent()).Ok();
        await Watching(buyer);
        await Preserve((await seller.Read(listing)).GetProperty("patent").GetString()!["patent:".Length..]);
        await Hears(buyer);
        await Hears(seller);
    }

    [Fact]
    public async Task An_enrolled_bidder_hears_of_the_suspension_and_a_stranger_does_not()
    {
        var seller = await market.Seller("攀枝花中止二钒业有限公司");
        var (bidder, stranger) = (await market.Seller("攀枝花中止竞买二有限公司"), await market.Seller("攀枝花中止旁观二有限公司"));
        var number = await seller.Enter();
        var listing = await seller.Submitted(number);
        var (handler, reviewer) = (await market.Centre(CentreRole.Handler), await market.Centre(CentreRole.Reviewer));
        await handler.Client.HandleListing(listing).Ok();
        await reviewer.Client.Command($"/api/listings/{listing}/publish").Ok();
        var auction = await market.Announced(seller, listing);
        await bidder.Client.Command($"/api/auctions/{auction}/enrolments").Ok();
        await Watching(bidder);
        await Preserve(number);
        await Hears(bidder);
        Assert.DoesNotContain(Suspended, await Told(stranger), StringComparer.Ordinal);
    }

    private static Task Watching(Seller who) => Wait.Until(
        async () => (await who.Client.Get("/api/notices").Ok()).GetProperty("watched").GetArrayLength() > 0,
        $"{who.Name} to watch");

    private static Task Hears(Seller who) => Wait.Until(
        async () => (await Told(who)).Contains(Suspended, StringComparer.Ordinal), $"{who.Name} to be told");

    private static async Task<List<string?>> Told(Seller who) =>
        [.. (await who.Client.Get("/api/notices").Ok()).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("text").GetString())];

    private async Task Preserve(string patent) => await (await market.Centre(CentreRole.Handler)).Client.Command(
        $"/api/patents/{patent}/encumbrances",
        new
        {
            kind = "Preservation", reference = "（2026）川04执9号", others = Sellers.Texts(), from = (string?)null,
            until = (string?)null, modes = Sellers.Texts(),
            basis = new { source = "协助执行通知书", document = "9号", seenOn = (string?)null },
        }).Ok();
}
