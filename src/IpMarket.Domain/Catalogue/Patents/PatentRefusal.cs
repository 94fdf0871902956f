using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Patents;

/// <summary>Why a patent's stream refuses, by descending precedence.</summary>
public enum PatentRefusal
{
    [RefusalText("专利号与所属专利不一致：{number}", "The number is not this patent's: {number}", Status = 400)]
    NumberMismatch,

    [RefusalText(
        "专利资料缺失、过长或格式不对：{field}", "A fact is missing, too long or not of its form: {field}", Status = 400)]
    FactsMalformed,

    [RefusalText("目录中没有该专利。", "The catalogue does not have this patent.", Status = 404)]
    Unknown,

    [RefusalText("该公开号已并入 {patent}。", "This publication has been joined to {patent}.")]
    Joined,

    [RefusalText(
        "该专利已在目录中，资料只能由交易中心更正。",
        "The patent is in the catalogue already; only the centre corrects its facts.")]
    KnownAlready,

    [RefusalText("没有新的内容。", "There is nothing new in it.")]
    NothingNew,

    [RefusalText(
        "仅有公开号的专利不能挂牌；请先补充申请号。",
        "A patent known by its publication number only cannot be listed; add its application number first.")]
    Provisional,

    [RefusalText("该专利权已终止（{status}），不能挂牌。", "The patent has ended ({status}) and cannot be listed.")]
    Ended,

    [RefusalText("该专利已由另一挂牌占用。", "Another listing holds the patent already.")]
    Reserved,

    [RefusalText(
        "本挂牌的另一次提交已占用该专利。", "Another submission of the same listing holds the patent already.")]
    ReservedByAnotherRound,

    [RefusalText("该挂牌并未占用此专利。", "That listing does not hold this patent.")]
    NotReserved,

    [RefusalText(
        "此后已有他人更改，保留现状。{fields}", "Somebody changed it since; it stays as it is. {fields}")]
    ChangedSince,
}
