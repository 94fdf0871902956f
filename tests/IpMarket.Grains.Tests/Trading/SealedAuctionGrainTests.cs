using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Grains.Trading.Escrow;
using IpMarket.Testing.Trading;
using Xunit;

namespace IpMarket.Grains.Tests.Trading;

public sealed class SealedAuctionGrainTests(TradingCluster cluster) : IClassFixture<TradingCluster>, IDisposable
{
    private readonly List<Holder> holders = [Holder.Made(), Holder.Made(), Holder.Made()];

    /// <summary>Deadline and end of the opening come to whoever looks late; what was not opened by then is void.</summary>
    [Fact]
    public async Task Deadline_and_end_of_the_opening_are_stored_by_whoever_asks_and_the_money_goes_back()
    {
        var auction = await Announce();
        await auction.Admit("a", "b");
        auction.Open();
        TradingCluster.Accepted(await Seal(auction, "a", 1, 1_200_000));
        TradingCluster.Accepted(await Seal(auction, "b", 2, 1_500_000));
        cluster.Clock.Now = auction.Terms.ClosesAt.AddSeconds(5);
        var opening = (await auction.Grain.Watch(null, 0)).Position;
        Assert.Equal(
            (AuctionStatus.Opening, cluster.Clock.Now.AddMinutes(30)), (opening.Status, opening.OpeningUntil!.Value));

        foreach (var holder in new[] { 3, 1 }) TradingCluster.Accepted(await Release(auction, bidder: 1, holder));
        TradingCluster.Accepted(await Release(auction, bidder: 2, holder: 2));
        cluster.Clock.Now = opening.OpeningUntil.Value;
        Assert.Equal("WRONG_STATUS", (await Release(auction, bidder: 2, holder: 1)).Refusal?.Code);
        var result = (await auction.Grain.Watch(null, 0)).Position.Result!;
        Assert.Equal((1, Money.Cny(1_200_000), cluster.Clock.Now), (result.Winner!.Value, result.Price!.Value, result.ClosedAt));

        await cluster.RunProcesses();
        var deposits = (await auction.Escrow.Get()).State.Deposits;
        Assert.Equal(
            [DepositState.HeldTowardsPrice, DepositState.ToBeRefunded], [deposits[1].State, deposits[2].State]);
    }

    [Fact]
    public async Task A_share_delivered_twice_with_its_id_counts_once_and_the_last_one_closes()
    {
        var auction = await Announce();
        await auction.Admit("a");
        auction.Open();
        TradingCluster.Accepted(await Seal(auction, "a", 1, 1_200_000));
        cluster.Clock.Now = auction.Terms.ClosesAt;
        await auction.Grain.Get();
        var id = Guid.NewGuid();
        var first = TradingCluster.Accepted(await Release(auction, 1, 2, id));
        Assert.Equal(first.Version, TradingCluster.Accepted(await Release(auction, 1, 2, id)).Version);
        Assert.Equal("SHARE_RELEASED_BEFORE", (await Release(auction, 1, 2)).Refusal?.Code);
        TradingCluster.Accepted(await Release(auction, 1, 3));
        Assert.Equal(AuctionOutcome.Sold, (await auction.Grain.Get()).State.Result!.Outcome);
    }

    public void Dispose() => holders.ForEach(holder => holder.Dispose());

    private async Task<AnnouncedAuction> Announce()
    {
        var id = Guid.NewGuid();
        var stream = Ids.Create("auction", id, new Actor("user:seller"));
        var grain = cluster.Grains.GetGrain<IAuctionGrain>(stream);
        var terms = new AuctionTerms(
            Money.Cny(1_000_000), Money.Zero, null,
            cluster.Clock.Now.AddMinutes(1), cluster.Clock.Now.AddMinutes(11), 30, Money.Cny(100_000))
        {
            Protocol = BiddingProtocol.SealedFirstPrice,
            Sealed = new SealedTerms(2, [.. holders.Select(holder => new SealedHolder("公证处", holder.Point))], 1_800),
        };
        var listing = "listing:" + stream["auction:".Length..];
        TradingCluster.Accepted(await grain.Propose(TradingCluster.By("seller", id), new ProposeAuction(listing, terms)));
        TradingCluster.Accepted(await grain.Draft(
            TradingCluster.By("handler"),
            new DraftAuction("demo-online-bidding", terms),
            DutyHolder.With(CentreRole.Handler)));
        TradingCluster.Accepted(await grain.Publish(TradingCluster.By("reviewer"), DutyHolder.With(CentreRole.Reviewer)));
        await cluster.RunProcesses();
        return new AnnouncedAuction(
            cluster, stream, grain, cluster.Grains.GetGrain<IEscrowGrain>(EscrowIds.Of(stream)), listing, terms);
    }

    private Task<Outcome<Accepted>> Seal(
        AnnouncedAuction auction, string name, int bidder, ulong fen)
    {
        string[] points = [.. holders.Select(holder => holder.Point)];
        var (envelope, _) = SealedBids.Seal(auction.Stream, bidder, fen, 2, points);
        return Sealed(auction).Seal(TradingCluster.By(name), envelope, isCentrePerson: false);
    }

    private async Task<Outcome<Accepted>> Release(
        AnnouncedAuction auction, int bidder, int holder, Guid? id = null)
    {
        var bid = (await auction.Grain.Get()).State.SealedBids[bidder];
        var share = holders[holder - 1].Open(SealedEnvelope.Read(bid.Envelope)!, holder);
        return await Sealed(auction).Release(TradingCluster.By("holder", id), new ReleaseShare(bidder, holder, share));
    }

    private ISealedAuctionGrain Sealed(AnnouncedAuction auction) =>
        cluster.Grains.GetGrain<ISealedAuctionGrain>(auction.Stream);
}
