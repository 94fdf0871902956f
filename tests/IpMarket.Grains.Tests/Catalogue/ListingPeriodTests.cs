using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Catalogue.Watching;
using Xunit;

namespace IpMarket.Grains.Tests.Catalogue;

/// <summary>A listing's period in its grain: woken by its deadline, looked up, followed by those who are told.</summary>
public sealed class ListingPeriodTests(CatalogueCluster cluster) : IClassFixture<CatalogueCluster>
{
    private static readonly DutyHolder Handler = DutyHolder.With(CentreRole.Handler);

    [Fact]
    public async Task The_deadline_ends_the_period_once_and_the_contract_frees_the_patent()
    {
        var listing = await Published(5);
        GrainCluster.Accepted(await File(listing, "buyer"));
        var ends = (await listing.State()).Period.EndsAt!.Value;
        await Period(listing).Wake(IMovesPeriod.Kind, ends);
        Assert.Equal(PeriodPhase.Running, (await listing.State()).Period.Phase);

        cluster.Clock.Now = ends;
        await Period(listing).Wake("another-kind", ends);
        Assert.Equal(PeriodPhase.Running, (await listing.State()).Period.Phase);
        await Period(listing).Wake(IMovesPeriod.Kind, ends);
        await Period(listing).Wake(IMovesPeriod.Kind, ends);
        Assert.Single(cluster.Facts(listing.Stream).OfType<ListingPeriodEnded>());
        Assert.Equal(ListingState.ContractDue, (await listing.State()).State);

        await cluster.RunProcesses();
        Assert.NotNull((await cluster.State(listing.Patent)).Reservation);
        GrainCluster.Accepted(await Period(listing).RecordContract(
            GrainCluster.By("officer"),
            new RecordListingContract(
                Money.Cny(8_800_000), DateOnly.FromDateTime(ends.AddHours(8).DateTime), Handler)));
        await cluster.RunProcesses();
        Assert.Equal(ListingState.Sold, (await listing.State()).State);
        Assert.Null((await cluster.State(listing.Patent)).Reservation);
    }

