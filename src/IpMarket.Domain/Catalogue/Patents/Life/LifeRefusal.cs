using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Patents.Life;

/// <summary>Why a fact of a patent's life is not taken, by descending precedence.</summary>
public enum LifeRefusal
{
    [RefusalText("法律事件代码不在代码表中：{code}", "The code is not in the table of legal events: {code}", Status = 400)]
    LegalCodeUnknown,

    [RefusalText("该项内容不正确：{field}", "This is not right: {field}", Status = 400)]
    LifeFactMalformed,

    [RefusalText("日期 {day} 在今天之后。", "The day {day} lies in the future.", Status = 400)]
    DayAhead,

    [RefusalText(
        "只有已知申请号的中国专利才记录法律事件、年费和共有情况。",
        "Legal events, fees and shares are recorded for Chinese patents whose application number is known.")]
    NoChineseApplication,

    [RefusalText("该专利的法律事实已达 {max} 条上限。", "The patent holds {max} life facts, the most it takes.")]
    LifeFactsFull,

    [RefusalText("第 {year} 年年费已有缴费记录。", "A payment of the fee of year {year} is recorded already.")]
    FeePaidAlready,

    [RefusalText("第 {year} 年已有终止通知记录。", "A notice of lapse for year {year} is recorded already.")]
    LapseNoticeKnown,

    [RefusalText(
        "共有人须与登记的专利权人一致：{holders}",
        "The co-owners must be the holders as recorded: {holders}")]
    OwnersAreNotTheHolders,

    [RefusalText("没有编号为 {number} 的法律事实。", "There is no life fact of number {number}.", Status = 404)]
    LifeFactUnknown,
}
