using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using Orleans;

namespace IpMarket.Adapters.Tests.Storage;

/// <summary>The smallest auction there is: each height must be above the last.</summary>
public sealed record Climb(long Height) : IAggregateState<Climb>
{
    public static Climb Empty { get; } = new(0);

    public Climb Evolve(Recorded recorded) =>
        recorded.Event is Climbed climbed ? new Climb(climbed.Height) : this;

    public static Outcome<IReadOnlyList<IEvent>> Decide(Climb state, ClimbTo command, Moment moment) =>
        command.Height > state.Height
            ? Decided.As(new Climbed(command.Height))
            : Decided.No(ClimbRefusal.TooLow, ("height", state.Height));
}

[Alias("test.climb.to/1")]
public sealed record ClimbTo(long Height) : ICommand;

[Alias("test.climb.climbed/1")]
public sealed record Climbed(long Height) : IEvent;

public enum ClimbRefusal
{
    [RefusalText("须高于 {height}。", "It must be above {height}.")]
    TooLow,
}
