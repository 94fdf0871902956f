namespace IpMarket.Adapters.Search;

/// <summary>Which search engine.</summary>
public enum SearchKind
{
    /// <summary>In this process, in the data folder.</summary>
    Embedded,

    /// <summary>A server of its own.</summary>
    Meilisearch,
}

/// <summary>Section <c>Search</c>: the engine, and where its server is when it has one.</summary>
public sealed class SearchOptions
{
    public SearchKind Kind { get; set; } = SearchKind.Embedded;

    /// <summary>The server, e.g. <c>http://10.0.0.5:7700</c>.</summary>
    public string Url { get; set; } = "";

    /// <summary>A key that may search, write documents and settings, make, swap and delete the index.</summary>
    public string Key { get; set; } = "";

    /// <summary>The index that is searched; one a market.</summary>
    public string Index { get; set; } = "patents";

    /// <summary>One call; filling waits for its tasks by itself.</summary>
    public int TimeoutSeconds { get; set; } = 20;
}
