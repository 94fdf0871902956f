using System.Globalization;
using IpMarket.Domain.Catalogue.Search;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>What of a catalogue question narrows and orders, in Lucene's terms.</summary>
internal sealed class PatentQueries(Analyzer analyzer)
{
    public static Sort Order(CatalogueQuery query, bool scored)
    {
        var byPatent = new SortField(PatentFields.Patent, SortFieldType.STRING);
        var newest = Descending(PatentFields.Day);
        return query.Sort switch
        {
            CatalogueSort.Newest => new Sort(newest, byPatent),
            CatalogueSort.Oldest => new Sort(Ascending(PatentFields.Day), byPatent),
            CatalogueSort.PriceUp => new Sort(Ascending(PatentFields.Price), newest, byPatent),
            CatalogueSort.PriceDown => new Sort(Descending(PatentFields.Price), newest, byPatent),
            _ when scored => new Sort(SortField.FIELD_SCORE, Descending(PatentFields.Offered), newest, byPatent),
            _ => new Sort(Descending(PatentFields.Offered), newest, byPatent),
        };
    }

    /// <summary>What narrows without scoring; null when nothing does.</summary>
    /// <param name="query">The question.</param>
    /// <param name="aside">A facet whose own filter is left aside.</param>
    public Filter? Narrowing(CatalogueQuery query, string? aside = null)
    {
        var filters = new BooleanFilter();
        foreach (var (facet, field, values) in ByFacet(query))
            if (facet != aside) AddAny(filters, field, values);
        if (query.PriceMin is not null || query.PriceMax is not null)
        {
            filters.Add(
                NumericRangeFilter.NewInt64Range(
                    PatentFields.Price, query.PriceMin?.Fen, query.PriceMax?.Fen, true, true),
                Occur.MUST);
        }

        var prefixes = query.IpcPrefixes.Select(SearchText.Ipc).Where(prefix => prefix.Length > 0).ToArray();
        if (prefixes.Length > 0 && aside != PatentFields.IpcFacet)
        {
            var any = new BooleanFilter();
            foreach (var prefix in prefixes)
                any.Add(new PrefixFilter(new Term(PatentFields.Ipc, prefix)), Occur.SHOULD);
            filters.Add(any, Occur.MUST);
        }

        if (!string.IsNullOrWhiteSpace(query.Applicant))
        {
            var applicant = analyzer.Phrase(PatentFields.Applicants, query.Applicant) ?? new BooleanQuery();
            filters.Add(new QueryWrapperFilter(applicant), Occur.MUST);
        }

        return filters.Clauses.Count == 0 ? null : filters;
    }

    /// <summary>The facets whose own filter narrows the question.</summary>
    public static IEnumerable<string> Narrowed(CatalogueQuery query)
    {
        foreach (var (facet, _, values) in ByFacet(query))
            if (values.Any()) yield return facet;
        if (!query.IpcPrefixes.IsEmpty) yield return PatentFields.IpcFacet;
    }

    private static (string Facet, string Field, IEnumerable<string> Values)[] ByFacet(CatalogueQuery query) =>
    [
        (PatentFields.TypeFacet, PatentFields.Type, query.Types),
        (PatentFields.StatusFacet, PatentFields.Status, query.Statuses.Select(status => status.ToString())),
        (PatentFields.ApplicantFacet, PatentFields.ApplicantFacet, query.Applicants),
        (PatentFields.YearFacet, PatentFields.YearFacet,
            query.Years.Select(year => year.ToString("d4", CultureInfo.InvariantCulture))),
    ];

    private static void AddAny(BooleanFilter filters, string field, IEnumerable<string> values)
    {
        var terms = values.Select(value => new Term(field, value)).ToArray();
        if (terms.Length > 0) filters.Add(new TermsFilter(terms), Occur.MUST);
    }

    private static SortField Ascending(string field)
    {
        var sort = new SortField(field, SortFieldType.INT64);
        sort.SetMissingValue(long.MaxValue);
        return sort;
    }

    private static SortField Descending(string field)
    {
        var sort = new SortField(field, SortFieldType.INT64, reverse: true);
        sort.SetMissingValue(long.MinValue);
        return sort;
    }
}
