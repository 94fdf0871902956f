using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Server.Demo;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Server.Tests.Demo;

/// <summary>The demo market as time goes by: ten minutes of it pass in ten seconds.</summary>
public sealed class DemoRunTests(DemoRunTests.HastyDemo server) : IClassFixture<DemoRunTests.HastyDemo>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class HastyDemo : MarketServer
    {
        protected override string[] Configuration => ["--Demo=true", "--Clock:Speed=60"];
    }

    [Fact]
    public async Task Nothing_is_started_until_somebody_looks_then_robots_bid_and_after_a_close_the_next_lot_comes()
    {
        using var client = server.Anonymous();
        await Wait.Until(
            async () => (await client.GetAsync("/health/ready", Cancel)).IsSuccessStatusCode, "the demo", Patience);
        var market = server.Services.GetRequiredService<DemoMarket>();
        for (var turn = 0; turn < 3; turn++) await market.Tick();
        Assert.Empty(await Facts<AuctionAnnounced>());

        await client.Get("/api/auctions").Ok();
        await Wait.Until(
            async () => (await Facts<BidPlaced>()).Count > 0 && (await Facts<AuctionClosed>()).Count > 0,
            "a robot's bid and a close",
            Patience);
        var closed = (await Facts<AuctionClosed>())[0];
        await Wait.Until(
            async () => (await Facts<AuctionAnnounced>()).Exists(announced => announced.Pos > closed.Pos),
            "the next lot after a close",
            Patience);
        var lots = (await Facts<AuctionAnnounced>()).ConvertAll(announced => announced.Stream);
        Assert.Equal(lots.Count, lots.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_step_that_an_older_demo_did_otherwise_stays_done_and_any_other_refusal_is_told()
    {
        var actor = new Actor("user:a");
        await DemoSteps.Do(actor, "x", _ => Answer(KernelRefusal.SameIdOtherRequest));
        await Assert.ThrowsAsync<DemoStepException>(() => DemoSteps.Do(actor, "x", _ => Answer(KernelRefusal.Busy)));

        static Task<Outcome<Accepted>> Answer(KernelRefusal code) =>
            Task.FromResult<Outcome<Accepted>>(Refusal.Of(code));
    }

    private async Task<List<JournalRecord>> Facts<TEvent>()
        where TEvent : IEvent
    {
        var type = EventTypes.AliasOf(typeof(TEvent));
        var found = new List<JournalRecord>();
        for (var last = 0L; ;)
        {
            var page = await server.Journal.ReadAll(last, 1_000, Cancel);
            if (page.Count == 0) return found;
            found.AddRange(page.Where(record => record.Type == type));
            last = page[^1].Pos;
        }
    }
}
