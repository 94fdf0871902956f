using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Grains.Tests.Catalogue.Import;

/// <summary>
/// The journal as one process sees it that is killed at an append: from then on it reads and writes nothing more, so
/// what still runs of the process leaves no trace.
/// </summary>
/// <param name="journal">What stays.</param>
/// <param name="diesAt">Asked at every append, after it was stored where the second is true.</param>
internal sealed class MortalJournal(IJournal journal, Func<StreamAppend, bool> diesAt, bool isStored) : IJournal
{
    private readonly TaskCompletionSource died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();

    public Task Died => died.Task;

    public void OnAppended(Action<long> listener) => journal.OnAppended(listener);

    public async Task<AppendAnswer> Append(StreamAppend append, CancellationToken cancel)
    {
        lock (gate)
        {
            Live();
            if (diesAt(append))
            {
                died.SetResult();
                if (!isStored) Live();
            }
        }

        var answer = await journal.Append(append, cancel);
        Live();
        return answer;
    }

    public Task<IReadOnlyList<JournalRecord>> ReadStream(
        string stream, long afterVersion, int limit, CancellationToken cancel)
    {
        Live();
        return journal.ReadStream(stream, afterVersion, limit, cancel);
    }

    public Task<IReadOnlyList<JournalRecord>> ReadCommands(
        string stream, IReadOnlyCollection<Guid> commandIds, CancellationToken cancel)
    {
        Live();
        return journal.ReadCommands(stream, commandIds, cancel);
    }

    public Task<IReadOnlyList<JournalRecord>> ReadAll(long afterPos, int limit, CancellationToken cancel)
    {
        Live();
        return journal.ReadAll(afterPos, limit, cancel);
    }

    public Task<long> LastPos(CancellationToken cancel)
    {
        Live();
        return journal.LastPos(cancel);
    }

    private void Live()
    {
        if (died.Task.IsCompleted) throw new JournalDoubtException("This process is dead.");
    }
}
