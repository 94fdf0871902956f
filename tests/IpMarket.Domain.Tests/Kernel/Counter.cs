using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing;
using IpMarket.Testing.Journal;
using Orleans;

namespace IpMarket.Domain.Tests.Kernel;

/// <summary>A sum that may not pass 1,000: the smallest aggregate that can refuse.</summary>
public sealed record Counter(long Sum) : IAggregateState<Counter>
{
    public static Counter Empty { get; } = new(0);

    public Counter Evolve(Recorded recorded) => recorded.Event is Added added ? new Counter(Sum + added.By) : this;

    public static Outcome<IReadOnlyList<IEvent>> Decide(Counter state, Add command, Moment moment) =>
        command.By == 13 ? throw new InvalidOperationException("A bug.")
        : state.Sum + command.By > 1_000 ? Decided.No(CounterRefusal.TooMuch, ("sum", state.Sum))
        : Decided.As(new Added(command.By, moment.Actor.User));
}

[Alias("test.counter.add/1")]
public sealed record Add(long By, [property: LookedUp] string? Note = null) : ICommand;

[Alias("test.counter.added/1")]
public sealed record Added(long By, [property: Secret] string? Who) : IEvent;

public enum CounterRefusal
{
    [RefusalText("合计将超过 1000（现为 {sum}）。", "The sum would pass 1,000 (it is {sum}).")]
    TooMuch,
}

/// <summary>One activation of a counter in turns of its own.</summary>
public sealed class CounterActivation
{
    private readonly Turns turns = new();
    private readonly Aggregate<Counter> aggregate;

    public CounterActivation(IJournal journal, TestClock clock, ISnapshotSlot? slot = null, TimeProvider? time = null)
    {
        EventTypes.Register(typeof(Added).Assembly);
        aggregate = new Aggregate<Counter>(
            "test:counter", journal, clock, Reports, slot, time ?? TimeProvider.System)
        {
            OnSuperseded = () => SteppedDown = true,
        };
    }

    public AggregateReports Reports { get; } = new();

    public bool SteppedDown { get; private set; }

    public Task<Outcome<Accepted>> Add(Guid id, long by, string user = "user:1", long? ifVersion = null) =>
        turns.Run(() => aggregate.Handle<Add>(
            new CommandContext(id, new Actor(user), ifVersion), new Add(by), Counter.Decide));

    public Task<Versioned<Counter>> Read() => turns.Run(async () =>
    {
        await aggregate.Load();
        return aggregate.Confirmed;
    });

    public Task<bool> Reach(long version) => turns.Run(() => aggregate.Reach(version));

    public Task TakeSnapshot() => turns.Run(aggregate.TakeSnapshot);
}

/// <summary>A snapshot slot in memory.</summary>
public sealed class MemorySlot : ISnapshotSlot
{
    public Snapshot? Kept { get; set; }

    public Task<Snapshot?> Read() => Task.FromResult(Kept);

    public Task Write(Snapshot snapshot)
    {
        Kept = snapshot;
        return Task.CompletedTask;
    }
}

/// <summary>An append that a test holds, before or after it is stored, until it lets it go.</summary>
public sealed class Gate
{
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Gate(MemoryJournal journal, bool isStored = false)
    {
        if (isStored) journal.BeforeAnswer = Hold;
        else journal.BeforeAppend = Hold;

        Task Hold(StreamAppend append)
        {
            reached.TrySetResult();
            return open.Task;
        }
    }

    public Task Reached => reached.Task.WaitAsync(TimeSpan.FromSeconds(10));

    public void Open() => open.TrySetResult();
}
