using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Search;

/// <summary>
/// A question to the catalogue. Words of <see cref="Text"/> (parted by blanks) must all match somewhere; a Chinese word
/// matches where its characters stand together in that order. Filters are joined by "and", the values of one by "or".
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

    /// <summary>The beginning of an IPC code with or without its blank: <c>C22B</c>, <c>C22B 34/12</c>.</summary>
    public string? IpcPrefix { get; init; }

    /// <summary>A part of an applicant's name.</summary>
    public string? Applicant { get; init; }

    public CatalogueSort Sort { get; init; } = CatalogueSort.Relevance;

    /// <summary>Hits to pass over, 0–<see cref="SearchLimits.OffsetMax"/>.</summary>
    public int Offset { get; init; }

    /// <summary>Hits to return, 1–<see cref="Limits.PageItemsMax"/>.</summary>
    public int Limit { get; init; } = Limits.PageItemsDefault;
}

/// <summary>The order of hits; equal ones follow each other by patent, so that pages do not overlap.</summary>
public enum CatalogueSort
{
    /// <summary>The best match first; without a text what is offered first, then the newest.</summary>
    Relevance,

    Newest,

    /// <summary>The lowest asking price first, patents without one last.</summary>
    PriceUp,

    /// <summary>The highest asking price first, patents without one last.</summary>
    PriceDown,
}

/// <summary>What was found: one page of hits, and how many there are in all.</summary>
public sealed record CatalogueHits(IReadOnlyList<CatalogueDocument> Items, int Total);

/// <summary>Bounds of a search; a longer question is refused by the endpoint.</summary>
public static class SearchLimits
{
    public const int TextCharsMax = 200;

    public const int WordsMax = 16;

    /// <summary>Nobody pages deeper; a narrower question is the way.</summary>
    public const int OffsetMax = 10_000;
}
