using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Parties.Onboarding;

/// <summary>Opens a draft; who opens it is its first representative. By any user.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.register/1")]
public sealed record RegisterParty(
    [property: Id(0)] bool IsNaturalPerson,
    [property: Id(1)] ImmutableArray<PartyKind> Kinds) : ICommand;

/// <summary>Says who the party is. By a member.</summary>
/// <param name="Identity">Replaces what stood there.</param>
/// <param name="Kinds">At least one.</param>
/// <param name="SamePersonal">Whether the vault's texts it refers to say the same as those it replaces.</param>
[GenerateSerializer, Immutable, Alias("parties.party.describe/1")]
public sealed record DescribeParty(
    [property: Id(0)] PartyIdentity Identity,
    [property: Id(1)] ImmutableArray<PartyKind> Kinds,
    [property: Id(2), LookedUp] bool SamePersonal) : ICommand;

/// <summary>Names mobile and, where there is one, mail. By a member.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.set-contacts/1")]
public sealed record SetContacts([property: Id(0)] PersonalRef Mobile, [property: Id(1)] PersonalRef? Mail) : ICommand;

/// <summary>Names the account. By a member.</summary>
/// <param name="Account">Replaces what stood there.</param>
/// <param name="InOwnName">Whether the stated holder is the party, width folded.</param>
/// <param name="SameNumber">Whether the number is the one that stood there.</param>
[GenerateSerializer, Immutable, Alias("parties.party.set-bank-account/1")]
public sealed record SetBankAccount(
    [property: Id(0)] PartyAccount Account,
    [property: Id(1), LookedUp] bool InOwnName,
    [property: Id(2), LookedUp] bool SameNumber) : ICommand;

/// <summary>Says how the party is invoiced. By a member.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.set-invoice-data/1")]
public sealed record SetInvoiceData([property: Id(0)] InvoiceData Invoice) : ICommand;

/// <summary>States the facts rules read (P1), each with its document; replaces what stood. By a member.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.declare-facts/1")]
public sealed record DeclareFacts([property: Id(0)] ImmutableArray<PartyFact> Facts) : ICommand;

/// <summary>States the affiliates, or that there are none; replaces what stood. By a member.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.declare-affiliates/1")]
public sealed record DeclareAffiliates([property: Id(0)] ImmutableArray<Affiliate> Affiliates) : ICommand;

/// <summary>Accepts versions in force. By a member.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.accept-agreements/1")]
public sealed record AcceptAgreements([property: Id(0)] ImmutableArray<AcceptedAgreement> Agreements) : ICommand;

/// <summary>Names a user who acts for the party once he accepts; a member's role changes at once. By a
/// representative.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.add-member/1")]
public sealed record AddMember([property: Id(0)] PartyMember Member) : ICommand;

/// <summary>Accepts to act for the party. By the user who was named.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.accept-membership/1")]
public sealed record AcceptMembership : ICommand;

/// <summary>Takes a user's right, or his invitation, to act for the party. By a representative.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.remove-member/1")]
public sealed record RemoveMember([property: Id(0)] string User) : ICommand;

/// <summary>Hands the form in. By a member.</summary>
/// <param name="Route">The route in force.</param>
/// <param name="ClaimedStream">The identity the house has claimed for the party before; null when none is
/// given.</param>
[GenerateSerializer, Immutable, Alias("parties.party.submit/1")]
public sealed record SubmitParty(
    [property: Id(0), LookedUp] ApprovalRoute Route,
    [property: Id(1), LookedUp] string? ClaimedStream) : ICommand;

/// <summary>The handler finds the form complete. By a handler.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.handle/1")]
public sealed record HandleOnboarding([property: Id(0), LookedUp] DutyHolder Holder) : ICommand;

/// <summary>Takes a later step of the route; the last one verifies. By the step's role, another person each.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.verify/1")]
public sealed record VerifyParty([property: Id(0), LookedUp] DutyHolder Holder) : ICommand;

/// <summary>Sends the form back. By who may take the next step.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.return/1")]
public sealed record ReturnOnboarding(
    [property: Id(0)] ImmutableArray<ReturnedItem> Items,
    [property: Id(1), LookedUp] DutyHolder Holder) : ICommand;

/// <summary>Stops a verified party. By a reviewer or approver.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.suspend/1")]
public sealed record SuspendParty(
    [property: Id(0)] PersonalRef Reason,
    [property: Id(1), LookedUp] DutyHolder Holder) : ICommand;

/// <summary>Lifts the centre's suspension. By a reviewer or approver who did not decide it.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.reinstate/1")]
public sealed record ReinstateParty([property: Id(0), LookedUp] DutyHolder Holder) : ICommand;

/// <summary>The year is over. By the house.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.expire-verification/1")]
public sealed record ExpireVerification : ICommand;

/// <summary>Ends the party. By a representative of it or an approver.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.close/1")]
public sealed record CloseParty(
    [property: Id(0)] PersonalRef? Reason,
    [property: Id(1), LookedUp] DutyHolder Holder) : ICommand;

/// <summary>Deletes the personal data of a closed party's people (个人信息保护法 47). By the administrator.</summary>
[GenerateSerializer, Immutable, Alias("parties.party.erase/1")]
public sealed record ErasePersonalData([property: Id(0), LookedUp] DutyHolder Holder) : ICommand;
