using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Testing.Journal;
using Xunit;

namespace IpMarket.Grains.Tests.Trading;

/// <summary>What a fact that closes the listing's mode does to its auction (P9).</summary>
public sealed class HaltedAuctionTests(TradingCluster cluster) : IClassFixture<TradingCluster>
{
    private static readonly DutyHolder Reviewer = DutyHolder.With(CentreRole.Reviewer);
    private static readonly Refusal Preserved = Refusal.Of(ListingRefusal.ListingHalted, ("reason", "保全期间"));

    [Fact]
    public async Task A_suspended_listing_stops_the_bidding_and_the_time_left_is_given_back()
    {
        var auction = await cluster.Announce();
        await auction.Admit("a");
        auction.Open();
        TradingCluster.Accepted(await auction.Bid("a", 1_000_000));
        cluster.Clock.Now = auction.Terms.ClosesAt.AddMinutes(-4);
        await ListingSuspends(auction);
        var suspended = Assert.Single(Facts(auction).OfType<AuctionSuspended>());
        Assert.Equal((SuspensionCause.LegalFact, "保全期间"), (suspended.Cause, suspended.Reason));
        Assert.Equal("SUSPENDED", (await auction.Bid("a", 1_050_000)).Refusal!.Code);

        Assert.Equal("LISTING_HALTED", (await Resume(auction)).Refusal!.Code);
        cluster.Surroundings.Halts.TryRemove(auction.Listing, out _);
        cluster.Clock.Now = cluster.Clock.Now.AddHours(3);
        TradingCluster.Accepted(await Resume(auction));
        Assert.Equal(cluster.Clock.Now.AddMinutes(4), (await auction.Grain.Get()).State.ClosesAt);
        TradingCluster.Accepted(await auction.Bid("a", 1_050_000));
    }

    [Fact]
    public async Task An_announced_auction_is_stopped_at_the_instant_it_opens_and_takes_no_bid()
    {
        var auction = await cluster.Announce();
        await auction.Admit("a");
        await ListingSuspends(auction);
        Assert.Equal(AuctionStatus.Announced, (await auction.Grain.Get()).State.Status);
        auction.Open();
        Assert.Equal("SUSPENDED", (await auction.Bid("a", 1_000_000)).Refusal!.Code);
        Assert.Single(Facts(auction).OfType<AuctionOpened>());
        Assert.Equal(SuspensionCause.LegalFact, Assert.Single(Facts(auction).OfType<AuctionSuspended>()).Cause);
    }

    [Fact]
    public async Task An_auction_whose_listing_is_stopped_does_not_close_before_an_officer_resumes_it()
    {
        var auction = await cluster.Announce();
        await auction.Admit("a");
        auction.Open();
        TradingCluster.Accepted(await auction.Bid("a", 1_000_000));
        cluster.Surroundings.Halts[auction.Listing] = Preserved;
        cluster.Clock.Now = auction.Terms.ClosesAt.AddSeconds(1);
        Assert.Equal(AuctionStatus.Suspended, (await auction.Grain.Get()).State.Status);
        Assert.Empty(Facts(auction).OfType<AuctionClosed>());

        cluster.Surroundings.Halts.TryRemove(auction.Listing, out _);
        TradingCluster.Accepted(await Resume(auction));
        Assert.Equal(AuctionStatus.Closed, (await auction.Grain.Get()).State.Status);
        Assert.Equal(1, Assert.Single(Facts(auction).OfType<AuctionClosed>()).Winner);
    }

    [Fact]
    public async Task A_listing_whose_mode_is_closed_is_not_announced()
    {
        var auction = await cluster.Announce();
        var (stream, listing) = (Ids.Create("auction", Guid.NewGuid(), new Actor("user:seller")), "listing:halted");
        cluster.Surroundings.Halts[listing] = Preserved;
        var proposed = await cluster.Grains.GetGrain<IAuctionGrain>(stream).Propose(
            TradingCluster.By("seller"), new ProposeAuction(listing, auction.Terms));
        Assert.Equal("LISTING_HALTED", proposed.Refusal!.Code);
    }

    private async Task ListingSuspends(AnnouncedAuction auction)
    {
        cluster.Surroundings.Halts[auction.Listing] = Preserved;
        await cluster.Journal.AppendAs(
            new CommandContext(Guid.NewGuid(), new Actor("process:x")),
            auction.Listing,
            cluster.Clock.Now,
            [new ListingSuspended([new SuspensionReason("X", "保全期间", "preserved")], auction.Stream)]);
        await cluster.RunProcesses();
    }

    private static Task<Outcome<Accepted>> Resume(AnnouncedAuction auction) =>
        auction.Grain.Resume(TradingCluster.By("x"), new ResumeAuction("已解除", Reviewer));

    private IEnumerable<IEvent> Facts(AnnouncedAuction auction) => cluster.Journal.Records
        .Where(record => record.Stream == auction.Stream).Select(record => EventCodec.Decode(record).Event);
}
