using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Grains.Catalogue.Watching;
using Xunit;

namespace IpMarket.Grains.Tests.Catalogue;

/// <summary>
/// A watchlist, the patent it looks at, the process between the two. The clock stands at 2026-11-23 and is moved on.
/// </summary>
public sealed class WatchlistGrainTests : IClassFixture<CatalogueCluster>
{
    private const string User = "user:watcher";

    private readonly CatalogueCluster cluster;

    /// <summary>Each test begins on the same day, whichever ran before it.</summary>
    public WatchlistGrainTests(CatalogueCluster cluster)
    {
        this.cluster = cluster;
        cluster.Clock.Now = HandClock.Start;
    }

    [Fact]
    public async Task A_reminder_is_told_once_when_it_is_due_and_the_next_one_follows()
    {
        var (patent, watchlist) = (await Granted(), Watchlist("a"));
        GrainCluster.Accepted(await watchlist.Watch(GrainCluster.By("a"), new WatchPatent(patent.Stream, null)));
        var next = (await watchlist.Get()).State.Find(patent.Stream)!.Next!;
        Assert.Equal((FeeMilestone.Due, new DateOnly(2027, 1, 4)), (next.Milestone, next.RemindOn));

        var kind = ReminderDeadline.KindOf(patent.Stream);
        await watchlist.Wake(kind, next.At());
        Assert.Empty(Told("a"));
        cluster.Clock.Now = next.At();
        await watchlist.Wake(kind, next.At());
        await watchlist.Wake(kind, next.At());
        var told = Assert.Single(Told("a"));
        Assert.Equal((next, new DateOnly(2027, 2, 3)), (told.Reminder, told.Next!.RemindOn));

        // A fact of the same day that moves nothing repeats nothing.
        GrainCluster.Accepted(await cluster.Life(patent).RecordLegalEvents(
            GrainCluster.By("centre"),
            new RecordLegalEvents([new NewLegalEvent("TR01", new DateOnly(2026, 1, 5), null, null)], "登记簿")));
        await cluster.RunProcesses();
        cluster.Clock.Now = next.At().AddHours(1);
        await watchlist.Wake(kind, next.At());
        Assert.Single(Told("a"));
    }

    /// <summary>Nothing stored would leave the deadline's row due for ever.</summary>
    [Fact]
    public async Task A_watch_begun_anew_on_the_day_of_a_reminder_is_told_and_moves_on()
    {
        var (patent, watchlist) = (await Granted(), Watchlist("e"));
        GrainCluster.Accepted(await watchlist.Watch(GrainCluster.By("e"), new WatchPatent(patent.Stream, null)));
        var next = (await watchlist.Get()).State.Find(patent.Stream)!.Next!;
        var kind = ReminderDeadline.KindOf(patent.Stream);
        cluster.Clock.Now = next.At();
        await watchlist.Wake(kind, next.At());
        Assert.Single(Told("e"));
        GrainCluster.Accepted(await watchlist.Unwatch(GrainCluster.By("e"), new UnwatchPatent(patent.Stream)));
        GrainCluster.Accepted(await watchlist.Watch(GrainCluster.By("e"), new WatchPatent(patent.Stream, null)));
        var again = (await watchlist.Get()).State.Find(patent.Stream)!.Next!;
        Assert.Equal(next, again);
        await watchlist.Wake(kind, again.At());
        Assert.True((await watchlist.Get()).State.Find(patent.Stream)!.Next!.RemindOn > again.RemindOn);
    }

    [Fact]
    public async Task A_recorded_payment_moves_the_reminder_of_who_watches()
    {
        var (patent, watchlist) = (await Granted(), Watchlist("b"));
        GrainCluster.Accepted(await watchlist.Watch(GrainCluster.By("b"), new WatchPatent(patent.Stream, null)));
        var year = (await watchlist.Get()).State.Find(patent.Stream)!.Next!.Year;
        GrainCluster.Accepted(await cluster.Life(patent).RecordFeePayment(
            GrainCluster.By("centre"),
            new RecordFeePayment(year, new DateOnly(2026, 11, 1), Money.Cny(200_000), "收据")));
        await cluster.RunProcesses();
        Assert.Equal(year + 1, (await watchlist.Get()).State.Find(patent.Stream)!.Next!.Year);
    }

