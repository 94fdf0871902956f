using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Grains.Catalogue;
using Xunit;

namespace IpMarket.Grains.Tests.Catalogue;

/// <summary>What closes a mode by its date alone: the listing is woken on that day and suspends itself (P9).</summary>
public sealed class DatedGateTests(CatalogueCluster cluster) : IClassFixture<CatalogueCluster>
{
    /// <summary>The day the cluster's clock stands at or after.</summary>
    private DateOnly Today => WorkingCalendar.DayOf(cluster.Clock.Now);

    [Fact]
    public async Task The_end_of_the_rights_term_suspends_a_published_listing_on_the_day_after_it()
    {
        var last = Today.AddDays(3);
        var listing = await Drafted(filed: last.AddYears(-20), "seller公司");
        await Out(listing);
        var set = Assert.Single(Set(listing));
        Assert.Equal((ListingRecheckSet.Kind, Midnight(last.AddDays(1))), (set.DeadlineKind, set.Due));

        cluster.Clock.Now = set.Due!.Value.AddMicroseconds(-1);
        await Wake(listing, set.Due);
        Assert.Equal(ListingState.Published, (await listing.State()).State);
        cluster.Clock.Now = set.Due.Value;
        await Period(listing).Wake("another-kind", set.Due.Value);
        Assert.Equal(ListingState.Published, (await listing.State()).State);
        await Wake(listing, set.Due);
        await Wake(listing, set.Due);
        var suspended = await listing.State();
        Assert.Equal((ListingState.Suspended, null), (suspended.State, suspended.RecheckAt));
        Assert.Equal("PATENT_ENDED", Assert.Single(suspended.Suspension).Rule);
        Assert.Null(Set(listing)[^1].Due);
        Assert.Single(cluster.Facts(listing.Stream).OfType<ListingSuspended>());
    }

    [Fact]
    public async Task The_end_of_a_co_owners_mandate_suspends_what_it_allowed()
    {
        var until = Today.AddDays(2);
        var listing = await Drafted(null, "seller公司", "other公司");
        GrainCluster.Accepted(await cluster.Life(listing.Patent).RecordOwnership(
            GrainCluster.By("centre"),
            new RecordOwnership(
                [new OwnerShare("seller公司", null), new OwnerShare("other公司", null)],
                [new CoOwnerMandate("other公司", "seller公司", MandateScope.Sale, until)],
                "授权书",
                null)));
        await Out(listing, "other公司");
        cluster.Clock.Now = Midnight(until.AddDays(1));
        await Wake(listing, cluster.Clock.Now);
        Assert.Equal("CO_OWNERS_MISSING", Assert.Single((await listing.State()).Suspension).Rule);
    }

    [Fact]
    public async Task A_fact_that_moves_the_date_moves_the_deadline_and_one_that_does_not_leaves_it()
    {
        var last = Today.AddDays(20);
        var listing = await Drafted(null, "seller公司");
        await Out(listing);
        await cluster.RunProcesses();
        Assert.Empty(Set(listing));
        await cluster.Record(listing.Patent, PatentFacts.None with { FilingDate = last.AddYears(-20) });
        await cluster.RunProcesses();
        Assert.Equal(Midnight(last.AddDays(1)), Assert.Single(Set(listing)).Due);
        GrainCluster.Accepted(await cluster.Grains.GetGrain<IPatentEncumbrancesGrain>(listing.Patent.Stream)
            .RecordEncumbrance(
                GrainCluster.By("centre"),
                new RecordEncumbrance(
                    new EncumbranceTerms(EncumbranceKind.OrdinaryLicence, "X1", [], null, null, []),
                    new FactBasis("登记簿副本", "1号", null))));
        await cluster.RunProcesses();
        Assert.Single(Set(listing));
    }

    [Fact]
    public async Task A_licence_that_would_outlive_the_right_from_today_on_is_suspended()
    {
        var last = Today.AddYears(5).AddDays(4);
        var listing = await Drafted(last.AddYears(-20), "seller公司");
        GrainCluster.Accepted(await listing.Grain.Revise(
            GrainCluster.By("seller"),
            new ReviseListing(CatalogueCluster.Offer() with
            {
                Mode = ListingMode.OrdinaryLicence,
                AskingPrice = null,
                ModeTerms = new ModeTerms
                {
                    Price = new PriceTerms { Way = PriceWay.Negotiated }, Licence = new LicenceTerms { Years = 5 },
                },
            })));
        await cluster.DeclareTitle(listing.Stream, "seller");
        await Out(listing);
        var due = Assert.Single(Set(listing)).Due!.Value;
        var first = WorkingCalendar.DayOf(due);
        Assert.True(first.AddYears(5).AddDays(-1) > last && first.AddDays(-1).AddYears(5).AddDays(-1) <= last);
        cluster.Clock.Now = due;
        await Wake(listing, due);
        var suspended = await listing.State();
        Assert.Equal("LICENCE_OUTLIVES_THE_RIGHT", Assert.Single(suspended.Suspension).Rule);
        Assert.Equal(Midnight(last.AddDays(1)), suspended.RecheckAt);
    }

    [Fact]
    public async Task The_deadline_of_a_listing_that_is_over_is_cleared_and_suspends_nothing()
    {
        var last = Today.AddDays(3);
        var listing = await Drafted(last.AddYears(-20), "seller公司");
        await Out(listing);
        GrainCluster.Accepted(await listing.Grain.Withdraw(GrainCluster.By("seller"), new WithdrawListing("不卖了")));
        cluster.Clock.Now = Midnight(last.AddDays(1));
        await Wake(listing, cluster.Clock.Now);
        Assert.Equal(ListingState.Withdrawn, (await listing.State()).State);
        Assert.Null(Set(listing)[^1].Due);
        Assert.Empty(cluster.Facts(listing.Stream).OfType<ListingSuspended>());
    }

    private static DateTimeOffset Midnight(DateOnly day) => WorkingCalendar.InstantOf(day, TimeOnly.MinValue);

    private List<ListingRecheckSet> Set(DraftedListing listing) =>
        [.. cluster.Facts(listing.Stream).OfType<ListingRecheckSet>()];

    private IListingPeriodGrain Period(DraftedListing listing) =>
        cluster.Grains.GetGrain<IListingPeriodGrain>(listing.Stream);

    private Task Wake(DraftedListing listing, DateTimeOffset? due) =>
        Period(listing).Wake(ListingRecheckSet.Kind, due!.Value);

    private async Task<DraftedListing> Drafted(DateOnly? filed, params string[] holders)
    {
        var patent = await cluster.Enter([.. holders]);
        await cluster.Record(
            patent, PatentFacts.None with { FilingDate = filed }, new StatusSeen("授权", "公报", null));
        return await cluster.Draft(patent);
    }

    private static async Task Out(DraftedListing listing, params string[] others)
    {
        GrainCluster.Accepted(await listing.Submit(null, [.. others]));
        await listing.Publish();
    }
}
