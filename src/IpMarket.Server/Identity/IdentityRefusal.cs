using IpMarket.Domain.Kernel;

namespace IpMarket.Server.Identity;

/// <summary>Why a sign-in or a new account is refused, by descending precedence.</summary>
public enum IdentityRefusal
{
    [RefusalText(
        "连续输错密码，账号已锁定 {minutes} 分钟。",
        "Too many wrong passwords; the account is locked for {minutes} minutes.",
        Status = 401)]
    LockedOut,

    [RefusalText("邮箱或密码不正确。", "The address or the password is wrong.", Status = 401)]
    LoginFailed,

    [RefusalText("账号已停用。", "The account is shut.", Status = 401)]
    AccountShut,

    [RefusalText("邮箱地址格式不正确。", "This is not a mail address.", Status = 400)]
    EmailMalformed,

    [RefusalText("该邮箱已注册。", "There is an account with this address.")]
    EmailTaken,

    [RefusalText(
        "密码须为 {min} 至 {max} 个字符，并至少含 {unique} 个不同字符。",
        "A password has {min} to {max} characters, at least {unique} of them different.",
        Status = 400)]
    PasswordTooWeak,

    [RefusalText("设置密码的链接无效或已使用。", "The link to set a password is not, or no longer, good.", Status = 400)]
    InviteInvalid,

    [RefusalText("该账号已设置密码，无需再次邀请。", "The account has a password; it needs no invitation.")]
    PasswordIsSet,
}
