using IpMarket.Adapters.Papers;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Tests.Catalogue;
using IpMarket.Grains.Tests.Trading.Papers;
using IpMarket.Grains.Trading;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Grains.Trading.Escrow;
using IpMarket.Grains.Trading.Papers;
using IpMarket.Testing.Papers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Grains.Tests.Trading;

/// <summary>Listings, escrow cases and papers together.</summary>
public sealed class IntentDepositCluster : ListedTradingCluster
{
    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services
            .AddPaperGrains()
            .AddSingleton<IPaperSurroundings>(new PlannedNames())
            .AddSingleton<IPaperPress>(new HtmlPaperPress())
            .AddSingleton<IDocumentStore>(new MemoryDocuments())
            .AddSingleton(PaperSamples.Office);
    }
}

/// <summary>From the filing to the refund or the price, through the processes (P8, P19).</summary>
public sealed class IntentDepositTests : IClassFixture<IntentDepositCluster>
{
    private const long Deposit = 100_000;
    private static readonly DutyHolder Handler = DutyHolder.With(CentreRole.Handler);
    private readonly IntentDepositCluster cluster;

    public IntentDepositTests(IntentDepositCluster cluster)
    {
        this.cluster = cluster;
        cluster.Parties.Escrows = new ListingSurroundings(cluster.Grains, new HouseProfiles(withDemo: true));
    }

    [Fact]
    public async Task One_pays_in_two_parts_and_has_it_held_towards_the_price_and_who_did_not_pay_lapses()
    {
        var listing = await Out();
        await File(listing, "a", "idle");
        await Pay(listing, 1, "a", 40_000);
        await cluster.RunProcesses();
        Assert.Empty((await listing.State()).Period.Effective);
        Assert.Equal(DepositState.Short, (await Case(listing)).Deposits[1].State);
        await Pay(listing, 1, "a", 60_000);
        await Pay(listing, 2, "idle", 1_000);
        await cluster.RunProcesses();
        Assert.Equal(1, Assert.Single((await listing.State()).Period.Effective).Number);

        await End(listing);
        Assert.Equal(ListingState.ContractDue, (await listing.State()).State);
        await cluster.RunProcesses();
        Assert.Equal(DepositState.ToBeRefunded, (await Case(listing)).Deposits[2].State);
        Assert.Equal(DepositState.Received, (await Case(listing)).Deposits[1].State);

        GrainCluster.Accepted(await Period(listing).RecordContract(
            GrainCluster.By("officer"),
            new RecordListingContract(
                Money.Cny(8_800_000), DateOnly.FromDateTime(cluster.Clock.Now.AddHours(8).DateTime), Handler)));
        await cluster.RunProcesses();
        var end = await Case(listing);
        Assert.Equal(DepositState.HeldTowardsPrice, end.Deposits[1].State);
        Assert.Equal(-Money.Cny(Deposit), end.Book[Accounts.HeldTowardsPrice(1)]);
        Assert.Equal(DepositState.Refunded, (await Refund(listing)).Deposits[2].State);
    }

    [Fact]
    public async Task Two_who_paid_get_it_back_when_the_auction_takes_the_listing()
    {
        var listing = await Out();
        await File(listing, "a", "b");
        await Pay(listing, 1, "a", Deposit);
        await Pay(listing, 2, "b", Deposit + 5);
        await cluster.RunProcesses();
        await End(listing);
        await cluster.RunProcesses();
        Assert.Equal(PeriodPhase.AuctionDue, (await listing.State()).Period.Phase);
        Assert.Equal(2, (await listing.State()).Period.Effective.Count());
        GrainCluster.Accepted(await listing.Grain.EnterAuction(
            GrainCluster.By("process"), new EnterAuction("auction:next")));
        await cluster.RunProcesses();
        Assert.All((await Case(listing)).Deposits.Values, one => Assert.Equal(DepositState.ToBeRefunded, one.State));
        var end = await Refund(listing);
        Assert.All(end.Deposits.Values, one => Assert.Equal(DepositState.Refunded, one.State));
        Assert.Equal(Money.Zero, end.Book[Accounts.Custody]);
    }

    [Fact]
    public async Task Who_withdraws_gets_it_back_and_what_he_pays_afterwards_too()
    {
        var listing = await Out();
        await File(listing, "a");
        await Pay(listing, 1, "a", Deposit);
        await cluster.RunProcesses();
        GrainCluster.Accepted(await Period(listing).WithdrawIntent(GrainCluster.By("a")));
        await cluster.RunProcesses();
        await Pay(listing, 1, "a", 7);
        await cluster.RunProcesses();
        var escrow = await Case(listing);
        Assert.Equal(
            [RefundReason.IntentEnded, RefundReason.NoLongerNeeded], escrow.Refunds.Values.Select(one => one.Reason));
        Assert.Equal(Money.Zero, (await Refund(listing)).Book[Accounts.Custody]);
    }