    [Fact]
    public async Task A_grant_that_becomes_known_later_begins_the_reminders()
    {
        var (patent, watchlist) = (CatalogueCluster.NewNumber(), Watchlist("c"));
        await cluster.Record(patent, PatentFacts.None with { FilingDate = new DateOnly(2020, 3, 5) });
        GrainCluster.Accepted(await watchlist.Watch(GrainCluster.By("c"), new WatchPatent(patent.Stream, null)));
        Assert.Null((await watchlist.Get()).State.Find(patent.Stream)!.Next);
        await Grant(patent);
        await cluster.RunProcesses();
        Assert.NotNull((await watchlist.Get()).State.Find(patent.Stream)!.Next);
    }

    [Fact]
    public async Task Who_watched_a_publication_watches_the_patent_it_was_joined_to()
    {
        var publication = PatentNumber.Parse("CN105734620B").Value;
        await cluster.Record(publication, PatentFacts.None with { TitleZh = "钒" });
        var watchlist = Watchlist("d");
        GrainCluster.Accepted(await watchlist.Watch(GrainCluster.By("d"), new WatchPatent(publication.Stream, null)));
        var application = CatalogueCluster.NewNumber();
        await cluster.Record(application, PatentFacts.None with { Publications = [new("CN105734620", "A", null)] });
        await cluster.RunProcesses();
        Assert.Equal(
            application.Stream, Assert.Single((await watchlist.Get()).State.Watches).Patent);
    }

    [Fact]
    public async Task The_same_command_twice_is_one_fact_and_one_answer()
    {
        var (patent, context) = (await Granted(), GrainCluster.By("centre"));
        var command = new RecordLegalEvents([new NewLegalEvent("TR01", new DateOnly(2025, 1, 2), null, null)], "登记簿");
        var first = GrainCluster.Accepted(await cluster.Life(patent).RecordLegalEvents(context, command));
        var second = GrainCluster.Accepted(await cluster.Life(patent).RecordLegalEvents(context, command));
        Assert.Equal((first.Version, first.Pos), (second.Version, second.Pos));
        Assert.Equal(2, (await cluster.State(patent)).Life.LegalEvents.Length);
    }

    [Fact]
    public async Task A_patent_whose_term_is_over_or_that_has_lapsed_cannot_be_listed()
    {
        var over = CatalogueCluster.NewNumber();
        await cluster.Record(over, PatentFacts.None with { FilingDate = new DateOnly(2004, 3, 5) });
        await Grant(over);
        Assert.Equal(LegalStanding.Ended, (await cluster.Patent(over).Standing()).Legal);
        var lapsed = await Granted();
        GrainCluster.Accepted(await cluster.Life(lapsed).RecordLegalEvents(
            GrainCluster.By("centre"),
            new RecordLegalEvents([new NewLegalEvent("CF01", new DateOnly(2025, 1, 2), null, null)], "公报")));
        var reserved = await cluster.Patent(lapsed).Reserve(
            GrainCluster.By("x"), new ReservePatent("listing:x", Guid.NewGuid()));
        Assert.Equal("ENDED", reserved.Refusal!.Code);
        Assert.StartsWith("CF01 未缴年费", reserved.Refusal.Figures["status"].Text, StringComparison.Ordinal);
    }

    /// <summary>Filed on 2020-03-05 and granted.</summary>
    private async Task<PatentNumber> Granted()
    {
        var number = CatalogueCluster.NewNumber();
        await cluster.Record(number, PatentFacts.None with { FilingDate = new DateOnly(2020, 3, 5) });
        await Grant(number);
        return number;
    }

    private async Task Grant(PatentNumber number) => GrainCluster.Accepted(await cluster.Life(number).RecordLegalEvents(
        GrainCluster.By("centre"),
        new RecordLegalEvents([new NewLegalEvent("GR01", new DateOnly(2022, 5, 31), null, null)], "登记簿")));

    private IWatchlistGrain Watchlist(string name) =>
        cluster.Grains.GetGrain<IWatchlistGrain>(Domain.Catalogue.Watching.Watchlist.StreamOf(User + name));

    private IEnumerable<FeeReminded> Told(string name) =>
        cluster.Facts(Domain.Catalogue.Watching.Watchlist.StreamOf(User + name)).OfType<FeeReminded>();
}
