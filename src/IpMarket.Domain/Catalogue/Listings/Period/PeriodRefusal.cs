using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Period;

/// <summary>Why a listing's period or a purchase intent refuses, by descending precedence.</summary>
public enum PeriodRefusal
{
    [RefusalText(
        "挂牌期应为 {min} 至 {max} 个工作日。",
        "A listing period has {min} to {max} working days.",
        Status = 400)]
    PeriodOutOfBounds,

    [RefusalText(
        "挂牌期不得少于 {min} 个工作日：{article}",
        "The listing period must have at least {min} working days: {article}")]
    PeriodTooShort,

    [RefusalText(
        "本市场不提供竞价规则“{profile}”。", "This market does not offer the rule profile {profile}.")]
    PeriodProfileUnknown,

    [RefusalText(
        "意向保证金仅适用于设挂牌期的挂牌；普通许可、开放许可不收。",
        "A deposit of intents goes with a listing period; ordinary and open licences take none.")]
    IntentDepositNotTaken,

    [RefusalText("意向保证金应在 {min} 至 {max} 之间。", "The deposit of an intent must lie between {min} and {max}.")]
    IntentDepositOutOfBounds,

    [RefusalText("该意向不在等待保证金。", "No deposit of this intent is awaited.")]
    IntentDepositNotAwaited,

    [RefusalText("当前不在挂牌期内。", "No listing period is running.")]
    PeriodNotRunning,

    [RefusalText("挂牌期已于 {endsAt} 届满。", "The listing period ended at {endsAt}.")]
    PeriodOver,

    [RefusalText(
        "挂牌期已于 {endsAt} 届满，结果正在确定，请稍后再办。",
        "The listing period ended at {endsAt}; its outcome is being decided. Try again in a moment.")]
    PeriodOutcomeDue,

    [RefusalText("挂牌期至 {endsAt} 届满，尚未到期。", "The listing period runs until {endsAt}.")]
    PeriodStillRunning,

    [RefusalText("挂牌期尚未届满或意向方不足两个，不能进入竞价。",
        "An auction needs a period that has ended with two or more interested parties.")]
    AuctionNotDue,

    [RefusalText(
        "竞价仅适用于一次总价的专利权转让。", "An auction is only for the sale of a right at one total.")]
    AuctionNotOfOffer,

    [RefusalText(
        "已有两个及以上意向受让方，须先组织竞价，不能撤回。",
        "Two or more parties are interested: their auction comes first, nothing is withdrawn.")]
    AuctionComesFirst,

    [RefusalText("挂牌期届满后由转让方选择，目前不需要选择。", "There is nothing for the seller to choose now.")]
    NoChoiceDue,

    [RefusalText("同一公告最多延长 {max} 次。", "A notice is extended at most {max} times.")]
    ExtendedTooOften,

    [RefusalText("内容没有变化。", "Nothing would change.", Status = 400)]
    NothingChanged,

    [RefusalText("交易方式不能变更；请撤回后另行挂牌。",
        "The mode cannot be changed; withdraw and list anew.", Status = 400)]
    ModeStays,

    [RefusalText(
        "公告后只能变更挂牌价、标的说明和交易条件；其他内容须撤回后另行挂牌。",
        "After the notice only price, description and terms in words change; for all else withdraw and list anew.",
        Status = 400)]
    ChangeTooWide,

    [RefusalText("已有变更申请待审。", "A change waits for a decision already.")]
    ChangeWaits,

    [RefusalText("没有待审的变更申请。", "No change waits for a decision.")]
    NoChangeWaits,

    [RefusalText("须由申请人以外的复核或负责人决定。",
        "A reviewer or approver other than who asked decides.", Status = 403)]
    ChangeDecidedByOthers,

    [RefusalText("须由转让方或中心经办人员申请。", "The seller or a handler of the centre asks for it.", Status = 403)]
    ChangeNotYours,

    [RefusalText("须由中心经办、复核或负责人办理。",
        "Only a handler, reviewer or approver of the centre may do this.", Status = 403)]
    ContractByOfficers,

    [RefusalText(
        "您已参与本挂牌的审核，合同须由其他人员登记（职责分离）。",
        "You took a step in this listing's approval: somebody else records its contract.",
        Status = 403)]
    ContractByAnother,

    [RefusalText("目前没有待签订的合同。", "No contract is due.")]
    NoContractDue,

    [RefusalText("合同价不得低于公告价和受让方报价 {min}。",
        "The contract's price must not be below the announced price nor the party's offer: {min}.")]
    ContractBelowPrice,

    [RefusalText("合同日期应在 {from} 至 {to} 之间。", "The contract's date must lie between {from} and {to}.")]
    ContractDateOutOfBounds,

    [RefusalText("意向受让方已不是有效认证主体。", "The interested party is no longer verified.")]
    BuyerNotVerified,

    [RefusalText("请写明理由（不超过 {max} 字）。", "Give a reason of at most {max} characters.", Status = 400)]
    PeriodReasonMissing,

    [RefusalText("中心工作人员不得登记受让意向。", "The centre's own people may not file.", Status = 403)]
    IntentOfCentrePerson,

    [RefusalText("主体尚未通过入驻认证，不能登记受让意向。", "The party is not verified and may not file.")]
    IntentPartyNotVerified,

    [RefusalText("转让方及其关联方不得登记受让意向。", "The seller and its affiliates may not file.")]
    IntentBarred,

    [RefusalText("须接受公告的全部条件。", "The announced terms must be accepted.", Status = 400)]
    TermsNotAccepted,

    [RefusalText(
        "公告已更新为第 {notice} 号，请阅读后重新确认。", "The notice is now no. {notice}; read it and confirm anew.")]
    NoticeSuperseded,

    [RefusalText("报价不得低于挂牌价 {min}。", "The offer must not be below the asking price {min}.")]
    IntentBelowPrice,

    [RefusalText("报价应大于零且不高于 {max}。", "The offer must be above zero and at most {max}.", Status = 400)]
    IntentPriceMalformed,

    [RefusalText("您所代表的主体已登记受让意向。", "The party has filed already.")]
    IntentFiledAlready,

    [RefusalText("同一人在一项挂牌中只能代表一个意向方。", "One person files for one party per listing.")]
    OnePersonOneIntent,

    [RefusalText("意向登记已满（{max}）。", "There are {max} intents already.")]
    TooManyIntents,

    [RefusalText("同一主体在一项挂牌中最多登记 {max} 次。", "A party files at most {max} times for one listing.")]
    FiledTooOften,

    [RefusalText("没有您的受让意向。", "You have no intent here.", Status = 404)]
    IntentUnknown,
}
