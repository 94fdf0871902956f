using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings;

/// <summary>Why a listing refuses, by descending precedence.</summary>
public enum ListingRefusal
{
    [RefusalText("挂牌内容不符合要求：{field}", "The listing's content is not acceptable: {field}", Status = 400)]
    OfferMalformed,

    [RefusalText("没有该挂牌。", "There is no such listing.", Status = 404)]
    Unknown,

    [RefusalText("只有转让方可以办理。", "Only the seller may do this.", Status = 403)]
    NotTheSeller,

    [RefusalText("当前状态“{state}”下不能办理。", "Not possible while the listing is {state}.")]
    WrongState,

    [RefusalText("主体尚未通过入驻认证，不能挂牌。", "The party is not verified and may not list.")]
    SellerNotVerified,

    [RefusalText(
        "未提交的挂牌草稿最多 {max} 份；请先提交或者撤回不再需要的。",
        "A party keeps at most {max} drafts; submit or withdraw those not needed.")]
    TooManyDrafts,

    [RefusalText("目录中没有该专利。", "The catalogue does not have this patent.")]
    PatentUnknown,

    [RefusalText(
        "仅有公开号的专利不能挂牌；请先补充申请号。",
        "A patent known by its publication number only cannot be listed; add its application number first.")]
    PatentProvisional,

    [RefusalText("该专利权已终止，不能挂牌。", "The patent has ended and cannot be listed.")]
    PatentEnded,

    [RefusalText(
        "专利权人名称尚未登记，无法核对；请联系交易中心。",
        "The register's holder is not recorded yet; ask the centre.")]
    HolderUnknown,

    [RefusalText(
        "转让方名称与登记簿上的专利权人“{holders}”不一致。",
        "The seller's name is not that of the register's holder: {holders}.")]
    NotTheHolder,

    [RefusalText(
        "须列明全部共有人；登记簿上的专利权人为“{holders}”。",
        "All co-holders must be named; the register has: {holders}.")]
    CoHoldersMissing,

    [RefusalText("本次提交已超时失效，请重新提交。", "This submission has lapsed; submit again.")]
    ReservationLapsed,

    [RefusalText("该挂牌已用此预留提交。", "The listing was submitted with this reservation.")]
    AlreadySubmitted,

    [RefusalText("该挂牌已进入竞价：{auction}", "The listing is in an auction already: {auction}")]
    InAuctionAlready,

    [RefusalText("该挂牌不在此竞价中。", "The listing is not in that auction.")]
    NotInThatAuction,

    [RefusalText("挂牌已中止：{reason}", "The listing is suspended: {reason}")]
    ListingHalted,

    [RefusalText("没有需要中止的情形。", "Nothing closes what it offers.")]
    NothingCloses,

    [RefusalText("须由复核或负责人办理。", "Only a reviewer or an approver may do this.", Status = 403)]
    ResumedByReviewers,

    [RefusalText("请写明恢复理由。", "Say why it is resumed.", Status = 400)]
    ResumptionUnexplained,

    [RefusalText("请写明退回理由。", "Say why it is returned.", Status = 400)]
    ReasonMissing,
}
