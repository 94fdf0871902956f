using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Onboarding;

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

    /// <summary>Facts of it, with evidence on file, that rules read.</summary>
    [Id(6)]
    public ImmutableArray<PartyFactKind> Facts { get; init; } = [];

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
    [Words("草稿", "a draft")]
    Draft,

    /// <summary>已提交: the centre checks.</summary>
    [Words("已提交", "submitted")]
    Submitted,

    /// <summary>待补正: returned with what is missing.</summary>
    [Words("待补正", "to be supplemented")]
    ToBeSupplemented,

    /// <summary>已认证.</summary>
    [Words("已认证", "verified")]
    Verified,

    /// <summary>已暂停: may not list or bid until verified again.</summary>
    [Words("已暂停", "suspended")]
    Suspended,

    /// <summary>已注销: final.</summary>
    [Words("已注销", "closed")]
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
    [Words("经办", "handler")]
    Handler,

    /// <summary>复核.</summary>
    [Words("复核", "reviewer")]
    Reviewer,

    /// <summary>负责人.</summary>
    [Words("负责人", "approver")]
    Approver,

    /// <summary>主持人.</summary>
    [Words("主持人", "host")]
    Host,

    /// <summary>出纳.</summary>
    [Words("出纳", "cashier")]
    Cashier,

    /// <summary>会计.</summary>
    [Words("会计", "accountant")]
    Accountant,

    /// <summary>监督: reads all, changes nothing.</summary>
    [Words("监督", "supervisor")]
    Supervisor,

    /// <summary>管理员: accounts and roles, no business rights.</summary>
    [Words("管理员", "administrator")]
    Administrator,
}
