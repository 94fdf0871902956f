using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Parties.Onboarding;

/// <summary>What a user may do with a party now; the words are the last segments of the routes that do it.</summary>
public static class PartyAbilities
{
    public static ImmutableArray<string> Of(Party party, DutyHolder holder, Moment moment)
    {
        var able = ImmutableArray.CreateBuilder<string>();
        void Add(bool may, string ability)
        {
            if (may) able.Add(ability);
        }

        Add(ReadsPersonal(party, holder, moment), "read-personal");
        if (party.Status == OnboardingStatus.Closed)
        {
            Add(holder.Is(CentreRole.Administrator, moment.At) && party.ErasedAt is null, "erase");
            return able.ToImmutable();
        }

        var user = moment.Actor.User;
        var member = party.IsMemberAt(user, moment.At);
        var open = party.Status != OnboardingStatus.Submitted && party.Suspension != SuspensionCause.ByCentre;
        Add(member && open, "edit");
        Add(member && open && party.StatusAt(moment.At) != OnboardingStatus.Verified, "submit");
        Add(party.IsRepresentative(user), "members");
        Add(party.IsRepresentative(user) || holder.Is(CentreRole.Approver, moment.At), "close");
        if (party.Members.Any(known => known.User == user)) return able.ToImmutable();

        if (party is { Status: OnboardingStatus.Submitted, Route: { } route })
        {
            var next = Duties.Next(route, party.Steps, holder, moment).IsAccepted;
            Add(next && party.Steps.IsEmpty, "handle");
            Add(next && !party.Steps.IsEmpty, "verify");
            Add(next, "return");
        }

        var decides = PartyOnboardingDecider.DecidesOnSuspension(holder, moment);
        Add(decides && party.Status == OnboardingStatus.Verified, "suspend");
        Add(decides && party.Suspension == SuspensionCause.ByCentre && party.SuspendedBy != user, "reinstate");
        return able.ToImmutable();
    }

    /// <summary>Whether he sees that the party exists and its open data: its members and the centre's desk.</summary>
    public static bool Sees(Party party, DutyHolder holder, Moment moment) =>
        ReadsPersonal(party, holder, moment)
        || holder.ReadsTheDesk(moment.At)
        || holder.Roles.Contains(CentreRole.Administrator);

    /// <summary>
    /// Whether he sees names, numbers and scans whole: the party's acting members, and the centre's handlers, reviewers
    /// and approvers. Nobody once the data is erased.
    /// </summary>
    public static bool ReadsPersonal(Party party, DutyHolder holder, Moment moment) =>
        party.ErasedAt is null
        && (party.IsMemberAt(moment.Actor.User, moment.At)
            || holder.Is(CentreRole.Handler, moment.At)
            || holder.Is(CentreRole.Reviewer, moment.At)
            || holder.Is(CentreRole.Approver, moment.At));
}
