using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Parties.Onboarding;

public sealed partial record Party
{
    public Party Evolve(Recorded recorded) => EvolveForm(recorded) ?? EvolveOnboarding(recorded) ?? this;

    private Party? EvolveForm(Recorded recorded) => recorded.Event switch
    {
        PartyRegistered fact => this with
        {
            Exists = true,
            IsNaturalPerson = fact.IsNaturalPerson,
            Kinds = fact.Kinds,
            People = People.Add(recorded.Stream),
        },
        PartyDescribed fact => Describe(fact),
        ContactsSet fact => With(fact.Mobile, fact.Mail) with { Mobile = fact.Mobile, Mail = fact.Mail },
        BankAccountSet fact => With(fact.Account.Number) with { Account = fact.Account },
        InvoiceDataSet fact => With(fact.Invoice.Details) with { Invoice = fact.Invoice },
        FactsDeclared fact => this with { Facts = fact.Facts },
        AffiliatesDeclared fact => With([.. fact.Affiliates.Select(affiliate => affiliate.PersonName)]) with
        {
            Affiliates = fact.Affiliates,
        },
        AgreementsAccepted fact => this with
        {
            Agreements = Agreements.Where(a => fact.Agreements.All(b => b.Name != a.Name))
                .Concat(fact.Agreements)
                .ToImmutableArray(),
        },
        MemberAdded fact => With(fact.Member.Name) with
        {
            Members = Members.RemoveAll(member => member.User == fact.Member.User).Add(fact.Member),
            Invited = Invited.RemoveAll(member => member.User == fact.Member.User),
        },
        MemberInvited fact => With(fact.Member.Name) with
        {
            Invited = Invited.RemoveAll(member => member.User == fact.Member.User).Add(fact.Member),
        },
        MemberRemoved fact => this with
        {
            Members = Members.RemoveAll(member => member.User == fact.User),
            Invited = Invited.RemoveAll(member => member.User == fact.User),
        },
        _ => null,
    };

    private Party? EvolveOnboarding(Recorded recorded) => recorded.Event switch
    {
        PartySubmitted fact => this with
        {
            Status = OnboardingStatus.Submitted,
            Route = new ApprovalRoute(fact.Route),
            Steps = [],
            Returned = [],
            Suspension = null,
            SuspensionReason = null,
            SubmittedAt = recorded.At,
            ClaimedStream = fact.ClaimStream,
        },
        OnboardingStepTaken fact => this with { Steps = Steps.Add(StepOf(fact.Role, recorded)) },
        OnboardingReturned fact => With([.. fact.Items.Select(item => (PersonalRef?)item.Reason)]) with
        {
            Status = OnboardingStatus.ToBeSupplemented,
            Returned = fact.Items,
            Route = null,
            Steps = [],
        },
        PartyVerified fact => Verify(fact, recorded),
        PartySuspended fact => With(fact.Reason) with
        {
            Status = OnboardingStatus.Suspended,
            Suspension = fact.Cause,
            SuspensionReason = fact.Reason,
            SuspendedBy = fact.Cause == SuspensionCause.ByCentre ? recorded.Actor?.User : null,
        },
        PartyReinstated => this with
        {
            Status = OnboardingStatus.Verified,
            Suspension = null,
            SuspensionReason = null,
            SuspendedBy = null,
        },
        PartyClosed fact => With(fact.Reason) with
        {
            Status = OnboardingStatus.Closed,
            ClosedAt = recorded.At,
            Route = null,
            Steps = [],
        },
        PersonalDataErased => this with { ErasedAt = recorded.At },
        _ => null,
    };

    private static DutyStep StepOf(CentreRole role, Recorded recorded) =>
        new(role, recorded.Actor?.User ?? "", recorded.At);

    /// <summary>Another name makes the account stale: it must be in the party's own name.</summary>
    private Party Describe(PartyDescribed fact)
    {
        var renamed = fact.Identity.Name != Identity.Name
            || (fact.Identity.PersonName is null) != (Identity.PersonName is null);
        return With(fact.Identity.PersonName, fact.Identity.IdNumber, fact.Identity.LegalRepresentative) with
        {
            Identity = fact.Identity,
            Kinds = fact.Kinds,
            Account = renamed ? null : Account,
        };
    }

    private Party Verify(PartyVerified fact, Recorded recorded) => this with
    {
        Status = OnboardingStatus.Verified,
        VerifiedUntil = fact.Until,
        Steps = Steps.Add(StepOf(fact.Role, recorded)),
        VerifiedNames = Remember(VerifiedNames, Identity.Name),
        VerifiedPersonNames = Remember(VerifiedPersonNames, Identity.PersonName),
        VerifiedAccounts = Remember(VerifiedAccounts, Account?.Number),
    };

    private static ImmutableArray<T> Remember<T>(ImmutableArray<T> known, T? next)
        where T : class => next is null
        ? known
        : known.Where(item => !item.Equals(next)).TakeLast(FormerMax - 1).Append(next).ToImmutableArray();

    /// <summary>Notes whose keys these rows use.</summary>
    private Party With(params ReadOnlySpan<PersonalRef?> rows)
    {
        var people = People;
        foreach (var row in rows)
            if (row is not null) people = people.Add(row.Person);
        return ReferenceEquals(people, People) ? this : this with { People = people };
    }
}
