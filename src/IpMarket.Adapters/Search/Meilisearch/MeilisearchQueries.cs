using System.Globalization;
using IpMarket.Adapters.Search.Meilisearch.Client;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;

namespace IpMarket.Adapters.Search.Meilisearch;

/// <summary>
/// A catalogue question in the server's terms. Filters are made of typed values alone; no text of a person is ever part
/// of one unquoted.
/// </summary>
internal static class MeilisearchQueries
{
    public const string TypeFacet = "type";
    public const string StatusFacet = "status";
    public const string IpcFacet = "ipcSubclass";
    public const string ApplicantFacet = "applicants";
    public const string YearFacet = "year";
    public const string ModeFacet = "mode";
    public const string FieldFacet = "fields";
    public const string RouteFacet = "routes";
    private const string Nothing = "kind = none";
    private static readonly string[] Texts = ["titleZh", "titleEn", "applicants", "inventors", "numbers"];
    private static readonly string[] TextsAndAbstract = [.. Texts, "abstractZh"];
    private static readonly string[] Facets =
    [
        TypeFacet, StatusFacet, IpcFacet, ApplicantFacet, YearFacet, ModeFacet, FieldFacet, RouteFacet,
    ];

    /// <summary>The ways to ask, best first; the next one where one finds nothing.</summary>
    public static IEnumerable<SearchQuery> Ways(CatalogueQuery query)
    {
        var asked = AskedText.Read(query.Text, Synonyms.None, query.IsTyping);
        var page = Page(query);
        if (asked.Units.IsEmpty)
        {
            yield return page;
            yield break;
        }

        var words = asked.Units.SelectMany(unit => unit.Words).ToList();
        var number = asked.Number.IsNumber ? asked.Number : words.Count == 1 ? words[0].Number : AskedNumber.None;
        if (number.IsNumber)
        {
            var numbers = page with { AttributesToSearchOn = ["numbers"] };
            yield return numbers with { Q = number.Beginning ?? number.Exact.First() };
            if (number.Exact.Count > 1) yield return numbers with { Q = number.Exact.Last() };
        }

        if (words is [{ IpcPrefix: { } code }])
            yield return page with { Filter = [.. page.Filter!, [Is("ipcBegins", code)]] };
        var typed = SearchText.Fold(query.Text);
        var text = page with { Q = typed, AttributesToSearchOn = TextsAndAbstract, MatchingStrategy = "all" };
        yield return words.Any(word => SearchText.Runs(word.Text).Any(run => run.IsHan))
            ? text with { Locales = ["zho"] }
            : text;
        var sounds = asked.Sounds.IsEmpty && words is [var only] ? only.Sounds : asked.Sounds;
        foreach (var way in sounds)
            yield return page with { Q = $"\"{string.Join(' ', way)}\"", AttributesToSearchOn = ["sounds"] };
        if (words is [{ Latin: { Length: > 1 } latin }])
            yield return page with { Q = latin, AttributesToSearchOn = ["initials"] };
        if (words.Any(word => word.Latin is null))
            yield return text with { AttributesToSearchOn = Texts, MatchingStrategy = "frequency" };
    }

    /// <summary>Per facet with a filter of its own a search without it, for its counts alone.</summary>
    public static IEnumerable<(string Facet, SearchQuery Query)> FacetsAside(CatalogueQuery query, SearchQuery found)
    {
        foreach (var facet in Facets)
        {
            var without = Without(query, facet);
            if (without is null) continue;
            yield return (facet, found with
            {
                Filter = Filter(without), Facets = [facet], Limit = 0, Offset = 0, Sort = null,
            });
        }
    }

    private static CatalogueQuery? Without(CatalogueQuery query, string facet) => facet switch
    {
        TypeFacet when !query.Types.IsEmpty => query with { Types = [] },
        StatusFacet when !query.Statuses.IsEmpty => query with { Statuses = [] },
        IpcFacet when !query.IpcPrefixes.IsEmpty => query with { IpcPrefixes = [] },
        ApplicantFacet when !query.Applicants.IsEmpty => query with { Applicants = [] },
        YearFacet when !query.Years.IsEmpty => query with { Years = [] },
        ModeFacet when !query.Modes.IsEmpty => query with { Modes = [] },
        FieldFacet when !query.Fields.IsEmpty => query with { Fields = [] },
        RouteFacet when !query.Routes.IsEmpty => query with { Routes = [] },
        _ => null,
    };

    private static SearchQuery Page(CatalogueQuery query) => new()
    {
        Q = "",
        Filter = Filter(query),
        Facets = query.WithFacets ? Facets : null,
        Sort = query.Sort switch
        {
            CatalogueSort.Newest => ["day:desc", "id:asc"],
            CatalogueSort.Oldest => ["day:asc", "id:asc"],
            CatalogueSort.PriceUp => ["price:asc", "day:desc", "id:asc"],
            CatalogueSort.PriceDown => ["price:desc", "day:desc", "id:asc"],
            _ when string.IsNullOrWhiteSpace(query.Text) => ["offered:desc", "day:desc", "id:asc"],
            _ => null,
        },
        AttributesToRetrieve = ["id", "kind", "body"],
        Offset = query.Offset,
        Limit = query.Limit,
    };

    private static List<IReadOnlyList<string>> Filter(CatalogueQuery query)
    {
        List<IReadOnlyList<string>> all = [[Is("kind", PatentRecord.PatentKind)]];
        AddAny(all, "type", query.Types);
        AddAny(all, "status", query.Statuses.Select(status => status.ToString()));
        AddAny(all, "applicants", query.Applicants);
        AddAny(all, "year", query.Years.Select(year => year.ToString("d4", CultureInfo.InvariantCulture)));
        AddAny(all, "ipcBegins", query.IpcPrefixes.SelectMany(IpcTitles.Beginnings));
        if (query.PriceMin is { } min) all.Add([string.Create(CultureInfo.InvariantCulture, $"price >= {min.Fen}")]);
        if (query.PriceMax is { } max) all.Add([string.Create(CultureInfo.InvariantCulture, $"price <= {max.Fen}")]);
        AddAny(all, ModeFacet, query.Modes.Select(mode => mode.ToString()));
        AddAny(all, FieldFacet, query.Fields.Select(field => field.ToString()));
        AddAny(all, RouteFacet, query.Routes.Select(route => route.ToString()));
        foreach (var (figure, from, to) in query.Figures)
        {
            var name = PatentRecord.Of(figure);
            if (from is not null) all.Add([string.Create(CultureInfo.InvariantCulture, $"{name} >= {from}")]);
            if (to is not null) all.Add([string.Create(CultureInfo.InvariantCulture, $"{name} <= {to}")]);
        }

        if (string.IsNullOrWhiteSpace(query.Applicant)) return all;
        var parts = PatentRecord.Parts(query.Applicant).ToList();
        if (parts.Count == 0) all.Add([Nothing]);
        all.AddRange(parts.Select(part => (IReadOnlyList<string>)[Is("applicantParts", part)]));
        return all;
    }

    private static void AddAny(List<IReadOnlyList<string>> all, string attribute, IEnumerable<string> values)
    {
        var any = values.Select(value => Is(attribute, value)).ToList();
        if (any.Count > 0) all.Add(any);
    }

    /// <summary>
    /// The server takes a backslash in a value for the beginning of an escape and cannot be told otherwise: no value of
    /// ours holds one, so nothing matches.
    /// </summary>
    private static string Is(string attribute, string value) => value.Contains('\\', StringComparison.Ordinal)
        ? Nothing
        : $"{attribute} = \"{value.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
