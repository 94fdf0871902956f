using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Grains.Kernel;

/// <summary>
/// Follows the journal for one process: acts for each record it wants once the record's own aggregate shows it, notes
/// the act in <c>sent</c>, then moves the checkpoint. An act that throws is tried again later; nothing behind it is
/// done before it.
/// </summary>
public sealed class ProcessFollower(
    IProcess process, IJournal journal, IProcessStore store, IAggregateReach reach) : IJournalFollower
{
    private const int BatchRecords = 200;
    private readonly JournalPlace place = new(store, process.Name);

    public string Name => process.Name;

    public async Task<bool> Advance(CancellationToken cancel)
    {
        var from = await place.Read(cancel);
        var records = await journal.ReadAll(from, BatchRecords, cancel);
        var at = from;
        var hasActed = false;
        try
        {
            foreach (var recorded in records.Select(EventCodec.Decode))
            {
                if (process.Wants(recorded.Event))
                {
                    await Act(recorded, cancel);
                    hasActed = true;
                }

                at = recorded.Pos;
            }
        }
        finally
        {
            if (at > from) await place.Done(at, hasActed);
        }

        return records.Count == BatchRecords;
    }

    private async Task Act(Recorded recorded, CancellationToken cancel)
    {
        if (await store.WasSent(Name, recorded.Stream, recorded.Version, cancel)) return;
        await reach.Wait(recorded.Stream, recorded.Version);
        await process.React(recorded, CommandIds.Of(recorded.Stream, recorded.Version, Name), cancel);
        await store.MarkSent(Name, recorded.Stream, recorded.Version, cancel);
    }
}
