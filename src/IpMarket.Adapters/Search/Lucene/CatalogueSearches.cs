using IpMarket.Adapters.Search.Lucene.Hits;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using Lucene.Net.Analysis;
using Lucene.Net.Search;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>One search: the page, the total and the facets.</summary>
internal sealed class CatalogueSearches(Analyzer analyzer, IndexColumns columns)
{
    private readonly PatentQueries queries = new(analyzer);

    /// <param name="searcher">What is searched.</param>
    /// <param name="query">The question.</param>
    /// <param name="synonyms">Those in force.</param>
    /// <param name="isExact">Nothing is guessed, because too little is searched to tell what nobody wrote.</param>
    public CatalogueHits Search(
        IndexSearcher searcher, CatalogueQuery query, Synonyms synonyms, bool isExact = false)
    {
        using var scratch = new Scratch();
        var asked = AskedText.Read(query.Text, synonyms, query.IsTyping);
        var words = new WordQueries(analyzer, searcher.IndexReader, scratch, isExact ? Reading.Exact : Reading.Usual);
        var hits = Search(searcher, query, words.Matching(asked, query.Text));
        if (hits.Total > 0 || isExact || !CanBeTakenApart(asked)) return hits;
        var loose = new WordQueries(analyzer, searcher.IndexReader, scratch, Reading.Loose);
        var apart = AskedText.Read(query.Text, synonyms, query.IsTyping, isLoose: true);
        return Search(searcher, query, loose.Matching(apart, query.Text));
    }

    private static bool CanBeTakenApart(AskedText asked) => asked.Units.SelectMany(unit => unit.Words).Any(word =>
        !word.Number.IsNumber
        && SearchText.Runs(word.Text).Where(run => run.IsHan)
            .Sum(run => run.Characters.Count) >= WordQueries.LooseCharactersMin);

    private CatalogueHits Search(IndexSearcher searcher, CatalogueQuery query, Query? matching)
    {
        var sides = query.WithFacets
            ? PatentQueries.OfFacets(query).Select(side => (columns.PlaceOf(side.Facet), side.Filter))
            : [];
        using var found = new HitCollector(
            searcher.IndexReader, columns, query, isScored: matching is not null, [.. sides]);
        searcher.Search(
            matching ?? new MatchAllDocsQuery(),
            query.WithFacets ? queries.BesideFacets(query) : queries.Narrowing(query),
            found);
        return new CatalogueHits(
            [.. found.Page(query.Offset, query.Limit).Select(doc => PatentFields.FromFields(searcher.Doc(doc)))],
            found.Total,
            query.WithFacets ? Facets(found) : null);
    }

    private CatalogueFacets Facets(HitCollector found) => new(
        Most(found, PatentFields.TypeFacet),
        Most(found, PatentFields.StatusFacet),
        Most(found, PatentFields.IpcFacet),
        Most(found, PatentFields.ApplicantFacet),
        [.. Counted(found, PatentFields.YearFacet).OrderByDescending(year => year.Value, StringComparer.Ordinal)
            .Take(SearchLimits.FacetValuesMax)],
        Most(found, PatentFields.ModeFacet),
        Most(found, PatentFields.FieldFacet),
        Most(found, PatentFields.RouteFacet));

    /// <summary>The most frequent values; of thousands only those that are shown are put in order.</summary>
    private List<FacetCount> Most(HitCollector found, string facet)
    {
        var leastFirst = Comparer<FacetCount>.Create((a, b) => a.Count != b.Count
            ? a.Count.CompareTo(b.Count)
            : string.CompareOrdinal(b.Value, a.Value));
        var most = new PriorityQueue<FacetCount, FacetCount>(leastFirst);
        foreach (var value in Counted(found, facet))
        {
            if (most.Count < SearchLimits.FacetValuesMax) most.Enqueue(value, value);
            else if (leastFirst.Compare(value, most.Peek()) > 0) most.EnqueueDequeue(value, value);
        }

        return [.. most.UnorderedItems.Select(item => item.Element).OrderDescending(leastFirst)];
    }

    private IEnumerable<FacetCount> Counted(HitCollector found, string facet)
    {
        var place = columns.PlaceOf(facet);
        var (values, counts) = (columns.Facets[place], found.Counts[place]);
        for (var number = 0; number < counts.Length; number++)
            if (counts[number] > 0) yield return new FacetCount(values[number], counts[number]);
    }
}
