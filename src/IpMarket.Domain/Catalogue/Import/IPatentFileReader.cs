using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Life;
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

    /// <summary>A table whose header names a patent, a legal event (法律状态) and its day (法律状态公告日).</summary>
    LegalEvents,
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

/// <summary>One patent of a file, or one legal event of a patent.</summary>
/// <param name="Line">The line it, or its fault, stands on; the first line is 1.</param>
/// <param name="Number">The number it is known by; null when that is the fault.</param>
/// <param name="Facts">What the file says of it; what it leaves out or fills with zeros stays empty.</param>
/// <param name="Fault">Why the row cannot be taken; null when it can.</param>
/// <param name="Status">The legal status in the source's words; null when it has none.</param>
/// <param name="Title">What the row itself calls the patent where another row of the file speaks for it.</param>
public sealed record PatentFileRow(
    int Line, PatentNumber? Number, PatentFacts Facts, Refusal? Fault, string? Status = null, string? Title = null)
{
    /// <summary>
    /// What a file of legal events says of a patent that is known; such a row says nothing else and makes no patent.
    /// </summary>
    public NewLegalEvent? Event { get; init; }
}

/// <summary>Why a file is refused whole, by descending precedence.</summary>
public enum PatentFileRefusal
{
    [RefusalText("文件是空的。", "The file is empty.", Status = 400)]
    FileEmpty,

    [RefusalText("文件超过 {max} 字节。", "The file is larger than {max} bytes.", Status = 413)]
    FileTooLarge,

    [RefusalText(
        "无法识别的文件格式。可导入国家知识产权局公布文件 XML、WIPO ST.96 XML，谷歌专利、Lens、Espacenet 导出文件，"
        + "以及首行为列名（申请号、公开号、名称等，或申请号、法律状态公告日、法律状态）的 CSV、xlsx、xls 表格。",
        "The format is unknown. CNIPA and WIPO ST.96 publication XML, exports of Google Patents, Lens and Espacenet, "
        + "and tables (CSV, xlsx, xls) whose header names a number and a title or the like, or a number, a legal "
        + "event and its day, can be imported.",
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
