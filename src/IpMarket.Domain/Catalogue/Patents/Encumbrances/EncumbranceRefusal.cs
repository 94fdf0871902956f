using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Patents.Encumbrances;

/// <summary>Why an encumbrance or a consent is not recorded, by descending precedence.</summary>
public enum EncumbranceRefusal
{
    [RefusalText("权利负担内容不符合要求：{field}", "A member of the encumbrance is not acceptable: {field}", Status = 400)]
    EncumbranceMalformed,

    [RefusalText(
        "仅有公开号的专利不记载权利负担；请先补充申请号。",
        "A patent known by its publication number only takes no encumbrances; add its application number first.")]
    EncumbranceOfProvisional,

    [RefusalText("没有第 {number} 项权利负担。", "There is no encumbrance {number}.", Status = 404)]
    EncumbranceUnknown,

    [RefusalText("没有第 {number} 项同意。", "There is no consent {number}.", Status = 404)]
    ConsentUnknown,

    [RefusalText("第 {number} 项已终结。", "Number {number} has ended already.")]
    EncumbranceEndedAlready,

    [RefusalText(
        "第 {number} 项没有期限，不能续期；请记载其终结。",
        "Number {number} has no term to renew; record its end instead.")]
    WithoutTerm,

    [RefusalText("第 {number} 项不能以“{ending}”终结。", "Number {number} cannot end by {ending}.")]
    NotItsEnding,

    [RefusalText("申请尚未授权，不能质押或者声明开放许可。", "An application that is not granted has neither pledge nor open licence.")]
    NotGrantedYet,

    [RefusalText(
        "该专利权已出质（{reference}），不得再次登记质押（《专利权质押登记办法》第十一条）。",
        "The patent is pledged already ({reference}); a second pledge is not registered.")]
    PledgedAlready,

    [RefusalText(
        "“{name}”不在登记的专利权人之列。",
        "{name} is not one of the register's holders.")]
    NotACoOwner,

    [RefusalText(
        "出口目录的核对和对境外受让方的批准须写明来源文件的日期。",
        "A check of the export catalogue and a permit for a foreign buyer name the day of their paper.",
        Status = 400)]
    CheckUndated,

    [RefusalText("没有该受让方（{buyer}）。", "There is no such buyer ({buyer}).", Status = 404)]
    BuyerUnknown,

    [RefusalText(
        "第 {number} 项不是按受让方批准的事项：只有限制出口和财政性资金项目记载对特定受让方的批准。",
        "Number {number} is not permitted buyer by buyer: only restricted exports and public funding are.")]
    NotPermittedByBuyer,

    [RefusalText("记载已达 {max} 项。", "There are {max} records already.")]
    TooManyEncumbrances,
}
