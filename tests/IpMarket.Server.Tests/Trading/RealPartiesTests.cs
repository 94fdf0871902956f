using System.Collections.Immutable;
using System.Text.Json;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Catalogue;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Server.Tests.Trading;

/// <summary>The market as it runs; only the example profile is offered besides, so that auctions may last seconds.</summary>
public sealed class WholeMarket : MarketServer
{
    public DateTimeOffset Now => Services.GetRequiredService<IMarketClock>().Now;

    protected override void Adjust(WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IRuleProfiles>(new HouseProfiles(withDemo: true));
}

/// <summary>Trading against real parties and listings: nothing of the other areas is replaced.</summary>
public sealed class RealPartiesTests(WholeMarket market) : IClassFixture<WholeMarket>
{
    private const string SellerName = "示例钒钛研究院";

    [Fact]
    public async Task A_listing_is_auctioned_to_a_verified_bidder_and_is_sold()
    {
        var (seller, bidder) = (
            await market.VerifiedOrganisation(SellerName), await market.VerifiedOrganisation("示例投资公司"));
        var unverified = await market.DraftOrganisation("示例未认证公司");
        var listing = await Published(seller);
        var (id, terms) = await Announced(seller, listing);
        var room = await Room(id, bidder);
        Assert.Equal("一种示例提钒方法", room.GetProperty("lot").GetProperty("title").GetString());
        Assert.Equal(SellerName, room.GetProperty("sellerName").GetString());
        Assert.True(room.GetProperty("isDemo").GetBoolean());
        Assert.Equal("enrol", TradingMarket.Abilities(room));
        Assert.Equal(ListingState.InAuction, (await State(listing)).State);

        var enrolments = $"/api/auctions/{id}/enrolments";
        await seller.Representative.Client.Command(enrolments).Refused(409, "BIDDER_BARRED");
        await unverified.Representative.Client.Command(enrolments).Refused(409, "PARTY_NOT_VERIFIED");
        await bidder.Representative.Client.Command(enrolments).Ok();
        await PayDeposit(id, bidder);
        await Await(id, "Open");
        await bidder.Representative.Client
            .Command($"/api/auctions/{id}/bids", new { amount = TradingMarket.Fen(10_000) }).Ok();
        await Await(id, "Closed");

        await Wait.Until(async () => (await State(listing)).State == ListingState.Sold, "the listing to be sold");
        var shown = await EscrowCase(id);
        Assert.Equal("示例投资公司", shown.GetProperty("deposits")[0].GetProperty("partyName").GetString());
        Assert.Equal("HeldTowardsPrice", shown.GetProperty("deposits")[0].GetProperty("state").GetString());
        Assert.NotNull(terms);
    }

    [Fact]
    public async Task A_cancelled_auction_gives_its_listing_back_and_a_listing_is_in_one_auction_only()
    {
        var seller = await market.VerifiedOrganisation(SellerName + "二所");
        var listing = await Published(seller);
        var (id, terms) = await Announced(seller, listing, opensIn: 3_600);
        var second = await seller.Representative.Client.Command("/api/auctions", new { listing, terms })
            .Refused(409, "LISTING_NOT_PUBLISHED");
        Assert.NotEmpty(second.GetProperty("title").GetString()!);
        await (await market.Centre(CentreRole.Reviewer)).Client
            .Command($"/api/auctions/{id}/cancel", new { reason = "委托人要求" }).Ok();
        await Wait.Until(
            async () => (await State(listing)).State == ListingState.Published, "the listing to be published again");
        await seller.Representative.Client.Command("/api/auctions", new { listing, terms }).Ok();
    }

    private static CommandContext By(Person person, string? party = null) =>
        new(Guid.NewGuid(), new Actor(person.User, party));

    private static void Must(Outcome<Accepted> outcome) =>
        Assert.True(outcome.IsAccepted, $"{outcome.Refusal?.Code} {outcome.Refusal?.En}");

    private IGrainFactory Grains => market.Services.GetRequiredService<IGrainFactory>();

