using IpMarket.Adapters.Search;
using IpMarket.Adapters.Search.Meilisearch;
using IpMarket.Domain.Catalogue.Search.Words;
using Xunit;

namespace IpMarket.Adapters.Tests.Search.Meilisearch;

/// <summary>
/// The contract and the relevance set on a real server: its address in <c>MEILI_URL</c>, its key in <c>MEILI_KEY</c>.
/// </summary>
public sealed class MeilisearchServerTests : CatalogueSearchTests
{
    private static readonly string? Url = Environment.GetEnvironmentVariable("MEILI_URL");
    private MeilisearchCatalogue? engine;
    private string index = "";

    public override async ValueTask DisposeAsync()
    {
        if (engine is null) return;
        await Index.Clear(CancellationToken.None);
        engine.Dispose();
    }

    /// <summary>
    /// Its own cutting of Chinese finds more or less than ours now and then; what is meant must be among what is found.
    /// </summary>
    [Fact]
    public async Task The_relevance_set_finds_what_is_meant()
    {
        await Index.Use(Synonyms.House, Cancel);
        var missed = new List<string>();
        foreach (var row in CatalogueWordsTests.Meanings)
        {
            var (text, expected) = row.Data;
            var found = (await Ask(text)).Items.Select(patent => patent.Numbers[0]).ToHashSet(StringComparer.Ordinal);
            missed.AddRange(expected.Split(' ').Where(meant => !found.Contains(meant)).Select(meant => $"{text}: {meant}"));
        }

        Assert.Empty(missed);
    }

    [Fact]
    public async Task One_chinese_character_finds_every_patent_it_stands_in()
    {
        await Index.Use(Synonyms.None, Cancel);
        var missed = new List<string>();
        foreach (var (text, expected) in CatalogueWordsTests.OneCharacter)
        {
            var found = (await Ask(text)).Items.Select(patent => patent.Numbers[0]).ToHashSet(StringComparer.Ordinal);
            missed.AddRange(expected.Where(meant => !found.Contains(meant)).Select(meant => $"{text}: {meant}"));
        }

        Assert.Empty(missed);
    }

    protected override Task Open()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Url), "No Meilisearch server is given in MEILI_URL.");
        index = $"test_{Guid.NewGuid():N}";
        engine = SearchRegistration.Meilisearch(
            new SearchOptions
            {
                Url = Url!, Key = Environment.GetEnvironmentVariable("MEILI_KEY") ?? "", Index = index,
            },
            TimeProvider.System);
        (Search, Index) = (engine, engine);
        return Task.CompletedTask;
    }
}
