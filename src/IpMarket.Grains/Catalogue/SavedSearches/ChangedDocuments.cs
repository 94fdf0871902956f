using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Grains.Catalogue.SavedSearches;

/// <summary>
/// The documents records of the journal changed, each as it stands and as it would without them. What it stands like
/// now may hold later facts too: those are changes of their own records, and nobody is told twice.
/// </summary>
public sealed class ChangedDocuments(IJournal journal, ICatalogueDocuments documents)
{
    public static bool IsFollowed(string stream) =>
        Ids.Word(stream) is PatentNumber.StreamWord or Listing.StreamWord;

    public async Task<IReadOnlyList<ChangedDocument>> Of(
        IReadOnlyList<JournalRecord> records, long asOf, CancellationToken cancel)
    {
        var streams = records.Where(record => IsFollowed(record.Stream))
            .GroupBy(record => record.Stream, StringComparer.Ordinal).ToList();
        var patents = new Dictionary<string, long>(StringComparer.Ordinal);
        var before = new Dictionary<string, Patent>(StringComparer.Ordinal);
        var listings = new List<(string Stream, Listing Before)>();
        foreach (var seen in streams)
        {
            string[] changed = [seen.Key];
            if (Ids.Word(seen.Key) == Listing.StreamWord)
            {
                var listing = await Before<Listing>(seen, cancel);
                var after = seen.Aggregate(listing, (state, record) => state.Evolve(EventCodec.Decode(record)));
                changed =
                [
                    .. listing.Patents.Union(after.Patents, StringComparer.Ordinal).Where(patent => patent.Length > 0),
                ];
                listings.Add((seen.Key, listing));
            }
            else
            {
                before[seen.Key] = await Before<Patent>(seen, cancel);
            }

            foreach (var patent in changed)
                patents[patent] = Math.Max(patents.GetValueOrDefault(patent), seen.Max(record => record.Pos));
        }

        var found = await documents.Of(patents.Keys, asOf, cancel);
        return
        [
            .. found.Select(document => new ChangedDocument(
                patents[document.Patent], Former(document, before, listings), document)),
        ];
    }

    private static CatalogueDocument? Former(
        CatalogueDocument document,
        Dictionary<string, Patent> before,
        List<(string Stream, Listing Before)> listings)
    {
        var former = before.TryGetValue(document.Patent, out var patent)
            ? CatalogueProjection.Of(document.Patent, patent, document)
            : document;
        foreach (var (stream, listing) in listings.Where(one => one.Stream == document.Listing?.Id))
        {
            if (former is null) return null;
            former = former with { Listing = null, Auction = null };
            if (listing.Patents.Contains(document.Patent, StringComparer.Ordinal))
                former = CatalogueProjection.With(former, stream, listing);
        }

        return former;
    }

    /// <summary>The state before the first of a stream's records.</summary>
    private async Task<TState> Before<TState>(IEnumerable<JournalRecord> seen, CancellationToken cancel)
        where TState : class, IAggregateState<TState>
    {
        var first = seen.First();
        var state = TState.Empty;
        for (var version = 0L; version + 1 < first.Version;)
        {
            var records = await journal.ReadStream(first.Stream, version, Limits.ViewBatchEventsMax, cancel);
            foreach (var record in records.TakeWhile(record => record.Version < first.Version))
                state = state.Evolve(EventCodec.Decode(record));
            version = records[^1].Version;
        }

        return state;
    }
}
