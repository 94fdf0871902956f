using IpMarket.Adapters.Search;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using IpMarket.Domain.Kernel;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Catalogue.Search;

/// <summary>The search over the catalogue, for everybody.</summary>
public static class CatalogueEndpoints
{
    /// <summary>Suggestions one caller may ask for a second: one a key struck.</summary>
    private const int SuggestionsPerSecondMax = 20;

    private const int ExportsPerSecondMax = 2;

    public static void MapCatalogue(this IEndpointRouteBuilder routes)
    {
        var catalogue = routes.MapGroup("/api/catalogue").WithTags("Catalogue");
        catalogue.MapGet("", Search)
            .WithName("searchCatalogue").ForEveryone().Reads(CatalogueFollower.FollowerName);
        catalogue.MapGet("/suggest", Suggest)
            .WithName("suggestInCatalogue").ForEveryone().AtMost("suggest", SuggestionsPerSecondMax);
        catalogue.MapGet("/export", Export)
            .WithName("exportCatalogue").ForEveryone().Reads(CatalogueFollower.FollowerName)
            .AtMost("catalogue-exports", ExportsPerSecondMax).Produces(200, contentType: "application/octet-stream");
        catalogue.MapGet("/ipc", Ipc).WithName("listIpcTitles").ForEveryone();
    }

    private static async Task<Answer<CataloguePage>> Search(
        [AsParameters] CatalogueFilter filter,
        [AsParameters] PageQuery page,
        ICatalogueSearch search,
        SynonymsInForce synonyms,
        CancellationToken cancel)
    {
        if (CatalogueQueries.Fault(filter) is { } field) return Malformed(field);
        if (page.Skip > SearchLimits.OffsetMax) return Malformed("cursor");
        var query = CatalogueQueries.Of(filter) with { Offset = page.Skip, Limit = page.Take };
        var hits = await search.Search(query, cancel);
        var asked = AskedText.Read(query.Text, synonyms.Current);
        var found = page.Of([.. hits.Items.Select(patent => CatalogueItem.Of(patent, asked))], hits.Total);
        var next = page.Skip + page.Take > SearchLimits.OffsetMax ? null : found.Next;
        return new CataloguePage(found.Items, found.Total, next, hits.Facets);
    }

    private static async Task<Answer<Page<Suggestion>>> Suggest(
        [FromQuery(Name = "q")] string q,
        ICatalogueSearch search,
        SynonymsInForce synonyms,
        CancellationToken cancel)
    {
        if (!CatalogueQueries.IsText(q)) return Malformed("q");
        var found = await Suggestions.To(q.Trim(), search, synonyms.Current, cancel);
        return new Page<Suggestion>(found, found.Count, null);
    }

    /// <summary>The same question as a file of at most <see cref="SearchLimits.ExportRowsMax"/> hits.</summary>
    private static async Task<IResult> Export(
        [FromQuery(Name = "format")] ExportFormat format,
        [AsParameters] CatalogueFilter filter,
        HttpContext http,
        ICatalogueSearch search,
        CancellationToken cancel)
    {
        if (CatalogueQueries.Fault(filter) is { } field) return (Answer)Malformed(field);
        var query = CatalogueQueries.Of(filter) with { WithFacets = false, Limit = Limits.PageItemsMax };
        var found = new List<CatalogueDocument>();
        for (var isMore = true; isMore && found.Count < SearchLimits.ExportRowsMax;)
        {
            var hits = await search.Search(query with { Offset = found.Count }, cancel);
            found.AddRange(hits.Items.Take(SearchLimits.ExportRowsMax - found.Count));
            isMore = hits.Items.Count > 0 && found.Count < hits.Total;
        }

        var bytes = CatalogueExport.Of(found, format, Languages.IsEnglish(http.Request));
        http.Response.Headers.CacheControl = "no-store";
        var extension = format.ToString().ToLowerInvariant();
        return TypedResults.File(bytes, CatalogueExport.MediaType(format), $"patents.{extension}");
    }

    private static Answer<Page<IpcTitle>> Ipc() =>
        new Page<IpcTitle>(IpcTitles.All, IpcTitles.All.Length, null);

    private static Refusal Malformed(string field) =>
        Refusal.Of(RequestRefusal.ParameterMalformed, ("field", field));
}
