using System.Collections.Immutable;

namespace IpMarket.Domain.Parties;

/// <summary>
/// What other areas may know of a party (交易主体) when they decide: a copy taken at one version, looked up before the
/// decision and handed to the decider inside the command.
/// </summary>
/// <param name="Party">The party's stream, <c>party:…</c>.</param>
/// <param name="Status">Where its onboarding stands; only <see cref="OnboardingStatus.Verified"/> may list or
/// bid.</param>
/// <param name="IsNaturalPerson">True for a 自然人: its name is then in the vault only.</param>
/// <param name="Kinds">What it is in the market; several at once.</param>
/// <param name="Affiliates">Streams of parties it controls, is controlled by, or shares a controller with
/// (关联方).</param>
[GenerateSerializer, Immutable, Alias("parties.party-standing/1")]
public sealed record PartyStanding(
    [property: Id(0)] string Party,
    [property: Id(1)] OnboardingStatus Status,
    [property: Id(2)] bool IsNaturalPerson,
    [property: Id(3)] ImmutableArray<PartyKind> Kinds,
    [property: Id(4)] ImmutableArray<string> Affiliates)
{
    /// <summary>
    /// Identity streams (<c>credit-code:…</c>, <c>id-number:…</c>) of those who control it, parties or not.
    /// </summary>
    [Id(5)]
    public ImmutableArray<string> Controllers { get; init; } = [];

    public bool IsVerified => Status == OnboardingStatus.Verified;

    /// <summary>Whether the two are of one group: one names the other, or both name the same controller.</summary>
    public bool IsAffiliatedWith(PartyStanding other) =>
        Affiliates.Contains(other.Party, StringComparer.Ordinal)
        || other.Affiliates.Contains(Party, StringComparer.Ordinal)
        || Controllers.Intersect(other.Controllers, StringComparer.Ordinal).Any();
}

/// <summary>Where the onboarding (入驻认证) of a party stands.</summary>
public enum OnboardingStatus
{
    /// <summary>草稿: the party fills in.</summary>
    Draft,

    /// <summary>已提交: the centre checks.</summary>
    Submitted,

    /// <summary>待补正: returned with what is missing.</summary>
    ToBeSupplemented,

    /// <summary>已认证.</summary>
    Verified,

    /// <summary>已暂停: may not list or bid until verified again.</summary>
    Suspended,

    /// <summary>已注销: final.</summary>
    Closed,
}

/// <summary>Kinds of party (P1); a party may be several at once.</summary>
public enum PartyKind
{
    Enterprise,
    NaturalPerson,
    Research,
    PublicInstitution,
    Investor,
    Bank,
    Guarantor,
    Insurer,
    Appraiser,
    Expert,
    TechnologyBroker,
    AuctionHouse,
    Court,
    Office,
    Organiser,
}

/// <summary>Roles of the centre's people (P11). Duties are apart: nobody reviews or approves what he handled.</summary>
public enum CentreRole
{
    /// <summary>经办.</summary>
    Handler,

    /// <summary>复核.</summary>
    Reviewer,

    /// <summary>负责人.</summary>
    Approver,

    /// <summary>主持人.</summary>
    Host,

    /// <summary>出纳.</summary>
    Cashier,

    /// <summary>会计.</summary>
    Accountant,

    /// <summary>监督: reads all, changes nothing.</summary>
    Supervisor,

    /// <summary>管理员: accounts and roles, no business rights.</summary>
    Administrator,
}
