using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Testing;
using Xunit;

namespace IpMarket.Grains.Tests.Trading;

public sealed class AuctionGrainTests(TradingCluster cluster) : IClassFixture<TradingCluster>
{
    [Fact]
    public async Task A_bid_repeated_with_its_id_has_one_effect_and_one_answer()
    {
        var auction = await cluster.Announce();
        await auction.Admit("a", "b");
        auction.Open();
        var id = Guid.NewGuid();
        var first = TradingCluster.Accepted(await auction.Bid("a", 1_000_000, id));
        TradingCluster.Accepted(await auction.Bid("b", 1_050_000));
        var again = TradingCluster.Accepted(await auction.Bid("a", 1_000_000, id));
        Assert.Equal((first.Pos, first.Version, first.At), (again.Pos, again.Version, again.At));
        Assert.Equal("SAME_ID_OTHER_REQUEST", (await auction.Bid("a", 1_100_000, id)).Refusal?.Code);
        Assert.Equal(2, (await auction.Grain.Watch(null, 0)).Position.BidCount);
    }

    [Fact]
    public async Task Two_hundred_bids_at_once_end_in_a_journal_that_rises_by_the_step()
    {
        var auction = await cluster.Announce();
        await auction.Admit("a", "b", "c");
        auction.Open();
        var names = new[] { "a", "b", "c" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            var amount = 1_000_000 + (i % 40 * 50_000);
            return (Id: Guid.NewGuid(), Amount: amount, Answer: await auction.Bid(names[i % 3], amount));
        }));

        var bids = Bids(auction);
        Assert.Equal(answers.Count(a => a.Answer.IsAccepted), bids.Count);
        Assert.All(answers.Where(a => a.Answer.IsAccepted), a => Assert.Contains(
            bids, b => b.Version == a.Answer.Value.Version && ((BidPlaced)b.Event).Amount.Fen == a.Amount));
        Assert.All(bids.Zip(bids.Skip(1)), pair => Assert.True(
            ((BidPlaced)pair.Second.Event).Amount >= ((BidPlaced)pair.First.Event).Amount + auction.Terms.Step));
        var room = await auction.Grain.Watch(null, 0);
        Assert.Equal(bids[^1].Version, room.Position.Version);
        Assert.Equal(((BidPlaced)bids[^1].Event).Amount, room.Position.Price);
    }

    [Fact]
    public async Task Whoever_finds_a_turn_due_has_it_stored_once()
    {
        var auction = await cluster.Announce();
        await auction.Admit("a");
        auction.Open();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => auction.Grain.Watch(null, 0)));
        TradingCluster.Accepted(await auction.Bid("a", 1_000_000));
        cluster.Clock.Now = auction.Terms.ClosesAt;
        var late = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => auction.Bid("a", 2_000_000)));
        await auction.Grain.Wake("auction-turn", auction.Terms.ClosesAt);

        Assert.All(late, outcome => Assert.Equal("ALREADY_CLOSED", outcome.Refusal?.Code));
        Assert.All(late, o => Assert.Equal(auction.Terms.ClosesAt, o.Refusal!.Figures["closesAt"].Instant));
        Assert.Single(Facts(auction).OfType<AuctionOpened>());
        var closed = Assert.Single(Facts(auction).OfType<AuctionClosed>());
        Assert.Equal((auction.Terms.ClosesAt, AuctionOutcome.Sold, 1), (closed.ClosedAt, closed.Outcome, closed.Winner));
    }

    [Fact]
    public async Task The_grains_own_timer_opens_and_closes_without_anybody_asking()
    {
        var auction = await cluster.Announce();
        cluster.Clock.Now = auction.Terms.OpensAt.AddMilliseconds(-50);
        await auction.Grain.Suspend(
            TradingCluster.By("x"), new SuspendAuction("r", DutyHolder.With(CentreRole.Reviewer)));
        cluster.Clock.Now = auction.Terms.ClosesAt;
        await auction.Grain.Wake("auction-turn", auction.Terms.OpensAt);
        await Wait.Until(
            () => Facts(auction).OfType<AuctionClosed>().Any(), $"the close of {auction.Stream}");
    }

    [Fact]
    public async Task An_outage_in_the_last_window_gives_the_full_window_again()
    {
        var auction = await cluster.Announce();
        auction.Open();
        await auction.Grain.Watch(null, 0);
        cluster.Clock.Now = auction.Terms.ClosesAt.AddHours(1);
        cluster.Heartbeats.Silence = new Silence(auction.Terms.ClosesAt.AddSeconds(-10), cluster.Clock.Now);
        var room = await auction.Grain.Watch(null, 0);
        cluster.Heartbeats.Silence = null;

        Assert.Equal(AuctionStatus.Open, room.Position.Status);
        Assert.Equal(cluster.Clock.Now.AddSeconds(30), room.Position.ClosesAt);
        Assert.Equal(SuspensionCause.Outage, Assert.Single(Facts(auction).OfType<AuctionSuspended>()).Cause);
    }

    [Fact]
    public async Task While_the_heartbeats_cannot_be_read_a_late_bid_is_refused_and_nothing_is_closed()
    {
        var auction = await cluster.Announce();
        await auction.Admit("a");
        auction.Open();
        TradingCluster.Accepted(await auction.Bid("a", 1_000_000));
        cluster.Heartbeats.IsDown = true;
        cluster.Clock.Now = auction.Terms.ClosesAt;
        Assert.Equal("TURN_DUE", (await auction.Bid("a", 1_050_000)).Refusal?.Code);
        cluster.Heartbeats.IsDown = false;
        Assert.Equal("ALREADY_CLOSED", (await auction.Bid("a", 1_050_000)).Refusal?.Code);
    }

    [Fact]
    public async Task Nobody_bids_by_a_clock_that_is_not_trusted_or_while_his_party_is_suspended()
    {
        var auction = await cluster.Announce();
        await auction.Admit("suspended-later");
        auction.Open();
        cluster.Clock.IsTrusted = false;
        Assert.Equal("CLOCK_NOT_TRUSTED", (await auction.Bid("suspended-later", 1_000_000)).Refusal?.Code);
        cluster.Clock.IsTrusted = true;
        cluster.Surroundings.Status["party:suspended-later"] = OnboardingStatus.Suspended;
        Assert.Equal("PARTY_NOT_VERIFIED", (await auction.Bid("suspended-later", 1_000_000)).Refusal?.Code);
    }

    [Fact]
    public async Task A_repeat_of_an_accepted_bid_gets_its_answer_whatever_hinders_new_ones()
    {
        var auction = await cluster.Announce();
        await auction.Admit("a");
        auction.Open();
        var id = Guid.NewGuid();
        var first = TradingCluster.Accepted(await auction.Bid("a", 1_000_000, id));
        cluster.Clock.IsTrusted = false;
        try
        {
            Assert.Equal(first.Version, TradingCluster.Accepted(await auction.Bid("a", 1_000_000, id)).Version);
            var refused = (await auction.Bid("a", 1_050_000)).Refusal!;
            Assert.Equal("CLOCK_NOT_TRUSTED", refused.Code);
            Assert.Equal(1_050_000, refused.Figures["nextMinimum"].Amount!.Value.Fen);
        }
        finally
        {
            cluster.Clock.IsTrusted = true;
        }
    }

    [Fact]
    public async Task Only_one_auction_gets_a_listing()
    {
        var first = await cluster.Announce();
        var second = cluster.Grains.GetGrain<IAuctionGrain>(Ids.Create("auction", Guid.NewGuid(), new Actor("user:s")));
        var proposed = await second.Propose(TradingCluster.By("seller"), new ProposeAuction(first.Listing, first.Terms));
        Assert.Equal("LISTING_NOT_PUBLISHED", proposed.Refusal?.Code);
    }

    [Fact]
    public async Task A_listing_taken_for_a_publication_that_fails_is_given_back()
    {
        var grain = cluster.Grains.GetGrain<IAuctionGrain>(Ids.Create("auction", Guid.NewGuid(), new Actor("user:s")));
        var terms = new AuctionTerms(
            Money.Cny(1_000_000), Money.Cny(50_000), null, cluster.Clock.Now.AddMinutes(1),
            cluster.Clock.Now.AddMinutes(11), 30, Money.Cny(100_000));
        TradingCluster.Accepted(await grain.Propose(
            TradingCluster.By("seller"), new ProposeAuction("listing:given-back", terms)));
        TradingCluster.Accepted(await grain.Draft(
            TradingCluster.By("handler"), new DraftAuction("demo-online-bidding", terms),
            DutyHolder.With(CentreRole.Handler)));

        // The seller proposes anew just after the listing was taken.
        cluster.Surroundings.AfterEnter = async () => TradingCluster.Accepted(await grain.Propose(
            TradingCluster.By("seller"), new ProposeAuction("listing:given-back", terms)));
        var published = await grain.Publish(TradingCluster.By("reviewer"), DutyHolder.With(CentreRole.Reviewer));
        cluster.Surroundings.AfterEnter = null;

        Assert.Equal("WRONG_STATUS", published.Refusal?.Code);
        Assert.False(cluster.Surroundings.InAuction.ContainsKey("listing:given-back"));
    }

    [Fact]
    public async Task Watchers_are_told_what_became_durable_and_a_snapshot_is_enough()
    {
        var auction = await cluster.Announce();
        await auction.Admit("a", "b");
        auction.Open();
        var watcher = new Recorder();
        var reference = cluster.Grains.CreateObjectReference<IAuctionWatcher>(watcher);
        var start = await auction.Grain.Watch(reference, 0);
        for (var i = 0; i < 60; i++)
            TradingCluster.Accepted(await auction.Bid(i % 2 == 0 ? "a" : "b", 1_000_000 + (i * 50_000)));
        await Wait.Until(() => watcher.Bids.Count == 60, "sixty bids in the room");

        var versions = watcher.Updates.OrderBy(u => u.FromVersion).ToList();
        Assert.Equal(start.Position.Version, versions[0].FromVersion);
        Assert.All(versions.Zip(versions.Skip(1)), p => Assert.Equal(p.First.Position.Version, p.Second.FromVersion));
        var room = await auction.Grain.Watch(reference, 0);
        Assert.Equal(versions[^1].Position, room.Position);
        Assert.Equal(Limits.RoomBidsMax, room.Bids.Length);
        Assert.Equal(room.Bids[^3..], (await auction.Grain.Watch(null, room.Bids[^4].Version)).Bids);
    }

    private IEnumerable<IEvent> Facts(AnnouncedAuction auction) => Stored(auction).Select(record => record.Event);

    private List<Recorded> Bids(AnnouncedAuction auction) =>
        [.. Stored(auction).Where(record => record.Event is BidPlaced)];

    private IEnumerable<Recorded> Stored(AnnouncedAuction auction) =>
        cluster.Journal.Records.Where(record => record.Stream == auction.Stream).Select(EventCodec.Decode);

    private sealed class Recorder : IAuctionWatcher
    {
        private readonly Lock gate = new();
        private readonly List<RoomUpdate> updates = [];

        public IReadOnlyList<RoomUpdate> Updates
        {
            get
            {
                lock (gate) return [.. updates];
            }
        }

        public IReadOnlyList<RoomBid> Bids => [.. Updates.SelectMany(update => update.Bids)];

        public Task Moved(RoomUpdate update)
        {
            lock (gate) updates.Add(update);
            return Task.CompletedTask;
        }
    }
}
