using System.Text.RegularExpressions;
using IpMarket.Adapters.Search;
using IpMarket.Adapters.Search.Meilisearch;
using IpMarket.Adapters.Search.Meilisearch.Client;
using IpMarket.Adapters.Views;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Testing.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace IpMarket.Adapters.Tests.Search.Meilisearch;

/// <summary>
/// The follower makes the index on a Meilisearch server anew while it also writes to the one that is searched: the
/// server's tasks take their time, and what is not waited for is done too late.
/// </summary>
public sealed partial class MeilisearchRebuildTests : IAsyncLifetime
{
    private const int Patents = 550;
    private const int Polls = 3;
    private const string Fill = "POST /indexes/FRESH/documents";
    private const string Settings = "PATCH /indexes/FRESH/settings";
    private const string Swap = "POST /swap-indexes";
    private const string Delete = "DELETE /indexes/FRESH";

    /// <summary>After a rebuild during which two listings, a patent and a list of synonyms came.</summary>
    private static readonly Outcome NothingIsLost =
        new("patents", Patents + 1, 2, HasSpoiled: false, HasWord: true, IsAtEnd: true);

    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly AsyncLocal<bool> IsRebuild = new();
    private readonly MemoryJournal journal = new();
    private readonly FakeMeilisearch server = new() { PollsOfATask = Polls };
    private readonly ServiceProvider nothing = new ServiceCollection().BuildServiceProvider();
    private HttpClient http = null!;
    private MeilisearchCatalogue engine = null!;
    private CatalogueFollower follower = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        http = new HttpClient(server, disposeHandler: false)
        {
            BaseAddress = new Uri("http://127.0.0.1:1/"),
            DefaultRequestHeaders = { Authorization = new("Bearer", FakeMeilisearch.Key) },
        };
        engine = new MeilisearchCatalogue(new MeilisearchClient(http, TimeProvider.System), "patents", TimeProvider.System);
        follower = new CatalogueFollower(
            journal, engine, new SynonymsInForce(), new ViewPositions(nothing), TimeProvider.System,
            NullLogger<CatalogueFollower>.Instance);
        for (var i = 0; i < Patents; i++) await Register(i);
        await Follow();
        await engine.Apply(
            [new CatalogueDocument { Patent = "patent:spoiled" }], [], await engine.Position(Cancel), Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        follower.Dispose();
        engine.Dispose();
        http.Dispose();
        server.Dispose();
        await nothing.DisposeAsync();
    }

    [Fact]
    public async Task It_fills_waits_swaps_waits_and_deletes_and_the_live_writer_rests_until_the_swap_is_done()
    {
        var calls = await RebuildWhileOthersWrite();

        Assert.Equal(NothingIsLost, After());
        Assert.Equal(
            [
                "POST /indexes", "wait", "GET /indexes/FRESH/settings", Settings, "wait",
                Fill, "wait", Fill, "wait", Settings, "wait", Swap, "wait", Delete, "wait",
            ],
            Told(calls.Where(call => !IsOfTheLiveIndex(call))));
        Assert.Equal(
            [
                // The live writer's, while the rebuild is half full; the list of synonyms as the rebuild meets it; and
                // what came while the swap was under way.
                "PATCH /indexes/patents/settings", "wait", "POST /indexes/patents/documents", "wait",
                "PATCH /indexes/patents/settings", "wait",
                "POST /indexes/patents/documents", "wait",
            ],
            Told(calls.Where(IsOfTheLiveIndex)));
        var swapped = calls.FindLastIndex(call => call == "wait for " + Swap);
        Assert.Equal(
            ["POST /indexes/patents/documents", "wait"],
            Told(calls.Skip(swapped).Where(IsOfTheLiveIndex)));
        Assert.DoesNotContain(calls[calls.IndexOf(Swap)..swapped], IsOfTheLiveIndex);
    }

    /// <summary>The test above is able to fail: what a caller meets who does not wait.</summary>
    [Theory]
    [InlineData(Settings)]
    [InlineData(Swap)]
    [InlineData(Delete)]
    public async Task Who_does_not_wait_for_it_ends_otherwise(string write)
    {
        server.IsNotWaitedFor = call => Named(call.ToString()) == write;
        await RebuildWhileOthersWrite();
        Assert.NotEqual(NothingIsLost, After());
        server.Settle();
        if (write != Delete) Assert.NotEqual(NothingIsLost, After());
    }

    [Fact]
    public async Task A_fill_that_says_it_is_done_and_is_not_is_sent_again_because_the_position_is_in_it()
    {
        var times = 0;
        server.IsNotWaitedFor = call => Named(call.ToString()) == Fill && ++times == 1;
        await RebuildWhileOthersWrite();
        Assert.Equal((NothingIsLost, 3), (After(), times));
    }

