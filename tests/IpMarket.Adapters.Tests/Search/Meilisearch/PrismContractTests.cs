using System.Net;
using System.Net.Http.Headers;
using System.Text;
using IpMarket.Adapters.Search.Meilisearch;
using IpMarket.Adapters.Search.Meilisearch.Client;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Domain.Kernel;
using Xunit;

namespace IpMarket.Adapters.Tests.Search.Meilisearch;

/// <summary>
/// Every call our client makes, judged by a program nobody here wrote that has read Meilisearch's own description; its
/// answers are the description's examples, which our client must be able to read.
/// </summary>
public sealed class PrismContractTests(OnePrism one) : IClassFixture<OnePrism>, IAsyncLifetime
{
    private HttpClient? http;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private MeilisearchClient Client => new(http!, TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        http = new HttpClient { BaseAddress = (await one.Server(Cancel)).Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "key");
    }

    public ValueTask DisposeAsync()
    {
        http?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_write_is_as_described_and_its_task_can_be_read()
    {
        var index = Client.Index("patents");
        var record = PatentRecord.Of(KnownPatents.Of("CN101487067A") with
        {
            AbstractZh = "摘要",
            Listing = new ListingFacts("listing:a", "Published", MarketStatus.ForSale, Money.Cny(5))
            {
                Technology = new TechnicalFacts { Maturity = 7 },
            },
        });
        TaskInfo[] tasks =
        [
            await Client.CreateIndexAsync("patents", "id", Cancel),
            await index.UpdateSettingsAsync(MeilisearchSettings.All(["words", "typo", "sort"], Synonyms.House), Cancel),
            await index.AddDocumentsAsync([record, PatentRecord.Of(new IndexPosition(7, "77"))], Cancel),
            await index.DeleteDocumentsAsync([record.Id], Cancel),
            await index.DeleteAllDocumentsAsync(Cancel),
            await Client.SwapIndexesAsync([new IndexSwap(["patents", "patents_1"])], Cancel),
            await Client.DeleteIndexAsync("patents_1", Cancel),
        ];
        Assert.All(tasks, task => Assert.NotEqual(TaskInfoStatus.Unknown, task.Status));
        Assert.NotEqual(TaskInfoStatus.Unknown, (await Client.GetTaskAsync(tasks[0].TaskUid, Cancel)).Status);
    }

    [Fact]
    public async Task Every_read_is_as_described_and_its_answer_can_be_read()
    {
        Assert.True(await Client.IsHealthyAsync(Cancel));
        Assert.NotEmpty((await Client.GetVersionAsync(Cancel)).PkgVersion);
        Assert.NotEmpty((await Client.Index("patents").GetSettingsAsync(Cancel)).RankingRules!);
        Assert.NotEqual(default, await Client.Index("patents").GetDocumentAsync<System.Text.Json.JsonElement>("a", Cancel));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Every_way_to_ask_is_as_described(string what)
    {
        var query = Asked[what];
        var ways = MeilisearchQueries.Ways(query).ToList();
        Assert.NotEmpty(ways);
        foreach (var way in ways)
        {
            Assert.NotNull((await Client.Index("patents").SearchAsync(way, Cancel)).Hits);
            var aside = MeilisearchQueries.FacetsAside(query, way)
                .Select(one => one.Query with { IndexUid = "patents" }).ToList();

            // The description has the answer of a federated search only: the call alone is judged.
            if (aside.Count > 0) await Client.MultiSearchAsync(new MultiSearchQuery(aside), Cancel);
        }
    }

    /// <summary>The judge is able to refuse.</summary>
    [Theory]
    [InlineData("POST", "indexes/a/search", """{ "q": 1 }""")]
    [InlineData("POST", "indexes/a/search", """{ "locales": ["xx"] }""")]
    [InlineData("POST", "indexes/a/search", """{ "facets": { "patterns": ["type"] } }""")]
    [InlineData("POST", "indexes", """{ "primaryKey": "id" }""")]
    [InlineData("POST", "indexes", """{ "uid": "a", "key": "id" }""")]
    [InlineData("POST", "swap-indexes", """{ "indexes": ["a", "b"] }""")]
    public async Task A_call_that_is_not_as_described_is_refused(string method, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        using var answer = await http!.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    public static TheoryData<string> Questions => [.. Asked.Keys];

    private static readonly Dictionary<string, CatalogueQuery> Asked = new(StringComparer.Ordinal)
    {
        ["nothing"] = new(),
        ["one character"] = new() { Text = "钒" },
        ["Chinese and a formula, with facets"] = new() { Text = "钒渣 V2O5", WithFacets = true },
        ["pinyin while typing"] = new() { Text = "pangang", IsTyping = true },
        ["a number"] = new() { Text = "ZL 2012 1 0288271.2" },
        ["a code"] = new() { Text = "C22B 34/22" },
        ["every filter"] = new()
        {
            Text = "titanium", Types = ["Invention"], Statuses = [MarketStatus.ForSale], Years = [2012], IpcPrefixes = ["C22B"],
            Applicants = ["攀钢\"集团"], Applicant = "攀钢", PriceMin = Money.Cny(1), PriceMax = Money.Cny(9),
            Modes = [ListingMode.Sale], Fields = [VtiField.VanadiumExtraction], Figures = [new FigureRange(TechnicalFigure.Maturity, 3, 9)],
            WithFacets = true,
        },
        ["by price, deep in the list"] = new() { Sort = CatalogueSort.PriceDown, Offset = 5_000, Limit = 10 },
        ["the newest"] = new() { Sort = CatalogueSort.Newest },
    };
}

/// <summary>One Prism for all, started by the first test that asks: a test can be skipped, what it is given cannot.</summary>
public sealed class OnePrism : IAsyncDisposable
{
    private PrismServer? server;

    internal async Task<PrismServer> Server(CancellationToken cancel) => server ??= await PrismServer.Start(cancel);

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }
}
