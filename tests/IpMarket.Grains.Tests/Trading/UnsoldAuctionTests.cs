using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Domain.Trading.Proofs;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Parties;
using IpMarket.Grains.Tests.Catalogue;
using IpMarket.Grains.Tests.Parties;
using IpMarket.Grains.Trading;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Testing.Trading;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ListingEnd = IpMarket.Domain.Catalogue.Listings.AuctionOutcome;

namespace IpMarket.Grains.Tests.Trading;

/// <summary>Listings, parties and auctions together.</summary>
public sealed class ListedAuctionCluster : ListedTradingCluster
{
    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services
            .AddPartiesGrains()
            .AddSingleton<IDeadlines>(new PlannedDeadlines())
            .AddSingleton<IMarketKeys, MemoryKeys>();
    }
}

/// <summary>A listing learns under which profile it was not sold, and the next auction is told.</summary>
public sealed class UnsoldAuctionTests(ListedAuctionCluster cluster) : IClassFixture<ListedAuctionCluster>
{
    [Fact]
    public async Task The_next_auction_of_a_lot_is_told_under_which_profile_the_last_one_did_not_sell()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        GrainCluster.Accepted(await listing.Submit());
        await listing.Publish();
        var trading = new AuctionSurroundings(cluster.Grains);
        var (auction, terms) = await HeldWithoutABid(listing.Stream);
        Assert.Null(await trading.EnterAuction(GrainCluster.By("process"), listing.Stream, auction));
        Assert.Null(await trading.LeaveAuction(
            GrainCluster.By("process"), listing.Stream, auction, ListingEnd.NoSale));
        Assert.Equal(
            new UnsoldAuction(auction, 1) { Profile = "demo-online-bidding" }, (await listing.State()).Period.Unsold);
        Assert.Equal(
            new AuctionBefore(terms.StartPrice, terms.ClosesAt, 1) { Profile = "demo-online-bidding" },
            (await trading.Listing(listing.Stream, "auction:next")).Before);
    }

    private async Task<(string Stream, AuctionTerms Terms)> HeldWithoutABid(string listing)
    {
        var id = Guid.NewGuid();
        var stream = Ids.Create("auction", id, new Actor("user:seller"));
        var grain = cluster.Grains.GetGrain<IAuctionGrain>(stream);
        var opens = cluster.Clock.Now.AddMinutes(1);
        var terms = new AuctionTerms(
            Money.Cny(1_000_000), Money.Cny(50_000), null, opens, opens.AddMinutes(10), 30, Money.Cny(100_000));
        GrainCluster.Accepted(await grain.Propose(GrainCluster.By("seller", id), new ProposeAuction(listing, terms)));
        GrainCluster.Accepted(await grain.Draft(
            GrainCluster.By("handler"),
            new DraftAuction("demo-online-bidding", terms),
            DutyHolder.With(CentreRole.Handler)));
        GrainCluster.Accepted(await grain.Publish(
            GrainCluster.By("reviewer"), DutyHolder.With(CentreRole.Reviewer)));
        foreach (var due in new[] { terms.OpensAt, terms.ClosesAt })
        {
            cluster.Clock.Now = due;
            await grain.Wake("auction-turn", due);
        }

        return (stream, terms);
    }
}
