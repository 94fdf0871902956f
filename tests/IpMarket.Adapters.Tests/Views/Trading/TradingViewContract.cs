using IpMarket.Adapters.Tests.State;
using IpMarket.Adapters.Tests.Storage;
using IpMarket.Adapters.Views;
using IpMarket.Adapters.Views.Trading;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Testing.Journal;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Adapters.Tests.Views.Trading;

/// <summary>What the views of trading show, on both databases.</summary>
public abstract class TradingViewContract : StateContract
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly ProfileRef Profile = new("online-bidding", 1, "网络竞价");
    private static readonly AuctionWish Everybody = new(null, null, false, null, false);
    private static readonly AuctionWish Desk = Everybody with { IsDesk = true };
    private IJournal? journal;
    private ServiceProvider? process;

    private IJournal Journal => journal ??= Store.Open();

    private TradingLists Lists => process!.GetRequiredService<TradingLists>();

    private IViewGroup Group => process!.GetServices<IViewGroup>().Single(group => group.Name == "views-trading");

    [Fact]
    public async Task A_draft_is_its_sellers_and_the_desks_until_it_is_announced()
    {
        await Journal.Append("auction:1", At, Proposed("1"));
        await CatchUp();
        Assert.Empty(await Page(Everybody));
        Assert.Empty(await Page(Everybody with { Party = "party:other" }));
        var draft = Assert.Single(await Page(Everybody with { Party = "party:seller-1" }));
        Assert.Equal((AuctionStatus.Draft, CentreRole.Handler), (draft.Status, draft.WaitsFor));

        await Journal.Append("auction:1", At, Drafted(CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver));
        await CatchUp();
        Assert.Equal(CentreRole.Reviewer, Assert.Single(await Page(Desk)).WaitsFor);
        await Journal.Append("auction:1", At, new AuctionReviewed(null));
        await CatchUp();
        Assert.Equal(CentreRole.Approver, Assert.Single(await Page(Desk)).WaitsFor);
        await Journal.Append("auction:1", At, Announced("1"));
        await CatchUp();
        Assert.Null(Assert.Single(await Page(Everybody)).WaitsFor);
    }

    [Fact]
    public async Task A_draft_that_was_dropped_stays_hidden_and_a_cancelled_announcement_is_shown()
    {
        await Journal.Append("auction:1", At, Proposed("1"), new AuctionCancelled("r", AuctionStatus.Draft, "listing:1"));
        await Journal.Append(
            "auction:2", At, Proposed("2"), Announced("2"), new AuctionCancelled("r", AuctionStatus.Announced, "listing:2"));
        await CatchUp();
        Assert.Equal("auction:2", Names(await Page(Everybody)));
    }

    [Fact]
    public async Task Bids_extensions_and_the_close_show_and_the_history_is_whole()
    {
        await Announce("1");
        await Journal.Append("auction:1", At, new AuctionOpened(Terms().OpensAt, Terms().ClosesAt));
        for (var i = 0; i < 120; i++) await Journal.Append("auction:1", At.AddSeconds(i), Bid(1 + (i % 2), 100 + i));
        var to = Terms().ClosesAt.AddMinutes(3);
        await Journal.Append("auction:1", At, new AuctionExtended(Terms().ClosesAt, to, 1));
        await CatchUp();
        var open = Assert.Single(await Page(Everybody with { Status = AuctionStatus.Open }));
        Assert.Equal((219L, 120L, to), (open.PriceFen, open.Bids, open.ClosesAt));

        var (newest, total) = await Lists.Bids("auction:1", long.MaxValue, 50, Cancel);
        Assert.Equal((50, 120L), (newest.Count, total));
        var (earlier, _) = await Lists.Bids("auction:1", newest[^1].Version, 100, Cancel);
        Assert.Equal(
            Enumerable.Range(0, 120).Select(i => 219L - i),
            newest.Concat(earlier).Select(bid => bid.AmountFen));

        await Journal.Append("auction:1", At, Closed(AuctionOutcome.Sold, to));
        await CatchUp();
        var closed = Assert.Single(await Page(Everybody with { Status = AuctionStatus.Closed }));
        Assert.Equal(AuctionOutcome.Sold, closed.Outcome);
    }

    [Fact]
    public async Task Running_ones_come_first_then_announced_ones_then_the_latest_ended()
    {
        foreach (var (name, minutes) in new[] { ("a", 5), ("b", 1), ("c", 3), ("d", 2), ("e", 9), ("f", 8) })
            await Announce(name, Terms(minutes));
        await Open("a", 5);
        await Open("b", 1);
        await Open("e", 9);
        await Open("f", 8);
        await Journal.Append("auction:e", At, Closed(AuctionOutcome.NoSale, At.AddHours(9)));
        await Journal.Append("auction:f", At, Closed(AuctionOutcome.NoSale, At.AddHours(8)));
        await Journal.Append("auction:a", At, new AuctionSuspended(SuspensionCause.Officer, "r", 1, null));
        await CatchUp();
        const string expected = "auction:b auction:a auction:d auction:c auction:e auction:f";
        Assert.Equal(expected, Names(await Page(Everybody)));
        var (second, total) = await Lists.Auctions(Everybody, 2, 2, Cancel);
        Assert.Equal(("auction:d auction:c", 6L), (Names(second), total));
    }

    [Fact]
    public async Task A_party_finds_what_it_sells_and_where_it_is_enrolled()
    {
        foreach (var name in new[] { "1", "2", "3" }) await Announce(name);
        await Journal.Append(
            "auction:2", At, new EnrolmentRequested(1, Money.Cny(1), "party:seller-1", "user:u"),
            new BidderAdmitted(1, 1, Money.Cny(1), "party:seller-1"),
            new EnrolmentRequested(2, Money.Cny(1), "party:other", "user:v"),
            new EnrolmentCancelled(2, "party:other"));
        await CatchUp();
        var own = Everybody with { OwnOnly = true, Party = "party:seller-1" };
        Assert.Equal("auction:1 auction:2", Names(await Page(own)));
        Assert.Equal(1, (await Page(own))[1].Bidders);
        Assert.Empty(await Page(own with { Party = "party:none" }));
        Assert.Empty(await Page(own with { Party = null }));
        Assert.Equal("auction:3", Names(await Page(Everybody with { Listing = "listing:3" })));
    }

    [Fact]
    public async Task An_escrow_case_counts_what_is_left_to_do()
    {
        await Announce("1");
        await Journal.Append(
            "escrow:1", At, new EscrowOpened("auction:1", Money.Cny(100), "监管专户"),
            new DepositExpected(1, "party:a"), new DepositExpected(2, "party:b"), new DepositExpected(3, "party:c"));
        Assert.Equal((3, 0, 0), await Left());
        await Journal.Append(
            "escrow:1", At, Counted(1, DepositState.Short), Counted(1, DepositState.Over), new EnrolmentReleased(2),
            Entered(1, ReceiptKind.Unidentified), Entered(2, ReceiptKind.Unidentified), Entered(3, ReceiptKind.Own));
        Assert.Equal((1, 2, 0), await Left());
        await Journal.Append(
            "escrow:1", At, new ReceiptAssigned(1, 3, ReceiptKind.ThirdPartyHeld, []),
            Due(1, 1, RefundReason.ThirdParty), Due(2, 2, RefundReason.Unidentified));
        Assert.Equal((1, 0, 2), await Left());
        await Journal.Append("escrow:1", At, new EscrowSettled(At, null), Due(3, 3, RefundReason.NotWon));
        await Journal.Append("escrow:1", At, new RefundPaid(1, 1, 3, Money.Cny(1), At, [], "BANK1"));
        Assert.Equal((0, 0, 2), await Left());
    }

    [Fact]
    public async Task The_case_of_a_listing_is_listed_beside_those_of_auctions()
    {
        await Announce("1");
        await Journal.Append("escrow:1", At, new EscrowOpened("auction:1", Money.Cny(100), ""));
        await Journal.Append(
            "escrow:listing-1", At.AddDays(1),
            new EscrowOpened("", Money.Cny(7), "") { Listing = "listing:1" },
            new DepositExpected(1, "party:a"), new DepositExpected(2, "party:b"), new EnrolmentReleased(2));
        await CatchUp();
        var (rows, total) = await Lists.Escrows(0, 10, Cancel);
        Assert.Equal(2, total);
        Assert.Equal(
            [("escrow:listing-1", "listing:1", null, 1), ("escrow:1", "", AuctionStatus.Announced, 0)],
            rows.Select(row => (row.Escrow.Id, row.Escrow.Listing, row.Auction?.Status, row.Escrow.Awaited)));
        Assert.Null(rows[0].Auction);
    }

    [Fact]
    public async Task A_rebuild_shows_the_same()
    {
        await Announce("1");
        await Open("1", 5);
        await Journal.Append("auction:1", At, Bid(1, 100), new EnrolmentRequested(1, Money.Cny(1), "party:a", "user:a"));
        await Journal.Append(
            "escrow:1", At, new EscrowOpened("auction:1", Money.Cny(100), ""), new DepositExpected(1, "party:a"));
        await CatchUp();
        var before = (await Page(Everybody), await Lists.Bids("auction:1", 99, 9, Cancel), await Left());
        await Group.Rebuild(Cancel);
        Assert.Equivalent(
            before, (await Page(Everybody), await Lists.Bids("auction:1", 99, 9, Cancel), await Left()), strict: true);
    }

    private static AuctionTerms Terms(int hours = 5) => new(
        Money.Cny(100), Money.Cny(1), null, At.AddMinutes(1), At.AddHours(hours), 30, Money.Cny(100));

    private static AuctionLot Lot(string name) => new("listing:" + name, "patent:CN209910000001", "示例", "party:seller-" + name);

    private static AuctionProposed Proposed(string name) => new(Lot(name), Terms());

    private static AuctionDrafted Drafted(params CentreRole[] route) =>
        new(Profile, Terms(), new ApprovalRoute([.. route]), null);

    private static AuctionAnnounced Announced(string name, AuctionTerms? terms = null) =>
        new(Lot(name), Profile, terms ?? Terms());

    private static BidPlaced Bid(int bidder, long fen) =>
        new(bidder, Money.Cny(fen), Money.Cny(fen + 1), Terms().ClosesAt);

    private static AuctionClosed Closed(AuctionOutcome outcome, DateTimeOffset at) => new(
        at, outcome, null, null, null, null, null, 0, 0, Lot("1"), At);

    private static DepositCounted Counted(int enrolment, DepositState state) =>
        new(enrolment, state, Money.Cny(1), Money.Zero, 1, null);

    private static ReceiptEntered Entered(int number, ReceiptKind kind) =>
        new(number, null, Money.Cny(1), At, "", kind, [], $"BANK{number}", "row");

    private static RefundFellDue Due(int number, int receipt, RefundReason reason) =>
        new(number, receipt, null, Money.Cny(1), reason, []);

    private static string Names(IEnumerable<AuctionRow> rows) => string.Join(' ', rows.Select(row => row.Id));

    private async Task Announce(string name, AuctionTerms? terms = null) => await Journal.Append(
        "auction:" + name, At, new AuctionProposed(Lot(name), terms ?? Terms()),
        Drafted(CentreRole.Handler, CentreRole.Reviewer) with { Terms = terms ?? Terms() }, Announced(name, terms));

    private async Task Open(string name, int hours) => await Journal.Append(
        "auction:" + name, At, new AuctionOpened(Terms(hours).OpensAt, Terms(hours).ClosesAt));

    private async Task CatchUp()
    {
        process ??= await Process(with: services => services
            .AddSingleton(Journal)
            .AddViewGroup<TradingViews, TradingViewContext>()
            .AddSingleton<TradingLists>());
        await Group.CatchUp(Cancel);
    }

    private async Task<IReadOnlyList<AuctionRow>> Page(AuctionWish wish) =>
        (await Lists.Auctions(wish, 0, 100, Cancel)).Rows;

    private async Task<(int Awaited, int Unidentified, int ToBeRefunded)> Left()
    {
        await CatchUp();
        var line = Assert.Single((await Lists.Escrows(0, 10, Cancel)).Rows);
        return (line.Escrow.Awaited, line.Escrow.Unidentified, line.Escrow.ToBeRefunded);
    }
}

public sealed class SqliteTradingViewTests : TradingViewContract
{
    protected override Task<JournalStore> Create() => Sqlite();
}

public sealed class PostgresTradingViewTests : TradingViewContract
{
    protected override Task<JournalStore> Create() => Postgres();
}
