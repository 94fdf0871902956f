using IpMarket.Adapters.Views;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpMarket.Adapters.Search;

/// <summary>
/// Tails the journal into this process's own index. Before the host serves: empties an index of another journal and
/// fills it to the end. Documents are made of states, so records applied again change nothing.
/// </summary>
public sealed partial class CatalogueFollower(
    IJournal journal,
    ICatalogueIndex index,
    SynonymsInForce synonyms,
    ViewPositions positions,
    TimeProvider time,
    ILogger<CatalogueFollower> log) : BackgroundService, IPositioned
{
    /// <summary>What <c>?after=</c> waits for by this name.</summary>
    public const string FollowerName = "search-catalogue";

    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseMax = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim bell = new(0);
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SemaphoreSlim rebuilding = new(1, 1);

    public string Name => FollowerName;

    public async Task<long> Position(CancellationToken cancel) => (await index.Position(cancel)).Pos;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await IsOfThisJournal(await index.Position(cancellationToken), cancellationToken))
        {
            LogAnew();
            await index.Clear(cancellationToken);
        }

        journal.OnAppended(_ => bell.Release());
        try
        {
            await Use([], cancellationToken);
            while (await Advance(cancellationToken)) cancellationToken.ThrowIfCancellationRequested();
        }
        catch (PoisonRecordException error)
        {
            // The rest of the house serves; the index stays where it is and says so again.
            LogStuck(error, AskEvery.TotalSeconds);
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>Applies the next bounded batch. True when there may be more at once.</summary>
    /// <exception cref="PoisonRecordException">The next record cannot be read; the index stays before it.</exception>
    public async Task<bool> Advance(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            return await Apply(index, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Fills an index beside the one that is searched, which follows the journal meanwhile; at its end the new one
    /// takes over, so that no search finds less in between.
    /// </summary>
    /// <exception cref="PoisonRecordException">A record cannot be read; the old index stays.</exception>
    public async Task Rebuild(CancellationToken cancel)
    {
        await rebuilding.WaitAsync(cancel);
        try
        {
            await using var fresh = await index.StartAnew(cancel);
            while (await Apply(fresh, cancel)) cancel.ThrowIfCancellationRequested();
            await turn.WaitAsync(cancel);
            try
            {
                // What came since; then nobody writes until the new one has taken over.
                while (await Apply(fresh, cancel)) cancel.ThrowIfCancellationRequested();
                await fresh.TakeOver(cancel);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            rebuilding.Release();
        }

        positions.Moved(Name);
    }

    private async Task<bool> Apply(ICatalogueWriter writer, CancellationToken cancel)
    {
        var from = await writer.Position(cancel);
        var records = await journal.ReadAll(from.Pos, Limits.ViewBatchEventsMax, cancel);
        if (records.Count == 0) return false;
        var touched = new Dictionary<string, List<Recorded>>(StringComparer.Ordinal);
        var taken = Read(records, touched);
        var changes = new Changes(writer, cancel);
        foreach (var (stream, seen) in touched.Where(pair => IsOf(pair.Key, PatentNumber.StreamWord)))
            await changes.Patent(stream, await State<Patent>(stream, seen, cancel));
        var listings = touched.Where(pair => IsOf(pair.Key, Listing.StreamWord)).OrderBy(pair => pair.Value[^1].Pos);
        foreach (var (stream, seen) in listings)
        {
            var offered = new HashSet<string>(StringComparer.Ordinal);
            await changes.Listing(
                stream, await State<Listing>(stream, seen, cancel, one => offered.UnionWith(one.Patents)), offered);
        }

        if (touched.TryGetValue(SynonymList.Stream, out var lists))
            await Use(lists, cancel);
        var last = records[taken - 1];
        await writer.Apply(
            changes.Changed, changes.Removed, new IndexPosition(last.Pos, Convert.ToHexStringLower(last.Hash)), cancel);
        positions.Moved(Name);
        return true;
    }

    /// <summary>
    /// Puts the list after the records seen in force; an earlier one of a rebuild does not bring an old list back.
    /// </summary>
    private async Task Use(List<Recorded> seen, CancellationToken cancel)
    {
        var list = seen.Aggregate(SynonymList.Empty, (current, recorded) => current.Evolve(recorded));
        for (var version = seen.Count == 0 ? 0 : seen[^1].Version; ;)
        {
            var after = await journal.ReadStream(SynonymList.Stream, version, Limits.ViewBatchEventsMax, cancel);
            if (after.Count == 0) break;
            list = after.Aggregate(list, (current, record) => current.Evolve(EventCodec.Decode(record)));
            version = after[^1].Version;
        }

        synonyms.Current = list.InForce;
        await index.Use(synonyms.Current, cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = AskEvery;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Rings of what is read now count for nothing more; the wait ends by the next one or the second.
                while (bell.Wait(0, stoppingToken)) continue;
                while (await Advance(stoppingToken)) pause = AskEvery;
                await bell.WaitAsync(AskEvery, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // A record that cannot be applied stays in front; trying faster would not help, so the pauses grow.
                LogStuck(error, pause.TotalSeconds);
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = 2 * pause < PauseMax ? 2 * pause : PauseMax;
            }
        }
    }

    private async Task<bool> IsOfThisJournal(IndexPosition position, CancellationToken cancel)
    {
        if (position == IndexPosition.Start) return true;
        var at = await journal.ReadAll(position.Pos - 1, 1, cancel);
        return at is [var record]
            && record.Pos == position.Pos
            && Convert.ToHexStringLower(record.Hash) == position.Hash;
    }

    /// <summary>Reads the catalogue's records by stream; the answer is how many of all were taken.</summary>
    private static int Read(IReadOnlyList<JournalRecord> records, Dictionary<string, List<Recorded>> touched)
    {
        for (var taken = 0; taken < records.Count; taken++)
        {
            var record = records[taken];
            if (!IsFollowed(record.Stream)) continue;
            try
            {
                var recorded = EventCodec.Decode(record);
                if (!touched.TryGetValue(record.Stream, out var seen)) touched[record.Stream] = seen = [];
                seen.Add(recorded);
            }
            catch (PoisonRecordException) when (taken > 0)
            {
                // It is the first of the next batch.
                return taken;
            }
        }

        return records.Count;
    }

    private static bool IsFollowed(string stream) => IsOf(stream, PatentNumber.StreamWord)
        || IsOf(stream, Listing.StreamWord) || stream == SynonymList.Stream;

    private static bool IsOf(string stream, string word) =>
        stream.Length > word.Length && stream[word.Length] == ':' && stream.StartsWith(word, StringComparison.Ordinal);

    /// <summary>
    /// A stream's state after its last record seen; earlier ones than those at hand are read.
    /// <paramref name="pass"/> is told each state from the one before the first record at hand.
    /// </summary>
    private async Task<TState> State<TState>(
        string stream, List<Recorded> seen, CancellationToken cancel, Action<TState>? pass = null)
        where TState : class, IAggregateState<TState>
    {
        var state = TState.Empty;
        for (var version = 0L; version + 1 < seen[0].Version;)
        {
            var before = await journal.ReadStream(stream, version, Limits.ViewBatchEventsMax, cancel);
            foreach (var record in before.TakeWhile(record => record.Version < seen[0].Version))
                state = state.Evolve(EventCodec.Decode(record));
            version = before[^1].Version;
        }

        pass?.Invoke(state);
        foreach (var recorded in seen)
        {
            state = state.Evolve(recorded);
            pass?.Invoke(state);
        }

        return state;
    }

    [LoggerMessage(LogLevel.Warning, "The search index is of another journal and is filled anew")]
    private partial void LogAnew();

    [LoggerMessage(LogLevel.Error, "The search index cannot go on; next try in {Seconds} s")]
    private partial void LogStuck(Exception error, double seconds);

    /// <summary>What one batch changes, over what the index holds.</summary>
    private sealed class Changes(ICatalogueWriter index, CancellationToken cancel)
    {
        private readonly Dictionary<string, CatalogueDocument?> after = new(StringComparer.Ordinal);

        public IReadOnlyCollection<CatalogueDocument> Changed => [.. after.Values.OfType<CatalogueDocument>()];

        public IReadOnlyCollection<string> Removed => [.. after.Where(p => p.Value is null).Select(p => p.Key)];

        public async Task Patent(string stream, Patent patent) =>
            after[stream] = CatalogueProjection.Of(stream, patent, await Find(stream));

        /// <param name="offered">All patents it has offered meanwhile.</param>
        public async Task Listing(string stream, Listing listing, IReadOnlySet<string> offered)
        {
            foreach (var patent in offered.Where(one => one.Length > 0))
                if (await Find(patent) is { } known)
                    after[patent] = listing.Patents.Contains(patent, StringComparer.Ordinal)
                        ? CatalogueProjection.With(known, stream, listing)
                        : CatalogueProjection.Without(known, stream);
        }

        private async Task<CatalogueDocument?> Find(string patent) =>
            after.TryGetValue(patent, out var document) ? document : await index.Find(patent, cancel);
    }
}
