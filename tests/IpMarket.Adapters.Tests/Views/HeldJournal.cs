using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Adapters.Tests.Views;

/// <summary>A real journal whose readers can be held after they have read.</summary>
public sealed class HeldJournal(IJournal inner) : IJournal
{
    private readonly TaskCompletionSource reading = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Func<Task>? AfterRead { get; set; }

    /// <summary>Done once a reader is held.</summary>
    public Task Reading => reading.Task;

    public void OnAppended(Action<long> listener) => inner.OnAppended(listener);

    public Task<AppendAnswer> Append(StreamAppend append, CancellationToken cancel) => inner.Append(append, cancel);

    public Task<IReadOnlyList<JournalRecord>> ReadStream(
        string stream, long afterVersion, int limit, CancellationToken cancel) =>
        inner.ReadStream(stream, afterVersion, limit, cancel);

    public Task<IReadOnlyList<JournalRecord>> ReadCommands(
        string stream, IReadOnlyCollection<Guid> commandIds, CancellationToken cancel) =>
        inner.ReadCommands(stream, commandIds, cancel);

    public async Task<IReadOnlyList<JournalRecord>> ReadAll(long afterPos, int limit, CancellationToken cancel)
    {
        var records = await inner.ReadAll(afterPos, limit, cancel);
        if (AfterRead is { } hold)
        {
            reading.TrySetResult();
            await hold();
        }

        return records;
    }

    public Task<long> LastPos(CancellationToken cancel) => inner.LastPos(cancel);
}
