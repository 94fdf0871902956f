using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Parties.Approvals;

/// <summary>
/// Duties apart (P11), the one rule for every document: each step of its route is taken by another person, in the role
/// the route names. So nobody reviews or approves what he handled.
/// </summary>
public static class Duties
{
    /// <summary>
    /// The step that <paramref name="moment"/>'s actor takes next, or why it is not his. Who may take it may also send
    /// the document back.
    /// </summary>
    /// <param name="route">The route the document was submitted under.</param>
    /// <param name="taken">The steps taken since that submission, in order.</param>
    /// <param name="holder">What was looked up about the actor.</param>
    /// <param name="moment">The instant and the actor.</param>
    public static Outcome<DutyStep> Next(
        ApprovalRoute route, ImmutableArray<DutyStep> taken, DutyHolder holder, Moment moment)
    {
        if (taken.Length >= route.Steps.Length) return Refusal.Of(DutyRefusal.RouteFinished);
        var role = route.Steps[taken.Length];
        if (!holder.Is(role, moment.At)) return Refusal.Of(DutyRefusal.RoleMissing, ("role", role));
        if (taken.Any(step => step.User == moment.Actor.User)) return Refusal.Of(DutyRefusal.ActedAlready);
        return new DutyStep(role, moment.Actor.User);
    }
}

/// <summary>Why a step of a route is not the actor's, by descending precedence.</summary>
public enum DutyRefusal
{
    [RefusalText("审批步骤已全部完成。", "Every step of the route is taken.")]
    RouteFinished,

    [RefusalText(
        "本步骤须由岗位“{role}”办理，您不在该岗位。",
        "This step belongs to the role {role}, which you do not hold.",
        Status = 403)]
    RoleMissing,

    [RefusalText(
        "您已办理过本件的前一步骤；经办、复核、负责人须为不同人员。",
        "You have taken an earlier step of this document; each step needs another person.",
        Status = 403)]
    ActedAlready,
}
