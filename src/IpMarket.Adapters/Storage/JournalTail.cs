using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Adapters.Storage;

/// <summary>
/// A journal whose newest records are read once for all who follow it: the last <see cref="Limits.TailRecordsMax"/>
/// stay in memory, and whoever asks for what is behind them shares one question with all who ask meanwhile. Records
/// never change and pos is commit order, so what was read once without a hole stays true. The question always begins
/// after it was asked for: an answer is never older than its reader.
/// </summary>
public sealed class JournalTail(IJournal store) : IJournal, IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly List<JournalRecord> tail = [];

    /// <summary>The tail holds every record behind this pos up to its own last one.</summary>
    private long start = -1;

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The question that has not begun yet.</summary>
    private Task? next;

    public void OnAppended(Action<long> listener) => store.OnAppended(listener);

    public Task<AppendAnswer> Append(StreamAppend append, CancellationToken cancel) => store.Append(append, cancel);

    public Task<IReadOnlyList<JournalRecord>> ReadStream(
        string stream, long afterVersion, int limit, CancellationToken cancel) =>
        store.ReadStream(stream, afterVersion, limit, cancel);

    public Task<IReadOnlyList<JournalRecord>> ReadCommands(
        string stream, IReadOnlyCollection<Guid> commandIds, CancellationToken cancel) =>
        store.ReadCommands(stream, commandIds, cancel);

    public Task<long> LastPos(CancellationToken cancel) => store.LastPos(cancel);

    public async Task<IReadOnlyList<JournalRecord>> ReadAll(long afterPos, int limit, CancellationToken cancel)
    {
        Task more;
        lock (gate)
        {
            if (start < 0 || afterPos > LastKnown) Begin(afterPos);
            if (Behind(afterPos, limit) is { } known && known.Count == limit) return known;
            more = afterPos < start ? Task.CompletedTask : More();
        }

        await more.WaitAsync(cancel);
        lock (gate)
        {
            if (Behind(afterPos, limit) is { } found) return found;
        }

        // Long before the tail: a rebuild or one that was away.
        return await store.ReadAll(afterPos, limit, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (store is IAsyncDisposable disposable) await disposable.DisposeAsync();
        turn.Dispose();
    }

    private long LastKnown => tail.Count > 0 ? tail[^1].Pos : start;

    private void Begin(long afterPos)
    {
        tail.Clear();
        start = afterPos;
    }

    /// <summary>What the tail holds behind a pos; null when it does not reach back so far.</summary>
    private List<JournalRecord>? Behind(long afterPos, int limit)
    {
        if (afterPos < start) return null;
        var from = FirstBehind(afterPos);
        return tail.GetRange(from, Math.Min(limit, tail.Count - from));
    }

    private int FirstBehind(long afterPos)
    {
        var (low, high) = (0, tail.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tail[middle].Pos > afterPos) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>A question that begins from now on, shared by all who ask before it begins.</summary>
    private Task More() => next ??= Ask();

    private async Task Ask()
    {
        // Always yields: it must not begin before it is known as the next one.
        await turn.WaitAsync().ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            long from;
            lock (gate)
            {
                next = null;
                from = LastKnown;
            }

            var news = await store.ReadAll(from, Limits.ViewBatchEventsMax, CancellationToken.None);
            lock (gate)
            {
                if (LastKnown == from) Keep(news);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private void Keep(IReadOnlyList<JournalRecord> news)
    {
        tail.AddRange(news);
        if (tail.Count <= Limits.TailRecordsMax) return;
        var surplus = tail.Count - (Limits.TailRecordsMax / 2);
        start = tail[surplus - 1].Pos;
        tail.RemoveRange(0, surplus);
    }
}
