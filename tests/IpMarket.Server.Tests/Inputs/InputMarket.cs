using System.Text.Json.Nodes;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Users;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Tests.Catalogue;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Server.Tests.Inputs;

/// <summary>The market as it runs, without the limits of how often one may call.</summary>
public sealed class InputMarket : MarketServer
{
    private Task<Person>? allRoles;
    private Task<Seller>? bystander;

    internal JsonNode Description { get; private set; } = null!;

    internal Schemas Schemas { get; private set; } = null!;

    internal IReadOnlyList<ApiRoute> Routes { get; private set; } = null!;

    public DateTimeOffset Now => Services.GetRequiredService<IMarketClock>().Now;

    /// <summary>Reads the routes and what they say of themselves; done once.</summary>
    internal async Task<IReadOnlyList<ApiRoute>> Discover()
    {
        if (Routes is not null) return Routes;
        Description = JsonNode.Parse(await Anonymous().GetStringAsync(
            "/openapi/v1.json", TestContext.Current.CancellationToken))!;
        Schemas = new Schemas(Description);
        return Routes = ApiRoute.All(this, Description);
    }

    /// <summary>Somebody who holds every role one may hold together, so that no request ends at the door.</summary>
    internal Task<Person> Officer() => allRoles ??= SignUp(
        "officer-of-all",
        UserOrigin.FirstAdministrator,
        [.. Enum.GetValues<CentreRole>().Where(role => role != CentreRole.Administrator)]);

    /// <summary>Those who get past the door: a member of the party the ids name, and an officer.</summary>
    internal async Task<IReadOnlyList<HttpClient>> Callers(ApiRoute route, Surroundings made)
    {
        var roles = route.Access.Roles;
        if (!route.Access.SignedIn) return [made.Seller.Client];
        if (roles is [CentreRole.Administrator]) return [(await Centre(CentreRole.Administrator)).Client];
        return roles.Count > 0
            ? [(await Officer()).Client]
            : [made.Seller.Client, (await Officer()).Client];
    }

    /// <summary>Acts for a verified party that has nothing.</summary>
    internal Task<Seller> Bystander() => bystander ??= this.Seller("攀枝花旁观示例公司");

    /// <summary>A party with a listing at the desk, another in an announced auction, and what else ids name.</summary>
    internal async Task<Surroundings> Furnish()
    {
        var seller = await this.Seller($"攀枝花示例{Guid.NewGuid():N}公司");
        var draft = await this.DraftOrganisation($"攀枝花草稿{Guid.NewGuid():N}公司");
        var victim = await SignUp($"victim{Guid.NewGuid():N}", UserOrigin.SelfRegistered);
        var scan = await seller.Client.Upload(seller.Party, Newcomers.Scan()).Ok();
        var patent = await seller.Enter();
        var listed = await Published(seller, patent);
        var import = await seller.Client.Upload(
            ImportClient.Table((Sellers.NewNumber(), "一种提钒方法")), name: "a.csv").Ok();
        var terms = Terms();
        var auction = (await seller.Client.Command("/api/auctions", new { listing = listed, terms }).Ok()).Id();
        await (await Centre(CentreRole.Handler)).Client.Command(
            $"/api/auctions/{auction}/draft", new { profile = "demo-online-bidding", terms }).Ok();
        await (await Centre(CentreRole.Reviewer)).Client.Command($"/api/auctions/{auction}/publish").Ok();
        // A process opens it; nobody may be asked about it before.
        var cashier = (await Centre(CentreRole.Cashier)).Client;
        await Wait.Until(
            async () => (await cashier.Get($"/api/escrow/escrow:{auction["auction:".Length..]}")).IsSuccessStatusCode,
            "the escrow case");
        return new Surroundings
        {
            Seller = seller,
            DraftParty = draft,
            Victim = victim,
            Scan = scan.GetProperty("sha256").GetString()!,
            Patent = patent,
            Listing = await seller.Submitted(),
            Listed = listed,
            Auction = auction,
            Import = import.Id(),
            Paper = await Paper(auction),
            Now = Now,
        };
    }

    protected override void Adjust(WebApplicationBuilder builder) => builder.Services
        .AddSingleton<CallRates, Unlimited>()
        .AddSingleton<IRuleProfiles>(new HouseProfiles(withDemo: true))
        .PostConfigure<RateLimiterOptions>(limits => limits.GlobalLimiter = null);

    private object Terms() => new
    {
        startPrice = Fen(10_000), step = Fen(500), reserve = (object?)null, opensAt = Now.AddHours(1),
        closesAt = Now.AddHours(2), softCloseSeconds = 2, deposit = Fen(1_000),
    };

    private static object Fen(long fen) => new { fen, currency = "CNY" };

    private async Task<string> Published(Seller seller, string patent)
    {
        var listing = await seller.Submitted(patent);
        await (await Centre(CentreRole.Handler)).Client.HandleListing(listing).Ok();
        await (await Centre(CentreRole.Reviewer)).Client.Command($"/api/listings/{listing}/publish").Ok();
        return listing;
    }

    private async Task<string> Paper(string auction)
    {
        var number = "";
        await Wait.Until(
            async () =>
            {
                var papers = (await Anonymous().Get($"/api/papers?subject={auction}").Ok()).GetProperty("items");
                if (papers.GetArrayLength() > 0) number = papers[0].GetProperty("number").GetString()!;
                return number.Length > 0;
            },
            $"the notice of {auction}");
        return number;
    }

    private sealed class Unlimited(TimeProvider time) : CallRates(time)
    {
        public override bool Take(CallRate rate, string who) => true;
    }
}

[CollectionDefinition(Name)]
public sealed class OneInputMarket : ICollectionFixture<InputMarket>
{
    public const string Name = "input market";
}
