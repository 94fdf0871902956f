using System.Text.Json;

namespace IpMarket.Adapters.Search.Meilisearch.Client;

/// <summary>A search. Null members are not sent.</summary>
public record SearchQuery
{
    /// <summary>The index, in a search of several; never sent to one.</summary>
    public string? IndexUid { get; init; }

    public string? Q { get; init; }

    /// <summary>Outer ones are joined by "and", inner ones by "or".</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Filter { get; init; }

    public IReadOnlyList<string>? Facets { get; init; }

    public IReadOnlyList<string>? Sort { get; init; }

    public IReadOnlyList<string>? AttributesToRetrieve { get; init; }

    public IReadOnlyList<string>? AttributesToSearchOn { get; init; }

    /// <summary><c>last</c>, <c>all</c> or <c>frequency</c>.</summary>
    public string? MatchingStrategy { get; init; }

    /// <summary>Languages of the text; with one, none is guessed.</summary>
    public IReadOnlyList<string>? Locales { get; init; }

    public int? Offset { get; init; }

    public int? Limit { get; init; }
}

/// <summary>Several searches answered together.</summary>
public sealed record MultiSearchQuery(IReadOnlyList<SearchQuery> Queries);

public sealed record MultiSearchResult(IReadOnlyList<SearchResult> Results);

/// <summary>A page of hits.</summary>
/// <param name="FacetDistribution">Per facet asked for, values with their counts.</param>
public sealed record SearchResult(
    IReadOnlyList<JsonElement> Hits,
    int EstimatedTotalHits,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>? FacetDistribution);
