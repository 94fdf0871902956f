using System.Globalization;
using IpMarket.Domain.Catalogue.Search;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>What of a catalogue question narrows, in Lucene's terms.</summary>
internal sealed class PatentQueries(Analyzer analyzer)
{
    /// <summary>What narrows without scoring; null when nothing does.</summary>
    public Filter? Narrowing(CatalogueQuery query) =>
        All([.. Beside(query), .. OfFacets(query).Select(side => side.Filter)]);

    /// <summary>What narrows but the filters of facets; null when nothing does.</summary>
    public Filter? BesideFacets(CatalogueQuery query) => All([.. Beside(query)]);

    /// <summary>The facets whose own filter narrows the question.</summary>
    public static IEnumerable<(string Facet, Filter Filter)> OfFacets(CatalogueQuery query)
    {
        var years = query.Years.Select(year => year.ToString("d4", CultureInfo.InvariantCulture));
        (string Facet, string Field, IEnumerable<string> Values)[] values =
        [
            (PatentFields.TypeFacet, PatentFields.Type, query.Types),
            (PatentFields.StatusFacet, PatentFields.Status, query.Statuses.Select(status => status.ToString())),
            (PatentFields.ApplicantFacet, PatentFields.ApplicantFacet, query.Applicants),
            (PatentFields.YearFacet, PatentFields.YearFacet, years),
            (PatentFields.ModeFacet, PatentFields.ModeFacet, query.Modes.Select(mode => mode.ToString())),
            (PatentFields.FieldFacet, PatentFields.FieldFacet, query.Fields.Select(field => field.ToString())),
            (PatentFields.RouteFacet, PatentFields.RouteFacet, query.Routes.Select(route => route.ToString())),
        ];
        foreach (var (facet, field, named) in values)
        {
            var terms = named.Select(value => new Term(field, value)).ToArray();
            if (terms.Length > 0) yield return (facet, new TermsFilter(terms));
        }

        var prefixes = query.IpcPrefixes.SelectMany(IpcTitles.Beginnings).ToArray();
        if (prefixes.Length == 0) yield break;
        var any = new BooleanFilter();
        foreach (var prefix in prefixes)
            any.Add(new PrefixFilter(new Term(PatentFields.Ipc, prefix)), Occur.SHOULD);
        yield return (PatentFields.IpcFacet, any);
    }

    private IEnumerable<Filter> Beside(CatalogueQuery query)
    {
        if (query.PriceMin is not null || query.PriceMax is not null)
        {
            yield return NumericRangeFilter.NewInt64Range(
                PatentFields.Price, query.PriceMin?.Fen, query.PriceMax?.Fen, true, true);
        }

        foreach (var (figure, min, max) in query.Figures)
            yield return NumericRangeFilter.NewInt64Range(PatentFields.Of(figure), min, max, true, true);

        if (!string.IsNullOrWhiteSpace(query.Applicant))
        {
            yield return new QueryWrapperFilter(
                analyzer.Phrase(PatentFields.Applicants, query.Applicant) ?? new BooleanQuery());
        }
    }

    private static BooleanFilter? All(Filter[] filters)
    {
        if (filters.Length == 0) return null;
        var all = new BooleanFilter();
        foreach (var filter in filters) all.Add(filter, Occur.MUST);
        return all;
    }
}
