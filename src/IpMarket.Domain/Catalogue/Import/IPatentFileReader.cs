using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Import;

/// <summary>What a file turned out to be, by its content; its name is never asked.</summary>
public enum PatentFileFormat
{
    /// <summary>A CNIPA publication of the newer schema, <c>business:PatentDocumentAndRelated</c>.</summary>
    CnipaBusiness,

    /// <summary>A CNIPA publication of the older schema, <c>cn-patent-document</c>.</summary>
    CnipaDocument,

    /// <summary>A publication in WIPO's standard ST.96, <c>PatentPublication</c>.</summary>
    WipoSt96,

    /// <summary>“Download (CSV)” of Google Patents: the search's address, then ten columns.</summary>
    GooglePatents,

    /// <summary>An export of Lens.org, of 2015 or newer.</summary>
    Lens,

    /// <summary>An export of Espacenet, as it came or saved again by a spreadsheet.</summary>
    Espacenet,

    /// <summary>Any other table whose header names a number and what it says of the patent.</summary>
    NamedColumns,
}

/// <summary>
/// Reads a file of patents. Pure: the same bytes give the same rows, so a file is kept and its facts are not. Fetches
/// nothing, whatever the file points at. May be called from any thread.
/// </summary>
public interface IPatentFileReader
{
    /// <summary>The rows, or why the file is refused whole (<see cref="PatentFileRefusal"/>).</summary>
    Outcome<PatentFile> Read(ReadOnlyMemory<byte> bytes);
}

/// <summary>A file that could be read.</summary>
/// <param name="Format">What it is.</param>
/// <param name="Rows">In the file's order.</param>
/// <param name="Container">How it is written: <c>XML</c>, <c>XLSX</c>, <c>XLS</c>, <c>CSV gb18030</c>.</param>
public sealed record PatentFile(PatentFileFormat Format, ImmutableArray<PatentFileRow> Rows, string Container);

/// <summary>One patent of a file.</summary>
/// <param name="Line">The line it, or its fault, stands on; the first line is 1.</param>
/// <param name="Number">The number it is known by; null when that is the fault.</param>
/// <param name="Facts">What the file says of it; what it leaves out or fills with zeros stays empty.</param>
/// <param name="Fault">Why the row cannot be taken; null when it can.</param>
/// <param name="Status">The legal status in the source's words; null when it has none.</param>
/// <param name="Title">What the row itself calls the patent where another row of the file speaks for it.</param>
public sealed record PatentFileRow(
    int Line, PatentNumber? Number, PatentFacts Facts, Refusal? Fault, string? Status = null, string? Title = null);

/// <summary>Why a file is refused whole, by descending precedence.</summary>
public enum PatentFileRefusal
{
    [RefusalText("文件是空的。", "The file is empty.", Status = 400)]
    FileEmpty,

    [RefusalText("文件超过 {max} 字节。", "The file is larger than {max} bytes.", Status = 413)]
    FileTooLarge,

    [RefusalText(
        "无法识别的文件格式。可导入国家知识产权局公布文件 XML、WIPO ST.96 XML，谷歌专利、Lens、Espacenet 导出文件，"
        + "以及首行为列名（申请号、公开号、名称等）的 CSV、xlsx、xls 表格。",
        "The format is unknown. CNIPA and WIPO ST.96 publication XML, exports of Google Patents, Lens and Espacenet, "
        + "and tables (CSV, xlsx, xls) whose header names a number and a title or the like can be imported.",
        Status = 400)]
    FormatUnknown,

    [RefusalText(
        "第 {line} 行第 {column} 列：文件不完整或有误（{detail}），整个文件未导入。",
        "Line {line}, column {column}: the file is incomplete or broken ({detail}); nothing of the file was taken.",
        Status = 400)]
    FileBroken,

    [RefusalText(
        "第 {line} 行：文件的嵌套或著录内容超出上限（{bound} {max}），整个文件未导入。",
        "Line {line}: the file goes beyond a bound ({bound} {max}); nothing of the file was taken.",
        Status = 400)]
    FileBeyondBounds,

    [RefusalText(
        "第 {line} 行：没有著录项目（{element}），整个文件未导入。",
        "Line {line}: there is no bibliographic part ({element}); nothing of the file was taken.",
        Status = 400)]
    BibliographyMissing,

    [RefusalText("表格只有表头，没有数据行。", "The table has a header and no rows.", Status = 400)]
    NoRows,
}

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
}
