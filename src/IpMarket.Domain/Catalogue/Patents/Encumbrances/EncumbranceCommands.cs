using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Patents.Encumbrances;

/// <summary>Records an encumbrance a handler of the centre has seen.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.encumber/1")]
public sealed record RecordEncumbrance(
    [property: Id(0)] EncumbranceTerms Terms,
    [property: Id(1)] FactBasis Basis) : ICommand;

/// <summary>Prolongs one with a term.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.renew-encumbrance/1")]
public sealed record RenewEncumbrance(
    [property: Id(0)] int Number,
    [property: Id(1)] DateOnly Until,
    [property: Id(2)] FactBasis Basis) : ICommand;

/// <summary>Records its end.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.end-encumbrance/1")]
public sealed record EndEncumbrance(
    [property: Id(0)] int Number,
    [property: Id(1)] EncumbranceEnding Ending,
    [property: Id(2)] DateOnly? EndedOn,
    [property: Id(3)] FactBasis Basis) : ICommand;

/// <summary>Records a written consent: about an encumbrance, or of co-owners.</summary>
/// <param name="Encumbrance">Null: the consent of the co-owners named in <paramref name="Givers"/>.</param>
[GenerateSerializer, Immutable, Alias("catalogue.patent.record-consent/1")]
public sealed record RecordConsent(
    [property: Id(0)] int? Encumbrance,
    [property: Id(1)] ImmutableArray<string> Givers,
    [property: Id(2)] ImmutableArray<ListingMode> Modes,
    [property: Id(3)] FactBasis Basis) : ICommand
{
    /// <summary>
    /// Of an authority's permit: the foreign buyer's party stream; its paper's day is due. Null for all other consents.
    /// </summary>
    [Id(4)]
    public string? Buyer { get; init; }
}

/// <summary>Records that a consent was withdrawn.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.withdraw-consent/1")]
public sealed record WithdrawConsent(
    [property: Id(0)] int Number,
    [property: Id(1)] FactBasis Basis) : ICommand;
