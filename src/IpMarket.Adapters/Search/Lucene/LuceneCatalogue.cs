using IpMarket.Domain.Catalogue.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>
/// The embedded search engine: one index in a folder of this process alone, kept open for its whole life. The position
/// in the journal is committed with the documents it covers.
/// </summary>
public sealed class LuceneCatalogue : ICatalogueSearch, ICatalogueIndex, IDisposable
{
    /// <summary>Records without documents after which the position is committed all the same.</summary>
    private const long UncommittedPosMax = 5_000;

    private const string PosKey = "pos";
    private const string HashKey = "hash";
    private const string ShapeKey = "shape";

    private readonly PatentAnalyzer analyzer = new();
    private readonly PatentQueries queries;
    private readonly BaseDirectory directory;
    private readonly IndexWriter writer;
    private readonly SearcherManager searchers;
    private IndexPosition current;
    private long committedPos;

    /// <summary>Opens the index of a folder; one of another shape, or one that cannot be read, is emptied.</summary>
    public LuceneCatalogue(string folder)
    {
        queries = new PatentQueries(analyzer);
        directory = FSDirectory.Open(folder);
        current = Committed(directory);
        writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            OpenMode = current == IndexPosition.Start ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND,
            Similarity = Scoring,
        });
        committedPos = current.Pos;
        searchers = new SearcherManager(writer, applyAllDeletes: true, new Searchers());
    }

    /// <summary>Titles are short and name a thing once: how often a word stands in one says little.</summary>
    private static BM25Similarity Scoring { get; } = new(k1: 0.9f, b: 0.4f);

    public Task<CatalogueHits> Search(CatalogueQuery query, CancellationToken cancel) =>
        Task.FromResult(Read(searcher => Search(searcher, query)));

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
        if (moved || position.Pos - committedPos >= UncommittedPosMax) Commit(position);
        if (moved) searchers.MaybeRefreshBlocking();
        current = position;
        return Task.CompletedTask;
    }

    public Task Clear(CancellationToken cancel)
    {
        writer.DeleteAll();
        Commit(IndexPosition.Start);
        searchers.MaybeRefreshBlocking();
        current = IndexPosition.Start;
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        if (current.Pos > committedPos) Commit(current);
        searchers.Dispose();
        writer.Dispose();
        directory.Dispose();
        analyzer.Dispose();
    }

    private CatalogueHits Search(IndexSearcher searcher, CatalogueQuery query)
    {
        var matching = queries.Matching(query.Text);
        var order = PatentQueries.Order(query, scored: matching is not null);
        var found = searcher.Search(
            matching ?? new MatchAllDocsQuery(), queries.Narrowing(query), query.Offset + query.Limit, order);
        var items = found.ScoreDocs.Skip(query.Offset)
            .Select(hit => PatentFields.FromFields(searcher.Doc(hit.Doc)))
            .ToList();
        return new CatalogueHits(items, found.TotalHits);
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
        committedPos = to.Pos;
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

    private sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = Scoring };
    }
}
