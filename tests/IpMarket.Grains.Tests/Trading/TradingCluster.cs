using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Trading;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Grains.Trading.Escrow;
using IpMarket.Testing.Journal;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.TestingHost;
using Xunit;

namespace IpMarket.Grains.Tests.Trading;

/// <summary>One silo with the grains of trading over a journal in memory; the processes run when told to.</summary>
public sealed class TradingCluster : IAsyncLifetime
{
    private InProcessTestCluster? cluster;

    internal HandClock Clock { get; } = new();

    internal PlannedHeartbeats Heartbeats { get; } = new();

    internal MemoryVault Vault { get; } = new();

    internal PlannedSurroundings Surroundings { get; } = new();

    internal MemoryJournal Journal { get; } = new();

    internal IGrainFactory Grains => cluster!.Client;

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo
            .AddMemoryGrainStorage("snapshots")
            .Services
            .AddSingleton<IJournal>(Journal)
            .AddSingleton<IMarketClock>(Clock)
            .AddSingleton<IHeartbeats>(Heartbeats)
            .AddSingleton<IVault>(Vault)
            .AddSingleton<IProcessStore, MemoryProcessStore>()
            .AddSingleton<IAuctionSurroundings>(Surroundings)
            .AddSingleton<IRuleProfiles>(new HouseProfiles(withDemo: true))
            .AddSingleton(WorkingCalendar.Plain)
            .AddSingleton(new CustodyAccount("监管专户 1"))
            .AddSingleton<IAggregateLog, AggregateLog>()
            .AddSingleton<AggregateServices>()
            .AddTradingGrains());
        cluster = builder.Build();
        await cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
    }

    /// <summary>Runs every process until none has anything left to do.</summary>
    internal async Task RunProcesses()
    {
        var followers = cluster!.Silos[0].ServiceProvider.GetServices<IJournalFollower>().ToList();
        long before;
        do
        {
            before = Journal.Records.Count;
            foreach (var follower in followers)
                while (await follower.Advance(CancellationToken.None)) Assert.True(before >= 0);
        }
        while (Journal.Records.Count > before);
    }

    internal static CommandContext By(string who, Guid? id = null) =>
        new(id ?? Guid.NewGuid(), new Actor("user:" + who, "party:" + who));

    /// <summary>An announced auction that opens in a minute and lasts ten, window 30 s, deposit ¥1,000.</summary>
    internal async Task<AnnouncedAuction> Announce(Money? reserve = null)
    {
        var id = Guid.NewGuid();
        var stream = Ids.Create("auction", id, new Actor("user:seller"));
        var grain = Grains.GetGrain<IAuctionGrain>(stream);
        var terms = new AuctionTerms(
            Money.Cny(1_000_000), Money.Cny(50_000), reserve,
            Clock.Now.AddMinutes(1), Clock.Now.AddMinutes(11), 30, Money.Cny(100_000));
        var listing = "listing:" + stream["auction:".Length..];
        Accepted(await grain.Propose(By("seller", id), new ProposeAuction(listing, terms)));
        Accepted(await grain.Draft(
            By("handler"), new DraftAuction("demo-online-bidding", terms), DutyHolder.With(CentreRole.Handler)));
        Accepted(await grain.Publish(By("reviewer"), DutyHolder.With(CentreRole.Reviewer)));
        await RunProcesses();
        return new AnnouncedAuction(
            this, stream, grain, Grains.GetGrain<IEscrowGrain>(EscrowIds.Of(stream)), listing, terms);
    }

    internal static Accepted Accepted(Outcome<Accepted> outcome)
    {
        Assert.True(outcome.IsAccepted, $"Refused: {outcome.Refusal?.Code} {outcome.Refusal?.En}");
        return outcome.Value;
    }
}

/// <summary>An auction of the cluster with its escrow case.</summary>
internal sealed record AnnouncedAuction(
    TradingCluster Cluster,
    string Stream,
    IAuctionGrain Grain,
    IEscrowGrain Escrow,
    string Listing,
    AuctionTerms Terms)
{
    private static int serial;

    /// <summary>Enrols a party and pays its deposit; the processes admit it.</summary>
    public async Task Admit(params string[] names)
    {
        foreach (var name in names)
        {
            TradingCluster.Accepted(await Grain.RequestEnrolment(TradingCluster.By(name), isCentrePerson: false));
            await Cluster.RunProcesses();
            TradingCluster.Accepted(await Receive(name, 100_000));
        }

        await Cluster.RunProcesses();
    }

    public async Task<Outcome<Accepted>> Receive(string name, long fen, string? account = null, Guid? id = null)
    {
        var state = (await Grain.Get()).State;
        return await Escrow.EnterReceipt(
            TradingCluster.By("cashier", id),
            new EnterReceipt(
                NextSerial(), Money.Cny(fen), Cluster.Clock.Now, "保证金", state.EnrolmentOf("party:" + name)?.Number),
            new Payer(name, account ?? "own-" + name));
    }

    public void Open() => Cluster.Clock.Now = Terms.OpensAt;

    public Task<Outcome<Accepted>> Bid(string name, long fen, Guid? id = null) =>
        Grain.PlaceBid(TradingCluster.By(name, id), Money.Cny(fen), isCentrePerson: false);

    public static string NextSerial() => $"BANK{Interlocked.Increment(ref serial):000000}";
}
