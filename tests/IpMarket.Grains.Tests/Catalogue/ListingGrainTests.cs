using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Testing.Journal;
using Xunit;

namespace IpMarket.Grains.Tests.Catalogue;

public sealed class ListingGrainTests(CatalogueCluster cluster) : IClassFixture<CatalogueCluster>
{
    [Fact]
    public async Task Submitting_reserves_the_patent_and_a_second_listing_of_it_is_refused()
    {
        var patent = await cluster.Enter("seller公司");
        var (first, second) = (await cluster.Draft(patent), await cluster.Draft(patent));
        GrainCluster.Accepted(await first.Submit());
        await cluster.RunProcesses();

        var held = (await cluster.State(patent)).Reservation;
        Assert.Equal((first.Stream, true), (held!.Listing, held.IsConfirmed));
        var refused = (await second.Submit()).Refusal!;
        Assert.Equal("RESERVED", refused.Code);
        Assert.DoesNotContain(refused.Figures, figure => figure.Value.Text == first.Stream);
        Assert.Equal(ListingState.Draft, (await second.State()).State);
    }

    [Fact]
    public async Task Of_twenty_submissions_at_once_one_gets_the_patent()
    {
        var patent = await cluster.Enter("seller公司");
        var listings = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cluster.Draft(patent)));
        var answers = await Task.WhenAll(listings.Select(listing => listing.Submit()));
        Assert.Single(answers, answer => answer.IsAccepted);
        Assert.All(answers.Where(a => !a.IsAccepted), a => Assert.Equal("RESERVED", a.Refusal!.Code));
    }

    [Fact]
    public async Task Twenty_attempts_at_one_listing_submit_it_once_and_the_patent_stays_held()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => listing.Submit()));
        Assert.Single(answers, answer => answer.IsAccepted);
        await cluster.RunProcesses();
        await Overdue(listing);
        var held = (await cluster.State(listing.Patent)).Reservation;
        Assert.Equal((listing.Stream, (await listing.State()).Reservation, true), (held!.Listing, held.Id, held.IsConfirmed));
    }

    [Fact]
    public async Task A_submission_repeated_gets_its_first_answer_and_with_another_body_is_refused()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        var id = Guid.NewGuid();
        var first = GrainCluster.Accepted(await listing.Submit(id));
        var again = GrainCluster.Accepted(await listing.Submit(id));
        Assert.Equal((first.Pos, first.Version, first.At), (again.Pos, again.Version, again.At));
        Assert.Equal("SAME_ID_OTHER_REQUEST", (await listing.Submit(id, "other公司")).Refusal!.Code);
    }

    [Theory]
    [InlineData("returned")]
    [InlineData("withdrawn")]
    [InlineData("sold")]
    public async Task The_end_of_a_listing_frees_its_patent(string end)
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        GrainCluster.Accepted(await listing.Submit());
        GrainCluster.Accepted(end switch
        {
            "returned" => await listing.Return(),
            "withdrawn" => await listing.Grain.Withdraw(GrainCluster.By("seller"), new WithdrawListing("不卖了")),
            _ => await Sell(listing),
        });
        await cluster.RunProcesses();

        Assert.Null((await cluster.State(listing.Patent)).Reservation);
        var next = await cluster.Draft(listing.Patent);
        GrainCluster.Accepted(await next.Submit());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_returned_listing_may_be_submitted_again_even_before_its_release_is_through(bool isConfirmed)
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        GrainCluster.Accepted(await listing.Submit());
        if (isConfirmed) await cluster.RunProcesses();
        GrainCluster.Accepted(await listing.Return());
        await cluster.DeclareTitle(listing.Stream, "seller");
        GrainCluster.Accepted(await listing.Submit());
        await cluster.RunProcesses();
        await Overdue(listing);
        var held = (await cluster.State(listing.Patent)).Reservation!;
        Assert.Equal((listing.Stream, (await listing.State()).Reservation, true), (held.Listing, held.Id, held.IsConfirmed));
    }

    [Fact]
    public async Task An_auction_without_sale_puts_it_back_and_the_patent_stays_held()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        GrainCluster.Accepted(await listing.Submit());
        await listing.Publish();
        GrainCluster.Accepted(await listing.Grain.EnterAuction(GrainCluster.By("x"), new EnterAuction("auction:one")));
        Assert.Equal(
            "IN_AUCTION_ALREADY",
            (await listing.Grain.EnterAuction(GrainCluster.By("x"), new EnterAuction("auction:two"))).Refusal!.Code);
        Assert.Equal(
            "WRONG_STATE",
            (await listing.Grain.Withdraw(GrainCluster.By("seller"), new WithdrawListing(""))).Refusal!.Code);
        GrainCluster.Accepted(await listing.Grain.LeaveAuction(
            GrainCluster.By("x"), new LeaveAuction("auction:one", AuctionOutcome.NoSale)));
        await cluster.RunProcesses();
        Assert.Equal(ListingState.Published, (await listing.State()).State);
        Assert.NotNull((await cluster.State(listing.Patent)).Reservation);
    }

    [Fact]
    public async Task A_crash_between_reserving_and_submitting_frees_the_patent_after_a_minute()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        var version = (await listing.Grain.Get()).Version;
        cluster.Journal.Fault = append => append.Stream == listing.Stream && append.Expected == version
            ? AppendFault.NeverArrives
            : AppendFault.None;
        Assert.Equal("UNKNOWN_ASK_AGAIN", (await listing.Submit()).Refusal!.Code);
        cluster.Journal.Fault = null;
        var held = (await cluster.State(listing.Patent)).Reservation!;
        await cluster.Patent(listing.Patent).Wake(ReservationDeadline.Kind, held.Until);
        Assert.NotNull((await cluster.State(listing.Patent)).Reservation);

        await Overdue(listing);
        Assert.Null((await cluster.State(listing.Patent)).Reservation);
        Assert.Contains(cluster.Facts(listing.Stream), fact => fact is ListingReservationLapsed);
        GrainCluster.Accepted(await listing.Submit());
        await cluster.RunProcesses();
        Assert.True((await cluster.State(listing.Patent)).Reservation!.IsConfirmed);
    }

    [Fact]
    public async Task A_submission_that_comes_after_its_reservation_lapsed_is_refused()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        var arrived = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        cluster.Journal.BeforeAppend = async append =>
        {
            if (append.Stream != listing.Patent.Stream || append.Records[0].Type != "catalogue.patent.reserved/1") return;
            arrived.TrySetResult();
            await go.Task;
        };
        var submitting = listing.Submit();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var round = (await listing.State()).NextReservation(listing.Stream);
        GrainCluster.Accepted(await listing.Grain.LapseReservation(GrainCluster.By("x"), new LapseReservation(round)));
        go.SetResult();
        cluster.Journal.BeforeAppend = null;

        Assert.Equal("RESERVATION_LAPSED", (await submitting).Refusal!.Code);
        await Overdue(listing);
        Assert.Null((await cluster.State(listing.Patent)).Reservation);
    }

    [Fact]
    public async Task A_reservation_overdue_although_its_listing_was_submitted_is_confirmed()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        GrainCluster.Accepted(await listing.Submit());
        await Overdue(listing);
        Assert.True((await cluster.State(listing.Patent)).Reservation!.IsConfirmed);
        await cluster.RunProcesses();
        Assert.Single(cluster.Facts(listing.Patent.Stream).OfType<PatentReservationConfirmed>());
    }

    [Fact]
    public async Task A_submission_that_is_refused_reserves_nothing()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司", "other公司"));
        Assert.Equal("CO_HOLDERS_MISSING", (await listing.Submit()).Refusal!.Code);
        var stale = await listing.Grain.Submit(
            GrainCluster.By("seller") with { IfVersion = 3 }, new SubmitListing(["other公司"]));
        Assert.Equal("VERSION_CHANGED", stale.Refusal!.Code);
        Assert.Null((await cluster.State(listing.Patent)).Reservation);
        GrainCluster.Accepted(await listing.Submit(null, "ｏｔｈｅｒ公司"));
    }

    [Fact]
    public async Task Only_a_verified_party_that_the_register_names_may_submit()
    {
        var patent = await cluster.Enter("holder公司");
        var listing = await cluster.Draft(patent, "stranger");
        Assert.Equal("NOT_THE_HOLDER", (await listing.Submit()).Refusal!.Code);
        var own = await cluster.Draft(patent, "holder");
        cluster.Parties.Status = OnboardingStatus.Submitted;
        Assert.Equal("SELLER_NOT_VERIFIED", (await own.Submit()).Refusal!.Code);
        cluster.Parties.Status = OnboardingStatus.Verified;
        GrainCluster.Accepted(await own.Submit());
    }

    [Fact]
    public async Task A_route_of_three_steps_needs_three_people()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        cluster.Parties.ListingRoute = new([CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver]);
        GrainCluster.Accepted(await listing.Submit());
        cluster.Parties.ListingRoute = new([CentreRole.Handler]);
        await listing.Publish();
        Assert.Equal(ListingState.Handled, (await listing.State()).State);
        var both = DutyHolder.With(CentreRole.Reviewer, CentreRole.Approver);
        Assert.Equal(
            "ACTED_ALREADY",
            (await listing.Grain.Publish(GrainCluster.By("reviewer"), new PublishListing(both))).Refusal!.Code);
        GrainCluster.Accepted(await listing.Grain.Publish(GrainCluster.By("approver"), new PublishListing(both)));
        Assert.Equal(ListingState.Published, (await listing.State()).State);

        var short1 = await cluster.Draft(await cluster.Enter("seller公司"));
        GrainCluster.Accepted(await short1.Submit());
        cluster.Parties.ListingRoute = ApprovalRoute.HandlerThenReviewer;
        Assert.Equal(ApprovalRoute.HandlerThenReviewer, (await short1.State()).Route);
    }

    [Fact]
    public async Task What_the_register_says_is_asked_again_at_every_step_of_the_desk()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        GrainCluster.Accepted(await listing.Submit());
        GrainCluster.Accepted(await cluster.Patent(listing.Patent).RecordHolders(
            GrainCluster.By("centre"), new RecordHolders(["新权利人"], "登记簿副本", null)));
        var handled = await listing.Grain.Handle(
            GrainCluster.By("handler"), new HandleListing(DutyHolder.With(CentreRole.Handler)));
        Assert.Equal("NOT_THE_HOLDER", handled.Refusal!.Code);
    }

    private static async Task<Outcome<Domain.Kernel.Aggregates.Accepted>> Sell(DraftedListing listing)
    {
        await listing.Publish();
        GrainCluster.Accepted(await listing.Grain.EnterAuction(GrainCluster.By("x"), new EnterAuction("auction:one")));
        return await listing.Grain.LeaveAuction(
            GrainCluster.By("x"), new LeaveAuction("auction:one", AuctionOutcome.Sold));
    }

    /// <summary>The sweep finds the reservation's due time come.</summary>
    private async Task Overdue(DraftedListing listing)
    {
        cluster.Clock.Now += PatentDecider.ReservationLasts;
        await cluster.Patent(listing.Patent).Wake(ReservationDeadline.Kind, cluster.Clock.Now);
    }
}
