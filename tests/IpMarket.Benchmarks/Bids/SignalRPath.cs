using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Hosting;
using IpMarket.Testing.Faults;
using IpMarket.Testing.Trading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarket.Benchmarks.Bids;

/// <summary>
/// The whole server, its followers included, and one auction of it; the bids come over SignalR from another process.
/// Only the limit of bids a second and user is lifted.
/// </summary>
internal sealed class SignalRPath : IBidPath
{
    private const int BidsUnderWay = 4;
    private const string Auction = "auction:bench-signalr";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly WebApplication app;
    private readonly IDisposable? held;
    private readonly Process load;

    private SignalRPath(string store, WebApplication app, IDisposable? held, Process load, int connections) =>
        (Store, this.app, this.held, this.load, Callers) = (store, app, held, load, connections);

    public string Name => "signalr";

    public string Store { get; }

    public int Auctions => 1;

    public int Callers { get; }

    public static async Task<SignalRPath> Start(BidStore store, int connections)
    {
        var host = MarketHost.Build(new MarketLaunch(
            [.. store.Configuration, "--Logging:LogLevel:Default=Error"], store.Folder, "http://127.0.0.1:0")
        {
            Adjust = builder => builder.Services.AddSingleton<CallRates, NoRates>(),
        });
        var hold = await host.StartMarket(CancellationToken.None);
        var bidders = await SeededMarket.Bidders(host.Services, connections);
        await SeededAuction.Open(
            host.Services.GetRequiredService<IJournal>(),
            Auction,
            [.. bidders.Select(bidder => bidder.Actor)],
            host.Services.GetRequiredService<IMarketClock>().Now,
            TimeSpan.FromDays(1));
        var address = new Uri(host.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var tokens = (await BidderFleet.SignIn(address, bidders)).Select(bidder => bidder.Token).ToList();
        var process = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "IpMarket.Benchmarks"), "bids-load")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        await process.StandardInput.WriteLineAsync(
            JsonSerializer.Serialize(new HubLoadSetup(address, Auction, tokens, BidsUnderWay)));
        _ = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The load process could not connect.");
        return new SignalRPath(store.Name, host, hold, process, connections);
    }

    public async Task<Bidded> Round(TimeSpan round)
    {
        await load.StandardInput.WriteLineAsync(round.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        var counted = await load.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The load process ended in the middle of a round.");
        return JsonSerializer.Deserialize<Bidded>(counted, Json)!;
    }

    public async ValueTask DisposeAsync()
    {
        load.StandardInput.Close();
        await load.WaitForExitAsync();
        load.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        held?.Dispose();
    }

    private sealed class NoRates(TimeProvider time) : CallRates(time)
    {
        public override bool Take(CallRate rate, string who) => true;
    }
}
