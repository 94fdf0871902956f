using IpMarket.Adapters.Search.Meilisearch.Client;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Search.Meilisearch;

/// <summary>The settings the catalogue's index needs.</summary>
internal static class MeilisearchSettings
{
    private const string SortRule = "sort";

    /// <summary>
    /// Short words the server's own dictionary does not know; a longer one would hide its parts from a search.
    /// </summary>
    private static readonly string[] Atoms = ["钒钛", "提钒", "沉钒", "钒渣", "钛渣", "钒电池", "海绵钛", "攀枝花", "合金", "攀钢"];

    /// <param name="rules">The server's own, which differ by version: an order asked for goes before them.</param>
    /// <param name="synonyms">Those in force.</param>
    public static Settings All(IReadOnlyList<string> rules, Synonyms synonyms) => Of(synonyms) with
    {
        RankingRules = [SortRule, .. rules.Where(rule => rule != SortRule)],
        SearchableAttributes =
            ["titleZh", "titleEn", "applicants", "inventors", "numbers", "sounds", "initials", "abstractZh"],
        FilterableAttributes =
        [
            "kind", "type", "status", "applicants", "applicantParts", "year", "ipcBegins", "ipcSubclass", "price",
            MeilisearchQueries.ModeFacet, MeilisearchQueries.FieldFacet, MeilisearchQueries.RouteFacet,
            .. Enum.GetValues<TechnicalFigure>().Select(PatentRecord.Of),
        ],
        SortableAttributes = ["offered", "day", "price", "id"],
        Dictionary = Atoms,
        TypoTolerance = new TypoTolerance
        {
            Enabled = true, DisableOnNumbers = true, DisableOnAttributes = ["numbers", "sounds", "initials"],
        },
        Faceting = new Faceting(SearchLimits.FacetValuesMax),
        Pagination = new Pagination(SearchLimits.OffsetMax + Limits.PageItemsMax),
        LocalizedAttributes = [new LocalizedAttributeRule(["*"], ["zho"])],
    };

    /// <summary>Each word with all others of its groups: the server reads an entry one way.</summary>
    public static Settings Of(Synonyms synonyms) => new()
    {
        Synonyms = synonyms.Groups.SelectMany(group => group.Terms).Distinct(StringComparer.Ordinal).ToDictionary(
            term => term,
            term => (IReadOnlyList<string>)[.. synonyms.Of(term).Select(other => other.Text)],
            StringComparer.Ordinal),
    };
}
