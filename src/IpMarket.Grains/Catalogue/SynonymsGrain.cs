using IpMarket.Domain.Catalogue.Search.Words;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Grains.Kernel;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace IpMarket.Grains.Catalogue;

/// <summary>The centre's list of synonyms. Key: <see cref="SynonymList.Stream"/>.</summary>
[Alias("catalogue.ISynonymsGrain")]
public interface ISynonymsGrain : IGrainWithStringKey
{
    [AlwaysInterleave, Alias("Read")]
    Task<Versioned<SynonymList>> Read();

    [AlwaysInterleave, Alias("Set")]
    Task<Outcome<Accepted>> Set(CommandContext context, SetSynonyms command);
}

/// <inheritdoc cref="ISynonymsGrain"/>
[GrainType("catalogue.synonyms")]
public sealed class SynonymsGrain(
    AggregateServices services,
    [PersistentState("synonyms", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<SynonymList>(services, snapshot), ISynonymsGrain
{
    public Task<Versioned<SynonymList>> Read() => Task.FromResult(Confirmed);

    public Task<Outcome<Accepted>> Set(CommandContext context, SetSynonyms command) =>
        Handle(context, command, SynonymsDecider.Decide);
}