    /// <summary>
    /// Held when the new index is half full, a listing is published and the synonyms change; while the swap is under
    /// way another listing and a patent come. Returns the writes and waits in the order the server met them.
    /// </summary>
    private async Task<List<string>> RebuildWhileOthersWrite()
    {
        server.Calls.Clear();
        var (held, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var reads = 0;
        journal.BeforeRead = async () =>
        {
            if (!IsRebuild.Value || Interlocked.Increment(ref reads) != 2) return;
            held.SetResult();
            await goOn.Task;
        };
        Task<bool>? late = null;
        server.BeforeCall = async call =>
        {
            if (call != Swap || late is not null) return;
            await Publish(2);
            await Register(Patents);
            late = follower.Advance(Cancel);
            Assert.False(late.IsCompleted);
        };

        var rebuild = Rebuild();
        await held.Task.WaitAsync(Cancel);
        await Publish(1);
        await journal.Append(
            SynonymList.Stream, At, new SynonymsSet([new SynonymGroup(SynonymKind.Term, ["取钒", "提钒"])]));
        await Follow();
        goOn.SetResult();
        await rebuild;
        await late!;
        journal.BeforeRead = null;
        server.BeforeCall = null;
        await Follow();
        return Writes();
    }

    /// <summary>Its reads of the journal are told from the live writer's.</summary>
    private async Task Rebuild()
    {
        IsRebuild.Value = true;
        await follower.Rebuild(Cancel);
    }

    private async Task Follow()
    {
        while (await follower.Advance(Cancel)) Cancel.ThrowIfCancellationRequested();
    }

    private Outcome After()
    {
        var live = server.Indexes["patents"];
        var all = Enumerable.Range(0, Patents + 1).Select(i => live.Find(Patent(i).Replace(':', '_'))).ToList();
        return new Outcome(
            string.Join(' ', server.Indexes.Keys.Select(Named)),
            all.Count(document => document is not null),
            all.Count(document => (string?)document?["status"] == nameof(MarketStatus.ForSale)),
            live.Find("patent_spoiled") is not null,
            live.Settings["synonyms"]?["取钒"] is not null,
            live.Find(PatentRecord.PositionId)!["body"]!.ToString()
                .Contains($"\"pos\":{journal.Records.Count},", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Every write, every look at its task, and the settings read; documents looked up are left out.</summary>
    private List<string> Writes()
    {
        var tasks = new Dictionary<string, string>(StringComparer.Ordinal);
        var told = new List<string>();
        foreach (var call in server.Calls.ToList())
        {
            var name = Named(call.ToString());
            if (call.Method != "GET") tasks[$"GET /tasks/{server.TaskOf(call)}"] = name;
            if (tasks.TryGetValue(name, out var write)) told.Add("wait for " + write);
            else if (!name.StartsWith("GET ", StringComparison.Ordinal) || name.EndsWith("/settings", StringComparison.Ordinal))
                told.Add(name);
        }

        return told;
    }

    /// <summary>A write is followed by looks at its own task until it is over, and by nothing before that.</summary>
    private static List<string> Told(IEnumerable<string> calls)
    {
        var told = new List<string>();
        var (write, looks) = ("", Polls);
        foreach (var call in calls)
        {
            if (call == "wait for " + write && ++looks <= Polls)
            {
                if (looks == Polls) told.Add("wait");
                continue;
            }

            if (looks < Polls) told.Add($"only {looks} looks at {write}");
            told.Add(call);
            if (!call.StartsWith("GET ", StringComparison.Ordinal)) (write, looks) = (call, 0);
        }

        return told;
    }

    private static bool IsOfTheLiveIndex(string call) => call.Contains("/patents/", StringComparison.Ordinal);

    private static string Named(string text) => MadeAnew().Replace(text, "FRESH");

    private static string Patent(int i) => $"patent:CN2021{i:d8}";

    private Task<long> Register(int i) => journal.Append(
        Patent(i),
        At,
        new PatentRegistered($"CN2021{i:d8}", NumberKind.Application, PatentType.Invention),
        new PatentFactsRecorded(PatentFacts.None with { TitleZh = $"第{i}号提钒方法" }, FactOrigin.Centre, "t"));

    private Task<long> Publish(int i) => journal.Append(
        $"listing:{i}",
        At,
        new ListingDrafted(Patent(i), "party:s", new ListingOffer(Money.Cny(100), "", "")),
        new ListingSubmitted(Patent(i), Guid.NewGuid(), ["甲"], ApprovalRoute.HandlerThenReviewer),
        new ListingHandled(new DutyStep(CentreRole.Handler, "user:h")),
        new ListingPublished(new DutyStep(CentreRole.Reviewer, "user:r")));

    /// <summary>An index that is made anew has the searched one's name and a time.</summary>
    [GeneratedRegex("patents_[0-9]+", RegexOptions.None, 1_000)]
    private static partial Regex MadeAnew();

    /// <summary>What the server holds.</summary>
    private sealed record Outcome(
        string Indexes, int Patents, int Offered, bool HasSpoiled, bool HasWord, bool IsAtEnd);
}
