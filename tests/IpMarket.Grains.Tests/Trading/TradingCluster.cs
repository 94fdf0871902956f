using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Domain.Trading.Proofs;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Trading;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Grains.Trading.Escrow;
using IpMarket.Testing.Trading;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarket.Grains.Tests.Trading;

/// <summary>The grains of trading over a journal in memory.</summary>
public class TradingCluster : GrainCluster
{
    internal PlannedHeartbeats Heartbeats { get; } = new();

    internal MemoryVault Vault { get; } = new();

    internal PlannedSurroundings Surroundings { get; } = new();

    protected override void Configure(IServiceCollection services) => services
        .AddSingleton<IHeartbeats>(Heartbeats)
        .AddSingleton<IVault>(Vault)
        .AddSingleton<IMarketKeys, MemoryKeys>()
        .AddSingleton<IAuctionSurroundings>(Surroundings)
        .AddSingleton<IRuleProfiles>(new HouseProfiles(withDemo: true))
        .AddSingleton(WorkingCalendar.Plain)
        .AddSingleton(new CustodyAccount("监管专户 1"))
        .AddSingleton<AggregateReach>()
        .AddSingleton<IAggregateReach, PlantedListings>()
        .AddTradingGrains();

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
}

/// <summary>No grain keeps listings here, tests plant their records.</summary>
internal sealed class PlantedListings(AggregateReach reach) : IAggregateReach
{
    public Task Wait(string stream, long version) =>
        Ids.Word(stream) == "listing" ? Task.CompletedTask : reach.Wait(stream, version);
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
                NextSerial(), Money.Cny(fen), Cluster.Clock.Now, state.EnrolmentOf("party:" + name)?.Number)
            {
                FromThirdParty = account is not null,
            },
            new Payer(name, account ?? "own-" + name, "保证金"));
    }

    public void Open() => Cluster.Clock.Now = Terms.OpensAt;

    public Task<Outcome<Accepted>> Bid(string name, long fen, Guid? id = null) =>
        Grain.PlaceBid(TradingCluster.By(name, id), Money.Cny(fen), isCentrePerson: false);

    public static string NextSerial() => $"BANK{Interlocked.Increment(ref serial):000000}";
}
