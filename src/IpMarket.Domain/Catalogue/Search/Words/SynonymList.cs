using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Search.Words;

/// <summary>The centre's list of synonyms, stream <see cref="Stream"/>.</summary>
/// <param name="Groups">The centre's own; null while the list of the house is in force.</param>
[GenerateSerializer, Immutable, Alias("catalogue.synonyms.state/1")]
public sealed record SynonymList([property: Id(0)] ImmutableArray<SynonymGroup>? Groups) : IAggregateState<SynonymList>
{
    public const string Stream = "synonyms:centre";

    public static SynonymList Empty { get; } = new((ImmutableArray<SynonymGroup>?)null);

    public Synonyms InForce => Groups is { } own ? new Synonyms(own) : Synonyms.House;

    public SynonymList Evolve(Recorded recorded) => recorded.Event switch
    {
        SynonymsSet set => new SynonymList(set.Groups),
        SynonymsReset => Empty,
        _ => this,
    };
}

/// <summary>Puts the centre's list in the place of the one before; null brings the list of the house back.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.synonyms.set/1")]
public sealed record SetSynonyms([property: Id(0)] ImmutableArray<SynonymGroup>? Groups) : ICommand;

/// <summary>From now on these groups are in force.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.synonyms.list-set/1")]
public sealed record SynonymsSet([property: Id(0)] ImmutableArray<SynonymGroup> Groups) : IEvent;

/// <summary>From now on the list of the house is in force.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.synonyms.list-reset/1")]
public sealed record SynonymsReset : IEvent;
