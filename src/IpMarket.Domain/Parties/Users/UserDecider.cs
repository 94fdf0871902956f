using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Parties.Users;

/// <summary>
/// Rules of accounts. Administration and business are apart for good (P11): who ever held the one never gets the other.
/// </summary>
public static class UserDecider
{
    /// <summary>
    /// What acts for the house itself at the server's own machine: the first administrator, demo accounts.
    /// </summary>
    public static readonly Actor House = Actor.Process("accounts");

    public static Outcome<IReadOnlyList<IEvent>> Decide(User user, RegisterUser command, Moment moment)
    {
        var byHouse = moment.Actor == House;
        var allowed = command.Origin switch
        {
            UserOrigin.SelfRegistered => command.Roles.IsEmpty,
            UserOrigin.Invited => command.Roles.IsEmpty && IsAdministrator(command.Holder, moment),
            _ => byHouse,
        };
        if (!allowed) return Decided.No(UserRefusal.AdministratorOnly);

        if (user.Exists) return Decided.No(UserRefusal.UserExists);
        if (command.Roles.Contains(CentreRole.Administrator)
            && command.Roles.Any(role => role != CentreRole.Administrator))
        {
            return Decided.No(UserRefusal.AdministratorTakesNoBusinessRole);
        }

        var granted = command.Roles.Distinct().Select(role => new CentreRoleGranted(role));
        return Decided.As([new UserRegistered(command.Origin), .. granted]);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(User user, GrantCentreRole command, Moment moment)
    {
        if (Barred(user, command.Holder, moment) is { } refusal) return refusal;
        if (!user.IsOfTheCentre) return Decided.No(UserRefusal.NotOfTheCentre);
        if (user.Roles.Contains(command.Role))
            return Decided.No(UserRefusal.RoleHeld, ("role", command.Role));
        if (command.Role != CentreRole.Administrator && user.EverHeld.Contains(CentreRole.Administrator))
            return Decided.No(UserRefusal.AdministratorTakesNoBusinessRole);
        return command.Role == CentreRole.Administrator && user.EverHeld.Any(role => role != CentreRole.Administrator)
            ? Decided.No(UserRefusal.BusinessRoleBarsAdministrator)
            : Decided.As(new CentreRoleGranted(command.Role));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(User user, RevokeCentreRole command, Moment moment)
    {
        if (Barred(user, command.Holder, moment) is { } refusal) return refusal;
        if (!user.Roles.Contains(command.Role))
            return Decided.No(UserRefusal.RoleNotHeld, ("role", command.Role));
        return command.Role == CentreRole.Administrator && user.Id == moment.Actor.User
            ? Decided.No(UserRefusal.OwnAccount)
            : Decided.As(new CentreRoleRevoked(command.Role));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(User user, DisableUser command, Moment moment)
    {
        if (Barred(user, command.Holder, moment) is { } refusal) return refusal;
        return user.Id == moment.Actor.User ? Decided.No(UserRefusal.OwnAccount) : Decided.As(new UserDisabled());
    }

    private static Refusal? Barred(User user, DutyHolder holder, Moment moment)
    {
        if (!IsAdministrator(holder, moment)) return Refusal.Of(UserRefusal.AdministratorOnly);
        if (!user.Exists) return Refusal.Of(UserRefusal.UserUnknown);
        return user.DisabledAt is null ? null : Refusal.Of(UserRefusal.UserShut);
    }

    private static bool IsAdministrator(DutyHolder holder, Moment moment) =>
        holder.Is(CentreRole.Administrator, moment.At);
}
