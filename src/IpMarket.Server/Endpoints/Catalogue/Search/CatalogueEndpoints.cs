using IpMarket.Adapters.Search;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Catalogue.Search;

/// <summary>What is asked of the catalogue. Filters are joined by "and".</summary>
/// <param name="Q">Chinese of any length, English, a number in any spelling, an applicant, an IPC code.</param>
/// <param name="PriceMin">Asking price at least this, in fen; patents without a price do not match.</param>
/// <param name="PriceMax">Asking price at most this, in fen.</param>
/// <param name="Ipc">The beginning of an IPC code.</param>
/// <param name="Applicant">A part of an applicant's name.</param>
public sealed record CatalogueFilter(
    [property: FromQuery(Name = "q")] string? Q,
    [property: FromQuery(Name = "type")] PatentType? Type,
    [property: FromQuery(Name = "status")] MarketStatus? Status,
    [property: FromQuery(Name = "priceMin")] long? PriceMin,
    [property: FromQuery(Name = "priceMax")] long? PriceMax,
    [property: FromQuery(Name = "ipc")] string? Ipc,
    [property: FromQuery(Name = "applicant")] string? Applicant,
    [property: FromQuery(Name = "sort")] CatalogueSort? Sort);

/// <summary>A patent as a hit of the search.</summary>
/// <param name="Id">Its stream.</param>
/// <param name="Number">As printed.</param>
/// <param name="Listing">Its listing where everybody may see one.</param>
/// <param name="Auction">The auction that listing is in, or was sold by.</param>
public sealed record CatalogueItem(
    string Id,
    string Number,
    string? TitleZh,
    string? TitleEn,
    IReadOnlyList<string> Applicants,
    IReadOnlyList<string> Ipc,
    PatentType? Type,
    string? LegalStatus,
    DateOnly? FilingDate,
    DateOnly? PublicationDate,
    bool IsDemo,
    MarketStatus Status,
    Money? AskingPrice,
    string? Listing,
    string? Auction);

/// <summary>The search over the catalogue, for everybody.</summary>
public static class CatalogueEndpoints
{
    public static void MapCatalogue(this IEndpointRouteBuilder routes) => routes.MapGet("/api/catalogue", Search)
        .WithTags("Catalogue").WithName("searchCatalogue").ForEveryone().Reads(CatalogueFollower.FollowerName);

    private static async Task<Answer<Page<CatalogueItem>>> Search(
        [AsParameters] CatalogueFilter filter,
        [AsParameters] PageQuery page,
        ICatalogueSearch search,
        CancellationToken cancel)
    {
        if (Fault(filter, page) is { } field) return Refusal.Of(RequestRefusal.ParameterMalformed, ("field", field));
        var hits = await search.Search(
            new CatalogueQuery
            {
                Text = filter.Q ?? "",
                Types = filter.Type is { } type ? [type.ToString()] : [],
                Statuses = filter.Status is { } status ? [status] : [],
                PriceMin = filter.PriceMin is { } min ? Money.Cny(min) : null,
                PriceMax = filter.PriceMax is { } max ? Money.Cny(max) : null,
                IpcPrefix = Given(filter.Ipc),
                Applicant = Given(filter.Applicant),
                Sort = filter.Sort ?? CatalogueSort.Relevance,
                Offset = page.Skip,
                Limit = page.Take,
            },
            cancel);
        var found = page.Of([.. hits.Items.Select(Present)], hits.Total);
        return page.Skip + page.Take > SearchLimits.OffsetMax ? found with { Next = null } : found;
    }

    /// <summary>The first parameter out of its bounds, or null.</summary>
    private static string? Fault(CatalogueFilter filter, PageQuery page)
    {
        if (filter.Q is { } text && (text.Length > SearchLimits.TextCharsMax || Words(text) > SearchLimits.WordsMax))
            return "q";
        if (filter.PriceMin is < 0 or > Limits.AmountFenMax) return "priceMin";
        if (filter.PriceMax is < 0 or > Limits.AmountFenMax) return "priceMax";
        if (filter.Ipc?.Length > SearchLimits.TextCharsMax) return "ipc";
        if (filter.Applicant?.Length > SearchLimits.TextCharsMax) return "applicant";
        return page.Skip > SearchLimits.OffsetMax ? "cursor" : null;
    }

    private static int Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static CatalogueItem Present(CatalogueDocument patent)
    {
        var isListed = patent.Status != MarketStatus.NotListed;
        return new CatalogueItem(
            patent.Patent,
            patent.Numbers[0],
            patent.TitleZh,
            patent.TitleEn,
            patent.Applicants,
            patent.IpcCodes,
            Enum.TryParse<PatentType>(patent.Type, out var type) ? type : null,
            patent.LegalStatus,
            patent.FilingDate,
            patent.PublicationDate,
            patent.IsDemo,
            patent.Status,
            patent.AskingPrice,
            isListed ? patent.Listing!.Id : null,
            isListed ? patent.Auction : null);
    }
}