    [Fact]
    public async Task A_deposit_counted_before_the_end_counts_though_no_process_has_run_and_one_after_it_goes_back()
    {
        var listing = await Out();
        await File(listing, "early", "late");
        await Pay(listing, 1, "early", Deposit);
        cluster.Clock.Now = (await listing.State()).Period.EndsAt!.Value;
        await Pay(listing, 2, "late", Deposit);
        await End(listing);
        Assert.Equal(1, (await listing.State()).Period.IntentsAtEnd);
        await cluster.RunProcesses();
        Assert.Equal(1, (await listing.State()).Period.IntentsAtEnd);
        var escrow = await Case(listing);
        Assert.Equal(DepositState.Received, escrow.Deposits[1].State);
        Assert.Equal(DepositState.ToBeRefunded, escrow.Deposits[2].State);
    }

    [Fact]
    public async Task The_receipt_is_a_paper_of_the_one_who_paid()
    {
        var listing = await Out();
        await File(listing, "a");
        await Pay(listing, 1, "a", Deposit + 100);
        await cluster.RunProcesses();
        var heads = cluster.Journal.Records
            .Where(record => record.Stream.StartsWith("paper:", StringComparison.Ordinal))
            .Select(record => EventCodec.Decode(record).Event).OfType<PaperFrozen>()
            .Select(frozen => frozen.Head).Where(head => head.Subject == listing.Stream).ToList();
        Assert.Contains(heads, head => head.Kind == TradingPapers.ListingNotice.Code);
        Assert.Single(heads, head => head.Kind == TradingPapers.DepositReceipt.Code);
    }

    private IListingPeriodGrain Period(DraftedListing listing) =>
        cluster.Grains.GetGrain<IListingPeriodGrain>(listing.Stream);

    private IEscrowGrain Escrow(DraftedListing listing) =>
        cluster.Grains.GetGrain<IEscrowGrain>(EscrowIds.OfListing(listing.Stream));

    /// <summary>Every look at the case audits it: sums to zero, nothing unaccounted for.</summary>
    private async Task<EscrowCase> Case(DraftedListing listing)
    {
        var escrow = (await Escrow(listing).Get()).State;
        Assert.Empty(EscrowAudit.Breaches(escrow));
        return escrow;
    }

    private async Task<DraftedListing> Out()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        GrainCluster.Accepted(await Period(listing).Choose(
            GrainCluster.By("seller"), new ChooseListingPeriod(5, "online-bidding") { Deposit = Money.Cny(Deposit) }));
        GrainCluster.Accepted(await listing.Submit());
        await listing.Publish();
        await cluster.RunProcesses();
        Assert.Equal((listing.Stream, "监管专户 1"), ((await Case(listing)).Listing, (await Case(listing)).CustodyAccount));
        return listing;
    }

    private async Task File(DraftedListing listing, params string[] names)
    {
        foreach (var name in names)
        {
            GrainCluster.Accepted(await Period(listing).FileIntent(
                GrainCluster.By(name), new FileIntent(1, Money.Cny(8_800_000), true), isCentrePerson: false));
        }

        await cluster.RunProcesses();
    }

    private async Task Pay(DraftedListing listing, int intent, string name, long fen) => GrainCluster.Accepted(
        await Escrow(listing).EnterReceipt(
            GrainCluster.By("cashier"),
            new EnterReceipt(AnnouncedAuction.NextSerial(), Money.Cny(fen), cluster.Clock.Now, intent),
            new Payer(name, "own-" + name, "意向保证金")));

    private async Task End(DraftedListing listing)
    {
        var ends = (await listing.State()).Period.EndsAt!.Value;
        cluster.Clock.Now = ends;
        await Period(listing).Wake(IMovesPeriod.Kind, ends);
    }

    private async Task<EscrowCase> Refund(DraftedListing listing)
    {
        foreach (var refund in (await Case(listing)).Refunds.Values.Where(one => !one.IsPaid))
        {
            GrainCluster.Accepted(await Escrow(listing).PayRefund(
                GrainCluster.By("cashier"),
                new PayRefund(refund.Number, AnnouncedAuction.NextSerial(), refund.Amount, cluster.Clock.Now)));
        }

        return await Case(listing);
    }
}
