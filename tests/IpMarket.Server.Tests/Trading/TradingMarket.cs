using System.Collections.Concurrent;
using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Users;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Grains.Trading.Papers;
using IpMarket.Server.Identity;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Server.Tests.Trading;

/// <summary>A server whose market also offers the example profile, so that auctions may last seconds.</summary>
public sealed class TradingMarket : MarketServer
{
    private static int listings;
    private static int serials;
    private readonly ConcurrentDictionary<string, Task<Trader>> traders = new(StringComparer.Ordinal);

    internal PlannedParties Parties { get; } = new();

    public DateTimeOffset Now => Services.GetRequiredService<IMarketClock>().Now;

    public static string NextSerial() => $"CCB{Interlocked.Increment(ref serials):00000000}";

    public static object Fen(long fen) => new { fen, currency = "CNY" };

    protected override void Adjust(WebApplicationBuilder builder) => builder.Services
        .AddSingleton<IMemberships>(Parties)
        .AddSingleton<IAuctionSurroundings>(Parties)
        .AddSingleton<IPaperSurroundings>(Parties)
        .AddSingleton<IRuleProfiles>(new HouseProfiles(withDemo: true));

    /// <summary>Somebody who acts for a verified party of that name.</summary>
    public Task<Trader> Trader(string name) => traders.GetOrAdd(name, async key =>
    {
        var person = await Member("trader-" + key);
        Parties.Acting[person.User] = "party:" + key;
        Services.GetRequiredService<Standings>().Forget(person.User);
        return new Trader(key, "party:" + key, person);
    });

    public Task<Trader> Seller() => Trader("seller");

    public Task<Person> Handler() => Centre(CentreRole.Handler);

    public Task<Person> Reviewer() => Centre(CentreRole.Reviewer);

    public Task<Person> Cashier() => Centre(CentreRole.Cashier);

    /// <summary>Start ¥100.00, step ¥5.00, deposit ¥10.00.</summary>
    public object Terms(double opensIn = 3_600, double lasts = 3_600, int softClose = 2, long? reserveFen = null)
    {
        var opens = Now.AddSeconds(opensIn);
        return new
        {
            startPrice = Fen(10_000),
            step = Fen(500),
            reserve = reserveFen is { } fen ? Fen(fen) : null,
            opensAt = opens,
            closesAt = opens.AddSeconds(lasts),
            softCloseSeconds = softClose,
            deposit = Fen(1_000),
        };
    }

    public static string NextListing() => $"listing:test{Interlocked.Increment(ref listings)}";

    public async Task<string> Propose(object terms)
    {
        var proposed = await (await Seller()).Client
            .Command("/api/auctions", new { listing = NextListing(), terms }).Ok();
        return proposed.GetProperty("id").GetString()!;
    }

    public async Task<string> Draft(object terms)
    {
        var id = await Propose(terms);
        await (await Handler()).Client
            .Command($"/api/auctions/{id}/draft", new { profile = "demo-online-bidding", terms }).Ok();
        return id;
    }

    public async Task<string> Announce(object? terms = null)
    {
        var id = await Draft(terms ?? Terms());
        await (await Reviewer()).Client.Command($"/api/auctions/{id}/publish").Ok();
        return id;
    }

    /// <summary>An announced auction that is open, with these bidders admitted.</summary>
    public async Task<string> Open(params Trader[] bidders)
    {
        await Ready();
        var id = await Announce(Terms(opensIn: 3));
        await Admit(id, bidders);
        await AwaitStatus(id, "Open");
        return id;
    }

    /// <summary>Everybody an announcement needs is signed in: from here on seconds are seconds.</summary>
    public Task Ready() => Task.WhenAll(Seller(), Handler(), Reviewer(), Cashier());

    /// <summary>Enrols and pays; done once the room says so.</summary>
    public async Task Admit(string id, params Trader[] bidders)
    {
        foreach (var bidder in bidders)
        {
            await bidder.Client.Command($"/api/auctions/{id}/enrolments").Ok();
            var number = (await Mine(id, bidder)).GetProperty("number").GetInt32();
            await AwaitDeposit((await Cashier()).Client, id, number);
            await (await Cashier()).Client
                .Command($"/api/escrow/{EscrowOf(id)}/receipts", Receipt(number, "own-" + bidder.Name)).Ok();
        }

        foreach (var bidder in bidders)
        {
            await Wait.Until(
                async () => (await Mine(id, bidder)).GetProperty("bidder").ValueKind == JsonValueKind.Number,
                $"{bidder.Name} to be admitted to {id}");
        }
    }

    public object Receipt(
        int? enrolment,
        string account = "x",
        long fen = 1_000,
        string? serial = null,
        bool isThirdPartys = false) => new
    {
        bankSerial = serial ?? NextSerial(),
        amount = Fen(fen),
        valueTime = Now,
        purpose = "保证金",
        payerName = "付款人",
        payerAccount = account,
        enrolment,
        fromThirdParty = isThirdPartys,
    };

    public static string Abilities(JsonElement resource) => string.Join(
        ' ', resource.GetProperty("abilities").EnumerateArray().Select(ability => ability.GetString()));

    public static string EscrowOf(string auction) => "escrow:" + auction["auction:".Length..];

    public Task<JsonElement> Room(string id, HttpClient? client = null, long? since = null) =>
        (client ?? Anonymous()).Get($"/api/auctions/{id}" + (since is { } version ? $"?since={version}" : "")).Ok();

    public async Task AwaitStatus(string id, string status) => await Wait.Until(
        async () => (await Room(id)).GetProperty("position").GetProperty("status").GetString() == status,
        $"{id} to be {status}",
        TimeSpan.FromSeconds(40));

    /// <summary>Done once the escrow case expects the deposit; the room shows it as awaited before.</summary>
    public static Task AwaitDeposit(HttpClient cashier, string auction, int enrolment) =>
        AwaitDepositIn(cashier, EscrowOf(auction), enrolment);

    /// <summary>The same, of a case's own name.</summary>
    public static Task AwaitDepositIn(HttpClient cashier, string escrow, int enrolment) => Wait.Until(
        async () =>
        {
            using var answer = await cashier.Get($"/api/escrow/{escrow}");
            return answer.IsSuccessStatusCode && (await answer.Json()).GetProperty("deposits").EnumerateArray()
                .Any(deposit => deposit.GetProperty("enrolment").GetInt32() == enrolment);
        },
        $"{escrow} to expect the deposit of enrolment {enrolment}");

    private async Task<JsonElement> Mine(string id, Trader bidder) =>
        (await Room(id, bidder.Client)).GetProperty("mine");
}

/// <summary>Somebody and the party he acts for.</summary>
public sealed record Trader(string Name, string Party, Person Person)
{
    public HttpClient Client => Person.Client;

    public Task<HttpResponseMessage> Bid(string auction, long fen, Guid? id = null) =>
        Client.Command($"/api/auctions/{auction}/bids", new { amount = TradingMarket.Fen(fen) }, id);
}

[CollectionDefinition(Name)]
public sealed class OneTradingMarket : ICollectionFixture<TradingMarket>
{
    public const string Name = "trading market";
}
