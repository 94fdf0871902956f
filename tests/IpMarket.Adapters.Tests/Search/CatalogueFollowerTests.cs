using IpMarket.Adapters.Search;
using IpMarket.Adapters.Search.Lucene;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Testing;
using IpMarket.Testing.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IpMarket.Adapters.Tests.Search;

/// <summary>The index follows the journal: what is in it, how it starts, what stops it.</summary>
public sealed class CatalogueFollowerTests : IAsyncLifetime
{
    private const string Patent = "patent:CN202110771508";
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("ipmarket-follower-").FullName;
    private MemoryJournal journal = new();
    private ServiceProvider? process;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CatalogueFollower Follower => process!.GetRequiredService<CatalogueFollower>();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_patent_and_its_listing_become_what_everybody_may_find()
    {
        await Enter();
        await List("listing:a", 700);
        await Start();
        Assert.Equal(MarketStatus.NotListed, (await Find()).Status);
        await Publish("listing:a");
        await Applied();
        var offered = await Find();
        Assert.Equal((MarketStatus.ForSale, Money.Cny(700)), (offered.Status, offered.AskingPrice));

        await journal.Append("listing:a", At, new ListingEnteredAuction("auction:x"));
        await Applied();
        Assert.Equal((MarketStatus.InAuction, "auction:x"), ((await Find()).Status, (await Find()).Auction));
        await journal.Append("listing:a", At, new ListingLeftAuction("auction:x"));
        await journal.Append("listing:a", At, new ListingWithdrawn(Patent, Guid.NewGuid(), ""));
        await Applied();
        Assert.Equal((MarketStatus.NotListed, null), ((await Find()).Status, (await Find()).Auction));
        Assert.Equal(1, (await Search("提钒")).Total);
    }

    [Fact]
    public async Task Every_patent_of_a_portfolio_is_found_with_its_offer_until_it_is_taken_out()
    {
        const string Further = "patent:CN202110771509";
        await Enter();
        await journal.Append(
            Further,
            At,
            new PatentRegistered("CN202110771509.6", NumberKind.Application, PatentType.Invention),
            new PatentFactsRecorded(PatentFacts.None with { TitleZh = "一种钙化提钒炉" }, FactOrigin.Centre, "t"));
        var reservation = Guid.NewGuid();
        await journal.Append(
            "listing:a",
            At,
            Drafted(700),
            new ListingPatentAdded(Further),
            new ListingSubmitted(Patent, reservation, ["甲"], ApprovalRoute.HandlerThenReviewer)
            {
                Further = [new FurtherPatent(Further, ["甲"])],
            });
        await Publish("listing:a");
        await Start();
        foreach (var patent in new[] { Patent, Further })
        {
            var found = await Find(patent);
            Assert.Equal(
                (MarketStatus.ForSale, Money.Cny(700), 2), (found.Status, found.AskingPrice, found.OfferedTogether));
        }

        // In one batch, as after a time without the follower.
        await journal.Append(
            "listing:a",
            At,
            new ListingReturned(Patent, reservation, ["缺件"]) { Further = [Further] },
            new ListingPatentRemoved(Further),
            new ListingSubmitted(Patent, Guid.NewGuid(), ["甲"], ApprovalRoute.HandlerThenReviewer),
            new ListingHandled(new DutyStep(CentreRole.Handler, "user:h")),
            new ListingPublished(new DutyStep(CentreRole.Reviewer, "user:r")));
        await Applied();
        Assert.Equal((MarketStatus.ForSale, 1), ((await Find()).Status, (await Find()).OfferedTogether));
        Assert.Equal((MarketStatus.NotListed, null), ((await Find(Further)).Status, (await Find(Further)).Listing));
    }

    [Fact]
    public async Task Drafts_and_returned_listings_of_others_hide_no_offer()
    {
        await Enter();
        await List("listing:a", 700);
        await journal.Append("listing:a", At, new ListingReturned(Patent, Guid.NewGuid(), ["缺件"]));
        await List("listing:b", 900);
        await Publish("listing:b");
        await journal.Append("listing:a", At, new ListingWithdrawn(Patent, null, ""));
        await journal.Append("listing:c", At, Drafted(1));
        await Start();
        Assert.Equal(("listing:b", Money.Cny(900)), ((await Find()).Listing!.Id, (await Find()).AskingPrice));
    }

