namespace IpMarket.Adapters.Search.Meilisearch.Client;

/// <summary>Settings of an index; null members are left as they are.</summary>
public sealed record Settings
{
    public IReadOnlyList<string>? RankingRules { get; init; }

    /// <summary>Their order is their weight.</summary>
    public IReadOnlyList<string>? SearchableAttributes { get; init; }

    public IReadOnlyList<string>? FilterableAttributes { get; init; }

    public IReadOnlyList<string>? SortableAttributes { get; init; }

    /// <summary>One way each: both ways are two entries.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Synonyms { get; init; }

    /// <summary>Words that are never cut.</summary>
    public IReadOnlyList<string>? Dictionary { get; init; }

    public TypoTolerance? TypoTolerance { get; init; }

    public Faceting? Faceting { get; init; }

    public Pagination? Pagination { get; init; }

    public IReadOnlyList<LocalizedAttributeRule>? LocalizedAttributes { get; init; }
}

public sealed record TypoTolerance
{
    public bool? Enabled { get; init; }

    public bool? DisableOnNumbers { get; init; }

    public IReadOnlyList<string>? DisableOnAttributes { get; init; }
}

public sealed record Faceting(int MaxValuesPerFacet);

public sealed record Pagination(int MaxTotalHits);

/// <summary>Which languages the attributes are in, so that none is guessed.</summary>
public sealed record LocalizedAttributeRule(IReadOnlyList<string> AttributePatterns, IReadOnlyList<string> Locales);

/// <summary>Two indexes that exchange their names.</summary>
public sealed record IndexSwap(IReadOnlyList<string> Indexes);

public sealed record MeilisearchVersion(string PkgVersion);
