using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Grains.Kernel;

namespace IpMarket.Grains.Catalogue.SavedSearches;

/// <summary>
/// Asks the saved searches of everybody of what changed, a batch of the journal at a time, and tells their owners what
/// came to match. Its checkpoint stands with those of the processes: a rebuild of views or index tells nothing, and
/// what a crash has told again meets the memory of the search.
/// </summary>
public sealed class SavedSearchFollower(
    IGrainFactory grains,
    IJournal journal,
    IProcessStore store,
    ICatalogueDocuments documents,
    IAlertingSearches searches,
    INewMatches matches) : IJournalFollower
{
    private const int BatchRecords = 200;
    private const string Process = "process-saved-searches";
    private readonly ChangedDocuments changes = new(journal, documents);
    private readonly JournalPlace place = new(store, Process);

    public string Name => Process;

    public async Task<bool> Advance(CancellationToken cancel)
    {
        var from = await place.Read(cancel);
        var records = await journal.ReadAll(from, BatchRecords, cancel);
        if (records.Count == 0) return false;
        var to = records[^1].Pos;
        var isConcerned = records.Any(record => ChangedDocuments.IsFollowed(record.Stream));
        if (isConcerned) await Tell(records, to, cancel);
        await place.Done(to, isConcerned);
        return records.Count == BatchRecords;
    }

    private async Task Tell(IReadOnlyList<JournalRecord> records, long to, CancellationToken cancel)
    {
        var asked = await searches.All(to, cancel);
        if (asked.Count == 0) return;
        var changed = await changes.Of(records, to, cancel);
        var found = matches.Of(changed, [.. asked.Select(search => search.Question)]);
        var news = asked.Zip(found, (search, hits) => (search.Owner, Hits: new SearchHits(
            search.Number,
            [.. hits.Where(hit => hit.Pos > search.SincePos).Select(hit => hit.After.Patent)])));
        var owners = news.Where(one => !one.Hits.Patents.IsEmpty).GroupBy(one => one.Owner, StringComparer.Ordinal);
        foreach (var owner in owners)
        {
            var id = CommandIds.Step(CommandIds.Of("journal", to, Name), owner.Key);
            var told = await grains.GetGrain<ISavedSearchesGrain>(owner.Key).Tell(
                new CommandContext(id, Actor.Process(Name)),
                new TellHits([.. owner.Select(one => one.Hits)]));
            // Busy or unknown is no answer: the batch is tried again. Any other refusal is: it was told, or given up.
            if (told.Refusal is { Status: 429 or >= 500 } refusal)
                throw new InvalidOperationException($"{Name} was not answered: {refusal.Code}.");
        }
    }
}