    [Fact]
    public async Task A_joined_publication_is_found_as_its_application_only()
    {
        await journal.Append(
            "patent:CN105734615",
            At,
            new PatentRegistered("CN105734615B", NumberKind.Publication, PatentType.Invention),
            new PatentFactsRecorded(PatentFacts.None with { TitleZh = "熔盐" }, FactOrigin.Centre, "t"));
        await Start();
        Assert.Equal("patent:CN105734615", Assert.Single((await Search("CN105734615")).Items).Patent);
        await Enter(new Publication("CN105734615", "B", null));
        await journal.Append("patent:CN105734615", At, new PatentJoined("CN105734615", Patent));
        await Applied();
        Assert.Equal(Patent, Assert.Single((await Search("CN105734615")).Items).Patent);
        Assert.Equal(0, (await Search("熔盐")).Total);
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_where_it_was_and_a_state_is_made_of_the_whole_stream()
    {
        await Enter();
        await Start();
        await Stop();
        await journal.Append(
            Patent, At, new PatentFactsRecorded(PatentFacts.None with { TitleEn = "Vanadium" }, FactOrigin.Centre, "t"));
        await Start();
        var found = await Find();
        Assert.Equal(("一种提钒方法", "Vanadium"), (found.TitleZh, found.TitleEn));
        Assert.Equal(journal.Records.Count, await Follower.Position(Cancel));
    }

    [Fact]
    public async Task The_index_of_another_journal_is_filled_anew()
    {
        await Enter();
        await Start();
        await Stop();
        journal = new MemoryJournal();
        await journal.Append(
            "patent:CN202110771509",
            At,
            new PatentRegistered("CN202110771509.X", NumberKind.Application, PatentType.Invention),
            new PatentFactsRecorded(PatentFacts.None with { TitleZh = "高炉" }, FactOrigin.Centre, "t"));
        await journal.Append("patent:CN202110771509", At, new Fence());
        await Start();
        Assert.Equal("patent:CN202110771509", Assert.Single((await Search("")).Items).Patent);

        // A shorter one too: what the index names is not in it.
        await Stop();
        journal = new MemoryJournal();
        await Start();
        Assert.Equal(0, (await Search("")).Total);
    }

    [Fact]
    public async Task A_rebuild_empties_the_index_and_fills_it_again()
    {
        await Enter();
        await Start();
        await process!.GetRequiredService<ICatalogueIndex>().Apply(
            [new CatalogueDocument { Patent = "patent:spoiled" }], [], new IndexPosition(2, "x"), Cancel);
        await Follower.Rebuild(Cancel);
        Assert.Equal(Patent, Assert.Single((await Search("")).Items).Patent);
        Assert.Equal(journal.Records.Count, await Follower.Position(Cancel));
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_stops_the_index_before_it_and_nothing_else()
    {
        await Enter();
        var (good, pos) = (journal.Records[^1], journal.Records.Count);
        journal.Plant(good with { Stream = "patent:CN1", Version = 1, Type = "catalogue.never-known/1", Public = "{}" });
        await journal.Append("patent:CN7", At, new Fence());
        await Start();
        Assert.Equal(1, (await Search("提钒")).Total);
        var error = await Assert.ThrowsAsync<PoisonRecordException>(() => Follower.Advance(Cancel));
        Assert.Equal(("patent:CN1", 1, "catalogue.never-known/1"), (error.Stream, error.Version, error.Type));
        Assert.Equal(pos, await Follower.Position(Cancel));
    }

    [Fact]
    public async Task A_poison_record_is_tried_again_after_pauses_that_grow()
    {
        await Enter();
        journal.Plant(journal.Records[^1] with { Stream = "patent:CN1", Version = 1, Type = "catalogue.never-known/1" });
        var time = new FakeTimeProvider();
        var pauses = new List<TimeSpan>();
        await Start(new PausesKept(time, pauses));
        for (var tries = 1; tries <= 3; tries++)
        {
            await Wait.Until(() => pauses.Count == tries, $"pause {tries} of the follower");
            time.Advance(pauses[^1]);
        }

        await Wait.Until(() => pauses.Count == 4, "the fourth pause");
        Assert.Equal([1, 2, 4, 8], pauses.Select(pause => (int)pause.TotalSeconds).ToList());
    }

    [Fact]
    public async Task Records_of_other_areas_do_not_stop_it_even_when_they_cannot_be_read()
    {
        await Enter();
        journal.Plant(journal.Records[^1] with { Stream = "auction:x", Version = 1, Type = "trading.never-known/1" });
        await Start();
        Assert.Equal(3, await Follower.Position(Cancel));
    }

    private async Task Start(TimeProvider? time = null)
    {
        process = new ServiceCollection().AddLogging().AddSingleton<IJournal>(journal)
            .AddSingleton(time ?? TimeProvider.System).AddEmbeddedSearch(folder).BuildServiceProvider();
        await Follower.StartAsync(Cancel);
    }

    private async Task Stop()
    {
        if (process is null) return;
        await Follower.StopAsync(CancellationToken.None);
        await process.DisposeAsync();
        process = null;
    }

    /// <summary>As <c>after=</c> does: waits until the follower has all there is.</summary>
    private async Task Applied() => Assert.True(await process!.GetRequiredService<IViewPositions>().WaitFor(
        CatalogueFollower.FollowerName, journal.Records.Count, TimeSpan.FromSeconds(20), Cancel));

    private Task<long> Enter(params Publication[] publications) => journal.Append(
        Patent,
        At,
        new PatentRegistered("CN202110771508.1", NumberKind.Application, PatentType.Invention),
        new PatentFactsRecorded(
            PatentFacts.None with { TitleZh = "一种提钒方法", Publications = [.. publications] }, FactOrigin.Centre, "t"));

    private async Task List(string listing, long fen) => await journal.Append(
        listing,
        At,
        Drafted(fen),
        new ListingSubmitted(Patent, Guid.NewGuid(), ["甲"], ApprovalRoute.HandlerThenReviewer));

    private static ListingDrafted Drafted(long fen) => new(Patent, "party:s", new ListingOffer(Money.Cny(fen), "", ""));

    private Task<long> Publish(string listing) => journal.Append(
        listing,
        At,
        new ListingHandled(new DutyStep(CentreRole.Handler, "user:h")),
        new ListingPublished(new DutyStep(CentreRole.Reviewer, "user:r")));

    private async Task<CatalogueDocument> Find(string patent = Patent) =>
        (await process!.GetRequiredService<ICatalogueIndex>().Find(patent, Cancel))!;

    private Task<CatalogueHits> Search(string text) =>
        process!.GetRequiredService<LuceneCatalogue>().Search(new CatalogueQuery { Text = text }, Cancel);

    /// <summary>Keeps how long each pause was to last; the pause itself is the fake clock's.</summary>
    private sealed class PausesKept(FakeTimeProvider clock, List<TimeSpan> pauses) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = clock.CreateTimer(callback, state, dueTime, period);
            lock (pauses) pauses.Add(dueTime);
            return timer;
        }
    }
}
