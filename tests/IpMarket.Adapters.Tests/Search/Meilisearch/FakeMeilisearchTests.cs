using System.Net;
using System.Text.Json.Nodes;
using IpMarket.Adapters.Search.Meilisearch;
using IpMarket.Adapters.Search.Meilisearch.Client;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using IpMarket.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IpMarket.Adapters.Tests.Search.Meilisearch;

/// <summary>
/// The adapter against the fake server: what of the contract is filters, orders, facets and documents; the order of
/// calls; what becomes of trouble on the way.
/// </summary>
public sealed class FakeMeilisearchTests : CatalogueSearchTests
{
    private readonly FakeMeilisearch server = new();
    private MeilisearchCatalogue engine = null!;

    private HttpClient Http => new(server, disposeHandler: false)
    {
        BaseAddress = new Uri("http://127.0.0.1:1/"),
        DefaultRequestHeaders = { Authorization = new("Bearer", FakeMeilisearch.Key) },
    };

    private MeilisearchClient Client => new(Http, TimeProvider.System);

    public override ValueTask DisposeAsync()
    {
        engine.Dispose();
        server.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_index_has_the_settings_that_chinese_and_numbers_need()
    {
        await Index.Position(Cancel);
        var settings = server.Indexes["patents"].Settings;
        Assert.Equal("sort", (string?)settings["rankingRules"]![0]);
        Assert.Equal(7, settings["rankingRules"]!.AsArray().Count);
        Assert.Equal("zho", (string?)settings["localizedAttributes"]![0]!["locales"]![0]);
        Assert.Contains(settings["dictionary"]!.AsArray(), word => (string?)word == "钒钛");
        Assert.Contains(settings["typoTolerance"]!["disableOnAttributes"]!.AsArray(), a => (string?)a == "numbers");
        Assert.Contains(settings["synonyms"]!["钒"]!.AsArray(), other => (string?)other == "vanadium");
        Assert.Contains(settings["synonyms"]!["vanadium"]!.AsArray(), other => (string?)other == "钒");
    }

    [Fact]
    public async Task Documents_and_position_arrive_in_one_task_and_a_restart_finds_both()
    {
        var before = await Index.Position(Cancel);
        server.Calls.Clear();
        await Put(KnownPatents.Of("CN101487067A"));
        Assert.Single(server.Calls, call => call.Method == "POST" && call.Path.EndsWith("/documents", StringComparison.Ordinal));
        var after = await Index.Position(Cancel);
        Assert.NotEqual(before, after);
        await Open();
        Assert.Equal(after, await Index.Position(Cancel));
    }

    [Fact]
    public async Task Searches_and_writes_go_on_beside_an_index_that_is_made_anew()
    {
        server.Calls.Clear();
        await using (var fresh = await Index.StartAnew(Cancel))
        {
            await fresh.Apply([KnownPatents.Of("CN101487067A")], [], new IndexPosition(7, "77"), Cancel);
            Assert.Equal(KnownPatents.All.Length, (await Ask("")).Total);
            await Put(KnownPatents.Of("US8894738") with { TitleEn = "changed meanwhile" });
            Assert.Equal(1, (await Ask("meanwhile")).Total);
            await fresh.TakeOver(Cancel);
            Assert.Equal(1, (await Ask("")).Total);
        }

        Assert.Equal(new IndexPosition(7, "77"), await Index.Position(Cancel));
        Assert.Equal("patents", Assert.Single(server.Indexes).Key);
        var shown = server.Calls.Where(call => call.Method != "GET" && !call.Path.Contains("search", StringComparison.Ordinal))
            .Select(call => call.ToString().Replace(Fresh(), "FRESH", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            [
                "POST /indexes", "PATCH /indexes/FRESH/settings", "POST /indexes/FRESH/documents",
                "POST /indexes/patents/documents", "PATCH /indexes/FRESH/settings", "POST /swap-indexes",
                "DELETE /indexes/FRESH",
            ],
            shown);
    }

    [Fact]
    public async Task A_rebuild_that_is_given_up_is_deleted()
    {
        await using (await Index.StartAnew(Cancel)) Assert.Equal(2, server.Indexes.Count);
        Assert.Equal("patents", Assert.Single(server.Indexes).Key);
        Assert.Equal(KnownPatents.All.Length, (await Ask("")).Total);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_after_the_time_it_names_and_given_up_after_three()
    {
        var time = new FakeTimeProvider();
        var client = new MeilisearchClient(Http, time);
        server.Trouble.Enqueue(() => FakeMeilisearch.Busy(7));
        var asking = client.GetVersionAsync(Cancel);
        await Waited(() => server.Trouble.Count == 0);
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.False(asking.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("1.30.1", (await asking).PkgVersion);

        for (var i = 0; i < 3; i++) server.Trouble.Enqueue(() => FakeMeilisearch.Busy(0));
        var error = await Assert.ThrowsAsync<MeilisearchApiError>(() => client.GetVersionAsync(Cancel));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "too_many_search_requests"), (error.Status, error.Code));
    }

    [Fact]
    public async Task A_write_is_never_sent_twice()
    {
        server.Trouble.Enqueue(() => FakeMeilisearch.Busy(0));
        server.Calls.Clear();
        await Assert.ThrowsAsync<MeilisearchApiError>(() => Put(KnownPatents.Of("US8894738")));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task An_answer_that_is_no_json_is_an_error_with_its_text()
    {
        server.Trouble.Enqueue(() => new HttpResponseMessage(HttpStatusCode.BadGateway)
        {
            Content = new StringContent("<html>Bad gateway</html>"),
        });
        var error = await Assert.ThrowsAsync<MeilisearchApiError>(() => Client.GetVersionAsync(Cancel));
        Assert.Equal(("unknown", HttpStatusCode.BadGateway), (error.Code, error.Status));
        Assert.Contains("Bad gateway", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_task_that_fails_is_an_error()
    {
        var bad = KnownPatents.Of("US8894738") with { Patent = "patent:US.8" };
        var error = await Assert.ThrowsAsync<MeilisearchApiError>(() => Put(bad));
        Assert.Equal("invalid_document_id", error.Code);
    }

    [Fact]
    public async Task A_task_that_takes_too_long_says_which()
    {
        var time = new FakeTimeProvider();
        var client = new MeilisearchClient(Http, time);
        var task = await client.CreateIndexAsync("other", "id", Cancel);
        var error = await Assert.ThrowsAsync<MeilisearchTimeoutError>(
            () => client.WaitForTaskAsync(task.TaskUid, TimeSpan.FromSeconds(-1), Cancel));
        Assert.Contains($"Task {task.TaskUid}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_too_old_for_swaps_is_refused()
    {
        server.Version = "1.30.0";
        await Open();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Index.Position(Cancel));
        Assert.Contains("1.30.1", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Nothing on the way to the server needs two characters; how it cuts words is the real server's test.</summary>
    [Fact]
    public async Task One_chinese_character_is_asked_as_it_is_and_finds_exactly_what_it_stands_in()
    {
        await Index.Use(Synonyms.None, Cancel);
        var questions = CatalogueWordsTests.OneCharacter.ToList();
        Assert.InRange(questions.Count, 5, int.MaxValue);
        foreach (var (text, expected) in questions)
        {
            server.Calls.Clear();
            var hits = await Ask(text);
            Assert.Equal((text, Sorted(expected)), (text, Sorted(hits.Items.Select(patent => patent.Numbers[0]))));
            var asked = server.Calls.First(call => call.Path.EndsWith("/search", StringComparison.Ordinal)).Body!;
            Assert.Equal((text, "all", "zho"), ((string?)asked["q"], (string?)asked["matchingStrategy"], (string?)asked["locales"]![0]));
        }
    }

    [Fact]
    public async Task What_a_person_types_never_becomes_part_of_a_filter()
    {
        foreach (var text in new[] { "\" OR kind = \"position", "a\\\" b", "x\\" })
        {
            Assert.Empty(await Found(new CatalogueQuery { Applicants = [text] }));
            Assert.Empty(await Found(new CatalogueQuery { IpcPrefixes = [text] }));
        }
    }

    [Fact]
    public void A_tenant_token_carries_its_rules_and_end_signed_with_the_key()
    {
        var uid = Guid.Parse("11111111-2222-3333-4444-555555555555");
        var token = MeilisearchClient.GenerateTenantToken(
            uid,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["patents"] = "kind = patent" },
            "secret",
            DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        var parts = token.Split('.');
        Assert.Equal(3, parts.Length);
        var claims = JsonNode.Parse(Decoded(parts[1]))!;
        Assert.Equal($"{uid}", (string?)claims["apiKeyUid"]);
        Assert.Equal("kind = patent", (string?)claims["searchRules"]!["patents"]!["filter"]);
        Assert.Equal(1_800_000_000, (long?)claims["exp"]);
        var signed = System.Security.Cryptography.HMACSHA256.HashData(
            "secret"u8.ToArray(), System.Text.Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
        Assert.Equal(Convert.ToHexString(signed), Convert.ToHexString(Decoded(parts[2])));
    }

    [Fact]
    public async Task Every_call_is_one_the_server_s_own_description_knows()
    {
        var document = await File.ReadAllTextAsync(SharedData.File("meilisearch/openapi-1.53.0.json"), Cancel);
        var peer = new OpenApiPeer(JsonNode.Parse(document)!);
        Assert.NotNull(peer.FaultOf(new FakeCall("POST", "/indexes/a/search", JsonNode.Parse("""{ "q": 1 }"""))));
        Assert.NotNull(peer.FaultOf(new FakeCall("POST", "/indexes/a/search", JsonNode.Parse("""{ "like": "x" }"""))));
        Assert.NotNull(peer.FaultOf(new FakeCall("POST", "/indexes", JsonNode.Parse("""{ "primaryKey": "id" }"""))));
        Assert.NotNull(peer.FaultOf(new FakeCall("PUT", "/swap-indexes", null)));

        await Index.Use(Synonyms.House, Cancel);
        await Ask("钒渣 V2O5");
        await Ask("pangang");
        await Search.Search(
            new CatalogueQuery
            {
                Text = "钒", Types = ["Invention"], Years = [2012], PriceMin = Domain.Kernel.Money.Cny(1), WithFacets = true,
                Applicant = "攀钢", Sort = CatalogueSort.PriceUp, IpcPrefixes = ["C22B"],
            },
            Cancel);
        await Index.Apply([], [KnownPatents.Of("US8894738").Patent], new IndexPosition(99, "ff"), Cancel);
        await using (var fresh = await Index.StartAnew(Cancel)) await fresh.TakeOver(Cancel);
        await Index.Clear(Cancel);
        Assert.True(await Client.IsHealthyAsync(Cancel));
        Assert.Empty(server.Calls.Select(peer.FaultOf).OfType<string>());
    }

    protected override Task Open()
    {
        engine = new MeilisearchCatalogue(Client, "patents", TimeProvider.System);
        (Search, Index) = (engine, engine);
        return Task.CompletedTask;
    }

    private string Fresh() => server.Calls.First(call => call.ToString() == "POST /indexes").Body!["uid"]!.ToString();

    private static byte[] Decoded(string part) => Convert.FromBase64String(
        part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '='));

    private static Task Waited(Func<bool> condition) => Wait.Until(condition, "the busy answer");
}
