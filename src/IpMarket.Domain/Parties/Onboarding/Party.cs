using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Parties.Onboarding;

/// <summary>
/// 交易主体: an organisation or a natural person of the market, with those who act for it. Stream <c>party:…</c>.
/// </summary>
[GenerateSerializer, Immutable, Alias("parties.party.state/1")]
public sealed partial record Party : IAggregateState<Party>
{
    /// <summary>The deadline at which a verification runs out.</summary>
    public const string VerificationDeadline = "verification";

    public const int MembersMax = 50;

    public const int AffiliatesMax = 50;

    /// <summary>Verified names and accounts that are remembered, the newest.</summary>
    public const int FormerMax = 10;

    public static Party Empty { get; } = new();

    /// <summary>False before it was registered.</summary>
    [Id(0)]
    public bool Exists { get; init; }

    [Id(1)]
    public bool IsNaturalPerson { get; init; }

    [Id(2)]
    public ImmutableArray<PartyKind> Kinds { get; init; } = [];

    [Id(3)]
    public OnboardingStatus Status { get; init; }

    [Id(4)]
    public PartyIdentity Identity { get; init; } = PartyIdentity.Blank;

    [Id(5)]
    public PersonalRef? Mobile { get; init; }

    [Id(6)]
    public PersonalRef? Mail { get; init; }

    [Id(7)]
    public PartyAccount? Account { get; init; }

    [Id(8)]
    public InvoiceData? Invoice { get; init; }

    [Id(9)]
    public ImmutableArray<PartyFact> Facts { get; init; } = [];

    /// <summary>Null until declared; empty = declared that there are none.</summary>
    [Id(10)]
    public ImmutableArray<Affiliate>? Affiliates { get; init; }

    [Id(11)]
    public ImmutableArray<AcceptedAgreement> Agreements { get; init; } = [];

    [Id(12)]
    public ImmutableArray<PartyMember> Members { get; init; } = [];

    /// <summary>The route of the present submission; null while not submitted.</summary>
    [Id(13)]
    public ApprovalRoute? Route { get; init; }

    /// <summary>Steps taken since the present submission.</summary>
    [Id(14)]
    public ImmutableArray<DutyStep> Steps { get; init; } = [];

    /// <summary>What is to be supplemented, while it is.</summary>
    [Id(15)]
    public ImmutableArray<ReturnedItem> Returned { get; init; } = [];

    [Id(16)]
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The last verification runs out at this instant (excluded); null when never verified.</summary>
    [Id(17)]
    public DateTimeOffset? VerifiedUntil { get; init; }

    [Id(18)]
    public SuspensionCause? Suspension { get; init; }

    [Id(19)]
    public PersonalRef? SuspensionReason { get; init; }

    /// <summary>Who of the centre suspended it, while it is by the centre.</summary>
    [Id(20)]
    public string? SuspendedBy { get; init; }

    [Id(21)]
    public DateTimeOffset? ClosedAt { get; init; }

    [Id(22)]
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>The claim stream of the last submission: what is to be released when another takes its place.</summary>
    [Id(23)]
    public string? ClaimedStream { get; init; }

    /// <summary>Names it was verified under, an organisation's.</summary>
    [Id(24)]
    public ImmutableArray<string> VerifiedNames { get; init; } = [];

    /// <summary>Names it was verified under, a natural person's.</summary>
    [Id(25)]
    public ImmutableArray<PersonalRef> VerifiedPersonNames { get; init; } = [];

    /// <summary>Accounts it was verified with.</summary>
    [Id(26)]
    public ImmutableArray<PersonalRef> VerifiedAccounts { get; init; } = [];

    /// <summary>Everybody with a key in the vault because of this party.</summary>
    [Id(27)]
    public ImmutableSortedSet<string> People { get; init; } = ImmutableSortedSet<string>.Empty;

    /// <summary>Named, but not yet accepted by themselves: they neither act for the party nor see it.</summary>
    [Id(28)]
    public ImmutableArray<PartyMember> Invited { get; init; } = [];

    /// <summary>Where its onboarding stands at an instant: a verification that ran out counts as suspended.</summary>
    public OnboardingStatus StatusAt(DateTimeOffset at) =>
        Status == OnboardingStatus.Verified && at >= VerifiedUntil ? OnboardingStatus.Suspended : Status;

    /// <summary>Whether a user acts for the party at an instant.</summary>
    public bool IsMemberAt(string user, DateTimeOffset at) =>
        Members.Any(member => member.User == user && member.ActsAt(at));

    public bool IsRepresentative(string user) =>
        Members.Any(member => member.User == user && member.Role == MemberRole.Representative);

    /// <summary>What is missing before the form can be submitted, in the form's order; empty when complete.</summary>
    [JsonIgnore]
    public ImmutableArray<PartyItem> Missing
    {
        get
        {
            var missing = ImmutableArray.CreateBuilder<PartyItem>();
            void Need(bool given, PartyItem item)
            {
                if (!given) missing.Add(item);
            }

            Need(IsNaturalPerson ? Identity.PersonName is not null : Identity.Name is not null, PartyItem.Name);
            if (IsNaturalPerson) Need(Identity.IdNumber is not null, PartyItem.IdNumber);
            else Need(Identity.CreditCode is not null, PartyItem.CreditCode);
            Need(Identity.LicenceSha256 is not null, PartyItem.Licence);
            if (!IsNaturalPerson) Need(Identity.LegalRepresentative is not null, PartyItem.LegalRepresentative);
            Need(Mobile is not null, PartyItem.Mobile);
            Need(Account is not null, PartyItem.BankAccount);
            if (!IsNaturalPerson) Need(Invoice is not null, PartyItem.InvoiceData);
            Need(Affiliates is not null, PartyItem.Affiliates);
            Need(Onboarding.Agreements.AreAccepted(Agreements), PartyItem.Agreements);
            return missing.ToImmutable();
        }
    }
}
