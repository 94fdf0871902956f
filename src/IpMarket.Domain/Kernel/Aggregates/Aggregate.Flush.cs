using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Kernel.Aggregates;

/// <content>Storing what was decided, one flush at a time, and answering what became durable.</content>
public sealed partial class Aggregate<TState>
{
    private async Task Flush()
    {
        while (queue.Count > 0)
        {
            inFlight = NextBatch();
            var answer = await TryAppend([.. inFlight.SelectMany(work => work.Records)]);
            if (answer is { Result: AppendResult.Stored } stored) Confirm(inFlight, stored.FirstPos);
            else await Settle(answer);
            inFlight = null;
        }
    }

    /// <summary>
    /// As many waiting commands, in order, as one transaction takes; a command's events stay together.
    /// </summary>
    private List<Work<TState>> NextBatch()
    {
        var events = 0;
        var count = 0;
        while (count < queue.Count && events + queue[count].Records.Count <= Limits.FlushEventsMax)
            events += queue[count++].Records.Count;
        var batch = queue.GetRange(0, count);
        queue.RemoveRange(0, count);
        return batch;
    }

    /// <summary>The journal's answer, or null when it is not known.</summary>
    private async Task<AppendAnswer?> TryAppend(IReadOnlyList<JournalRecord> records)
    {
        try
        {
            return await journal.Append(
                new StreamAppend(stream, confirmed.Version, records), CancellationToken.None);
        }
        catch (Exception error)
        {
            // Whatever went wrong, the records may stand or still land: only a fence can tell.
            log.Doubt(error, stream, confirmed.Version);
            return null;
        }
    }

    private void Confirm(List<Work<TState>> batch, long firstPos)
    {
        var facts = new List<Recorded>();
        foreach (var work in batch)
        {
            if (work.Held is { } refusal)
            {
                work.Complete(refusal);
                continue;
            }

            var stored = work.Facts.Select(fact => fact with { Pos = firstPos++ }).ToArray();
            facts.AddRange(stored);
            confirmed = work.After!;
            var accepted = new Accepted(work.Context.CommandId, stored);
            memory.Remember(work.Context.CommandId, work.RequestHash, accepted);
            work.Complete(accepted);
        }

        Publish(facts);
    }

    private void Publish(List<Recorded> facts)
    {
        if (facts.Count == 0) return;
        SignalAdvanced();
        try
        {
            OnConfirmed?.Invoke(facts, Confirmed);
        }
        catch (Exception error)
        {
            // Whoever listens is told of what is stored already; its trouble must not stop the answers.
            log.ListenerTrouble(error, stream, confirmed.Version);
        }

        SnapshotIfDue();
    }
}
