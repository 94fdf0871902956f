using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Search;

/// <summary>
/// A question to the catalogue. Words of <see cref="Text"/> (parted by blanks) must all match somewhere, as typed or by
/// a synonym; a Chinese word matches where its characters stand together in that order, and only where nothing does,
/// where most of its pairs stand. Latin words match also as pinyin and, where nobody wrote them, as beginnings,
/// initials or with typing errors. Filters are joined by "and", the values of one by "or".
/// </summary>
public sealed record CatalogueQuery
{
    /// <summary>
    /// Chinese of any length, English, a number in any spelling, an applicant, an IPC code; empty = everything.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>Names of patent types; empty = any.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    public ImmutableArray<MarketStatus> Statuses { get; init; } = [];

    /// <summary>Asking price at least this, inclusive; with a bound, patents without a price do not match.</summary>
    public Money? PriceMin { get; init; }

    /// <summary>Asking price at most this, inclusive.</summary>
    public Money? PriceMax { get; init; }

    /// <summary>
    /// Beginnings of IPC codes with or without blanks: <c>C22B</c>, <c>C22B 34/12</c>; empty = any. Each means what
    /// <see cref="IpcTitles.Beginnings"/> says.
    /// </summary>
    public ImmutableArray<string> IpcPrefixes { get; init; } = [];

    /// <summary>A part of an applicant's name.</summary>
    public string? Applicant { get; init; }

    /// <summary>Applicants' whole names as a facet shows them; empty = any.</summary>
    public ImmutableArray<string> Applicants { get; init; } = [];

    /// <summary>Years of filing as a facet shows them; empty = any.</summary>
    public ImmutableArray<int> Years { get; init; } = [];

    /// <summary>What is offered of it; empty = anything.</summary>
    public ImmutableArray<ListingMode> Modes { get; init; } = [];

    public ImmutableArray<VtiField> Fields { get; init; } = [];

    public ImmutableArray<ProcessRoute> Routes { get; init; } = [];

    /// <summary>All must hold; an offer that does not state the figure does not match.</summary>
    public ImmutableArray<FigureRange> Figures { get; init; } = [];

    /// <summary>Whether <see cref="CatalogueHits.Facets"/> are counted.</summary>
    public bool WithFacets { get; init; }

    /// <summary>The text is still being typed: its last word may be the beginning of one.</summary>
    public bool IsTyping { get; init; }

    public CatalogueSort Sort { get; init; } = CatalogueSort.Relevance;

    /// <summary>Hits to pass over, 0–<see cref="SearchLimits.OffsetMax"/>.</summary>
    public int Offset { get; init; }

    /// <summary>Hits to return, 1–<see cref="Limits.PageItemsMax"/>.</summary>
    public int Limit { get; init; } = Limits.PageItemsDefault;
}

/// <summary>A figure between two bounds, both inclusive; null = open.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.figure-range/1")]
public sealed record FigureRange(
    [property: Id(0)] TechnicalFigure Figure,
    [property: Id(1)] int? Min,
    [property: Id(2)] int? Max);

/// <summary>The order of hits; equal ones follow each other by patent, so that pages do not overlap.</summary>
public enum CatalogueSort
{
    /// <summary>The best match first; without a text what is offered first, then the newest.</summary>
    Relevance,

    Newest,

    /// <summary>The earliest day first.</summary>
    Oldest,

    /// <summary>The lowest asking price first, patents without one last.</summary>
    PriceUp,

    /// <summary>The highest asking price first, patents without one last.</summary>
    PriceDown,
}

/// <summary>What was found: one page of hits, and how many there are in all.</summary>
/// <param name="Items">The page.</param>
/// <param name="Total">All hits.</param>
/// <param name="Facets">Null unless asked for.</param>
public sealed record CatalogueHits(
    IReadOnlyList<CatalogueDocument> Items, int Total, CatalogueFacets? Facets = null);

/// <summary>
/// What the hits are made of, the most frequent first. A facet leaves its own filter aside, so that further values can
/// be added to it; all other filters hold.
/// </summary>
/// <param name="Types">Names of patent types.</param>
/// <param name="Statuses">Names of <see cref="MarketStatus"/>.</param>
/// <param name="Ipc">Subclasses of the codes: <c>C22B</c>.</param>
/// <param name="Applicants">Whole names, at most <see cref="SearchLimits.FacetValuesMax"/>.</param>
/// <param name="Years">Years of filing, the latest first.</param>
/// <param name="Modes">Names of <see cref="ListingMode"/>, of what is offered.</param>
/// <param name="Fields">Names of <see cref="VtiField"/>, of what is offered.</param>
/// <param name="Routes">Names of <see cref="ProcessRoute"/>, of what is offered.</param>
public sealed record CatalogueFacets(
    IReadOnlyList<FacetCount> Types,
    IReadOnlyList<FacetCount> Statuses,
    IReadOnlyList<FacetCount> Ipc,
    IReadOnlyList<FacetCount> Applicants,
    IReadOnlyList<FacetCount> Years,
    IReadOnlyList<FacetCount> Modes,
    IReadOnlyList<FacetCount> Fields,
    IReadOnlyList<FacetCount> Routes);

/// <summary>A value and how many hits have it.</summary>
public sealed record FacetCount(string Value, int Count);

/// <summary>Bounds of a search; a longer question is refused by the endpoint.</summary>
public static class SearchLimits
{
    public const int TextCharsMax = 200;

    public const int WordsMax = 16;

    /// <summary>Values one filter may name.</summary>
    public const int FilterValuesMax = 50;

    /// <summary>Values one facet shows.</summary>
    public const int FacetValuesMax = 50;

    /// <summary>Hits one exported file holds; the first ones of the order asked for.</summary>
    public const int ExportRowsMax = 1_000;

    /// <summary>Suggestions to one beginning.</summary>
    public const int SuggestionsMax = 10;

    /// <summary>Nobody pages deeper; a narrower question is the way.</summary>
    public const int OffsetMax = 10_000;
}
