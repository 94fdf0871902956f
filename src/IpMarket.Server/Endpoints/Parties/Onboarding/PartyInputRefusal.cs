using IpMarket.Domain.Kernel;

namespace IpMarket.Server.Endpoints.Parties.Onboarding;

/// <summary>Why what was typed into a party's form is not taken, by descending precedence.</summary>
public enum PartyInputRefusal
{
    [RefusalText("请说明为哪个交易主体办理。", "Say for which party.", Status = 400)]
    PartyNotNamed,

    [RefusalText(
        "统一社会信用代码不正确（18 位，含校验码）。",
        "The credit code is not valid (18 characters, check character).",
        Status = 400)]
    CreditCodeInvalid,

    [RefusalText("公民身份号码不正确（18 位，含校验码）。", "The ID number is not valid (18 characters, check character).", Status = 400)]
    IdNumberInvalid,

    [RefusalText("手机号码不正确。", "The mobile number is not valid.", Status = 400)]
    MobileInvalid,

    [RefusalText("电子邮箱地址不正确。", "The mail address is not valid.", Status = 400)]
    MailInvalid,

    [RefusalText(
        "银行账号不正确（{min} 至 {max} 位数字）。",
        "The account number is not valid ({min} to {max} digits).",
        Status = 400)]
    AccountInvalid,

    [RefusalText("关联方须填写统一社会信用代码或身份号码其中之一。", "An affiliate has either a credit code or an ID number.", Status = 400)]
    AffiliateNotIdentified,

    [RefusalText("该扫描件尚未上传。", "This scan has not been uploaded.")]
    ScanUnknown,

    [RefusalText("没有使用该邮箱的账号；请对方先注册。", "Nobody has an account under this address; ask them to register.")]
    AccountUnknown,

    [RefusalText("交易中心人员不得代表交易主体。", "The centre's people do not act for parties.", Status = 403)]
    OfTheCentre,
}
