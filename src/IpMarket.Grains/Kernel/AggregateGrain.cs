using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using Orleans.Runtime;

namespace IpMarket.Grains.Kernel;

/// <summary>What every aggregate's grain needs from the house.</summary>
public sealed record AggregateServices(
    IJournal Journal, IMarketClock Clock, IAggregateLog Log, TimeProvider Time);

/// <summary>
/// The grain of one aggregate: forwards to <see cref="Aggregate{TState}"/>, whose turns are this grain's turns. Every
/// method of a derived grain is <c>[AlwaysInterleave]</c>, so that commands share flushes.
/// </summary>
public abstract class AggregateGrain<TState> : Grain, IAggregateGrain
    where TState : class, IAggregateState<TState>
{
    private readonly Aggregate<TState> aggregate;

    protected AggregateGrain(AggregateServices services, IPersistentState<SnapshotRecord> snapshot)
    {
        Services = services;
        aggregate = new Aggregate<TState>(
            this.GetPrimaryKeyString(),
            services.Journal,
            services.Clock,
            services.Log,
            new GrainSnapshotSlot(snapshot),
            services.Time)
        {
            OnConfirmed = OnConfirmed,
            OnSuperseded = DeactivateOnIdle,
        };
    }

    protected AggregateServices Services { get; }

    /// <summary>The durable state; never what is on its way.</summary>
    protected Versioned<TState> Confirmed => aggregate.Confirmed;

    public async Task Reach(long version)
    {
        if (!await aggregate.Reach(version))
            throw new InvalidOperationException($"{Confirmed.Stream} was written elsewhere up to version {version}.");
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken) => aggregate.Load();

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await aggregate.Idle().WaitAsync(cancellationToken);
        await aggregate.TakeSnapshot().WaitAsync(cancellationToken);
    }

    protected Task<Outcome<Accepted>> Handle<TCommand>(
        CommandContext context, TCommand command, Decide<TState, TCommand> decide)
        where TCommand : ICommand => aggregate.Handle(context, command, decide);

    /// <summary>Told what became durable, inside the grain's turn; must not wait.</summary>
    protected virtual void OnConfirmed(IReadOnlyList<Recorded> facts, Versioned<TState> state)
    {
    }
}
