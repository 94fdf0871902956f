using IpMarket.Adapters.Search;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Testing;
using IpMarket.Testing.Journal;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Adapters.Tests.Search;

/// <summary>The index is made anew while people search it and listings change.</summary>
public sealed class CatalogueRebuildTests : IAsyncLifetime
{
    private const int Patents = 1_500;
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly AsyncLocal<bool> IsRebuild = new();
    private readonly string folder = Directory.CreateTempSubdirectory("ipmarket-rebuild-").FullName;
    private readonly MemoryJournal journal = new();
    private readonly SemaphoreSlim reads = new(0);
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ServiceProvider process = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CatalogueFollower Follower => process.GetRequiredService<CatalogueFollower>();

    private ICatalogueSearch Search => process.GetRequiredService<ICatalogueSearch>();

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < Patents; i++)
        {
            await journal.Append(
                Patent(i),
                At,
                new PatentRegistered($"CN2021{i:d8}", NumberKind.Application, PatentType.Invention),
                new PatentFactsRecorded(PatentFacts.None with { TitleZh = $"第{i}号提钒方法" }, FactOrigin.Centre, "t"));
        }

        process = new ServiceCollection().AddLogging().AddSingleton<IJournal>(journal)
            .AddEmbeddedSearch(folder).BuildServiceProvider();
        await Follower.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Follower.StopAsync(CancellationToken.None);
        await process.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task No_search_finds_less_while_it_is_made_anew_and_changes_show_all_the_while()
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var searches = 0;
        var searching = Task.Run(
            async () =>
            {
                for (; !done.IsCancellationRequested; Interlocked.Increment(ref searches))
                    Assert.Equal(Patents, (await Search.Search(new CatalogueQuery { Text = "提钒" }, Cancel)).Total);
            },
            Cancel);

        // Held when it has filled a part: the new index knows less than half of the patents.
        HoldTheRebuildsRead(number: 2);
        var rebuild = Rebuild();
        await held.Task.WaitAsync(Cancel);
        await Publish(1);
        await Wait.Until(async () => await Offered() == 1, "the listing of before the rebuild's end");
        reads.Release(1_000);
        var more = Enumerable.Range(2, 20).ToList();
        foreach (var i in more) await Publish(i);
        await rebuild;
        await Wait.Until(async () => await Offered() == 21, "the listings of during the rebuild");
        await done.CancelAsync();
        await searching;
        Assert.InRange(searches, 1, int.MaxValue);
        Assert.Equal(["2", "current"], Entries());
        Assert.Equal(journal.Records.Count, await Follower.Position(Cancel));
    }

    [Fact]
    public async Task After_a_restart_the_new_index_is_the_one_that_is_searched()
    {
        await Rebuild();
        await Publish(3);
        await Wait.Until(async () => await Offered() == 1, "the listing after the rebuild");
        await Restart();
        Assert.Equal(["2", "current"], Entries());
        Assert.Equal((1, Patents), (await Offered(), (await Search.Search(new CatalogueQuery(), Cancel)).Total));
    }

    [Fact]
    public async Task A_rebuild_that_is_given_up_leaves_the_old_index_and_no_folder()
    {
        journal.BeforeRead = () => IsRebuild.Value ? throw new IOException("no disk") : Task.CompletedTask;
        await Assert.ThrowsAsync<IOException>(Rebuild);
        Assert.Equal(["1", "current"], Entries());
        Assert.Equal(Patents, (await Search.Search(new CatalogueQuery(), Cancel)).Total);
        journal.BeforeRead = null;
        await Rebuild();
        Assert.Equal(["3", "current"], Entries());
    }

    [Fact]
    public async Task What_another_shape_or_an_unfinished_rebuild_left_in_the_folder_is_deleted()
    {
        Directory.CreateDirectory(Path.Combine(folder, "7"));
        await File.WriteAllTextAsync(Path.Combine(folder, "segments_1"), "old", Cancel);
        await Restart();
        Assert.Equal(["1", "current"], Entries());
        Assert.Equal(Patents, (await Search.Search(new CatalogueQuery(), Cancel)).Total);
    }

    [Fact]
    public async Task The_centres_synonyms_are_in_force_at_once_after_a_restart_and_after_a_rebuild()
    {
        await journal.Append(
            SynonymList.Stream, At, new SynonymsSet([new SynonymGroup(SynonymKind.Term, ["取钒", "提钒"])]));
        await Wait.Until(async () => await Found("取钒") == Patents, "the list in force");
        await Restart();
        Assert.Equal(Patents, await Found("取钒"));
        await journal.Append(SynonymList.Stream, At, new SynonymsReset());
        await Wait.Until(async () => await Found("取钒") == 0, "the house's list in force again");
        await Rebuild();
        Assert.Equal(0, await Found("取钒"));
        Assert.Equal(Patents, await Found("vanadium extraction"));
    }

    private void HoldTheRebuildsRead(int number)
    {
        var count = 0;
        journal.BeforeRead = async () =>
        {
            if (!IsRebuild.Value || Interlocked.Increment(ref count) < number) return;
            held.TrySetResult();
            await reads.WaitAsync(Cancel);
        };
    }

    /// <summary>Its reads of the journal are told from the follower's own.</summary>
    private async Task Rebuild()
    {
        IsRebuild.Value = true;
        await Follower.Rebuild(Cancel);
    }

    private async Task Restart()
    {
        await Follower.StopAsync(CancellationToken.None);
        await process.DisposeAsync();
        process = new ServiceCollection().AddLogging().AddSingleton<IJournal>(journal)
            .AddEmbeddedSearch(folder).BuildServiceProvider();
        await Follower.StartAsync(Cancel);
    }

    private async Task<int> Offered() => (await Search.Search(
        new CatalogueQuery { Text = "提钒", Statuses = [MarketStatus.ForSale] }, Cancel)).Total;

    private async Task<int> Found(string text) =>
        (await Search.Search(new CatalogueQuery { Text = text }, Cancel)).Total;

    private string[] Entries() =>
        [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().Select(e => e.Name).Order(StringComparer.Ordinal)];

    private static string Patent(int i) => $"patent:CN2021{i:d8}";

    private Task<long> Publish(int i) => journal.Append(
        $"listing:{i}",
        At,
        new ListingDrafted(Patent(i), "party:s", new ListingOffer(Money.Cny(100), "", "")),
        new ListingSubmitted(Patent(i), Guid.NewGuid(), ["甲"], ApprovalRoute.HandlerThenReviewer),
        new ListingHandled(new DutyStep(CentreRole.Handler, "user:h")),
        new ListingPublished(new DutyStep(CentreRole.Reviewer, "user:r")));
}
