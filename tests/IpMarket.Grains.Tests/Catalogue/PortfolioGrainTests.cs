using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Grains.Catalogue;
using IpMarket.Testing.Journal;
using Xunit;

namespace IpMarket.Grains.Tests.Catalogue;

/// <summary>Several patents in one listing: all are held, or none.</summary>
public sealed class PortfolioGrainTests(CatalogueCluster cluster) : IClassFixture<CatalogueCluster>
{
    [Fact]
    public async Task Submitting_holds_every_patent_and_its_end_frees_them_all()
    {
        var (listing, patents) = await Portfolio();
        GrainCluster.Accepted(await listing.Submit());
        await cluster.RunProcesses();
        foreach (var patent in patents) await IsHeldBy(listing, patent);

        GrainCluster.Accepted(await listing.Return());
        await cluster.RunProcesses();
        foreach (var patent in patents) await IsFree(patent);
        await cluster.DeclareTitle(listing.Stream, listing.Seller);
        GrainCluster.Accepted(await listing.Submit());
        await listing.Publish();
        GrainCluster.Accepted(await listing.Grain.EnterAuction(GrainCluster.By("x"), new EnterAuction("auction:one")));
        GrainCluster.Accepted(await listing.Grain.LeaveAuction(
            GrainCluster.By("x"), new LeaveAuction("auction:one", AuctionOutcome.Sold)));
        await cluster.RunProcesses();
        foreach (var patent in patents) await IsFree(patent);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Where_one_is_listed_already_none_is_held_and_the_answer_names_it(int taken)
    {
        var (listing, patents) = await Portfolio();
        var other = await cluster.Draft(patents[taken]);
        GrainCluster.Accepted(await other.Submit());
        var id = Guid.NewGuid();
        var refused = (await listing.Submit(id)).Refusal!;
        Assert.Equal(("RESERVED", patents[taken].Text), (refused.Code, refused.Figures["patent"].Text));
        Assert.StartsWith(patents[taken].Text, refused.Zh, StringComparison.Ordinal);
        foreach (var patent in patents.Where(one => one != patents[taken])) await IsFree(patent);
        Assert.Equal(ListingState.Draft, (await listing.State()).State);

        GrainCluster.Accepted(await other.Grain.Withdraw(GrainCluster.By("seller"), new WithdrawListing("")));
        await cluster.RunProcesses();
        var accepted = GrainCluster.Accepted(await listing.Submit(id));
        Assert.Equal(accepted.Pos, GrainCluster.Accepted(await listing.Submit(id)).Pos);
        await cluster.RunProcesses();
        foreach (var patent in patents) await IsHeldBy(listing, patent);
    }

    [Fact]
    public async Task Two_portfolios_that_share_patents_crosswise_never_hold_half_each()
    {
        var (one, patents) = await Portfolio();
        var two = await cluster.Draft(patents[2]);
        await Add(two, patents[1], patents[0]);
        await cluster.DeclareTitle(two.Stream, two.Seller);
        const int RoundsMax = 20;
        for (var round = 0; round < RoundsMax; round++)
        {
            var answers = await Task.WhenAll(one.Submit(), two.Submit());
            await cluster.RunProcesses();
            var winners = new[] { one, two }.Where((_, i) => answers[i].IsAccepted).ToList();
            Assert.True(winners.Count <= 1);
            if (winners is not [var winner])
            {
                foreach (var patent in patents) await IsFree(patent);
                continue;
            }

            foreach (var patent in patents) await IsHeldBy(winner, patent);
            return;
        }

        Assert.Fail($"None of {RoundsMax} rounds had a winner.");
    }

    [Fact]
    public async Task Twenty_attempts_at_one_portfolio_submit_it_once_and_all_stays_held()
    {
        var (listing, patents) = await Portfolio();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => listing.Submit()));
        Assert.Single(answers, answer => answer.IsAccepted);
        await cluster.RunProcesses();
        await Overdue(patents);
        foreach (var patent in patents) await IsHeldBy(listing, patent);
    }

    [Fact]
    public async Task While_a_submission_waits_for_its_patents_none_is_added_or_removed()
    {
        var (listing, patents) = await Portfolio();
        var more = await cluster.Enter("seller公司");
        var (arrived, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        cluster.Journal.BeforeAppend = async append =>
        {
            if (append.Stream != patents[1].Stream) return;
            arrived.TrySetResult();
            await go.Task;
        };
        var submitting = listing.Submit();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var portfolio = cluster.Grains.GetGrain<IListingPortfolioGrain>(listing.Stream);
        var changes = new[]
        {
            portfolio.RemovePatent(GrainCluster.By("seller"), new RemoveListingPatent(patents[2].Stream)),
            portfolio.AddPatent(GrainCluster.By("seller"), new AddListingPatent(more.Stream)),
        };
        for (var asked = 0; asked < 100; asked++) await listing.Grain.Get();
        Assert.All(changes, change => Assert.False(change.IsCompleted));
        go.SetResult();
        cluster.Journal.BeforeAppend = null;

        GrainCluster.Accepted(await submitting);
        foreach (var change in changes) Assert.Equal("WRONG_STATE", (await change).Refusal!.Code);
        await cluster.RunProcesses();
        await Overdue(patents);
        foreach (var patent in patents) await IsHeldBy(listing, patent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_another_round_of_a_submitted_listing_took_or_gave_up_is_held_again(bool isGivenUp)
    {
        var (listing, patents) = await Portfolio();
        GrainCluster.Accepted(await listing.Submit());
        var stale = new ReservePatent(listing.Stream, Guid.NewGuid());
        GrainCluster.Accepted(await cluster.Patent(patents[1]).Reserve(GrainCluster.By("x"), stale));
        if (isGivenUp)
            GrainCluster.Accepted(await cluster.Patent(patents[1]).Release(
                GrainCluster.By("x"), new ReleasePatent(listing.Stream, stale.Reservation)));
        await cluster.RunProcesses();
        foreach (var patent in patents) await IsHeldBy(listing, patent);

        Assert.Equal(
            "RESERVED_BY_ANOTHER_ROUND",
            (await cluster.Patent(patents[1]).Reserve(GrainCluster.By("x"), stale)).Refusal!.Code);
        await Overdue(patents);
        foreach (var patent in patents) await IsHeldBy(listing, patent);
    }

    [Fact]
    public async Task What_a_listing_gave_up_is_not_held_again_once_it_is_over()
    {
        var (listing, patents) = await Portfolio();
        GrainCluster.Accepted(await listing.Submit());
        var stale = new ReservePatent(listing.Stream, Guid.NewGuid());
        GrainCluster.Accepted(await cluster.Patent(patents[1]).Reserve(GrainCluster.By("x"), stale));
        GrainCluster.Accepted(await listing.Return());
        await cluster.RunProcesses();
        await Overdue(patents);
        foreach (var patent in patents) await IsFree(patent);
        Assert.DoesNotContain(
            cluster.Facts(patents[1].Stream).OfType<PatentReserved>().Skip(2), _ => true);
    }

    [Fact]
    public async Task A_crash_before_the_last_patent_frees_those_held_and_the_repeat_goes_through()
    {
        var (listing, patents) = await Portfolio();
        var id = Guid.NewGuid();
        cluster.Journal.Fault = append => append.Stream == patents[2].Stream
            ? AppendFault.NeverArrives
            : AppendFault.None;
        Assert.Equal("UNKNOWN_ASK_AGAIN", (await listing.Submit(id)).Refusal!.Code);
        cluster.Journal.Fault = null;
        await Overdue(patents);
        foreach (var patent in patents) await IsFree(patent);
        GrainCluster.Accepted(await listing.Submit(id));
        await cluster.RunProcesses();
        foreach (var patent in patents) await IsHeldBy(listing, patent);
    }

    [Fact]
    public async Task A_crash_before_the_submission_frees_all_of_them()
    {
        var (listing, patents) = await Portfolio();
        await CrashesWhileSubmitting(listing);
        foreach (var patent in patents) Assert.NotNull((await cluster.State(patent)).Reservation);
        await Overdue(patents);
        foreach (var patent in patents) await IsFree(patent);
    }

    [Fact]
    public async Task A_patent_taken_out_between_a_crash_and_the_next_submission_is_not_kept()
    {
        var (listing, patents) = await Portfolio();
        await CrashesWhileSubmitting(listing);
        GrainCluster.Accepted(await cluster.Grains.GetGrain<IListingPortfolioGrain>(listing.Stream).RemovePatent(
            GrainCluster.By("seller"), new RemoveListingPatent(patents[2].Stream)));
        await cluster.DeclareTitle(listing.Stream, listing.Seller);
        GrainCluster.Accepted(await listing.Submit());
        await cluster.RunProcesses();
        await Overdue(patents);
        await IsHeldBy(listing, patents[0]);
        await IsHeldBy(listing, patents[1]);
        await IsFree(patents[2]);
    }

    [Fact]
    public async Task A_fact_of_a_further_patent_suspends_the_listing()
    {
        var (listing, patents) = await Portfolio();
        GrainCluster.Accepted(await listing.Submit());
        await listing.Publish();
        await cluster.RunProcesses();
        GrainCluster.Accepted(await cluster.Patent(patents[1]).RecordHolders(
            GrainCluster.By("centre"), new RecordHolders(["新权利人"], "登记簿副本", null)));
        await cluster.RunProcesses();
        var state = await listing.State();
        Assert.Equal(ListingState.Suspended, state.State);
        Assert.StartsWith(patents[1].Text, Assert.Single(state.Suspension).Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_joined_publication_cannot_be_added_before_its_application_is_known()
    {
        var (listing, _) = await Portfolio();
        var publication = PatentNumber.Parse("CN105734615A").Value;
        await cluster.Record(publication, PatentFacts.None with { Applicants = ["seller公司"] });
        var added = await cluster.Grains.GetGrain<IListingPortfolioGrain>(listing.Stream).AddPatent(
            GrainCluster.By("seller"), new AddListingPatent(publication.Stream));
        Assert.Equal("PATENT_PROVISIONAL", added.Refusal!.Code);
    }

    /// <summary>Its patents are held, but the submission itself is not stored.</summary>
    private async Task CrashesWhileSubmitting(DraftedListing listing)
    {
        var version = (await listing.Grain.Get()).Version;
        cluster.Journal.Fault = append => append.Stream == listing.Stream && append.Expected == version
            ? AppendFault.NeverArrives
            : AppendFault.None;
        Assert.Equal("UNKNOWN_ASK_AGAIN", (await listing.Submit()).Refusal!.Code);
        cluster.Journal.Fault = null;
    }

    /// <summary>A draft of three patents with every paper it may owe.</summary>
    private async Task<(DraftedListing Listing, PatentNumber[] Patents)> Portfolio()
    {
        var patents = new[]
        {
            await cluster.Enter("seller公司"), await cluster.Enter("seller公司"), await cluster.Enter("seller公司"),
        };
        var listing = await cluster.Draft(patents[0]);
        await Add(listing, patents[1], patents[2]);
        await cluster.DeclareTitle(listing.Stream, listing.Seller);
        return (listing, patents);
    }

    private async Task Add(DraftedListing listing, params PatentNumber[] patents)
    {
        foreach (var patent in patents)
        {
            GrainCluster.Accepted(await cluster.Grains.GetGrain<IListingPortfolioGrain>(listing.Stream).AddPatent(
                GrainCluster.By(listing.Seller), new AddListingPatent(patent.Stream)));
            foreach (var kind in ListingDocuments.TitleKinds.Where(ListingDocuments.IsOfEachPatent))
                GrainCluster.Accepted(await cluster.Grains.GetGrain<IListingPackGrain>(listing.Stream).AddDocument(
                    GrainCluster.By(listing.Seller),
                    TitlePapers.Paper(kind, cluster.Clock.Now) with { Patent = patent.Stream }));
        }
    }

    private async Task IsHeldBy(DraftedListing listing, PatentNumber patent)
    {
        var held = (await cluster.State(patent)).Reservation;
        Assert.Equal(
            (listing.Stream, (await listing.State()).Reservation, true), (held!.Listing, held.Id, held.IsConfirmed));
    }

    private async Task IsFree(PatentNumber patent) => Assert.Null((await cluster.State(patent)).Reservation);

    /// <summary>The sweep finds the due times of all reservations come.</summary>
    private async Task Overdue(PatentNumber[] patents)
    {
        cluster.Clock.Now += PatentDecider.ReservationLasts;
        foreach (var patent in patents) await cluster.Patent(patent).Wake(ReservationDeadline.Kind, cluster.Clock.Now);
    }
}
