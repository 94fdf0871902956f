using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing.Journal;

namespace IpMarket.Grains.Tests.Catalogue;

/// <summary>Whose searches alert and what patents say, read from the journal itself; a title that holds the text matches.</summary>
internal sealed class JournalSearches(MemoryJournal journal) : IAlertingSearches, ICatalogueDocuments, INewMatches
{
    public Task<IReadOnlyList<AlertingSearch>> All(long asOf, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<AlertingSearch>>(
        [
            .. from record in journal.Records
               where record.Pos <= asOf
               let saved = EventCodec.Decode(record).Event as SearchSaved
               where saved is { Alerts: true }
               select new AlertingSearch(record.Stream, saved.Number, record.Pos, saved.Question),
        ]);

    public Task<IReadOnlyList<CatalogueDocument>> Of(
        IReadOnlyCollection<string> patents, long asOf, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<CatalogueDocument>>(
        [
            .. patents.Select(patent => CatalogueProjection.Of(patent, State(patent), null)).OfType<CatalogueDocument>(),
        ]);

    public IReadOnlyList<ImmutableArray<ChangedDocument>> Of(
        IReadOnlyList<ChangedDocument> changed, IReadOnlyList<SavedQuestion> questions) =>
    [
        .. questions.Select(question => changed
            .Where(one => Holds(one.After, question) && !Holds(one.Before, question)).ToImmutableArray()),
    ];

    private static bool Holds(CatalogueDocument? document, SavedQuestion question) =>
        document?.TitleZh?.Contains(question.Text, StringComparison.Ordinal) == true;

    private Patent State(string stream) => journal.Records.Where(record => record.Stream == stream)
        .Aggregate(Patent.Empty, (state, record) => state.Evolve(EventCodec.Decode(record)));
}
