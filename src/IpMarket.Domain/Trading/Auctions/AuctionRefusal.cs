using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Auctions;

/// <summary>
/// Why an auction refuses, by descending precedence: where several apply, the first is given. Every refusal of an
/// existing auction carries the figures nextMinimum, closesAt and version.
/// </summary>
public enum AuctionRefusal
{
    [RefusalText("没有这场竞价。", "There is no such auction.", Status = 404)]
    UnknownAuction,

    /// <summary>The opening or the close is due and not yet stored; the house stores it and decides again.</summary>
    [RefusalText(
        "已到 {due}，正在处理开始或结束，请稍后再试。",
        "{due} has come; the opening or the close is being stored, try again.")]
    TurnDue,

    [RefusalText(
        "竞价处于“{status}”，不能进行此操作。",
        "The auction is {status}; this is not possible now.")]
    WrongStatus,

    [RefusalText("只有该挂牌的出让方可以提出。", "Only the seller of the listing may propose it.", Status = 403)]
    NotTheSeller,

    [RefusalText(
        "须由中心经办、复核或负责人办理。",
        "Only a handler, reviewer or approver of the centre may do this.",
        Status = 403)]
    NotAnOfficer,

    [RefusalText(
        "公告后的撤销须由起草人以外的人员办理。",
        "Once announced, an auction is cancelled by others than its handler.",
        Status = 403)]
    SameHands,

    [RefusalText("中心工作人员不得参与竞买。", "The centre's own people may not bid.", Status = 403)]
    CentrePerson,

    [RefusalText("该标的未处于已挂牌状态。", "The listing is not published.")]
    ListingNotPublished,

    [RefusalText("挂牌主体尚未通过认证。", "The seller is not verified.")]
    SellerNotVerified,

    [RefusalText("本市场不提供竞价规则“{profile}”。", "This market does not offer the rule profile {profile}.")]
    UnknownProfile,

    [RefusalText(
        "竞价规则“{profile}”现行第 {newest} 版，请按现行版本重新起草。",
        "The rule profile {profile} is now in version {newest}: draft it again under that.")]
    ProfileReplaced,

    [RefusalText(
        "“{profile}”须由{qualification}组织；本中心未登记该资格，只可起草和演练，不得公告。依据：{source}。",
        "{profile} asks for {qualification} as its host. The centre has none on file: it may be drafted and "
        + "rehearsed, not published. Source: {source}.")]
    HostNotQualified,

    [RefusalText(
        "本规则的款项应进入{account}，本市场目前不支持。依据：{source}。",
        "Money under this profile goes to {account}, which this market cannot do yet. Source: {source}.")]
    AccountNotOffered,

    [RefusalText(
        "本规则不允许“{protocol}”。依据：{source}。",
        "This profile does not allow {protocol}. Source: {source}.")]
    ProtocolNotAllowed,

    [RefusalText("本市场尚未提供“{protocol}”。", "This market does not offer {protocol} yet.")]
    ProtocolNotOffered,

    [RefusalText(
        "本规则不允许“{kind}”的延时。依据：{source}。",
        "This profile does not allow soft close by {kind}. Source: {source}.")]
    SoftCloseNotAllowed,

    [RefusalText(
        "竞价方式、起始价、保留价、加价幅度或保证金与出让方提出的不一致。",
        "Protocol, start price, reserve, step or deposit differ from what the seller proposed.")]
    NotAsProposed,

    [RefusalText("挂牌公告的竞价规则为“{profile}”。", "The listing's notice announced the rule profile {profile}.")]
    NotTheAnnouncedProfile,

    [RefusalText("起始价（降价竞价的底价）不得低于公告价 {min}。", "It must not start, or fall, below the announced {min}.")]
    BelowAnnouncedPrice,

    [RefusalText(
        "起始价应在 {min} 至 {max} 之间。依据：{source}。",
        "The start price must lie between {min} and {max}. Source: {source}.")]
    StartPriceOutOfBounds,

    [RefusalText(
        "加价幅度应在 {min} 至 {max} 之间。依据：{source}。",
        "The step must lie between {min} and {max}. Source: {source}.")]
    StepOutOfBounds,

