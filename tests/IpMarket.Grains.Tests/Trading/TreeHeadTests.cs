using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.EventFiles;
using IpMarket.Domain.Trading.Proofs;
using IpMarket.Grains.Trading.Proofs;
using IpMarket.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Grains.Tests.Trading;

/// <summary>As the other clusters, with a head not a minute but a moment after a log grew.</summary>
public sealed class TreeHeadCluster : TradingCluster
{
    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services.AddSingleton(provider => new AuctionTrees(
            provider.GetRequiredService<IJournal>(),
            provider.GetRequiredService<IMarketKeys>(),
            provider.GetRequiredService<IMarketClock>())
        {
            HeadEvery = TimeSpan.FromMilliseconds(20),
        });
    }
}

public sealed class TreeHeadTests(TreeHeadCluster cluster) : IClassFixture<TreeHeadCluster>
{
    [Fact]
    public async Task A_log_that_grew_gets_a_head_a_log_that_did_not_gets_none()
    {
        var auction = await cluster.Announce();
        await auction.Admit("a", "b");
        auction.Open();
        TradingCluster.Accepted(await auction.Bid("a", 1_000_000));
        await Wait.Until(() => Covered(auction), "a head over the first bid");
        TradingCluster.Accepted(await auction.Bid("b", 1_050_000));
        await Wait.Until(() => Covered(auction), "a head over the second bid");
        var records = RecordsOf(auction);
        Assert.Equal(records.Count, (await auction.Grain.Get()).State.HeadVersion);
        Assert.Equal(EventFileResult.Sound, Verify(records).Result);
    }

    [Fact]
    public async Task Two_hundred_bids_among_heads_make_a_log_whose_every_head_holds()
    {
        var auction = await cluster.Announce();
        await auction.Admit("a", "b");
        auction.Open();
        for (var i = 0; i < 200; i++)
            TradingCluster.Accepted(await auction.Bid(i % 2 == 0 ? "a" : "b", 1_000_000 + (i * 50_000)));
        cluster.Clock.Now = auction.Terms.ClosesAt.AddSeconds(20);
        await auction.Grain.Watch(null, 0);
        await Wait.Until(() => Covered(auction), "a head over the close");
        var finding = Verify(RecordsOf(auction));
        Assert.True(finding.Result == EventFileResult.Sound, EventFileVerifier.Describe(finding));
        Assert.Equal(200, finding.Summary!.Bids);
    }

    private bool Covered(AnnouncedAuction auction)
    {
        var facts = RecordsOf(auction).Select(EventCodec.Decode).ToList();
        var last = facts.Last(fact => fact.Event is not TreeHeadSigned).Version;
        return facts.Select(fact => fact.Event).OfType<TreeHeadSigned>().Any(head => head.Size >= last);
    }

    private List<JournalRecord> RecordsOf(AnnouncedAuction auction) =>
        [.. cluster.Journal.Records.Where(record => record.Stream == auction.Stream)];

    private static EventFileFinding Verify(List<JournalRecord> records)
    {
        string[] lines =
        [
            EventFileLine.Header(records[0].Stream),
            .. records.Select(EventFileLine.Record),
            EventFileLine.End(records[^1].Version, Convert.ToHexStringLower(records[^1].Hash)),
        ];
        var file = string.Concat(lines.Select(line => line + "\n"));
        return EventFileVerifier.Verify(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file)));
    }
}

public sealed class TreeHeadAtCloseTests(TradingCluster cluster) : IClassFixture<TradingCluster>
{
    [Fact]
    public async Task The_close_is_followed_at_once_by_a_head_over_it()
    {
        var auction = await cluster.Announce();
        await auction.Admit("a");
        auction.Open();
        TradingCluster.Accepted(await auction.Bid("a", 1_000_000));
        cluster.Clock.Now = auction.Terms.ClosesAt.AddSeconds(1);
        var closed = (await auction.Grain.Get()).Version;
        await Wait.Until(
            async () => (await auction.Grain.Get()).State.HeadSize >= closed, "a head over the close");
        Assert.Equal(AuctionStatus.Closed, (await auction.Grain.Get()).State.Status);
        Assert.False((await auction.Grain.Get()).State.IsHeadDue);
    }
}
