using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;

namespace IpMarket.Domain.Catalogue.Patents.Encumbrances;

/// <summary>What a fact rests on.</summary>
/// <param name="Source">Where it was seen: 登记簿副本, 专利公报, a court's notice.</param>
/// <param name="Document">The number of the paper it rests on; empty when it has none.</param>
/// <param name="SeenOn">The paper's day; null when it does not say.</param>
[GenerateSerializer, Immutable, Alias("catalogue.fact-basis/1")]
public sealed record FactBasis(
    [property: Id(0)] string Source,
    [property: Id(1)] string Document,
    [property: Id(2)] DateOnly? SeenOn);

/// <summary>An encumbrance as it was entered.</summary>
/// <param name="Reference">The register's or the court's number of it; empty when it has none.</param>
/// <param name="Others">
/// 质权人, 被许可人, 法院: names an office or a court has published, none that has not been.
/// </param>
/// <param name="From">Its first day; null when not known.</param>
/// <param name="Until">Its last day, itself included; null without a term.</param>
/// <param name="Modes">Of 共有人约定 only: the modes one co-owner may choose alone.</param>
[GenerateSerializer, Immutable, Alias("catalogue.encumbrance-terms/1")]
public sealed record EncumbranceTerms(
    [property: Id(0)] EncumbranceKind Kind,
    [property: Id(1)] string Reference,
    [property: Id(2)] ImmutableArray<string> Others,
    [property: Id(3)] DateOnly? From,
    [property: Id(4)] DateOnly? Until,
    [property: Id(5)] ImmutableArray<ListingMode> Modes)
{
    public bool Equals(EncumbranceTerms? other) =>
        other is not null
        && (Kind, Reference, From, Until) == (other.Kind, other.Reference, other.From, other.Until)
        && Others.SequenceEqual(other.Others)
        && Modes.SequenceEqual(other.Modes);

    public override int GetHashCode() => HashCode.Combine(Kind, Reference, From, Until);
}

/// <summary>An encumbrance (权利负担) of a patent; it is never deleted, only ended.</summary>
/// <param name="Number">1, 2, … within the patent.</param>
/// <param name="RecordedAt">From when on the market knew of it.</param>
/// <param name="EndedAt">Since when the market knows of its end.</param>
[GenerateSerializer, Immutable, Alias("catalogue.encumbrance/1")]
public sealed record Encumbrance(
    [property: Id(0)] int Number,
    [property: Id(1)] EncumbranceTerms Terms,
    [property: Id(2)] FactBasis Basis,
    [property: Id(3)] DateTimeOffset RecordedAt,
    [property: Id(4)] DateTimeOffset? EndedAt,
    [property: Id(5)] EncumbranceEnding? Ending,
    [property: Id(6)] DateOnly? EndedOn,
    [property: Id(7)] FactBasis? EndBasis)
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    /// <summary>
    /// It was known and bound at the instant. A licence that begins later binds already: nothing may be promised
    /// against it.
    /// </summary>
    public bool BindsAt(DateTimeOffset at) =>
        RecordedAt <= at
        && !(EndedAt <= at)
        && !(Terms.Kind.EndsWithItsTerm() && Terms.Until < DateOnly.FromDateTime(at.ToOffset(Zone).DateTime));
}

/// <summary>Somebody's written consent (同意) that opens modes an encumbrance or co-ownership closes.</summary>
/// <param name="Number">1, 2, … among the patent's consents.</param>
/// <param name="Encumbrance">The encumbrance it is about; null: the co-owners' (共有人同意).</param>
/// <param name="Givers">Of co-owners' consent: who gave it, as the register names them.</param>
/// <param name="Modes">What it allows.</param>
/// <param name="WithdrawnAt">Since when the market knows of its withdrawal.</param>
[GenerateSerializer, Immutable, Alias("catalogue.consent/1")]
public sealed record Consent(
    [property: Id(0)] int Number,
    [property: Id(1)] int? Encumbrance,
    [property: Id(2)] ImmutableArray<string> Givers,
    [property: Id(3)] ImmutableArray<ListingMode> Modes,
    [property: Id(4)] FactBasis Basis,
    [property: Id(5)] DateTimeOffset RecordedAt,
    [property: Id(6)] DateTimeOffset? WithdrawnAt,
    [property: Id(7)] FactBasis? WithdrawalBasis)
{
    /// <summary>
    /// Of an authority's permit: the foreign buyer's party stream, for which alone it is given; null for whoever buys.
    /// </summary>
    [Id(8)]
    public string? Buyer { get; init; }

    public bool BindsAt(DateTimeOffset at) => RecordedAt <= at && !(WithdrawnAt <= at);
}