    [RefusalText(
        "加价幅度表不完整：分段须从 0 起逐段上升且幅度不下降，比例须在 0.1 % 至 100 % 之间。",
        "The step table is not one: tiers rise from 0 and their steps never fall; a share is 0.1 % to 100 %.",
        Status = 400)]
    StepTableMalformed,

    [RefusalText(
        "该竞价规则不允许“{option}”。依据：{source}。",
        "This profile does not allow {option}. Source: {source}.")]
    OptionNotAllowed,

    [RefusalText(
        "保留价不得低于起始价 {min}，不得高于 {max}。依据：{source}。",
        "The reserve must not be below the start price {min} or above {max}. Source: {source}.")]
    ReserveOutOfBounds,

    [RefusalText(
        "本规则不允许这样的保留价。依据：{source}。",
        "This profile does not allow such a reserve. Source: {source}.")]
    ReserveNotAllowed,

    [RefusalText(
        "保证金应在 {min} 至 {max} 之间。依据：{source}。",
        "The deposit must lie between {min} and {max}. Source: {source}.")]
    DepositOutOfBounds,

    [RefusalText(
        "评估价应大于零，评估基准日不晚于今天，评估机构及报告号不超过 {max} 字。",
        "An appraisal has a value above zero, a day not after today, and who made it in at most {max} characters.")]
    AppraisalUnsound,

    [RefusalText(
        "本规则要求填写评估价。依据：{source}。",
        "This profile asks for an appraised value. Source: {source}.")]
    AppraisalMissing,

    [RefusalText(
        "按评估价，起始价应在 {min} 至 {max} 之间。依据：{source}。",
        "By the appraised value the start price must lie between {min} and {max}. Source: {source}.")]
    StartOffAppraisal,

    [RefusalText(
        "同一标的最多再次竞价 {max} 次。依据：{source}。",
        "A lot is auctioned again at most {max} times. Source: {source}.")]
    AuctionedTooOften,

    [RefusalText(
        "上次起始价为 {before}，再次竞价不得低于 {min}。依据：{source}。",
        "It started at {before} before; another auction must not start below {min}. Source: {source}.")]
    CutTooDeep,

    [RefusalText(
        "再次竞价最迟应于 {latest} 开始。依据：{source}。",
        "Another auction opens by {latest} at the latest. Source: {source}.")]
    ReauctionTooLate,

    [RefusalText(
        "延时应在 {min} 至 {max} 秒之间。依据：{source}。",
        "The soft-close window must lie between {min} and {max} seconds. Source: {source}.")]
    SoftCloseOutOfBounds,

    [RefusalText("开始时间 {opensAt} 已过。", "The opening instant {opensAt} has passed.")]
    OpensInThePast,

    [RefusalText(
        "竞价时长应在 {min} 至 {max} 秒之间。依据：{source}。",
        "The auction must last between {min} and {max} seconds. Source: {source}.")]
    DurationOutOfBounds,

    [RefusalText(
        "开始和结束应在工作日 {from} 至 {to}。依据：{source}。",
        "Opening and close must lie on working days between {from} and {to}. Source: {source}.")]
    OutsideHours,

    [RefusalText(
        "公告后至少 {days}{count}方可开始，最早 {earliest}。依据：{source}。",
        "Bidding opens at least {days} {count} after the announcement, {earliest} at the earliest. Source: {source}.")]
    NoticeTooShort,

    [RefusalText(
        "展示应在公告之后、{opensAt} 开始之前。",
        "The lot is on view after the announcement and before {opensAt}.")]
    ViewingUnsound,

    [RefusalText(
        "标的展示不得少于 {days} 日。依据：{source}。",
        "The lot is on view for at least {days} days. Source: {source}.")]
    ViewingTooShort,

    [RefusalText(
        "请写明理由（不超过 {max} 字）。", "Give a reason of at most {max} characters.", Status = 400)]
    ReasonMissing,

    [RefusalText("已有人出价，不能撤销。", "A bid was placed; the auction can no longer be cancelled.")]
    HasBids,

    [RefusalText("尚未到下一时点。", "No turn is due.")]
    NotDue,

