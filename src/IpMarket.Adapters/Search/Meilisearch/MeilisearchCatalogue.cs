using System.Text.Json;
using IpMarket.Adapters.Search.Meilisearch.Client;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;

namespace IpMarket.Adapters.Search.Meilisearch;

/// <summary>
/// The catalogue's search on a Meilisearch server. The position in the journal is a document of the index itself, so
/// that a batch and its position arrive in one task.
/// </summary>
/// <param name="client">The server.</param>
/// <param name="uid">The index that is searched; one being made anew has this name and a time.</param>
/// <param name="time">Names what is made anew.</param>
public sealed class MeilisearchCatalogue(MeilisearchClient client, string uid, TimeProvider time)
    : ICatalogueSearch, ICatalogueIndex, IDisposable
{
    /// <summary>Below it, tasks of swapped indexes may be lost.</summary>
    private static readonly Version ServerMin = new(1, 30, 1);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly MeilisearchIndex live = new(client, uid);
    private readonly SemaphoreSlim preparing = new(1, 1);
    private Synonyms inForce = Synonyms.House;
    private volatile bool isReady;

    /// <summary>Whether the server answers, and says it is well.</summary>
    public Task<bool> IsHealthy(CancellationToken cancel) => client.IsHealthyAsync(cancel);

    public async Task<CatalogueHits> Search(CatalogueQuery query, CancellationToken cancel)
    {
        await Prepare(cancel);
        var found = new SearchResult([], 0, null);
        var asked = new SearchQuery();
        foreach (var way in MeilisearchQueries.Ways(query))
        {
            (asked, found) = (way, await client.Index(uid).SearchAsync(way, cancel));
            if (found.EstimatedTotalHits > 0) break;
        }

        return new CatalogueHits(
            [.. found.Hits.Select(hit => hit.Deserialize<PatentRecord>(Json)!.ToDocument())],
            found.EstimatedTotalHits,
            query.WithFacets ? await Facets(query, asked, found, cancel) : null);
    }

    public async Task<IndexPosition> Position(CancellationToken cancel)
    {
        await Prepare(cancel);
        return await live.Position(cancel);
    }

    public async Task<CatalogueDocument?> Find(string patent, CancellationToken cancel)
    {
        await Prepare(cancel);
        return await live.Find(patent, cancel);
    }

    public async Task Apply(
        IReadOnlyCollection<CatalogueDocument> changed,
        IReadOnlyCollection<string> removed,
        IndexPosition position,
        CancellationToken cancel)
    {
        await Prepare(cancel);
        await live.Apply(changed, removed, position, cancel);
    }

    public async Task Clear(CancellationToken cancel)
    {
        await Prepare(cancel);
        await live.Clear(cancel);
    }

    public async Task Use(Synonyms synonyms, CancellationToken cancel)
    {
        await Prepare(cancel);
        inForce = synonyms;
        await live.Set(MeilisearchSettings.Of(synonyms), cancel);
    }

    public async Task<ICatalogueRebuild> StartAnew(CancellationToken cancel)
    {
        await Prepare(cancel);
        var fresh = new MeilisearchIndex(client, $"{uid}_{time.GetUtcNow().ToUnixTimeMilliseconds()}");
        await fresh.Create(inForce, cancel);
        return new Rebuild(this, fresh);
    }

    public void Dispose() => preparing.Dispose();

    /// <summary>Once a process: the server is not too old, the index is there and has its settings.</summary>
    private async Task Prepare(CancellationToken cancel)
    {
        if (isReady) return;
        await preparing.WaitAsync(cancel);
        try
        {
            if (isReady) return;
            var version = (await client.GetVersionAsync(cancel)).PkgVersion;
            if (!Version.TryParse(version.Split('-')[0], out var server) || server < ServerMin)
                throw new InvalidOperationException($"Meilisearch {version} is older than {ServerMin}.");
            await live.Create(inForce, cancel);
            isReady = true;
        }
        finally
        {
            preparing.Release();
        }
    }

    private async Task<CatalogueFacets> Facets(
        CatalogueQuery query, SearchQuery asked, SearchResult found, CancellationToken cancel)
    {
        var counts = new Dictionary<string, IReadOnlyDictionary<string, int>>(
            found.FacetDistribution!, StringComparer.Ordinal);
        var aside = MeilisearchQueries.FacetsAside(query, asked).ToList();
        if (aside.Count > 0)
        {
            var answers = await client.MultiSearchAsync(
                new MultiSearchQuery([.. aside.Select(one => one.Query with { IndexUid = uid })]), cancel);
            foreach (var ((facet, _), answer) in aside.Zip(answers.Results))
                counts[facet] = answer.FacetDistribution![facet];
        }

        return new CatalogueFacets(
            Most(MeilisearchQueries.TypeFacet),
            Most(MeilisearchQueries.StatusFacet),
            Most(MeilisearchQueries.IpcFacet),
            Most(MeilisearchQueries.ApplicantFacet),
            [.. Most(MeilisearchQueries.YearFacet).OrderByDescending(year => year.Value, StringComparer.Ordinal)],
            Most(MeilisearchQueries.ModeFacet),
            Most(MeilisearchQueries.FieldFacet),
            Most(MeilisearchQueries.RouteFacet));

        IReadOnlyList<FacetCount> Most(string facet) =>
        [
            .. counts.GetValueOrDefault(facet, new Dictionary<string, int>(StringComparer.Ordinal))
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Take(SearchLimits.FacetValuesMax).Select(pair => new FacetCount(pair.Key, pair.Value)),
        ];
    }

    /// <summary>An index beside the live one until they swap names.</summary>
    private sealed class Rebuild(MeilisearchCatalogue catalogue, MeilisearchIndex fresh) : ICatalogueRebuild
    {
        public Task<IndexPosition> Position(CancellationToken cancel) => fresh.Position(cancel);

        public Task<CatalogueDocument?> Find(string patent, CancellationToken cancel) => fresh.Find(patent, cancel);

        public Task Apply(
            IReadOnlyCollection<CatalogueDocument> changed,
            IReadOnlyCollection<string> removed,
            IndexPosition position,
            CancellationToken cancel) => fresh.Apply(changed, removed, position, cancel);

        /// <summary>Every write so far was waited for: nothing is enqueued that the swap would leave behind.</summary>
        public async Task TakeOver(CancellationToken cancel)
        {
            // A list that came while it was filled.
            await fresh.Set(MeilisearchSettings.Of(catalogue.inForce), cancel);
            await fresh.SwapWith(catalogue.live, cancel);
        }

        /// <summary>After the swap its name is the old documents', before it those of a rebuild given up.</summary>
        public async ValueTask DisposeAsync() => await fresh.Delete(CancellationToken.None);
    }
}
