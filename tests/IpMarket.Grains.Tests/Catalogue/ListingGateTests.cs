using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Grains.Catalogue;
using Xunit;

namespace IpMarket.Grains.Tests.Catalogue;

/// <summary>The encumbrance gate on a listing's way, and what a fact does to one that is out.</summary>
public sealed class ListingGateTests(CatalogueCluster cluster) : IClassFixture<CatalogueCluster>
{
    private static readonly FactBasis Basis = new("登记簿副本", "1号", new DateOnly(2026, 3, 1));
    private static readonly DutyHolder Reviewer = DutyHolder.With(CentreRole.Reviewer);

    [Fact]
    public async Task A_preserved_patent_cannot_even_be_submitted_for_sale()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        await Encumber(listing.Patent, EncumbranceKind.Preservation);
        Assert.Equal("PROCEDURES_SUSPENDED", (await listing.Submit()).Refusal!.Code);
        Assert.Null((await cluster.State(listing.Patent)).Reservation);
        await End(listing.Patent, 1);
        GrainCluster.Accepted(await listing.Submit());
    }

    [Fact]
    public async Task A_pledgees_consent_is_due_before_the_desks_first_step_not_before_the_submission()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        await Encumber(listing.Patent, EncumbranceKind.Pledge);
        GrainCluster.Accepted(await listing.Submit());
        Assert.Equal("PLEDGED", (await Handle(listing)).Refusal!.Code);
        await Consent(listing.Patent, 1, ListingMode.Sale);
        GrainCluster.Accepted(await Handle(listing));
    }

    [Fact]
    public async Task Co_owners_are_named_at_the_submission_and_their_consent_is_on_file_before_the_desk_goes_on()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司", "other公司"));
        GrainCluster.Accepted(await listing.Submit(null, "other公司"));
        Assert.Equal("CO_OWNERS_MISSING", (await Handle(listing)).Refusal!.Code);
        await Consent(listing.Patent, null, ListingMode.Sale, "other公司");
        GrainCluster.Accepted(await Handle(listing));
    }

    [Fact]
    public async Task A_fact_that_closes_the_mode_suspends_the_published_listing_until_it_is_cured_and_a_reviewer_resumes_it()
    {
        var listing = await Published();
        await Encumber(listing.Patent, EncumbranceKind.Suspension);
        await cluster.RunProcesses();
        var suspended = await listing.State();
        Assert.Equal(ListingState.Suspended, suspended.State);
        Assert.Equal("PROCEDURES_SUSPENDED", Assert.Single(suspended.Suspension).Rule);
        Assert.Equal("PROCEDURES_SUSPENDED", (await Resume(listing)).Refusal!.Code);
        Assert.Equal("LISTING_HALTED", (await Gate(listing).HaltAt(cluster.Clock.Now))!.Code);
        var entering = await listing.Grain.EnterAuction(GrainCluster.By("x"), new EnterAuction("auction:one"));
        Assert.Equal("WRONG_STATE", entering.Refusal!.Code);

        await End(listing.Patent, 1);
        await cluster.RunProcesses();
        Assert.Equal(ListingState.Suspended, (await listing.State()).State);
        Assert.Equal("RESUMED_BY_REVIEWERS", (await Gate(listing).Resume(
            GrainCluster.By("handler"),
            new ResumeListing("已恢复程序", DutyHolder.With(CentreRole.Handler)))).Refusal!.Code);
        GrainCluster.Accepted(await Resume(listing));
        var resumed = await listing.State();
        Assert.Equal((ListingState.Published, false), (resumed.State, resumed.IsSuspended));
        Assert.Null(await Gate(listing).HaltAt(cluster.Clock.Now));
    }

    [Fact]
    public async Task A_fact_that_closes_another_mode_leaves_the_listing_alone()
    {
        var listing = await Published();
        await Encumber(listing.Patent, EncumbranceKind.OrdinaryLicence);
        await cluster.RunProcesses();
        Assert.Equal(ListingState.Published, (await listing.State()).State);
    }

    [Fact]
    public async Task A_right_that_ends_or_passes_to_others_suspends_the_listing_too()
    {
        var ended = await Published();
        await cluster.Record(ended.Patent, PatentFacts.None, new StatusSeen("专利权终止", "公报", null));
        var passed = await Published();
        GrainCluster.Accepted(await cluster.Patent(passed.Patent).RecordHolders(
            GrainCluster.By("centre"), new RecordHolders(["新权利人"], "登记簿副本", null)));
        await cluster.RunProcesses();
        Assert.Equal("PATENT_ENDED", (await ended.State()).Suspension[0].Rule);
        Assert.Equal("NOT_THE_HOLDER", (await passed.State()).Suspension[0].Rule);
    }

    [Fact]
    public async Task A_fact_recorded_while_the_listing_comes_out_suspends_it_once_it_is_out()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        GrainCluster.Accepted(await listing.Submit());
        GrainCluster.Accepted(await Handle(listing));
        // The publication has read the patent already; the fact's own process finds nothing published yet.
        cluster.Parties.BeforeSeller = async () =>
        {
            cluster.Parties.BeforeSeller = null;
            await Encumber(listing.Patent, EncumbranceKind.Preservation);
            await cluster.RunProcesses();
        };
        GrainCluster.Accepted(await listing.Grain.Publish(
            GrainCluster.By("reviewer"), new PublishListing(Reviewer)));
        Assert.Equal(ListingState.Published, (await listing.State()).State);
        await cluster.RunProcesses();
        Assert.Equal(ListingState.Suspended, (await listing.State()).State);
        Assert.Contains(cluster.Facts(listing.Stream), fact => fact is ListingSuspended { Auction: null });
    }

    [Fact]
    public async Task In_an_auction_it_is_suspended_where_it_is_and_comes_back_suspended()
    {
        var listing = await Published();
        GrainCluster.Accepted(await listing.Grain.EnterAuction(GrainCluster.By("x"), new EnterAuction("auction:one")));
        await Encumber(listing.Patent, EncumbranceKind.Preservation);
        await cluster.RunProcesses();
        var suspended = await listing.State();
        Assert.Equal((ListingState.InAuction, true), (suspended.State, suspended.IsSuspended));
        Assert.Contains(cluster.Facts(listing.Stream), fact => fact is ListingSuspended { Auction: "auction:one" });
        GrainCluster.Accepted(await listing.Grain.LeaveAuction(
            GrainCluster.By("x"), new LeaveAuction("auction:one", AuctionOutcome.NoSale)));
        Assert.Equal(ListingState.Suspended, (await listing.State()).State);
    }

    [Fact]
    public async Task A_suspended_listing_is_sent_back_by_a_reviewer_and_frees_its_patent()
    {
        var listing = await Published();
        await Encumber(listing.Patent, EncumbranceKind.Preservation);
        await cluster.RunProcesses();
        Assert.Equal("RESUMED_BY_REVIEWERS", (await listing.Return()).Refusal!.Code);
        GrainCluster.Accepted(await listing.Grain.Return(
            GrainCluster.By("reviewer2"), new ReturnListing(["保全期间不能转让"], Reviewer)));
        await cluster.RunProcesses();
        var returned = await listing.State();
        Assert.Equal((ListingState.Returned, false), (returned.State, returned.IsSuspended));
        Assert.Null((await cluster.State(listing.Patent)).Reservation);
    }

    [Fact]
    public async Task A_licence_may_be_listed_where_a_sale_may_not()
    {
        var patent = await cluster.Enter("seller公司", "other公司");
        var licence = await cluster.Draft(patent);
        GrainCluster.Accepted(await licence.Grain.Revise(
            GrainCluster.By("seller"),
            new ReviseListing(CatalogueCluster.Offer() with
            {
                Mode = ListingMode.OrdinaryLicence,
                AskingPrice = null,
                ModeTerms = new ModeTerms
                {
                    Price = new PriceTerms { Way = PriceWay.Negotiated }, Licence = new LicenceTerms(),
                },
            })));
        await cluster.DeclareTitle(licence.Stream, "seller");
        GrainCluster.Accepted(await licence.Submit(null, "other公司"));
        GrainCluster.Accepted(await Handle(licence));
    }

    private IListingGateGrain Gate(DraftedListing listing) =>
        cluster.Grains.GetGrain<IListingGateGrain>(listing.Stream);

    private Task<Outcome<Accepted>> Resume(DraftedListing listing) => Gate(listing).Resume(
        GrainCluster.By("reviewer"), new ResumeListing("已恢复程序", Reviewer));

    private static async Task<Outcome<Accepted>> Handle(DraftedListing listing)
    {
        await listing.Check();
        return await listing.Grain.Handle(
            GrainCluster.By("handler"), new HandleListing(DutyHolder.With(CentreRole.Handler)));
    }

    private async Task<DraftedListing> Published()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        GrainCluster.Accepted(await listing.Submit());
        await listing.Publish();
        await cluster.RunProcesses();
        return listing;
    }

    private async Task Encumber(PatentNumber patent, EncumbranceKind kind) => GrainCluster.Accepted(
        await Patent(patent).RecordEncumbrance(
            GrainCluster.By("centre"),
            new RecordEncumbrance(new EncumbranceTerms(kind, "Y1", [], null, null, []), Basis)));

    private async Task End(PatentNumber patent, int number) => GrainCluster.Accepted(
        await Patent(patent).EndEncumbrance(
            GrainCluster.By("centre"), new EndEncumbrance(number, EncumbranceEnding.Ended, null, Basis)));

    private async Task Consent(
        PatentNumber patent, int? about, ListingMode mode, params ImmutableArray<string> givers) =>
        GrainCluster.Accepted(await Patent(patent).RecordConsent(
            GrainCluster.By("centre"), new RecordConsent(about, givers, [mode], Basis)));

    private IPatentEncumbrancesGrain Patent(PatentNumber patent) =>
        cluster.Grains.GetGrain<IPatentEncumbrancesGrain>(patent.Stream);
}
