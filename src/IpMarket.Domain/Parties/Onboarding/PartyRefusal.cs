using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Parties.Onboarding;

/// <summary>Why a command on a party is refused, by descending precedence.</summary>
public enum PartyRefusal
{
    [RefusalText("没有这个交易主体。", "There is no such party.", Status = 404)]
    PartyUnknown,

    [RefusalText("没有给您的这份邀请。", "There is no such invitation for you.", Status = 404)]
    NotInvited,

    [RefusalText("交易主体已存在。", "The party exists already.")]
    AlreadyRegistered,

    [RefusalText("您不是该交易主体的成员，或者授权已到期。",
        "You do not act for this party, or your power of attorney has expired.",
        Status = 403)]
    MembersOnly,

    [RefusalText("只有该主体的代表可以办理。", "Only a representative of the party may do this.", Status = 403)]
    RepresentativesOnly,

    [RefusalText("您是该交易主体的成员，不得办理其认证。", "You act for this party and cannot decide on it.", Status = 403)]
    OwnMatter,

    [RefusalText("只有复核人员或负责人可以办理。", "Only a reviewer or an approver may do this.", Status = 403)]
    ReviewersOnly,

    [RefusalText("暂停由您作出，须由他人解除。", "You decided the suspension; another person must lift it.", Status = 403)]
    LiftedByAnother,

    [RefusalText("只有管理员可以删除个人信息。", "Only an administrator may erase personal data.", Status = 403)]
    AdministratorsOnly,

    [RefusalText("交易主体已注销。", "The party is closed.")]
    Closed,

    [RefusalText("交易主体尚未注销，不得删除个人信息。", "The party is not closed; its personal data stays.")]
    NotClosed,

    [RefusalText("个人信息已于 {at} 删除。", "The personal data was erased on {at}.")]
    ErasedAlready,

    [RefusalText("资料正在审核，暂不能修改或再次提交。", "The form is under review and cannot be changed or submitted.")]
    UnderReview,

    [RefusalText("主体当前状态为“{status}”，不能进行此操作。", "The party is {status}; this cannot be done now.")]
    WrongStatus,

    [RefusalText("交易中心已暂停该主体，解除前不能提交。", "The centre has suspended the party; it cannot submit until lifted.")]
    SuspendedByCentre,

    [RefusalText("尚未到重新核验日期。", "The verification has not run out.")]
    NotDue,

    [RefusalText("至少选择一种主体类型，且须与主体性质相符。", "Choose at least one kind, and one that fits the party.")]
    KindsMismatch,

    [RefusalText("资料与主体性质不符：单位填名称和统一社会信用代码，自然人填姓名和身份号码。",
        "The form does not fit: organisations give name and credit code, persons name and ID number.")]
    FormMismatch,

    [RefusalText("银行账户户名须与主体名称一致。", "The account must be in the party's own name.")]
    AccountNotInOwnName,

    [RefusalText("同类事实只能申报一次。", "Each fact is declared once.")]
    FactTwice,

    [RefusalText("关联方最多 {max} 个。", "At most {max} affiliates.")]
    TooManyAffiliates,

    [RefusalText("主体不能是自己的关联方。", "A party is not its own affiliate.")]
    OwnAffiliate,

    [RefusalText("协议“{name}”的版本 {version} 不是现行版本。", "Version {version} of {name} is not the current one.")]
    AgreementNotCurrent,

    [RefusalText("经办人须有姓名、授权委托书和未到期的期限。",
        "An agent needs a name and a power of attorney that has not expired.")]
    PowerOfAttorneyMissing,

    [RefusalText("成员最多 {max} 人。", "At most {max} members.")]
    TooManyMembers,

    [RefusalText("一个主体最多保存 {max} 份扫描件。", "At most {max} scans are kept for a party.")]
    TooManyScans,

    [RefusalText("您已代表 {max} 个交易主体，不能再登记。", "You act for {max} parties already and cannot register another.")]
    TooManyParties,

    [RefusalText("没有这名成员。", "There is no such member.")]
    MemberUnknown,

    [RefusalText("至少保留一名代表。", "One representative must remain.")]
    LastRepresentative,

    [RefusalText("资料不完整，缺少：{missing}。", "The form is incomplete: {missing}.")]
    Incomplete,

    [RefusalText("名称或证件号码刚刚变更，请重试。", "The code or number changed just now; try again.")]
    IdentityNotClaimed,

    [RefusalText("请先由经办人员办理。", "A handler takes the first step.")]
    NotHandled,

    [RefusalText("经办人员已办理。", "It has been handled already.")]
    HandledAlready,

    [RefusalText("退回补正须逐项说明理由。", "Returning needs at least one item with its reason, each item once.")]
    ReasonsMissing,
}
