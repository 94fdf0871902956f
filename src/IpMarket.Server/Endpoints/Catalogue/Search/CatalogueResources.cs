using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using IpMarket.Domain.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Catalogue.Search;

/// <summary>What is asked of the catalogue. Filters are joined by "and", the values of one by "or".</summary>
/// <param name="Q">Chinese of any length, English, pinyin, a number in any spelling, an applicant, an IPC code.</param>
/// <param name="PriceMin">Asking price at least this, in fen; patents without a price do not match.</param>
/// <param name="PriceMax">Asking price at most this, in fen.</param>
/// <param name="Ipc">Beginnings of IPC codes.</param>
/// <param name="Applicant">A part of an applicant's name.</param>
/// <param name="Holder">Applicants' whole names, as the facet shows them.</param>
/// <param name="Year">Years of filing.</param>
/// <param name="Facets">Whether what the hits are made of is counted; false when absent.</param>
public sealed record CatalogueFilter(
    [property: FromQuery(Name = "q")] string? Q,
    [property: FromQuery(Name = "type")] PatentType[]? Type,
    [property: FromQuery(Name = "status")] MarketStatus[]? Status,
    [property: FromQuery(Name = "priceMin")] long? PriceMin,
    [property: FromQuery(Name = "priceMax")] long? PriceMax,
    [property: FromQuery(Name = "ipc")] string[]? Ipc,
    [property: FromQuery(Name = "applicant")] string? Applicant,
    [property: FromQuery(Name = "holder")] string[]? Holder,
    [property: FromQuery(Name = "year")] int[]? Year,
    [property: FromQuery(Name = "sort")] CatalogueSort? Sort,
    [property: FromQuery(Name = "facets")] bool? Facets);

/// <summary>One page of hits.</summary>
/// <param name="Items">The hits.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Next">Ask with this as <c>cursor</c> for the next page; null on the last.</param>
/// <param name="Facets">What the hits are made of; null unless asked for.</param>
public sealed record CataloguePage(
    IReadOnlyList<CatalogueItem> Items, long Total, string? Next, CatalogueFacets? Facets);

/// <summary>A patent as a hit of the search.</summary>
/// <param name="Id">Its stream.</param>
/// <param name="Number">As printed.</param>
/// <param name="Listing">Its listing where everybody may see one.</param>
/// <param name="Auction">The auction that listing is in, or was sold by.</param>
/// <param name="Marks">Where its texts answer what was asked.</param>
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
    string? Auction,
    CatalogueMarks Marks)
{
    public static CatalogueItem Of(CatalogueDocument patent, AskedText asked)
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
            isListed ? patent.Auction : null,
            new CatalogueMarks(
                TextMarks.Of(patent.TitleZh ?? "", asked),
                TextMarks.Of(patent.TitleEn ?? "", asked),
                [.. patent.Applicants.Select(applicant => (IReadOnlyList<TextMark>)TextMarks.Of(applicant, asked))]));
    }
}

/// <summary>Pieces of a hit's texts that answer what was asked, in UTF-16 units.</summary>
/// <param name="TitleZh">Of the Chinese title.</param>
/// <param name="TitleEn">Of the English title.</param>
/// <param name="Applicants">Of each applicant, in their order.</param>
public sealed record CatalogueMarks(
    IReadOnlyList<TextMark> TitleZh,
    IReadOnlyList<TextMark> TitleEn,
    IReadOnlyList<IReadOnlyList<TextMark>> Applicants);