    /// <summary>A published listing of an invented patent the seller holds.</summary>
    private async Task<string> Published(OnboardedParty seller)
    {
        var number = PatentNumber.Of(ApplicationNumber.OfDigits($"20991{Random.Shared.Next(9_999_999):0000000}")!.Value);
        var (handler, reviewer) = (
            await market.Centre(CentreRole.Handler), await market.Centre(CentreRole.Reviewer));
        var facts = PatentFacts.None with { TitleZh = "一种示例提钒方法", Applicants = [seller.Applicant.Name] };
        Must(await Grains.GetGrain<IPatentGrain>(number.Stream).Record(
            By(handler), new RecordPatent(number.Text, facts, null, "test", FactOrigin.Centre)));
        var context = By(seller.Representative, seller.Id);
        var stream = Ids.Create("listing", context.CommandId, context.Actor);
        var listing = Grains.GetGrain<IListingGrain>(stream);
        Must(await listing.Draft(context, new DraftListing(number.Stream, new ListingOffer(null, "示例", "一次付清"))));
        await seller.Representative.Client.BringTitlePack(stream);
        Must(await listing.Submit(
            By(seller.Representative, seller.Id), new SubmitListing(ImmutableArray<string>.Empty)));
        await handler.Client.CheckTitlePack(stream);
        Must(await listing.Handle(By(handler), new HandleListing(DutyHolder.With(CentreRole.Handler))));
        Must(await listing.Publish(By(reviewer), new PublishListing(DutyHolder.With(CentreRole.Reviewer))));
        return stream;
    }

    private async Task<(string Id, object Terms)> Announced(OnboardedParty seller, string listing, double opensIn = 5)
    {
        var opens = market.Now.AddSeconds(opensIn);
        var terms = new
        {
            startPrice = TradingMarket.Fen(10_000), step = TradingMarket.Fen(500), reserve = (object?)null,
            opensAt = opens, closesAt = opens.AddSeconds(6), softCloseSeconds = 1, deposit = TradingMarket.Fen(1_000),
        };
        var proposed = await seller.Representative.Client.Command("/api/auctions", new { listing, terms }).Ok();
        var id = proposed.GetProperty("id").GetString()!;
        await (await market.Centre(CentreRole.Handler)).Client
            .Command($"/api/auctions/{id}/draft", new { profile = "demo-online-bidding", terms }).Ok();
        await (await market.Centre(CentreRole.Reviewer)).Client.Command($"/api/auctions/{id}/publish").Ok();
        return (id, terms);
    }

    private async Task PayDeposit(string id, OnboardedParty bidder)
    {
        await TradingMarket.AwaitDeposit((await market.Centre(CentreRole.Cashier)).Client, id, 1);
        var receipt = new
        {
            bankSerial = TradingMarket.NextSerial(), amount = TradingMarket.Fen(1_000), valueTime = market.Now,
            purpose = "保证金", payerName = bidder.Applicant.Name, payerAccount = bidder.Account, enrolment = 1,
        };
        await (await market.Centre(CentreRole.Cashier)).Client
            .Command($"/api/escrow/{TradingMarket.EscrowOf(id)}/receipts", receipt).Ok();
        await Wait.Until(
            async () => (await Mine(id, bidder)).GetProperty("status").GetString() == "Admitted",
            "the bidder to be admitted");
    }

    private async Task<JsonElement> EscrowCase(string id) =>
        await (await market.Centre(CentreRole.Supervisor)).Client
            .Get("/api/escrow/" + TradingMarket.EscrowOf(id)).Ok();

    private static async Task<JsonElement> Mine(string id, OnboardedParty bidder) =>
        (await Room(id, bidder)).GetProperty("mine");

    private static Task<JsonElement> Room(string id, OnboardedParty party) =>
        party.Representative.Client.Get($"/api/auctions/{id}").Ok();

    private async Task<Listing> State(string listing) => (await Grains.GetGrain<IListingGrain>(listing).Get()).State;

    private Task Await(string id, string status) => Wait.Until(
        async () => (await market.Anonymous().Get($"/api/auctions/{id}").Ok())
            .GetProperty("position").GetProperty("status").GetString() == status,
        $"{id} to be {status}",
        TimeSpan.FromSeconds(40));
}
