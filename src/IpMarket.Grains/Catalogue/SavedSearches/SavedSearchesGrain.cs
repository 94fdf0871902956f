using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Grains.Kernel;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace IpMarket.Grains.Catalogue.SavedSearches;

/// <summary>The searches one user keeps; key <c>saved-searches:…</c>, see <c>SavedSearchList.StreamOf</c>.</summary>
[Alias("catalogue.ISavedSearchesGrain"), GrainInterfaceType("catalogue.saved-searches")]
public interface ISavedSearchesGrain : IGrainWithStringKey
{
    [AlwaysInterleave, Alias("Get")]
    Task<Versioned<SavedSearchList>> Get();

    /// <summary>The user.</summary>
    [AlwaysInterleave, Alias("Save")]
    Task<Outcome<Accepted>> Save(CommandContext context, SaveSearch command);

    /// <summary>The user.</summary>
    [AlwaysInterleave, Alias("Change")]
    Task<Outcome<Accepted>> Change(CommandContext context, ChangeSavedSearch command);

    /// <summary>The user.</summary>
    [AlwaysInterleave, Alias("Delete")]
    Task<Outcome<Accepted>> Delete(CommandContext context, DeleteSavedSearch command);

    /// <summary>The follower that matches what changed.</summary>
    [AlwaysInterleave, Alias("Tell")]
    Task<Outcome<Accepted>> Tell(CommandContext context, TellHits command);
}

/// <inheritdoc cref="ISavedSearchesGrain"/>
[GrainType("catalogue.saved-searches")]
public sealed class SavedSearchesGrain(
    AggregateServices services,
    [PersistentState("saved-searches", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<SavedSearchList>(services, snapshot), ISavedSearchesGrain
{
    public Task<Versioned<SavedSearchList>> Get() => Task.FromResult(Confirmed);

    public Task<Outcome<Accepted>> Save(CommandContext context, SaveSearch command) =>
        Handle(context, command, SavedSearchDecider.Decide);

    public Task<Outcome<Accepted>> Change(CommandContext context, ChangeSavedSearch command) =>
        Handle(context, command, SavedSearchDecider.Decide);

    public Task<Outcome<Accepted>> Delete(CommandContext context, DeleteSavedSearch command) =>
        Handle(context, command, SavedSearchDecider.Decide);

    public Task<Outcome<Accepted>> Tell(CommandContext context, TellHits command) =>
        Handle(context, command, SavedSearchDecider.Decide);
}
