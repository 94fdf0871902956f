using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Search;

/// <summary>
/// What the catalogue's search knows of one patent: bibliographic facts and where it stands in the market. Made from
/// the journal alone; an index of these can be thrown away and filled again.
/// </summary>
public sealed record CatalogueDocument
{
    /// <summary>The patent's stream, <c>patent:…</c>: one document a patent.</summary>
    public required string Patent { get; init; }

    /// <summary>
    /// Application and publication numbers as they are printed (<c>CN201210288271.2</c>, <c>CN102828036B</c>).
    /// </summary>
    public ImmutableArray<string> Numbers { get; init; } = [];

    public string? TitleZh { get; init; }

    public string? TitleEn { get; init; }

    /// <summary>摘要: searched for little weight, not shown among the hits.</summary>
    public string? AbstractZh { get; init; }

    public ImmutableArray<string> Applicants { get; init; } = [];

    public ImmutableArray<string> Inventors { get; init; } = [];

    /// <summary>IPC codes, the first one first: <c>C22B 34/22</c>.</summary>
    public ImmutableArray<string> IpcCodes { get; init; } = [];

    /// <summary>Name of the patent's type, e.g. <c>Invention</c>; null when not known.</summary>
    public string? Type { get; init; }

    /// <summary>The legal status last seen, in the words of its source; null when none was seen.</summary>
    public string? LegalStatus { get; init; }

    public DateOnly? FilingDate { get; init; }

    public DateOnly? PublicationDate { get; init; }

    /// <summary>示例: an invented patent of the demo market.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The listing that last held this patent, from its submission on, also while it is not public.</summary>
    public ListingFacts? Listing { get; init; }

    /// <summary>The auction that listing is in, or was sold by.</summary>
    public string? Auction { get; init; }

    /// <summary>Where the patent stands in the market, as everybody may see it.</summary>
    public MarketStatus Status => Listing?.Status ?? MarketStatus.NotListed;

    /// <summary>The asking price everybody may see; null while nothing is offered or no price is named.</summary>
    public Money? AskingPrice => Status == MarketStatus.NotListed ? null : Listing?.AskingPrice;

    /// <summary>What is offered, as everybody may see it; null while nothing is.</summary>
    public ListingMode? Mode => Status == MarketStatus.NotListed ? null : Listing?.Mode;

    /// <summary>How it is to be paid; null where the offer does not say.</summary>
    public PriceForm? PriceForm => Status == MarketStatus.NotListed ? null : Listing?.PriceForm;

    /// <summary>The offer's technical figures, as everybody may see them.</summary>
    public TechnicalFacts? Technology => Status == MarketStatus.NotListed ? null : Listing?.Technology;

    /// <summary>How many patents the offer holds, as everybody may see it; 0 while nothing is offered.</summary>
    public int OfferedTogether => Status == MarketStatus.NotListed ? 0 : Listing?.Patents ?? 0;

    /// <summary>The day "newest" goes by: the publication's, else the filing's.</summary>
    public DateOnly? Day => PublicationDate ?? FilingDate;
}

/// <summary>A listing (挂牌) as the catalogue shows it.</summary>
/// <param name="Id">The listing's stream.</param>
/// <param name="State">Name of the listing's state, e.g. <c>Published</c>.</param>
/// <param name="Status">What of it is public: <see cref="MarketStatus.NotListed"/> until published.</param>
/// <param name="AskingPrice">Null for a price to be negotiated.</param>
public sealed record ListingFacts(string Id, string State, MarketStatus Status, Money? AskingPrice)
{
    public ListingMode Mode { get; init; } = ListingMode.Sale;

    public PriceForm? PriceForm { get; init; }

    public TechnicalFacts? Technology { get; init; }

    /// <summary>How many patents it offers together, for one price.</summary>
    public int Patents { get; init; } = 1;
}

/// <summary>Where a patent stands in the market, as everybody may see it.</summary>
public enum MarketStatus
{
    /// <summary>未挂牌: in the catalogue only.</summary>
    [Words("未挂牌", "not listed")]
    NotListed,

    /// <summary>挂牌中.</summary>
    [Words("挂牌中", "for sale")]
    ForSale,

    /// <summary>竞价中.</summary>
    [Words("竞价中", "in auction")]
    InAuction,

    /// <summary>已成交.</summary>
    [Words("已成交", "sold")]
    Sold,

    /// <summary>已中止: a fact closes what was offered.</summary>
    [Words("已中止", "suspended")]
    Suspended,
}
