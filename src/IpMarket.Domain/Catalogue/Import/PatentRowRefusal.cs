using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Import;

/// <summary>Why one row is not taken although its file could be read, by descending precedence.</summary>
public enum PatentRowRefusal
{
    [RefusalText("没有申请号。", "There is no application number.", Status = 400)]
    ApplicationNumberMissing,

    [RefusalText(
        "“{number}”不是中国专利申请号。", "'{number}' is not a Chinese application number.", Status = 400)]
    NotACnApplication,

    [RefusalText(
        "文件中的两个申请号不一致：{number}，{other}。",
        "The file's two application numbers differ: {number}, {other}.",
        Status = 400)]
    NumbersDisagree,

    [RefusalText("没有申请号，也没有公开号。", "There is neither an application nor a publication number.", Status = 400)]
    NumberMissing,

    [RefusalText(
        "该行有 {cells} 列，表头只有 {columns} 列。",
        "The row has {cells} cells, the header {columns} columns.",
        Status = 400)]
    RowWiderThanHeader,

    [RefusalText(
        "引号未闭合，无法确定该行到哪里结束。", "A quote is never closed, so nobody knows where the row ends.", Status = 400)]
    QuoteNotClosed,

    [RefusalText("{field}中有无法识别的字节。", "There are bytes in the {field} that are no text.", Status = 400)]
    BytesUnreadable,

    [RefusalText(
        "{field}“{value}”无法识别。", "The {field} '{value}' cannot be read.", Status = 400)]
    ValueMalformed,

    [RefusalText(
        "{field}有 {chars} 个字符，最多 {max} 个。",
        "The {field} has {chars} characters; at most {max} are taken.",
        Status = 400)]
    ValueTooLong,

    [RefusalText("{field}超过 {max} 项。", "There are more than {max} values in the {field}.", Status = 400)]
    ListTooLong,

    [RefusalText("“{country}”不是中国的法律事件。", "A legal event of '{country}' is none of China.", Status = 400)]
    EventNotChinese,

    [RefusalText(
        "没有法律事件的代码或名称。", "There is neither a code nor a name of a legal event.", Status = 400)]
    EventMissing,

    [RefusalText("没有法律状态公告日。", "The day of the legal event is missing.", Status = 400)]
    EventDayMissing,

    [RefusalText(
        "{year} 年的申请号仅用于演示，此处不接受。",
        "Application numbers of {year} are for demonstrations only and not taken here.",
        Status = 400)]
    DemoNumber,

    [RefusalText(
        "与第 {line} 行是同一专利，内容并入该行。",
        "It is the patent of line {line}; what it says goes with that line.")]
    TakenWithEarlierRow,

    [RefusalText(
        "与第 {line} 行是同一专利，内容并入该行；{fields}与前面的行不同，以本行为准。",
        "It is the patent of line {line} and goes with that line; it says otherwise of: {fields}. This line holds.")]
    TakenOverEarlierRow,

    [RefusalText(
        "第 {line} 行对同一专利写的{fields}与本行不同，以本行为准。",
        "Line {line} says otherwise of the same patent: {fields}. This line holds.")]
    OtherThanEarlierRow,
}