    [Theory]
    [InlineData(ListingMode.SoleLicence, ListingState.Sold)]
    [InlineData(ListingMode.OrdinaryLicence, ListingState.Published)]
    public async Task A_deal_that_is_agreed_upon_frees_the_patent_only_where_it_ends_the_listing(
        ListingMode mode, ListingState state)
    {
        var licence = new ListingOffer(Money.Cny(100), "许可使用", "")
        {
            Mode = mode, ModeTerms = new ModeTerms { Price = new PriceTerms(), Licence = new LicenceTerms() },
        };
        var listing = await cluster.DraftBare(await cluster.Enter("seller公司"));
        GrainCluster.Accepted(await listing.Grain.Revise(GrainCluster.By("seller"), new ReviseListing(licence)));
        await cluster.BringTitlePack(listing.Stream, "seller");
        GrainCluster.Accepted(await listing.Submit());
        await listing.Publish();
        GrainCluster.Accepted(await Period(listing).FileIntent(
            GrainCluster.By("licensee"), new FileIntent(1, Money.Zero, true), isCentrePerson: false));
        var deal = new RecordListingDeal(1, WorkingCalendar.DayOf(cluster.Clock.Now), "合同原件", Handler)
        {
            Reference = "XK-1", Agreed = new DealTerms { Total = Money.Cny(90), Price = new PriceTerms() },
        };
        Assert.Equal(
            "DEAL_INTENT_UNKNOWN",
            (await Period(listing).RecordDeal(GrainCluster.By("officer"), deal with { Intent = 2 })).Refusal!.Code);
        GrainCluster.Accepted(await Period(listing).RecordDeal(GrainCluster.By("officer"), deal));
        await cluster.RunProcesses();
        Assert.Equal(state, (await listing.State()).State);
        Assert.Equal(state == ListingState.Sold, (await cluster.State(listing.Patent)).Reservation is null);
        var record = cluster.Journal.Records.Last(r => r.Stream == listing.Stream);
        Assert.DoesNotContain("XK-1", record.Public, StringComparison.Ordinal);
        Assert.DoesNotContain("agreed", record.Public, StringComparison.Ordinal);
        Assert.Contains("party:licensee", record.Secret, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_event_that_moves_the_period_moves_its_deadline()
    {
        var listing = await Published(5);
        var began = (ISetsDeadline)cluster.Facts(listing.Stream).Single(fact => fact is ListingPeriodBegan);
        Assert.Equal((IMovesPeriod.Kind, (await listing.State()).Period.EndsAt), (began.DeadlineKind, began.Due));
        GrainCluster.Accepted(await listing.Grain.Withdraw(GrainCluster.By("seller"), new WithdrawListing("x")));
        var closed = (ISetsDeadline)cluster.Facts(listing.Stream).Last();
        Assert.Equal((IMovesPeriod.Kind, null), (closed.DeadlineKind, closed.Due));
    }

    [Fact]
    public async Task A_state_owned_seller_is_held_to_its_least_period_when_it_submits_and_when_it_comes_out()
    {
        cluster.Parties.Facts = [PartyFactKind.StateOwned];
        try
        {
            var listing = await cluster.Draft(await cluster.Enter("seller公司"));
            Assert.Equal("PERIOD_TOO_SHORT", (await listing.Submit()).Refusal!.Code);
            Assert.Null((await cluster.State(listing.Patent)).Reservation);
            Assert.Equal("PERIOD_TOO_SHORT", (await Choose(listing, 9)).Refusal!.Code);
            Assert.Equal("PERIOD_PROFILE_UNKNOWN", (await Choose(listing, 10, "none")).Refusal!.Code);
            GrainCluster.Accepted(await Choose(listing, 10));
            GrainCluster.Accepted(await listing.Submit());
            await listing.Publish();
            Assert.Equal(PeriodPhase.Running, (await listing.State()).Period.Phase);
            Assert.Equal(10, (await Period(listing).Bounds()).Span.Min);
        }
        finally
        {
            cluster.Parties.Facts = [];
        }
    }

    [Fact]
    public async Task Whoever_submits_or_files_watches_the_patent_from_then_on()
    {
        var listing = await Published(5);
        GrainCluster.Accepted(await File(listing, "watcher"));
        await cluster.RunProcesses();
        foreach (var name in new[] { "seller", "watcher" })
        {
            var watchlist = cluster.Grains.GetGrain<IWatchlistGrain>(
                Watchlist.StreamOf(GrainCluster.By(name).Actor.User));
            Assert.NotNull((await watchlist.Get()).State.Find(listing.Patent.Stream));
        }
    }

    [Fact]
    public async Task A_repeated_filing_is_the_same_filing()
    {
        var listing = await Published(5);
        var id = Guid.NewGuid();
        GrainCluster.Accepted(await File(listing, "again", id));
        GrainCluster.Accepted(await File(listing, "again", id));
        Assert.Equal("INTENT_FILED_ALREADY", (await File(listing, "again")).Refusal!.Code);
        Assert.Single(cluster.Facts(listing.Stream).OfType<IntentFiled>());
    }

    [Fact]
    public async Task Who_filed_and_for_how_much_stands_in_the_secret_part_only()
    {
        var listing = await Published(5);
        GrainCluster.Accepted(await File(listing, "hidden"));
        var record = cluster.Journal.Records.Last(r => r.Stream == listing.Stream);
        Assert.Equal("catalogue.listing.intent-filed/1", record.Type);
        Assert.DoesNotContain("hidden", record.Public, StringComparison.Ordinal);
        Assert.DoesNotContain("fen", record.Public, StringComparison.Ordinal);
        Assert.Contains("party:hidden", record.Secret, StringComparison.Ordinal);
    }

    private IListingPeriodGrain Period(DraftedListing listing) =>
        cluster.Grains.GetGrain<IListingPeriodGrain>(listing.Stream);

    private Task<Outcome<Accepted>> Choose(DraftedListing listing, int days, string profile = "online-bidding") =>
        Period(listing).Choose(GrainCluster.By("seller"), new ChooseListingPeriod(days, profile));

    private Task<Outcome<Accepted>> File(DraftedListing listing, string who, Guid? id = null) =>
        Period(listing).FileIntent(
            GrainCluster.By(who, id), new FileIntent(1, Money.Cny(8_800_000), true), isCentrePerson: false);

    private async Task<DraftedListing> Published(int days)
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        GrainCluster.Accepted(await Choose(listing, days));
        GrainCluster.Accepted(await listing.Submit());
        await listing.Publish();
        return listing;
    }
}
