using System.Diagnostics;
using IpMarket.Adapters.Search.Lucene.Hits;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>
/// One index in one folder, kept open for its whole life. The position in the journal is committed with the documents
/// it covers, so a start finds both as of one moment. It closes when its holder and the last search under way have let
/// go of it.
/// </summary>
internal sealed class LuceneIndex : ICatalogueWriter, IDisposable
{
    /// <summary>Records without documents after which the position is committed all the same.</summary>
    private const long UncommittedPosMax = 5_000;

    /// <summary>
    /// Documents are searched at once and written for good this often: what a crash loses is read in the journal again.
    /// </summary>
    private static readonly TimeSpan CommitEvery = TimeSpan.FromSeconds(1);

    /// <summary>Every segment costs every search; merging more often costs the writer a little.</summary>
    private const int SegmentsATier = 5;

    private const string PosKey = "pos";
    private const string HashKey = "hash";
    private const string ShapeKey = "shape";

    private readonly PatentAnalyzer analyzer = new();
    private readonly IndexColumns columns = new();
    private readonly BaseDirectory directory;
    private readonly IndexWriter writer;
    private readonly SearcherManager searchers;
    private readonly CatalogueSearches searches;
    private IndexPosition current;
    private long committedPos;
    private long committedAt = Stopwatch.GetTimestamp();
    private bool isUncommitted;
    private int holders = 1;
    private bool isDropped;

    /// <summary>Opens the index of a folder; one of another shape, or one that cannot be read, is emptied.</summary>
    public LuceneIndex(string folder)
    {
        Folder = folder;
        searches = new CatalogueSearches(analyzer, columns);
        directory = FSDirectory.Open(folder);
        current = Committed(directory);
        writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            OpenMode = current == IndexPosition.Start ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND,
            Similarity = Scoring,
            MergedSegmentWarmer = columns.Warmer,
            MergePolicy = new TieredMergePolicy { SegmentsPerTier = SegmentsATier, MaxMergeAtOnce = SegmentsATier },
        });
        committedPos = current.Pos;
        searchers = new SearcherManager(writer, applyAllDeletes: true, new Searchers(columns));
    }

    public string Folder { get; }

    /// <summary>Titles are short and name a thing once: how often a word stands in one says little.</summary>
    private static BM25Similarity Scoring { get; } = new(k1: 0.9f, b: 0.4f);

    /// <summary>Searches, or answers null when the index was let go of.</summary>
    public CatalogueHits? TrySearch(CatalogueQuery query, Synonyms synonyms)
    {
        if (!TryHold()) return null;
        try
        {
            return Read(searcher => searches.Search(searcher, query, synonyms));
        }
        finally
        {
            LetGo();
        }
    }

    public Task<IndexPosition> Position(CancellationToken cancel) => Task.FromResult(current);

    public Task<CatalogueDocument?> Find(string patent, CancellationToken cancel) => Task.FromResult(Read(searcher =>
    {
        var found = searcher.Search(new TermQuery(new Term(PatentFields.Patent, patent)), 1);
        return found.TotalHits == 0 ? null : PatentFields.FromFields(searcher.Doc(found.ScoreDocs[0].Doc));
    }));

    public Task Apply(
        IReadOnlyCollection<CatalogueDocument> changed,
        IReadOnlyCollection<string> removed,
        IndexPosition position,
        CancellationToken cancel)
    {
        foreach (var patent in removed) writer.DeleteDocuments(new Term(PatentFields.Patent, patent));
        foreach (var patent in changed)
            writer.UpdateDocument(new Term(PatentFields.Patent, patent.Patent), PatentFields.ToFields(patent));
        var moved = changed.Count + removed.Count > 0;
        isUncommitted |= moved;
        var isDue = isUncommitted && Stopwatch.GetElapsedTime(committedAt) >= CommitEvery;
        if (isDue || position.Pos - committedPos >= UncommittedPosMax) Commit(position);
        if (moved) searchers.MaybeRefreshBlocking();
        current = position;
        return Task.CompletedTask;
    }

    public void Clear()
    {
        writer.DeleteAll();
        Commit(IndexPosition.Start);
        searchers.MaybeRefreshBlocking();
        current = IndexPosition.Start;
    }

    /// <summary>The holder lets go of it.</summary>
    public void Dispose() => LetGo();

    /// <summary>The holder lets go of it, and nobody needs its folder any more.</summary>
    public void Drop()
    {
        isDropped = true;
        Dispose();
    }

    private bool TryHold()
    {
        for (var held = Volatile.Read(ref holders); held > 0; held = Volatile.Read(ref holders))
            if (Interlocked.CompareExchange(ref holders, held + 1, held) == held) return true;
        return false;
    }

    private void LetGo()
    {
        if (Interlocked.Decrement(ref holders) > 0) return;
        if (!isDropped && (isUncommitted || current.Pos > committedPos)) Commit(current);
        searchers.Dispose();
        writer.Dispose();
        directory.Dispose();
        analyzer.Dispose();
        if (isDropped) System.IO.Directory.Delete(Folder, recursive: true);
    }

    private static IndexPosition Committed(BaseDirectory directory)
    {
        if (!DirectoryReader.IndexExists(directory)) return IndexPosition.Start;
        try
        {
            using var reader = DirectoryReader.Open(directory);
            var data = reader.IndexCommit.UserData;
            return data.TryGetValue(ShapeKey, out var shape) && shape == PatentFields.Shape
                ? new IndexPosition(long.Parse(data[PosKey]), data[HashKey])
                : IndexPosition.Start;
        }
        catch (Exception error) when (error is IOException or FormatException or KeyNotFoundException)
        {
            // A damaged index is no loss: everything in it is made again from the journal.
            foreach (var file in directory.ListAll()) directory.DeleteFile(file);
            return IndexPosition.Start;
        }
    }

    private void Commit(IndexPosition to)
    {
        writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [PosKey] = to.Pos.ToString(),
            [HashKey] = to.Hash,
            [ShapeKey] = PatentFields.Shape,
        });
        writer.Commit();
        (committedPos, committedAt, isUncommitted) = (to.Pos, Stopwatch.GetTimestamp(), false);
    }

    private T Read<T>(Func<IndexSearcher, T> read)
    {
        var searcher = searchers.Acquire();
        try
        {
            return read(searcher);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    private sealed class Searchers(IndexColumns columns) : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            columns.Of(reader);
            return new IndexSearcher(reader) { Similarity = Scoring };
        }
    }
}
