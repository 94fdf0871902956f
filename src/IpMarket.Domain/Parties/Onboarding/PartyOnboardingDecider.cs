using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Parties.Onboarding;

/// <summary>Rules of the onboarding: handed in, checked step by step by different people, good for a year.</summary>
public static class PartyOnboardingDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, SubmitParty command, Moment moment)
    {
        if (PartyFormDecider.Barred(party, moment) is { } refusal) return refusal;
        if (party.Status == OnboardingStatus.Submitted) return Decided.No(PartyRefusal.UnderReview);
        if (party.Suspension == SuspensionCause.ByCentre) return Decided.No(PartyRefusal.SuspendedByCentre);
        if (party.StatusAt(moment.At) == OnboardingStatus.Verified) return WrongStatus(party);
        if (party.Missing is { IsEmpty: false } missing)
            return Decided.No(PartyRefusal.Incomplete, ("missing", string.Join(", ", missing)));
        var claim = party.Identity.ClaimStream!;
        if (command.ClaimedStream != claim) return Decided.No(PartyRefusal.IdentityNotClaimed);
        var released = party.ClaimedStream == claim ? null : party.ClaimedStream;
        return Decided.As(new PartySubmitted(command.Route.Steps, claim, released));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, HandleOnboarding command, Moment moment)
    {
        if (NotOnTheDesk(party, moment) is { } refusal) return refusal;
        return party.Steps.IsEmpty ? TakeStep(party, command.Holder, moment) : Decided.No(PartyRefusal.HandledAlready);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, VerifyParty command, Moment moment)
    {
        if (NotOnTheDesk(party, moment) is { } refusal) return refusal;
        return party.Steps.IsEmpty ? Decided.No(PartyRefusal.NotHandled) : TakeStep(party, command.Holder, moment);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, ReturnOnboarding command, Moment moment)
    {
        if (NotOnTheDesk(party, moment) is { } refusal) return refusal;
        var step = Duties.Next(party.Route!, party.Steps, command.Holder, moment);
        if (step.Refusal is not null) return step.Refusal;
        return command.Items.IsDefaultOrEmpty
            || command.Items.DistinctBy(item => item.Item).Count() != command.Items.Length
            ? Decided.No(PartyRefusal.ReasonsMissing)
            : Decided.As(new OnboardingReturned(command.Items));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, SuspendParty command, Moment moment)
    {
        if (NotForTheCentre(party, moment) is { } refusal) return refusal;
        if (!DecidesOnSuspension(command.Holder, moment)) return Decided.No(PartyRefusal.ReviewersOnly);
        return party.Status == OnboardingStatus.Verified
            ? Decided.As(new PartySuspended(SuspensionCause.ByCentre, command.Reason))
            : WrongStatus(party);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, ReinstateParty command, Moment moment)
    {
        if (NotForTheCentre(party, moment) is { } refusal) return refusal;
        if (!DecidesOnSuspension(command.Holder, moment)) return Decided.No(PartyRefusal.ReviewersOnly);
        if (party.Status != OnboardingStatus.Suspended || party.Suspension != SuspensionCause.ByCentre)
            return WrongStatus(party);
        if (party.SuspendedBy == moment.Actor.User) return Decided.No(PartyRefusal.LiftedByAnother);
        return moment.At < party.VerifiedUntil
            ? Decided.As(new PartyReinstated(party.VerifiedUntil.Value))
            : Decided.As(new PartySuspended(SuspensionCause.YearPassed, null));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, ExpireVerification command, Moment moment) =>
        party.Status == OnboardingStatus.Verified && moment.At >= party.VerifiedUntil
            ? Decided.As(new PartySuspended(SuspensionCause.YearPassed, null))
            : Decided.No(PartyRefusal.NotDue);

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, CloseParty command, Moment moment)
    {
        if (!party.Exists) return Decided.No(PartyRefusal.PartyUnknown);
        if (!party.IsRepresentative(moment.Actor.User) && !command.Holder.Is(CentreRole.Approver, moment.At))
            return Decided.No(PartyRefusal.RepresentativesOnly);
        return party.Status == OnboardingStatus.Closed
            ? Decided.No(PartyRefusal.Closed)
            : Decided.As(new PartyClosed(command.Reason, party.ClaimedStream));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, ErasePersonalData command, Moment moment)
    {
        if (!party.Exists) return Decided.No(PartyRefusal.PartyUnknown);
        if (!command.Holder.Is(CentreRole.Administrator, moment.At)) return Decided.No(PartyRefusal.AdministratorsOnly);
        if (party.Status != OnboardingStatus.Closed) return Decided.No(PartyRefusal.NotClosed);
        return party.ErasedAt is { } erased
            ? Decided.No(PartyRefusal.ErasedAlready, ("at", erased))
            : Decided.As(new PersonalDataErased([.. party.People]));
    }

    /// <summary>Whether he may suspend and reinstate.</summary>
    internal static bool DecidesOnSuspension(DutyHolder holder, Moment moment) =>
        holder.Is(CentreRole.Reviewer, moment.At) || holder.Is(CentreRole.Approver, moment.At);

    private static Outcome<IReadOnlyList<IEvent>> TakeStep(Party party, DutyHolder holder, Moment moment)
    {
        var step = Duties.Next(party.Route!, party.Steps, holder, moment);
        if (step.Refusal is not null) return step.Refusal;
        return party.Route!.IsLastAfter(party.Steps.Length)
            ? Decided.As(new PartyVerified(step.Value.Role, moment.At.AddYears(1)))
            : Decided.As(new OnboardingStepTaken(step.Value.Role));
    }

    private static Refusal? NotOnTheDesk(Party party, Moment moment) =>
        NotForTheCentre(party, moment)
        ?? (party.Status == OnboardingStatus.Submitted ? null : WrongStatus(party).Refusal);

    private static Refusal? NotForTheCentre(Party party, Moment moment)
    {
        if (!party.Exists) return Refusal.Of(PartyRefusal.PartyUnknown);
        return party.Members.Any(member => member.User == moment.Actor.User)
            ? Refusal.Of(PartyRefusal.OwnMatter)
            : null;
    }

    private static Outcome<IReadOnlyList<IEvent>> WrongStatus(Party party) => party.Status == OnboardingStatus.Closed
        ? Decided.No(PartyRefusal.Closed)
        : Decided.No(PartyRefusal.WrongStatus, ("status", party.Status));
}
