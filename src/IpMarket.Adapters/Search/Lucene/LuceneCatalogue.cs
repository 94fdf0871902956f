using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>
/// The embedded search engine in a folder of this process alone: the index that is searched in a folder of its own,
/// beside it for a while the one that is to take its place. The file <c>current</c> names the first.
/// </summary>
public sealed class LuceneCatalogue : ICatalogueSearch, ICatalogueIndex, IDisposable
{
    private const string CurrentFile = "current";
    private readonly string folder;
    private volatile LuceneIndex index;
    private volatile Synonyms inForce = Synonyms.House;
    private volatile bool isClosed;
    private int generation;

    /// <summary>Opens what the folder holds; what no index needs there is deleted.</summary>
    public LuceneCatalogue(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        var named = Path.Combine(folder, CurrentFile);
        var current = File.Exists(named) ? File.ReadAllText(named) : "";
        if (!int.TryParse(current, out generation) || !Directory.Exists(Path.Combine(folder, current)))
            generation = 1;
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (entry.Name == CurrentFile || entry.Name == $"{generation}") continue;
            if (entry is DirectoryInfo other) other.Delete(recursive: true);
            else entry.Delete();
        }

        index = new LuceneIndex(Path.Combine(folder, $"{generation}"));
        Name(generation);
    }

    public Task<CatalogueHits> Search(CatalogueQuery query, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            ObjectDisposedException.ThrowIf(isClosed, this);
            // Null: another took over in between; it is the current one by now.
            if (index.TrySearch(query, inForce) is { } hits) return Task.FromResult(hits);
        }
    }

    public Task<IndexPosition> Position(CancellationToken cancel) => index.Position(cancel);

    public Task<CatalogueDocument?> Find(string patent, CancellationToken cancel) => index.Find(patent, cancel);

    public Task Apply(
        IReadOnlyCollection<CatalogueDocument> changed,
        IReadOnlyCollection<string> removed,
        IndexPosition position,
        CancellationToken cancel) => index.Apply(changed, removed, position, cancel);

    public Task Clear(CancellationToken cancel)
    {
        index.Clear();
        return Task.CompletedTask;
    }

    public Task Use(Synonyms synonyms, CancellationToken cancel)
    {
        inForce = synonyms;
        return Task.CompletedTask;
    }

    public Task<ICatalogueRebuild> StartAnew(CancellationToken cancel)
    {
        var next = Interlocked.Increment(ref generation);
        return Task.FromResult<ICatalogueRebuild>(new Rebuild(this, next));
    }

    public void Dispose()
    {
        if (isClosed) return;
        isClosed = true;
        index.Dispose();
    }

    private void TakeOver(LuceneIndex fresh, int number)
    {
        var old = index;
        Name(number);
        index = fresh;
        old.Drop();
    }

    /// <summary>Names the index the next start opens, whole or not at all.</summary>
    private void Name(int number)
    {
        var written = Path.Combine(folder, CurrentFile + ".new");
        File.WriteAllText(written, $"{number}");
        File.Move(written, Path.Combine(folder, CurrentFile), overwrite: true);
    }

    private sealed class Rebuild(LuceneCatalogue catalogue, int number) : ICatalogueRebuild
    {
        private readonly LuceneIndex fresh = new(Path.Combine(catalogue.folder, $"{number}"));
        private bool tookOver;

        public Task<IndexPosition> Position(CancellationToken cancel) => fresh.Position(cancel);

        public Task<CatalogueDocument?> Find(string patent, CancellationToken cancel) => fresh.Find(patent, cancel);

        public Task Apply(
            IReadOnlyCollection<CatalogueDocument> changed,
            IReadOnlyCollection<string> removed,
            IndexPosition position,
            CancellationToken cancel) => fresh.Apply(changed, removed, position, cancel);

        public Task TakeOver(CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            tookOver = true;
            catalogue.TakeOver(fresh, number);
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            if (!tookOver) fresh.Drop();
            return ValueTask.CompletedTask;
        }
    }
}
