using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.TitlePack;

/// <summary>Why the title pack or its checklist refuses, by descending precedence.</summary>
public enum TitlePackRefusal
{
    [RefusalText("声明文本已更新，请刷新后阅读并重新声明。", "The declaration's text has changed; reload, read it and declare again.")]
    DeclarationTextChanged,

    [RefusalText("核对意见不符合要求：{field}", "The verdicts are not acceptable: {field}", Status = 400)]
    VerdictMalformed,

    [RefusalText("本次提交没有该项材料：{items}", "The submission holds no such item: {items}")]
    ItemNotSubmitted,

    [RefusalText(
        "“缺少”或“有误”须写明意见：{items}",
        "Say what is the matter with what is missing or wrong: {items}",
        Status = 400)]
    RemarkMissing,

    [RefusalText(
        "权属材料不齐，不能提交。{missing}{outdated}",
        "The title pack is not complete.{missing}{outdated}")]
    TitlePackIncomplete,

    [RefusalText(
        "材料已过期，须退回由转让方更新：{outdated}。",
        "These papers are out of date; return the listing to have them renewed: {outdated}.")]
    TitlePackOutdated,

    [RefusalText("尚有材料未核对：{items}。", "These items have no verdict yet: {items}.")]
    ItemsUnjudged,

    [RefusalText("材料核对未通过，请退回：{items}。", "These items are not in order; return the listing: {items}.")]
    ItemsNotInOrder,
}
