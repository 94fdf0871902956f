using System.Security.Cryptography;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Kernel.Aggregates;

/// <content>
/// Settling a doubt. A fence at the expected version is appended. Stored: no earlier append can land any more. Refused:
/// somebody (perhaps we) wrote; the stream is read again, and nothing earlier can land behind it. Only then is anything
/// that was in doubt answered: stored commands get their stored answer, the others are decided once more. When neither
/// is known within <see cref="Limits.DoubtTimeoutMs"/>, the answer is "unknown, ask again", and the doubt stays.
/// </content>
public sealed partial class Aggregate<TState>
{
    private static readonly byte[] NoRequest = new byte[RecordHash.Bytes];

    private void Park(Work<TState> work)
    {
        parked.Add(work);
        if (running is not { IsCompleted: false }) running = SettleThenFlush();
    }

    private async Task SettleThenFlush()
    {
        await Settle(null);
        await Flush();
    }

    private async Task Settle(AppendAnswer? answer)
    {
        settling = true;
        doubts++;
        List<Work<TState>> works = [.. inFlight ?? [], .. queue];
        inFlight = null;
        queue.Clear();
        tentative = confirmed;
        try
        {
            inDoubt = answer?.Result != AppendResult.RepeatedCommand && !await SettleDoubt();
            // Who came meanwhile may repeat a command that was in doubt: it is looked up, not decided anew.
            works.AddRange(parked);
            parked.Clear();
            if (inDoubt) AnswerUnknown(works);
            else await AnswerStored(works, lookUp: answer?.Result == AppendResult.RepeatedCommand);
        }
        catch (Exception error)
        {
            // Reading failed after all (poison, lost database): the doubt stays and nobody is left waiting.
            log.Doubt(error, stream, confirmed.Version);
            inDoubt = true;
            AnswerUnknown(works);
        }
        finally
        {
            settling = false;
        }

        works.AddRange(parked);
        parked.Clear();
        foreach (var work in works.Where(work => !work.Answer.IsCompleted)) TakeAgain(work);
    }

    private void TakeAgain(Work<TState> work)
    {
        var known = memory.Find(work.Context.CommandId);
        if (known?.Answer is { } stored) work.Complete(IsSameRequest(known.RequestHash, work) ? stored : OtherRequest);
        else if (inDoubt) work.Complete(Refusal.Of(KernelRefusal.UnknownAskAgain));
        else if (time.GetElapsedTime(work.Taken).TotalMilliseconds > 2 * Limits.DoubtTimeoutMs)
            work.Complete(Refusal.Of(KernelRefusal.Busy));
        else Take(work);
    }

    /// <summary>True once nothing that was in doubt can still land.</summary>
    private async Task<bool> SettleDoubt()
    {
        var since = time.GetTimestamp();
        for (var pauseMs = 25; ; pauseMs = Math.Min(2 * pauseMs, 500))
        {
            var (record, fact, after) = Next(
                confirmed,
                new Fence(),
                Later(clock.Now.WholeMicroseconds(), confirmed.At),
                FreshId(),
                0,
                NoRequest,
                null);
            switch (await TryAppend([record]))
            {
                case { Result: AppendResult.Stored } stored:
                    confirmed = tentative = after;
                    Publish([fact with { Pos = stored.FirstPos }]);
                    return true;
                case { Version: var actual } when await TryCatchUp(actual):
                    return true;
                default:
                    if (time.GetElapsedTime(since).TotalMilliseconds > Limits.DoubtTimeoutMs) return false;
                    await Task.Delay(TimeSpan.FromMilliseconds(pauseMs), time);
                    break;
            }
        }
    }

    private async Task<bool> TryCatchUp(long atLeast)
    {
        try
        {
            var facts = await CatchUp();
            if (facts.Any(fact => !pending.ContainsKey(fact.CommandId) && fact.Event is not Fence))
            {
                log.Superseded(stream, confirmed.Version);
                OnSuperseded?.Invoke();
            }

            Publish(facts);
            return confirmed.Version >= atLeast;
        }
        catch (Exception error) when (error is not PoisonRecordException)
        {
            log.Doubt(error, stream, confirmed.Version);
            return false;
        }
    }

    /// <summary>Reads what the stream holds beyond the confirmed version.</summary>
    private async Task<List<Recorded>> CatchUp()
    {
        List<Recorded> facts = [];
        while (true)
        {
            var page = await journal.ReadStream(
                stream, confirmed.Version, Limits.ViewBatchEventsMax, CancellationToken.None);
            foreach (var record in page)
            {
                var fact = EventCodec.Decode(record);
                confirmed = new Head<TState>(
                    confirmed.State.Evolve(fact), record.Version, record.Hash, record.At);
                memory.Remember(record.CommandId, record.RequestHash, null);
                facts.Add(fact);
            }

            tentative = confirmed;
            if (page.Count < Limits.ViewBatchEventsMax) return facts;
        }
    }

    private async Task AnswerStored(List<Work<TState>> works, bool lookUp)
    {
        foreach (var work in works)
        {
            var id = work.Context.CommandId;
            if (!lookUp && memory.Find(id) is null) continue;
            var records = await journal.ReadCommand(stream, id, CancellationToken.None);
            if (records.Count == 0) continue;
            memory.Remember(id, records[0].RequestHash, null);
            work.Complete(IsSameRequest(records[0].RequestHash, work) ? AnswerOf(id, records) : OtherRequest);
        }
    }

    private static void AnswerUnknown(List<Work<TState>> works)
    {
        foreach (var work in works) work.Complete(Refusal.Of(KernelRefusal.UnknownAskAgain));
    }

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    private static Guid FreshId() => CommandIds.Of(
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), 0, "fence");
}