    [RefusalText("竞价将于 {opensAt} 开始。", "Bidding opens at {opensAt}.")]
    NotOpenYet,

    [RefusalText("竞价已中止：{reason}", "Bidding is suspended: {reason}")]
    Suspended,

    [RefusalText("竞价已于 {closesAt} 结束。", "Bidding closed at {closesAt}.")]
    AlreadyClosed,

    [RefusalText("竞价已撤销。", "The auction was cancelled.")]
    AlreadyCancelled,

    [RefusalText("交易主体尚未通过认证或已暂停。", "The party is not verified, or suspended.")]
    PartyNotVerified,

    [RefusalText("出让方及其关联方不得参与竞买。", "The seller and its affiliates may not bid.")]
    BidderBarred,

    [RefusalText("您所代表的主体已登记竞买。", "The party is enrolled already.")]
    AlreadyEnrolled,

    [RefusalText(
        "同一人在一场竞价中只能代表一个竞买人。", "One person acts for one bidder per auction.")]
    OnePersonOneBidder,

    [RefusalText("竞买登记已满（{max}）。", "There are {max} enrolments already.")]
    TooManyEnrolments,

    [RefusalText(
        "同一主体在一场竞价中最多登记 {max} 次。", "A party enrols at most {max} times in one auction.")]
    EnrolledTooOften,

    [RefusalText("没有这项竞买登记。", "There is no such enrolment.", Status = 404)]
    UnknownEnrolment,

    [RefusalText("该竞买登记已有结论。", "The enrolment is decided already.")]
    EnrolmentDecided,

    [RefusalText("您尚未取得本场竞买资格。", "You are not admitted as a bidder here.", Status = 403)]
    NotAdmitted,

    [RefusalText("本场为“{protocol}”，不接受这种出价。", "This auction is {protocol}; it takes no bid of this kind.")]
    AnotherProtocol,

    [RefusalText("出价不得高于 {max}。", "A bid must not be above {max}.")]
    AboveMaximum,

    [RefusalText("出价不得低于 {nextMinimum}。", "A bid must be at least {nextMinimum}.")]
    BelowNextMinimum,

    [RefusalText("本场竞价不设自动出价。", "This auction takes no automatic bids.")]
    ProxiesNotTaken,

    [RefusalText("您没有可以停止的自动出价。", "You have no automatic bids to end.")]
    NoProxy,

    [RefusalText(
        "最高价不得低于您的出价已达到的 {reached}。",
        "A maximum must not be below {reached}, which your bids have reached.")]
    BelowReached,

    [RefusalText("您的最高价已是该金额。", "Your maximum is that already.")]
    MaximumUnchanged,

    [RefusalText("本场竞价不设优先购买权。", "This auction has no pre-emption rights.")]
    PreemptionNotTaken,

    [RefusalText("只有中心经办可以记载优先购买权。", "Only a handler of the centre records this.", Status = 403)]
    NotAHandler,

    [RefusalText("顺位应在 {min} 至 {max} 之间（0 为无）。", "A rank lies between {min} and {max}; 0 is none.")]
    RankOutOfBounds,

    [RefusalText(
        "请写明依据文件的名称或编号（不超过 {max} 字）。",
        "Name the paper it rests on in at most {max} characters.",
        Status = 400)]
    EvidenceMissing,

    [RefusalText("您在本场竞价中没有优先购买权。", "You hold no pre-emption right here.", Status = 403)]
    NoPreemption,

    [RefusalText("尚无出价，不能行使同价优先。", "There is no price to match yet.")]
    NothingToMatch,

    [RefusalText("价格已变为 {price}，请重新确认。", "The price is {price} by now; confirm it anew.")]
    PriceMoved,

    [RefusalText(
        "当前领先者的顺位不低于您，须加价方能超过。",
        "The leader's rank is not below yours: only a higher bid passes him.")]
    NotOutranking,

    [RefusalText(
        "按现已记载的事实，该标的不得由您所代表的主体受让；请与交易中心联系。",
        "By the facts now on file this party may not take the lot; ask the centre.")]
    LotClosedToBidder,
}
