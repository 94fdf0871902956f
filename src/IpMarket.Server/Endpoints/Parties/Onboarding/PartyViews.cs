using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Parties.Onboarding;

/// <summary>
/// A party with its whole form, for its members and the centre's desk. Personal members are null for who may not read
/// them, and for everybody once they are erased.
/// </summary>
public sealed record PartyView : IHasVersion
{
    /// <summary>Its stream.</summary>
    public required string Id { get; init; }

    public required long Version { get; init; }

    /// <summary>What the caller may do with it, see <see cref="PartyAbilities"/>.</summary>
    public required IReadOnlyList<string> Abilities { get; init; }

    public required bool IsNaturalPerson { get; init; }

    public required IReadOnlyList<PartyKind> Kinds { get; init; }

    public required OnboardingStatus Status { get; init; }

    public required SuspensionCause? Suspension { get; init; }

    /// <summary>Why the centre suspended it.</summary>
    public required string? SuspensionReason { get; init; }

    public required string? Name { get; init; }

    public required string? CreditCode { get; init; }

    public required string? IdNumber { get; init; }

    public required string? LegalRepresentative { get; init; }

    public required string? LicenceSha256 { get; init; }

    public required string? Mobile { get; init; }

    public required string? Mail { get; init; }

    public required string? AccountNumber { get; init; }

    public required string? Bank { get; init; }

    public required InvoiceForm? Invoice { get; init; }

    public required IReadOnlyList<FactForm> Facts { get; init; }

    /// <summary>Null until declared.</summary>
    public required IReadOnlyList<AffiliateView>? Affiliates { get; init; }

    public required IReadOnlyList<AgreementView> Agreements { get; init; }

    public required IReadOnlyList<MemberView> Members { get; init; }

    /// <summary>Every scan the form names, with where to read it.</summary>
    public required IReadOnlyList<ScanView> Scans { get; init; }

    /// <summary>What is to be supplemented before it can be handed in.</summary>
    public required IReadOnlyList<PartyItem> Missing { get; init; }

    /// <summary>What the centre sent back.</summary>
    public required IReadOnlyList<ReturnedItemView> Returned { get; init; }

    /// <summary>The steps of the present submission, by role.</summary>
    public required IReadOnlyList<CentreRole> Route { get; init; }

    /// <summary>Those taken.</summary>
    public required IReadOnlyList<PartyStepView> Steps { get; init; }

    /// <summary>Whose turn it is, while it is the centre's.</summary>
    public required CentreRole? WaitsFor { get; init; }

    public required DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The verification ends then (excluded).</summary>
    public required DateTimeOffset? VerifiedUntil { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required DateTimeOffset? ErasedAt { get; init; }
}

/// <summary>A step taken: in which role, by whom, when.</summary>
public sealed record PartyStepView(CentreRole Role, string Name, DateTimeOffset? At);

/// <summary>An affiliate; a natural person's number is never shown again.</summary>
public sealed record AffiliateView(AffiliateRelation Relation, string? Name, string? CreditCode);

/// <summary>An agreement in force, in the caller's language, and whether the party has accepted it.</summary>
public sealed record AgreementView(string Name, string Version, string Title, string Text, bool Accepted);

/// <summary>Somebody who acts for the party, or will once he has <paramref name="Accepted"/>.</summary>
public sealed record MemberView(
    string User,
    string? Name,
    string? Email,
    MemberRole Role,
    string? PowerSha256,
    DateTimeOffset? ExpiresAt,
    bool Accepted);

/// <summary>A scan and the address it is read at.</summary>
public sealed record ScanView(PartyItem Item, string Sha256, string Href);

/// <summary>A party in a list.</summary>
public sealed record PartySummary(
    string Id,
    string? Name,
    bool IsNaturalPerson,
    IReadOnlyList<PartyKind> Kinds,
    OnboardingStatus Status,
    DateTimeOffset? SubmittedAt,
    CentreRole? WaitsFor,
    IReadOnlyList<string> Abilities);
