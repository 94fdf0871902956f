using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Parties.Approvals;

/// <summary>Why a route or a deputyship is not set, by descending precedence.</summary>
public enum ApprovalRoutesRefusal
{
    [RefusalText("审批流程和代理由负责人设定。", "Routes and deputies are set by an approver.", Status = 403)]
    ApproverOnly,

    [RefusalText(
        "审批流程须为一至三步，第一步为经办，其后为复核或负责人，次序不得颠倒。",
        "A route has one to three steps: the handler first, then reviewers, then approvers.")]
    RouteMalformed,

    [RefusalText("该类文件的审批流程至少 {min} 步。", "A route of this kind has at least {min} steps.")]
    RouteTooShort,

    [RefusalText("代理期限须有先后，且不得早于现在。", "A deputyship ends after it begins and in the future.")]
    DatesMalformed,

    [RefusalText("不得由本人代理本人。", "Nobody is his own deputy.")]
    OwnDeputy,

    [RefusalText("被代理人不在岗位“{role}”。", "The holder does not hold the role {role}.")]
    HolderLacksRole,

    [RefusalText(
        "代理人须为中心业务人员，且不得为管理员。",
        "A deputy must be one of the centre's people and not an administrator.")]
    DeputyNotEligible,

    [RefusalText("现有代理已达 {max} 项。", "There are {max} deputyships already.")]
    TooManyDeputyships,

    [RefusalText("没有这项代理。", "There is no such deputyship.", Status = 404)]
    DeputyshipUnknown,
}

/// <summary>Rules of routes and deputies.</summary>
public static class ApprovalRoutesDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(ApprovalRoutes routes, SetApprovalRoute command, Moment moment)
    {
        if (!MaySet(command.Holder, moment)) return Decided.No(ApprovalRoutesRefusal.ApproverOnly);
        if (!new ApprovalRoute(command.Steps).IsWellFormed) return Decided.No(ApprovalRoutesRefusal.RouteMalformed);
        var min = ApprovalRoute.StepsMin(command.Kind);
        return command.Steps.Length < min
            ? Decided.No(ApprovalRoutesRefusal.RouteTooShort, ("min", min))
            : Decided.As(new ApprovalRouteSet(command.Kind, command.Steps));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(ApprovalRoutes routes, AppointDeputy command, Moment moment)
    {
        var wish = command.Deputyship;
        if (!MaySet(command.Holder, moment)) return Decided.No(ApprovalRoutesRefusal.ApproverOnly);
        if (wish.Until <= wish.From || wish.Until <= moment.At) return Decided.No(ApprovalRoutesRefusal.DatesMalformed);
        if (wish.Holder == wish.Deputy) return Decided.No(ApprovalRoutesRefusal.OwnDeputy);
        if (wish.Role == CentreRole.Administrator || !command.RolesOfHolder.Contains(wish.Role))
            return Decided.No(ApprovalRoutesRefusal.HolderLacksRole, ("role", wish.Role));
        if (command.RolesOfDeputy.IsEmpty || command.RolesOfDeputy.Contains(CentreRole.Administrator))
            return Decided.No(ApprovalRoutesRefusal.DeputyNotEligible);
        return routes.Deputyships.Count(d => d.Until > moment.At) >= ApprovalRoutes.DeputyshipsMax
            ? Decided.No(ApprovalRoutesRefusal.TooManyDeputyships, ("max", ApprovalRoutes.DeputyshipsMax))
            : Decided.As(new DeputyAppointed(wish));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(ApprovalRoutes routes, EndDeputyship command, Moment moment)
    {
        if (!MaySet(command.Holder, moment)) return Decided.No(ApprovalRoutesRefusal.ApproverOnly);
        return routes.Deputyships.Contains(command.Deputyship)
            ? Decided.As(new DeputyshipEnded(command.Deputyship))
            : Decided.No(ApprovalRoutesRefusal.DeputyshipUnknown);
    }

    /// <summary>An approver of his own right: a deputy names no further deputies.</summary>
    private static bool MaySet(DutyHolder holder, Moment moment) =>
        new DutyHolder(holder.Roles, []).Is(CentreRole.Approver, moment.At);
}
