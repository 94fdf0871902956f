using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using Lucene.Net.Analysis;
using Lucene.Net.Search;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>One search: the page, the total and the facets.</summary>
internal sealed class CatalogueSearches(Analyzer analyzer)
{
    private static readonly string[] Facets =
    [
        PatentFields.TypeFacet, PatentFields.StatusFacet, PatentFields.IpcFacet, PatentFields.ApplicantFacet,
        PatentFields.YearFacet,
    ];

    private readonly PatentQueries queries = new(analyzer);

    public CatalogueHits Search(IndexSearcher searcher, CatalogueQuery query, Synonyms synonyms)
    {
        var asked = AskedText.Read(query.Text, synonyms, query.IsTyping);
        var hits = Search(searcher, query, new WordQueries(analyzer, searcher.IndexReader).Matching(asked, query.Text));
        if (hits.Total > 0 || !CanBeTakenApart(asked)) return hits;
        var loose = new WordQueries(analyzer, searcher.IndexReader, isLoose: true);
        var apart = AskedText.Read(query.Text, synonyms, query.IsTyping, isLoose: true);
        return Search(searcher, query, loose.Matching(apart, query.Text));
    }

    private static bool CanBeTakenApart(AskedText asked) => asked.Units.SelectMany(unit => unit.Words).Any(word =>
        !word.Number.IsNumber
        && SearchText.Runs(word.Text).Where(run => run.IsHan)
            .Sum(run => run.Characters.Count) >= WordQueries.LooseCharactersMin);

    private CatalogueHits Search(IndexSearcher searcher, CatalogueQuery query, Query? matching)
    {
        var order = PatentQueries.Order(query, scored: matching is not null);
        var page = TopFieldCollector.Create(
            order, query.Offset + query.Limit, fillFields: true, trackDocScores: false, trackMaxScore: false, false);
        var counter = query.WithFacets ? new FacetCounter(Facets) : null;
        var filter = queries.Narrowing(query);
        var all = matching ?? new MatchAllDocsQuery();
        searcher.Search(all, filter, counter is null ? page : MultiCollector.Wrap(page, counter));
        var found = page.GetTopDocs(query.Offset, query.Limit);
        return new CatalogueHits(
            [.. found.ScoreDocs.Select(hit => PatentFields.FromFields(searcher.Doc(hit.Doc)))],
            page.TotalHits,
            counter is null ? null : Count(searcher, query, all, counter));
    }

    /// <summary>A facet with a filter of its own is counted once more, without it.</summary>
    private CatalogueFacets Count(IndexSearcher searcher, CatalogueQuery query, Query all, FacetCounter narrowed)
    {
        var counts = Facets.ToDictionary(facet => facet, narrowed.Of, StringComparer.Ordinal);
        foreach (var facet in PatentQueries.Narrowed(query))
        {
            var counter = new FacetCounter(facet);
            searcher.Search(all, queries.Narrowing(query, aside: facet), counter);
            counts[facet] = counter.Of(facet);
        }

        return new CatalogueFacets(
            Most(counts[PatentFields.TypeFacet]),
            Most(counts[PatentFields.StatusFacet]),
            Most(counts[PatentFields.IpcFacet]),
            Most(counts[PatentFields.ApplicantFacet]),
            [.. counts[PatentFields.YearFacet].OrderByDescending(pair => pair.Key, StringComparer.Ordinal)
                .Take(SearchLimits.FacetValuesMax).Select(pair => new FacetCount(pair.Key, pair.Value))]);
    }

    private static IReadOnlyList<FacetCount> Most(IReadOnlyDictionary<string, int> counts) =>
    [
        .. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(SearchLimits.FacetValuesMax).Select(pair => new FacetCount(pair.Key, pair.Value)),
    ];
}
