using IpMarket.Adapters.Views;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Server.Hosting;
using IpMarket.Testing.Trading;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarket.Benchmarks.Bids;

/// <summary>
/// Callers in the silo's own process: grain, aggregate, journal and nothing after it. The views and processes that
/// follow the journal stand still, as there are none behind the row-lock procedure either.
/// </summary>
internal sealed class GrainPath : IBidPath
{
    private const int Bidders = 64;

    private readonly WebApplication app;
    private readonly IDisposable? held;
    private readonly Bidding bidding;

    private GrainPath(string store, WebApplication app, IDisposable? held, string[] streams, int callers)
    {
        (Store, this.app, this.held, Auctions, Callers) = (store, app, held, streams.Length, callers);
        var factory = app.Services.GetRequiredService<IGrainFactory>();
        var grains = Array.ConvertAll(streams, stream => factory.GetGrain<IAuctionGrain>(stream));
        bidding = new Bidding(callers, streams.Length, async (caller, id, amount) =>
        {
            var answer = await grains[caller % grains.Length].PlaceBid(
                new CommandContext(id, Bidder(caller % Bidders)), Money.Cny(amount), isCentrePerson: false);
            return answer.IsAccepted ? Verdict.Accepted
                : answer.Refusal!.Is(AuctionRefusal.BelowNextMinimum) ? Verdict.Refused
                : answer.Refusal.Is(KernelRefusal.UnknownAskAgain) ? Verdict.Unknown
                : throw new InvalidOperationException($"{answer.Refusal.Code}: {answer.Refusal.En}");
        });
    }

    public string Name => "grain";

    public string Store { get; }

    public int Auctions { get; }

    public int Callers { get; }

    public static async Task<GrainPath> Start(BidStore store, int auctions, int callers)
    {
        var host = MarketHost.Build(new MarketLaunch(
            [.. store.Configuration, "--Logging:LogLevel:Default=Error"], store.Folder, "http://127.0.0.1:0")
        {
            Adjust = static builder =>
            {
                builder.Services.AddSingleton<IAuctionSurroundings, BidSurroundings>();
                foreach (var follower in builder.Services.Where(IsFollower).ToList())
                    builder.Services.Remove(follower);
            },
        });
        var hold = await host.StartMarket(CancellationToken.None);
        var journal = host.Services.GetRequiredService<IJournal>();
        var now = host.Services.GetRequiredService<IMarketClock>().Now;
        var streams = Enumerable.Range(1, auctions).Select(i => $"auction:bench-{auctions}-{i}").ToArray();
        var bidders = Enumerable.Range(0, Bidders).Select(Bidder).ToList();
        foreach (var stream in streams) await SeededAuction.Open(journal, stream, bidders, now, TimeSpan.FromDays(1));
        return new GrainPath(store.Name, host, hold, streams, callers);
    }

    public Task<Bidded> Round(TimeSpan round) => bidding.Round(round);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        held?.Dispose();
    }

    private static Actor Bidder(int number) => new($"user:bidder-{number}", $"party:bidder-{number}");

    private static bool IsFollower(ServiceDescriptor service) =>
        service.ImplementationType == typeof(Poker) || service.ImplementationType == typeof(ViewsService);
}
