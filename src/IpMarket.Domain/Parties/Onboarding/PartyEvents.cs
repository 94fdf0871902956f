using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Parties.Onboarding;

/// <summary>A draft was opened.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.registered/1")]
public sealed record PartyRegistered(
    [property: Id(0)] bool IsNaturalPerson,
    [property: Id(1)] ImmutableArray<PartyKind> Kinds) : IEvent;

/// <summary>A checked fact: identity or kinds.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.described/1")]
public sealed record PartyDescribed(
    [property: Id(0)] PartyIdentity Identity,
    [property: Id(1)] ImmutableArray<PartyKind> Kinds) : IEvent;

/// <summary>Mobile and mail were named.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.contacts-set/1")]
public sealed record ContactsSet([property: Id(0)] PersonalRef Mobile, [property: Id(1)] PersonalRef? Mail) : IEvent;

/// <summary>A checked fact: the account.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.bank-account-set/1")]
public sealed record BankAccountSet([property: Id(0)] PartyAccount Account) : IEvent;

/// <summary>Invoice data were named.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.invoice-data-set/1")]
public sealed record InvoiceDataSet([property: Id(0)] InvoiceData Invoice) : IEvent;

/// <summary>A checked fact: what rules read of the party.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.facts-declared/1")]
public sealed record FactsDeclared([property: Id(0)] ImmutableArray<PartyFact> Facts) : IEvent;

/// <summary>A checked fact: affiliates and controllers, all of them; an empty list says there are none.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.affiliates-declared/1")]
public sealed record AffiliatesDeclared([property: Id(0)] ImmutableArray<Affiliate> Affiliates) : IEvent;

/// <summary>Versions of agreements were accepted.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.agreements-accepted/1")]
public sealed record AgreementsAccepted([property: Id(0)] ImmutableArray<AcceptedAgreement> Agreements) : IEvent;

/// <summary>A user acts for the party from now on; replaces what he was before.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.member-added/1")]
public sealed record MemberAdded([property: Id(0), Secret] PartyMember Member) : IEvent;

/// <summary>A user was named; he acts for the party once he has accepted.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.member-invited/1")]
public sealed record MemberInvited([property: Id(0), Secret] PartyMember Member) : IEvent;

/// <summary>A user no longer acts for the party, or is no longer invited to.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.member-removed/1")]
public sealed record MemberRemoved([property: Id(0), Secret] string User) : IEvent;

/// <summary>
/// Handed in, with the route it will go and the identity it has claimed; <paramref name="ReleasedStream"/> is the one
/// it went by before, given back by a process.
/// </summary>
[GenerateSerializer, Immutable, Alias("parties.party.submitted/1")]
public sealed record PartySubmitted(
    [property: Id(0)] ImmutableArray<CentreRole> Route,
    [property: Id(1)] string ClaimStream,
    [property: Id(2)] string? ReleasedStream) : IEvent;

/// <summary>A step of the route was taken that is not the last.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.step-taken/1")]
public sealed record OnboardingStepTaken([property: Id(0)] CentreRole Role) : IEvent;

/// <summary>补正: the form went back with what is to be supplemented.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.returned/1")]
public sealed record OnboardingReturned([property: Id(0)] ImmutableArray<ReturnedItem> Items) : IEvent;

/// <summary>The last step was taken; good until <paramref name="Until"/> (excluded).</summary>
[GenerateSerializer, Immutable, Alias("parties.party.verified/1")]
public sealed record PartyVerified(
    [property: Id(0)] CentreRole Role,
    [property: Id(1)] DateTimeOffset Until) : ISetsDeadline
{
    string ISetsDeadline.DeadlineKind => Party.VerificationDeadline;

    DateTimeOffset? ISetsDeadline.Due => Until;
}

/// <summary>The party may not list or bid until it is verified again or reinstated.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.suspended/1")]
public sealed record PartySuspended(
    [property: Id(0)] SuspensionCause Cause,
    [property: Id(1)] PersonalRef? Reason) : ISetsDeadline
{
    string ISetsDeadline.DeadlineKind => Party.VerificationDeadline;

    DateTimeOffset? ISetsDeadline.Due => null;
}

/// <summary>The centre lifted its suspension; verified again until <paramref name="Until"/> as before.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.reinstated/1")]
public sealed record PartyReinstated([property: Id(0)] DateTimeOffset Until) : ISetsDeadline
{
    string ISetsDeadline.DeadlineKind => Party.VerificationDeadline;

    DateTimeOffset? ISetsDeadline.Due => Until;
}

/// <summary>Final. The identity it went by is given back by a process.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.closed/1")]
public sealed record PartyClosed(
    [property: Id(0)] PersonalRef? Reason,
    [property: Id(1)] string? ReleasedStream) : ISetsDeadline
{
    string ISetsDeadline.DeadlineKind => Party.VerificationDeadline;

    DateTimeOffset? ISetsDeadline.Due => null;
}

/// <summary>The keys of these people are to be deleted; from now on nothing personal is shown (P3).</summary>
[GenerateSerializer, Immutable, Alias("parties.party.personal-data-erased/1")]
public sealed record PersonalDataErased([property: Id(0)] ImmutableArray<string> People) : IEvent;
