using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Kernel.Aggregates;

/// <summary>A state with where it stands in its stream.</summary>
internal sealed record Head<TState>(TState State, long Version, byte[] Hash, DateTimeOffset At);

/// <summary>One command on its way through an aggregate.</summary>
internal sealed class Work<TState>(
    CommandContext context,
    byte[] requestHash,
    Func<TState, Moment, Outcome<IReadOnlyList<IEvent>>> decide,
    long taken)
{
    private readonly TaskCompletionSource<Outcome<Accepted>> done =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CommandContext Context => context;

    public byte[] RequestHash => requestHash;

    /// <summary>When it arrived, as a timestamp of the aggregate's <see cref="TimeProvider"/>.</summary>
    public long Taken => taken;

    /// <summary>The instant of the command: taken once, raised to the stream's last instant, never lowered.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>The records it wants stored; empty for a refusal that is held.</summary>
    public IReadOnlyList<JournalRecord> Records { get; set; } = [];

    public IReadOnlyList<Recorded> Facts { get; set; } = [];

    /// <summary>Where the stream stands after its records.</summary>
    public Head<TState>? After { get; set; }

    /// <summary>A refusal that waits until what it was decided on is confirmed.</summary>
    public Refusal? Held { get; set; }

    public Task<Outcome<Accepted>> Answer => done.Task;

    public Outcome<IReadOnlyList<IEvent>> Decide(TState state, Moment moment) => decide(state, moment);

    public void Complete(Outcome<Accepted> outcome) => done.TrySetResult(outcome);

    public void Fail(Exception error) => done.TrySetException(error);

    /// <summary>Back to undecided; only its instant stays.</summary>
    public void Reset()
    {
        Records = [];
        Facts = [];
        After = null;
        Held = null;
    }
}
