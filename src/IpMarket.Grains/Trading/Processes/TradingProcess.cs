using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Grains.Trading.Processes;

/// <summary>What the processes of trading share: who acts, and when an act is done.</summary>
public abstract class TradingProcess : IProcess
{
    public abstract string Name { get; }

    public abstract bool Wants(IEvent fact);

    public abstract Task React(Recorded recorded, Guid commandId, CancellationToken cancel);

    protected CommandContext As(Guid commandId) => new(commandId, Actor.Process(Name));

    /// <summary>A refusal by a rule is an answer: done. Busy or unknown is none: it is tried again.</summary>
    protected void Done(Outcome<Accepted> outcome) => Done(outcome.Refusal);

    protected void Done(Refusal? refusal)
    {
        if (refusal is { Status: 429 or >= 500 })
            throw new InvalidOperationException($"{Name} was not answered: {refusal.Code}.");
    }
}
