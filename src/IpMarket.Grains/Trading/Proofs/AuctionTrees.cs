using System.Collections.Concurrent;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Proofs;

namespace IpMarket.Grains.Trading.Proofs;

/// <summary>A tree head with the version of the record it stands in.</summary>
public sealed record StoredHead(long Version, TreeHeadSigned Head);

/// <summary>An auction's tree up to what is durable, and the heads signed so far, oldest first.</summary>
public sealed record LoggedTree(MerkleTree Tree, IReadOnlyList<StoredHead> Heads)
{
    /// <summary>The oldest head that speaks of a version; null when none does yet.</summary>
    public StoredHead? HeadOver(long version) => Heads.FirstOrDefault(stored => stored.Head.Size >= version);
}

/// <summary>
/// The Merkle trees of auctions, made of the journal's hashes and kept at hand for the auctions asked for last
/// (<see cref="Limits.TreesKeptMax"/>), so that only what is new is read. Disposable like every view.
/// </summary>
public sealed class AuctionTrees(IJournal journal, IMarketKeys keys, IMarketClock clock)
{
    private static readonly string HeadType = EventTypes.AliasOf(typeof(TreeHeadSigned));

    private readonly ConcurrentDictionary<string, Kept> trees = new(StringComparer.Ordinal);
    private long uses;

    /// <summary>After this time a log that grew gets a head.</summary>
    public TimeSpan HeadEvery { get; init; } = TimeSpan.FromSeconds(Limits.TreeHeadSeconds);

    /// <summary>Signs the head over everything durable; the auction stores it, or not if it has one as large.</summary>
    public async Task<TreeHeadSigned> Sign(string auction, CancellationToken cancel)
    {
        var (size, root) = await Ask(
            auction,
            logged => (logged.Tree.Size, Convert.ToHexStringLower(logged.Tree.Root(logged.Tree.Size))),
            cancel);
        var at = clock.Now.WholeMicroseconds();
        var signature = await keys.Sign(Statements.Head(auction, size, root, at), at, cancel);
        return new TreeHeadSigned(size, root, at, signature.Key, signature.Signature);
    }

    /// <summary>
    /// Asks an auction's tree something, once it holds everything durable. Nobody else reads it meanwhile.
    /// </summary>
    public async Task<T> Ask<T>(string auction, Func<LoggedTree, T> question, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(question);
        var kept = trees.GetOrAdd(auction, static _ => new Kept());
        kept.Used = Interlocked.Increment(ref uses);
        LetGo();
        await kept.Gate.WaitAsync(cancel);
        try
        {
            await Grow(auction, kept, cancel);
            return question(new LoggedTree(kept.Tree, kept.Heads));
        }
        finally
        {
            kept.Gate.Release();
        }
    }

    private async Task Grow(string auction, Kept kept, CancellationToken cancel)
    {
        IReadOnlyList<JournalRecord> page;
        do
        {
            page = await journal.ReadStream(auction, kept.Tree.Size, Limits.ViewBatchEventsMax, cancel);
            foreach (var record in page)
            {
                kept.Tree.Append(record.Hash);
                if (record.Type == HeadType && EventCodec.Decode(record).Event is TreeHeadSigned head)
                    kept.Heads.Add(new StoredHead(record.Version, head));
            }
        }
        while (page.Count == Limits.ViewBatchEventsMax);
    }

    /// <summary>A tree somebody is just reading may go too: whoever asks next reads it anew.</summary>
    private void LetGo()
    {
        while (trees.Count > Limits.TreesKeptMax)
            trees.TryRemove(trees.MinBy(tree => tree.Value.Used).Key, out _);
    }

    private sealed class Kept
    {
        public MerkleTree Tree { get; } = new();

        public List<StoredHead> Heads { get; } = [];

#pragma warning disable CA2213, CA1001 // Without a wait handle there is nothing to dispose of.
        public SemaphoreSlim Gate { get; } = new(1, 1);
#pragma warning restore CA2213, CA1001

        public long Used { get; set; }
    }
}
