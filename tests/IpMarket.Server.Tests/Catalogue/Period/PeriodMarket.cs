using System.Text.Json;
using IpMarket.Adapters.Storage.Time;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue.Period;

/// <summary>A market whose clock may be set forward, so that working days pass at once.</summary>
public sealed class PeriodMarket : MarketServer
{
    private readonly Shift shift = new();

    public DateTimeOffset Now => Services.GetRequiredService<IMarketClock>().Now;

    protected override void Adjust(WebApplicationBuilder builder) => builder.Services
        .AddSingleton<IMarketClock>(services => new ShiftedClock(services.GetRequiredService<MarketClock>(), shift))
        .AddSingleton<IRuleProfiles>(new HouseProfiles(withDemo: true));

    /// <summary>Moves the market's clock to an instant; never back.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        if (instant > Now) shift.By += instant - Now;
    }

    internal static async Task<JsonElement> Period(HttpClient client, string listing) =>
        await client.Get($"/api/listings/{listing}/period").Ok();

    /// <summary>Published with a period of so many working days.</summary>
    internal async Task<string> Published(
        Seller seller, int workingDays, object? offer = null, string profile = "demo-online-bidding")
    {
        var listing = await seller.Draft(await seller.Enter(), offer);
        await seller.Client.Put($"/api/listings/{listing}/period", new { workingDays, profile }).Ok();
        await seller.Submit(listing).Ok();
        await (await Centre(CentreRole.Handler)).Client.HandleListing(listing).Ok();
        await (await Centre(CentreRole.Reviewer)).Client.Command($"/api/listings/{listing}/publish").Ok();
        return listing;
    }

    /// <summary>Moves to the period's end and waits until the house has noticed.</summary>
    internal async Task<JsonElement> End(string listing)
    {
        var period = await Period(Anonymous(), listing);
        MoveTo(period.GetProperty("endsAt").GetDateTimeOffset());
        await Wait.Until(
            async () => (await Period(Anonymous(), listing)).GetProperty("phase").GetString() != "Running",
            "the period to end");
        return await Period(Anonymous(), listing);
    }

    /// <summary>An auction of a published listing, announced by two; it opens in an hour.</summary>
    internal async Task<string?> Announced(Seller seller, string listing)
    {
        var terms = new
        {
            startPrice = Fen(8_800_000), step = Fen(100_000), reserve = (object?)null,
            opensAt = Now.AddHours(1), closesAt = Now.AddHours(2), softCloseSeconds = 2, deposit = Fen(900_000),
        };
        var auction = (await seller.Client.Command("/api/auctions", new { listing, terms }).Ok())
            .GetProperty("id").GetString();
        await (await Centre(CentreRole.Handler)).Client.Command(
            $"/api/auctions/{auction}/draft", new { profile = "demo-online-bidding", terms }).Ok();
        await (await Centre(CentreRole.Reviewer)).Client.Command($"/api/auctions/{auction}/publish").Ok();
        return auction;
    }

    internal static object Intent(long fen = 8_800_000, int notice = 1, bool acceptsTerms = true) =>
        new { notice, price = Fen(fen), acceptsTerms };

    internal static object Fen(long fen) => new { fen, currency = "CNY" };

    internal static List<string> Abilities(JsonElement resource) =>
        [.. resource.GetProperty("abilities").EnumerateArray().Select(ability => ability.GetString()!)];

    private sealed class Shift
    {
        private long ticks;

        public TimeSpan By
        {
            get => new(Interlocked.Read(ref ticks));
            set => Interlocked.Exchange(ref ticks, value.Ticks);
        }
    }

    private sealed class ShiftedClock(MarketClock clock, Shift shift) : IMarketClock
    {
        public DateTimeOffset Now => (clock.Now + shift.By).WholeMicroseconds();

        public double Speed => clock.Speed;

        public bool IsTrusted => clock.IsTrusted;
    }
}

[CollectionDefinition(Name)]
public sealed class OnePeriodMarket : ICollectionFixture<PeriodMarket>
{
    public const string Name = "listing periods";
}
