using System.Security.Cryptography;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Kernel.Aggregates;

/// <summary>
/// One stream: takes commands, decides them on the tentative state (confirmed + what is on its way), stores their
/// events in shared flushes, one at a time, and answers only what is durable. Free of Orleans, so that it can be
/// simulated; the caller guarantees that all calls and continuations run one at a time (a grain's turns).
/// </summary>
/// <remarks>
/// Repeats: a command id with the same request gets the same answer, with another request is refused
/// <see cref="KernelRefusal.SameIdOtherRequest"/>. Doubt (a lost answer, a refused version) is settled by a
/// <see cref="Fence"/> before anything that was in doubt is answered; see <c>Aggregate.Settle.cs</c>.
/// </remarks>
public sealed partial class Aggregate<TState>
    where TState : class, IAggregateState<TState>
{
    private readonly string stream;
    private readonly IJournal journal;
    private readonly IMarketClock clock;
    private readonly ISnapshotSlot? slot;
    private readonly TimeProvider time;
    private readonly IAggregateLog log;
    private readonly Dictionary<Guid, Work<TState>> pending = [];
    private readonly List<Work<TState>> queue = [];
    private readonly List<Work<TState>> parked = [];
    private CommandMemory memory = new();
    private Head<TState> confirmed = Before;
    private Head<TState> tentative = Before;
    private List<Work<TState>>? inFlight;
    private Task? loading;
    private Task? running;
    private bool inDoubt;
    private bool settling;

    public Aggregate(
        string stream, IJournal journal, IMarketClock clock, IAggregateLog log, ISnapshotSlot? slot, TimeProvider time)
    {
        this.stream = stream;
        this.journal = journal;
        this.clock = clock;
        this.slot = slot;
        this.time = time;
        this.log = log;
    }

    /// <summary>Called with what became durable and the state after it; must not throw and must not wait.</summary>
    public Action<IReadOnlyList<Recorded>, Versioned<TState>>? OnConfirmed { get; set; }

    /// <summary>Called when another writer was met in the stream: this one should step down once it is idle.</summary>
    public Action? OnSuperseded { get; set; }

    /// <summary>What readers see: the durable state, never what is on its way.</summary>
    public Versioned<TState> Confirmed => new(stream, confirmed.Version, confirmed.State);

    private static Head<TState> Before => new(TState.Empty, 0, RecordHash.Genesis, DateTimeOffset.UnixEpoch);

    /// <summary>
    /// Takes a command; the answer comes when it is durable, refused for certain, or not known (503).
    /// </summary>
    public async Task<Outcome<Accepted>> Handle<TCommand>(
        CommandContext context, TCommand command, Decide<TState, TCommand> decide)
        where TCommand : ICommand
    {
        await Load();
        var work = new Work<TState>(
            context,
            RequestHash.Of(command, context.Actor),
            (state, moment) => decide(state, command, moment),
            time.GetTimestamp());
        if (pending.TryGetValue(context.CommandId, out var earlier))
            return IsSameRequest(earlier.RequestHash, work) ? await earlier.Answer : OtherRequest;
        if (memory.Find(context.CommandId) is { } known)
            return IsSameRequest(known.RequestHash, work) ? await StoredAnswer(context.CommandId, known) : OtherRequest;
        if (pending.Count >= Limits.QueuedCommandsMax) return Refusal.Of(KernelRefusal.Busy);

        pending.Add(context.CommandId, work);
        try
        {
            if (inDoubt || settling) Park(work);
            else Take(work);
            return await work.Answer;
        }
        finally
        {
            pending.Remove(context.CommandId);
        }
    }

    /// <summary>Completes when nothing is on its way.</summary>
    public async Task Idle()
    {
        while (running is { IsCompleted: false } current) await current;
    }

    private static Refusal OtherRequest => Refusal.Of(KernelRefusal.SameIdOtherRequest);

    private static bool IsSameRequest(byte[] requestHash, Work<TState> work) =>
        requestHash.AsSpan().SequenceEqual(work.RequestHash);

    private void Take(Work<TState> work)
    {
        work.Reset();
        try
        {
            var now = work.At ?? clock.Now.WholeMicroseconds();
            work.At = now > tentative.At ? now : tentative.At;
            var decided = work.Context.IfVersion is { } seen && seen != tentative.Version
                ? Refusal.Of(KernelRefusal.VersionChanged, ("version", tentative.Version))
                : work.Decide(tentative.State, new Moment(work.At.Value, work.Context.Actor));
            if (decided.Refusal is { } refusal) Refuse(work, refusal);
            else Enqueue(work, decided.Value);
        }
        catch (Exception error)
        {
            // A bug in a decider or in Evolve: nothing was stored, the caller learns of the bug.
            work.Fail(error);
        }
    }

    private void Enqueue(Work<TState> work, IReadOnlyList<IEvent> events)
    {
        if (events.Count is 0 or > Limits.FlushEventsMax)
            throw new InvalidOperationException(
                $"A decision holds 1 to {Limits.FlushEventsMax} events, not {events.Count}.");
        var head = tentative;
        var records = new JournalRecord[events.Count];
        var facts = new Recorded[events.Count];
        for (var n = 0; n < events.Count; n++)
            (records[n], facts[n], head) = Next(head, events[n], work, n);
        work.Records = records;
        work.Facts = facts;
        work.After = tentative = head;
        queue.Add(work);
        if (running is not { IsCompleted: false }) running = Flush();
    }

    private (JournalRecord Record, Recorded Fact, Head<TState> After) Next(
        Head<TState> head, IEvent fact, Work<TState> work, int n) =>
        Next(head, fact, work.At!.Value, work.Context.CommandId, n, work.RequestHash, work.Context.Actor);

    private (JournalRecord Record, Recorded Fact, Head<TState> After) Next(
        Head<TState> head, IEvent fact, DateTimeOffset at, Guid commandId, int n, byte[] requestHash, Actor? actor)
    {
        var version = head.Version + 1;
        var type = EventTypes.NameOf(fact);
        var (publicPart, secret) = EventCodec.Encode(fact, actor);
        var salt = RandomNumberGenerator.GetBytes(RecordHash.SaltBytes);
        var hash = RecordHash.Of(
            head.Hash, stream, version, type, at, commandId, publicPart, RecordHash.SecretDigest(salt, secret));
        var record = new JournalRecord(
            0, stream, version, type, at, commandId, n, requestHash, publicPart, secret, salt, hash);
        var recorded = new Recorded(0, stream, version, at, commandId, actor, fact);
        return (record, recorded, new Head<TState>(head.State.Evolve(recorded), version, hash, at));
    }

    private async Task<Outcome<Accepted>> StoredAnswer(Guid commandId, CommandMemory.Entry known)
    {
        if (known.Answer is not null) return known.Answer;
        var records = await journal.ReadCommand(stream, commandId, CancellationToken.None);
        return AnswerOf(commandId, records);
    }

    private static Accepted AnswerOf(Guid commandId, IReadOnlyList<JournalRecord> records) =>
        new(commandId, [.. records.Select(EventCodec.Decode)]);
}
