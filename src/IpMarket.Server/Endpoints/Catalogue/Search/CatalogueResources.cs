using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Domain.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Catalogue.Search;

/// <summary>What is asked of the catalogue. Filters are joined by "and", the values of one by "or".</summary>
public sealed record CatalogueFilter
{
    /// <summary>Chinese of any length, English, pinyin, a number in any spelling, an applicant, an IPC code.</summary>
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "type")]
    public PatentType[]? Type { get; init; }

    [FromQuery(Name = "status")]
    public MarketStatus[]? Status { get; init; }

    /// <summary>Asking price at least this, in fen; patents without a price do not match.</summary>
    [FromQuery(Name = "priceMin")]
    public long? PriceMin { get; init; }

    /// <summary>Asking price at most this, in fen.</summary>
    [FromQuery(Name = "priceMax")]
    public long? PriceMax { get; init; }

    /// <summary>Beginnings of IPC codes; a code of the list, or a main group, means those below it too.</summary>
    [FromQuery(Name = "ipc")]
    public string[]? Ipc { get; init; }

    /// <summary>A part of an applicant's name.</summary>
    [FromQuery(Name = "applicant")]
    public string? Applicant { get; init; }

    /// <summary>Applicants' whole names, as the facet shows them.</summary>
    [FromQuery(Name = "holder")]
    public string[]? Holder { get; init; }

    /// <summary>Years of filing.</summary>
    [FromQuery(Name = "year")]
    public int[]? Year { get; init; }

    /// <summary>What is offered of it.</summary>
    [FromQuery(Name = "mode")]
    public ListingMode[]? Mode { get; init; }

    /// <summary>Parts of the vanadium-titanium industry the offer names.</summary>
    [FromQuery(Name = "field")]
    public VtiField[]? Field { get; init; }

    /// <summary>Process routes the offer names.</summary>
    [FromQuery(Name = "route")]
    public ProcessRoute[]? Route { get; init; }

    /// <summary>TiO₂ at least this, in hundredths of a per cent; the other bounds likewise, inclusive.</summary>
    [FromQuery(Name = "tio2Min")]
    public int? Tio2Min { get; init; }

    [FromQuery(Name = "tio2Max")]
    public int? Tio2Max { get; init; }

    [FromQuery(Name = "v2o5Min")]
    public int? V2o5Min { get; init; }

    [FromQuery(Name = "v2o5Max")]
    public int? V2o5Max { get; init; }

    [FromQuery(Name = "slagMin")]
    public int? SlagMin { get; init; }

    [FromQuery(Name = "slagMax")]
    public int? SlagMax { get; init; }

    /// <summary>Tonnes a year at least this.</summary>
    [FromQuery(Name = "capacityMin")]
    public int? CapacityMin { get; init; }

    [FromQuery(Name = "capacityMax")]
    public int? CapacityMax { get; init; }

    /// <summary>Technical maturity at least this, 1–9.</summary>
    [FromQuery(Name = "trlMin")]
    public int? TrlMin { get; init; }

    [FromQuery(Name = "trlMax")]
    public int? TrlMax { get; init; }

    [FromQuery(Name = "sort")]
    public CatalogueSort? Sort { get; init; }

    /// <summary>Whether what the hits are made of is counted; false when absent.</summary>
    [FromQuery(Name = "facets")]
    public bool? Facets { get; init; }
}

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
/// <param name="Offer">What is offered of it, where everybody may see that.</param>
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
    CatalogueOffer? Offer,
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
            patent.Mode is { } mode ? new CatalogueOffer(
                mode, patent.PriceForm, patent.Technology, patent.OfferedTogether) : null,
            isListed ? patent.Listing!.Id : null,
            isListed ? patent.Auction : null,
            new CatalogueMarks(
                TextMarks.Of(patent.TitleZh ?? "", asked),
                TextMarks.Of(patent.TitleEn ?? "", asked),
                [.. patent.Applicants.Select(applicant => (IReadOnlyList<TextMark>)TextMarks.Of(applicant, asked))]));
    }
}

/// <summary>What a listing offers, in brief.</summary>
/// <param name="PriceForm">How it is to be paid; null where the offer does not say.</param>
/// <param name="Technology">Its technical figures; null where it states none.</param>
/// <param name="Patents">How many patents it holds together, for one price.</param>
public sealed record CatalogueOffer(
    ListingMode Mode, PriceForm? PriceForm, TechnicalFacts? Technology, int Patents);

/// <summary>Pieces of a hit's texts that answer what was asked, in UTF-16 units.</summary>
/// <param name="TitleZh">Of the Chinese title.</param>
/// <param name="TitleEn">Of the English title.</param>
/// <param name="Applicants">Of each applicant, in their order.</param>
public sealed record CatalogueMarks(
    IReadOnlyList<TextMark> TitleZh,
    IReadOnlyList<TextMark> TitleEn,
    IReadOnlyList<IReadOnlyList<TextMark>> Applicants);
