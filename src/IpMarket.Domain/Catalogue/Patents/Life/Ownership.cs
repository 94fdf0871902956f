using System.Collections.Immutable;

namespace IpMarket.Domain.Catalogue.Patents.Life;

/// <summary>What a co-owner may do for another (专利法14: without an agreement most acts need all of them).</summary>
public enum MandateScope
{
    /// <summary>全部处分事项.</summary>
    Everything,

    /// <summary>转让.</summary>
    Sale,

    /// <summary>许可.</summary>
    Licence,

    /// <summary>质押.</summary>
    Pledge,

    /// <summary>缴费等维持事项.</summary>
    Upkeep,
}

/// <summary>A holder and his share.</summary>
/// <param name="Holder">As the register names him.</param>
/// <param name="BasisPoints">Hundredths of a percent; null where no shares are agreed.</param>
[GenerateSerializer, Immutable, Alias("catalogue.owner-share/1")]
public sealed record OwnerShare([property: Id(0)] string Holder, [property: Id(1)] int? BasisPoints);

/// <summary>
/// One co-owner empowers another. Both are holders of the register, so no other name enters the journal.
/// </summary>
/// <param name="From">Who empowers.</param>
/// <param name="To">Who acts.</param>
/// <param name="Scope">In what.</param>
/// <param name="Until">The last day; null until revoked.</param>
[GenerateSerializer, Immutable, Alias("catalogue.co-owner-mandate/1")]
public sealed record CoOwnerMandate(
    [property: Id(0)] string From,
    [property: Id(1)] string To,
    [property: Id(2)] MandateScope Scope,
    [property: Id(3)] DateOnly? Until);

/// <summary>How the holders own a patent among themselves, as a paper says.</summary>
/// <param name="Number">The life fact's number.</param>
/// <param name="Shares">Every holder once; all with shares that make 10,000 basis points, or none.</param>
/// <param name="Mandates">Who may act for whom.</param>
/// <param name="Source">The agreement or extract it was read in.</param>
/// <param name="SeenOn">The day of that paper; null when it says none.</param>
[GenerateSerializer, Immutable, Alias("catalogue.ownership/1")]
public sealed record Ownership(
    [property: Id(0)] int Number,
    [property: Id(1)] ImmutableArray<OwnerShare> Shares,
    [property: Id(2)] ImmutableArray<CoOwnerMandate> Mandates,
    [property: Id(3)] string Source,
    [property: Id(4)] DateOnly? SeenOn)
{
    /// <summary>The whole, in basis points.</summary>
    public const int Whole = 10_000;

    /// <summary>True when these holders are the ones it speaks of.</summary>
    public bool Covers(ImmutableArray<string> holders) =>
        Shares.Select(share => share.Holder).Order(StringComparer.Ordinal)
            .SequenceEqual(holders.Order(StringComparer.Ordinal), StringComparer.Ordinal);
}
