using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Kernel.Aggregates;

/// <content>
/// Refusals. Once the memory has forgotten ids, an old repeat must get its stored answer and not a refusal, so the
/// journal is asked; refusals that meet are asked for together, one question at a time, as flushes are shared.
/// </content>
public sealed partial class Aggregate<TState>
{
    private List<(Work<TState> Work, Refusal Refusal, int Doubts)> unsure = [];
    private bool asking;

    /// <summary>Doubts settled so far: what was decided before one was decided on a state that may not be.</summary>
    private int doubts;

    private void Refuse(Work<TState> work, Refusal refusal)
    {
        if (!memory.HasForgotten)
        {
            HoldOrAnswer(work, refusal);
            return;
        }

        unsure.Add((work, refusal, doubts));
        if (!asking) _ = RefuseUnlessStored();
    }

    private async Task RefuseUnlessStored()
    {
        asking = true;
        while (unsure.Count > 0)
        {
            var asked = unsure;
            unsure = [];
            try
            {
                Guid[] ids = [.. asked.Select(refused => refused.Work.Context.CommandId)];
                var records = await journal.ReadCommands(stream, ids, CancellationToken.None);
                var stored = records.ToLookup(record => record.CommandId);
                foreach (var (work, refusal, decidedAt) in asked)
                    AnswerOrRefuse(work, refusal, decidedAt, [.. stored[work.Context.CommandId]]);
            }
            catch (Exception error)
            {
                log.Doubt(error, stream, confirmed.Version);
                AnswerUnknown([.. asked.Select(refused => refused.Work)]);
            }
        }

        asking = false;
    }

    private void AnswerOrRefuse(
        Work<TState> work, Refusal refusal, int decidedAt, IReadOnlyList<JournalRecord> stored)
    {
        if (stored.Count == 0 && (inDoubt || settling)) Park(work);
        else if (stored.Count == 0 && decidedAt != doubts) TakeAgain(work);
        else if (stored.Count == 0) HoldOrAnswer(work, refusal);
        else if (!IsSameRequest(stored[0].RequestHash, work)) work.Complete(OtherRequest);
        else work.Complete(AnswerOf(work.Context.CommandId, stored));
    }

    /// <summary>A refusal decided on something still on its way is answered only after that is confirmed.</summary>
    private void HoldOrAnswer(Work<TState> work, Refusal refusal)
    {
        var batch = queue.Count > 0 ? queue : inFlight;
        if (batch is null)
        {
            work.Complete(refusal);
            return;
        }

        work.Held = refusal;
        batch.Add(work);
    }
}
