using IpMarket.Domain.Catalogue.Search.Words;

namespace IpMarket.Domain.Catalogue.Search;

/// <summary>Finds patents in the catalogue. Every engine passes the same contract suite.</summary>
public interface ICatalogueSearch
{
    Task<CatalogueHits> Search(CatalogueQuery query, CancellationToken cancel);
}

/// <summary>
/// Documents and how far they follow the journal, never apart: both can be made again from the journal. One writer
/// calls it, one call at a time.
/// </summary>
public interface ICatalogueWriter
{
    /// <summary>How far the index has come, or <see cref="IndexPosition.Start"/> when it is empty.</summary>
    Task<IndexPosition> Position(CancellationToken cancel);

    /// <summary>The document of a patent's stream, or null.</summary>
    Task<CatalogueDocument?> Find(string patent, CancellationToken cancel);

    /// <summary>
    /// Replaces the <paramref name="changed"/> documents, drops those of the patents in <paramref name="removed"/> and
    /// moves to <paramref name="position"/>, all or nothing; afterwards searches see it.
    /// </summary>
    Task Apply(
        IReadOnlyCollection<CatalogueDocument> changed,
        IReadOnlyCollection<string> removed,
        IndexPosition position,
        CancellationToken cancel);
}

/// <summary>The index behind the search.</summary>
public interface ICatalogueIndex : ICatalogueWriter
{
    /// <summary>Empties the index.</summary>
    Task Clear(CancellationToken cancel);

    /// <summary>Words that mean the same, for every search from now on; documents are not made again.</summary>
    Task Use(Synonyms synonyms, CancellationToken cancel);

    /// <summary>Begins an empty index beside the one that is searched and goes on being written meanwhile.</summary>
    Task<ICatalogueRebuild> StartAnew(CancellationToken cancel);
}

/// <summary>An index being made anew; given up when it is disposed of before it took over.</summary>
public interface ICatalogueRebuild : ICatalogueWriter, IAsyncDisposable
{
    /// <summary>
    /// From now on this one is searched, without a moment between, and the old one is dropped. Called while nobody
    /// writes to either.
    /// </summary>
    Task TakeOver(CancellationToken cancel);
}

/// <summary>
/// A place in the journal: the pos and the record's hash in hex, which tells whether it is still the same journal.
/// </summary>
public sealed record IndexPosition(long Pos, string Hash)
{
    /// <summary>Before the first record.</summary>
    public static readonly IndexPosition Start = new(0, "");
}
