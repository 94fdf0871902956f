using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Patents.Encumbrances;

/// <summary>What may be done with the patent may have changed.</summary>
public interface IChangesEncumbrances : IEvent;

/// <summary>The centre recorded an encumbrance; <paramref name="Number"/> is 1, 2, … within the patent.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.encumbered/1")]
public sealed record PatentEncumbered(
    [property: Id(0)] int Number,
    [property: Id(1)] EncumbranceTerms Terms,
    [property: Id(2)] FactBasis Basis) : IChangesEncumbrances;

/// <summary>续行: its term now runs to <paramref name="Until"/>, that day included.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.encumbrance-renewed/1")]
public sealed record PatentEncumbranceRenewed(
    [property: Id(0)] int Number,
    [property: Id(1)] DateOnly Until,
    [property: Id(2)] FactBasis Basis) : IChangesEncumbrances;

/// <summary>It ended.</summary>
/// <param name="EndedOn">The day the paper gives; null when it does not say.</param>
[GenerateSerializer, Immutable, Alias("catalogue.patent.encumbrance-ended/1")]
public sealed record PatentEncumbranceEnded(
    [property: Id(0)] int Number,
    [property: Id(1)] EncumbranceEnding Ending,
    [property: Id(2)] DateOnly? EndedOn,
    [property: Id(3)] FactBasis Basis) : IChangesEncumbrances;

/// <summary>A consent is on file; see <see cref="Consent"/>.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.consent-recorded/1")]
public sealed record PatentConsentRecorded(
    [property: Id(0)] int Number,
    [property: Id(1)] int? Encumbrance,
    [property: Id(2)] ImmutableArray<string> Givers,
    [property: Id(3)] ImmutableArray<ListingMode> Modes,
    [property: Id(4)] FactBasis Basis) : IChangesEncumbrances
{
    /// <summary>Whom a permit is for, his party stream: who wants to buy is nobody else's to know.</summary>
    [Id(5), Secret]
    public string? Buyer { get; init; }
}

/// <summary>A consent was withdrawn.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.consent-withdrawn/1")]
public sealed record PatentConsentWithdrawn(
    [property: Id(0)] int Number,
    [property: Id(1)] FactBasis Basis) : IChangesEncumbrances;
