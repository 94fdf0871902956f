using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Search;

namespace IpMarket.Domain.Catalogue.SavedSearches;

/// <summary>A saved search whose owner wants to be told.</summary>
/// <param name="Owner">The stream of his searches.</param>
/// <param name="Number">Of the search.</param>
/// <param name="SincePos">What came to match up to this position of the journal is no news to him.</param>
/// <param name="Question">What it asks.</param>
public sealed record AlertingSearch(string Owner, int Number, long SincePos, SavedQuestion Question);

/// <summary>Whose searches alert, from the view.</summary>
public interface IAlertingSearches
{
    /// <summary>Those of everybody as of a position of the journal, which is waited for.</summary>
    /// <exception cref="InvalidOperationException">The view has not come that far in time.</exception>
    Task<IReadOnlyList<AlertingSearch>> All(long asOf, CancellationToken cancel);
}

/// <summary>A patent's document before and after something changed.</summary>
/// <param name="Pos">The position of the journal at which it changed last.</param>
/// <param name="Before">Null where it had none.</param>
/// <param name="After">As it stands.</param>
public sealed record ChangedDocument(long Pos, CatalogueDocument? Before, CatalogueDocument After);

/// <summary>Asks questions of the documents that changed, and of no others.</summary>
public interface INewMatches
{
    /// <summary>
    /// The documents that match each question now and did not before, by the question's place. Only what is written
    /// counts: words, their synonyms, numbers, codes, pinyin of two syllables or more; nothing is guessed.
    /// </summary>
    IReadOnlyList<ImmutableArray<ChangedDocument>> Of(
        IReadOnlyList<ChangedDocument> changed, IReadOnlyList<SavedQuestion> questions);
}

/// <summary>The catalogue's documents.</summary>
public interface ICatalogueDocuments
{
    /// <summary>
    /// Those of patents as of a position of the journal, which is waited for, or later; none of a patent without.
    /// </summary>
    /// <exception cref="InvalidOperationException">The index has not come that far in time.</exception>
    Task<IReadOnlyList<CatalogueDocument>> Of(
        IReadOnlyCollection<string> patents, long asOf, CancellationToken cancel);
}
