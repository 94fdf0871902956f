using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpMarket.Grains.Kernel;

/// <summary>What the processes of the house share: who acts, and when an act is done.</summary>
public abstract class MarketProcess : IProcess
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

public static class ProcessRegistration
{
    /// <summary>
    /// Adds a process and the follower that runs it; the host adds <c>IJournal</c> and <c>IProcessStore</c>, the areas
    /// an <see cref="AggregateRoute"/> for every stream whose records a process wants.
    /// </summary>
    public static IServiceCollection AddProcess<TProcess>(this IServiceCollection services)
        where TProcess : class, IProcess
    {
        services.TryAddSingleton<IAggregateReach, AggregateReach>();
        return services
            .AddSingleton<TProcess>()
            .AddSingleton<IJournalFollower>(provider => new ProcessFollower(
                provider.GetRequiredService<TProcess>(),
                provider.GetRequiredService<IJournal>(),
                provider.GetRequiredService<IProcessStore>(),
                provider.GetRequiredService<IAggregateReach>()));
    }
}
