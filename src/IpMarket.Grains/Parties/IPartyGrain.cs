using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Kernel;
using Orleans.Concurrency;

namespace IpMarket.Grains.Parties;

/// <summary>A party (交易主体) as the other areas ask for it. Key: its stream, <c>party:…</c>.</summary>
[Alias("parties.IPartyGrain")]
public interface IPartyGrain : IGrainWithStringKey
{
    /// <summary>
    /// What may be known of it now, affiliates that are parties of the market resolved; null when there is no such
    /// party.
    /// </summary>
    [AlwaysInterleave, Alias("Standing")]
    Task<PartyStanding?> Standing();

    /// <summary>
    /// Its name and the names it was verified under before; empty when there is none or they were erased.
    /// </summary>
    [AlwaysInterleave, Alias("Names")]
    Task<ImmutableArray<string>> Names();

    /// <summary>Whether an account number, however it is spelt, is one it was or is to be verified with.</summary>
    [AlwaysInterleave, Alias("OwnsAccount")]
    Task<bool> OwnsAccount(string account);

    /// <summary>Whether a user acts for it now.</summary>
    [AlwaysInterleave, Alias("IsMember")]
    Task<bool> IsMember(string user);

    /// <summary>The whole state, without anything personal.</summary>
    [AlwaysInterleave, Alias("Get")]
    Task<Versioned<Party>> Get();

    [AlwaysInterleave, Alias("Register")]
    Task<Outcome<Accepted>> Register(CommandContext context, RegisterParty command);
}

/// <summary>The party's own form. Key: its stream.</summary>
[Alias("parties.IPartyFormGrain")]
public interface IPartyFormGrain : IGrainWithStringKey
{
    [AlwaysInterleave, Alias("Describe")]
    Task<Outcome<Accepted>> Describe(CommandContext context, DescribeParty command);

    [AlwaysInterleave, Alias("SetContacts")]
    Task<Outcome<Accepted>> SetContacts(CommandContext context, SetContacts command);

    [AlwaysInterleave, Alias("SetBankAccount")]
    Task<Outcome<Accepted>> SetBankAccount(CommandContext context, SetBankAccount command);

    [AlwaysInterleave, Alias("SetInvoiceData")]
    Task<Outcome<Accepted>> SetInvoiceData(CommandContext context, SetInvoiceData command);

    [AlwaysInterleave, Alias("DeclareFacts")]
    Task<Outcome<Accepted>> DeclareFacts(CommandContext context, DeclareFacts command);

    [AlwaysInterleave, Alias("DeclareAffiliates")]
    Task<Outcome<Accepted>> DeclareAffiliates(CommandContext context, DeclareAffiliates command);

    [AlwaysInterleave, Alias("AcceptAgreements")]
    Task<Outcome<Accepted>> AcceptAgreements(CommandContext context, AcceptAgreements command);

    [AlwaysInterleave, Alias("AddMember")]
    Task<Outcome<Accepted>> AddMember(CommandContext context, AddMember command);

    [AlwaysInterleave, Alias("AcceptMembership")]
    Task<Outcome<Accepted>> AcceptMembership(CommandContext context, AcceptMembership command);

    [AlwaysInterleave, Alias("RemoveMember")]
    Task<Outcome<Accepted>> RemoveMember(CommandContext context, RemoveMember command);
}

/// <summary>The party's onboarding, from handing in to erasure. Key: its stream.</summary>
[Alias("parties.IPartyOnboardingGrain")]
public interface IPartyOnboardingGrain : IWakeable
{
    /// <summary>Claims its credit code or ID number first; a duplicate is refused and nothing is handed in.</summary>
    [AlwaysInterleave, Alias("Submit")]
    Task<Outcome<Accepted>> Submit(CommandContext context);

    /// <summary>
    /// Gives an identity back that the party claimed once, unless it goes by it. By the house's processes; null when it
    /// is not held any more.
    /// </summary>
    [AlwaysInterleave, Alias("ReleaseClaim")]
    Task<Refusal?> ReleaseClaim(CommandContext context, string stream);

    [AlwaysInterleave, Alias("Handle")]
    Task<Outcome<Accepted>> Handle(CommandContext context, HandleOnboarding command);

    [AlwaysInterleave, Alias("Verify")]
    Task<Outcome<Accepted>> Verify(CommandContext context, VerifyParty command);

    [AlwaysInterleave, Alias("Return")]
    Task<Outcome<Accepted>> Return(CommandContext context, ReturnOnboarding command);

    [AlwaysInterleave, Alias("Suspend")]
    Task<Outcome<Accepted>> Suspend(CommandContext context, SuspendParty command);

    [AlwaysInterleave, Alias("Reinstate")]
    Task<Outcome<Accepted>> Reinstate(CommandContext context, ReinstateParty command);

    [AlwaysInterleave, Alias("Expire")]
    Task<Outcome<Accepted>> Expire(CommandContext context, ExpireVerification command);

    [AlwaysInterleave, Alias("Close")]
    Task<Outcome<Accepted>> Close(CommandContext context, CloseParty command);

    [AlwaysInterleave, Alias("Erase")]
    Task<Outcome<Accepted>> Erase(CommandContext context, ErasePersonalData command);
}
