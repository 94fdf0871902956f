namespace IpMarket.Domain.Catalogue.Search;

/// <summary>Finds patents in the catalogue. Every engine passes the same contract suite.</summary>
public interface ICatalogueSearch
{
    Task<CatalogueHits> Search(CatalogueQuery query, CancellationToken cancel);
}

/// <summary>
/// The index behind the search. It follows the journal and keeps with itself how far it has come, so that documents and
/// position are never apart; what it holds can be made again from the journal. One writer calls it, one call at a time.
/// </summary>
public interface ICatalogueIndex
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

    /// <summary>Empties the index for a rebuild.</summary>
    Task Clear(CancellationToken cancel);
}

/// <summary>
/// A place in the journal: the pos and the record's hash in hex, which tells whether it is still the same journal.
/// </summary>
public sealed record IndexPosition(long Pos, string Hash)
{
    /// <summary>Before the first record.</summary>
    public static readonly IndexPosition Start = new(0, "");
}
