using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Parties.Users;

/// <summary>
/// Makes an account. Roles given at once are for the house's own processes (the first administrator, demo accounts).
/// </summary>
[GenerateSerializer, Immutable, Alias("parties.user.register/1")]
public sealed record RegisterUser(
    [property: Id(0)] UserOrigin Origin,
    [property: Id(1)] ImmutableArray<CentreRole> Roles,
    [property: Id(2), LookedUp] DutyHolder Holder) : ICommand;

/// <summary>Gives a role of the centre; an administrator's.</summary>
[GenerateSerializer, Immutable, Alias("parties.user.grant-centre-role/1")]
public sealed record GrantCentreRole(
    [property: Id(0)] CentreRole Role,
    [property: Id(1), LookedUp] DutyHolder Holder) : ICommand;

/// <summary>Takes a role of the centre back; an administrator's.</summary>
[GenerateSerializer, Immutable, Alias("parties.user.revoke-centre-role/1")]
public sealed record RevokeCentreRole(
    [property: Id(0)] CentreRole Role,
    [property: Id(1), LookedUp] DutyHolder Holder) : ICommand;

/// <summary>Shuts an account for good; an administrator's.</summary>
[GenerateSerializer, Immutable, Alias("parties.user.disable/1")]
public sealed record DisableUser([property: Id(0), LookedUp] DutyHolder Holder) : ICommand;

/// <summary>Why a command on a user is refused, by descending precedence.</summary>
public enum UserRefusal
{
    [RefusalText("只有管理员可以办理。", "Only an administrator may do this.", Status = 403)]
    AdministratorOnly,

    [RefusalText("没有这个用户。", "There is no such user.", Status = 404)]
    UserUnknown,

    [RefusalText("用户已存在。", "The user exists already.")]
    UserExists,

    [RefusalText("账号已停用。", "The account is shut.")]
    UserShut,

    [RefusalText("自行注册的账号代表交易主体，不能担任中心岗位。", "An account that acts for parties takes no role of the centre.")]
    NotOfTheCentre,

    [RefusalText("管理员不得担任业务岗位。", "An administrator never takes a business role.")]
    AdministratorTakesNoBusinessRole,

    [RefusalText("担任过业务岗位的人员不得成为管理员。", "Who has held a business role never becomes administrator.")]
    BusinessRoleBarsAdministrator,

    [RefusalText("该人员已担任“{role}”。", "The user holds the role {role} already.")]
    RoleHeld,

    [RefusalText("该人员未担任“{role}”。", "The user does not hold the role {role}.")]
    RoleNotHeld,

    [RefusalText("不得停用自己，也不得撤销自己的管理员岗位。", "Nobody shuts his own account or takes his own administrator role.")]
    OwnAccount,
}
