using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace IpMarket.Adapters.Import;

/// <summary>What a table to fill in is for.</summary>
public enum ImportTemplateKind
{
    /// <summary>A row a publication.</summary>
    Patents,

    /// <summary>A row a legal event of a patent that is known.</summary>
    LegalEvents,
}

/// <summary>
/// The table to fill in: a sheet with the header, and one that explains each column by an invented example.
/// </summary>
public static class ImportTemplate
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly Column[] OfPatents =
    [
        new(
            "申请号", "Application number", "CN209910000001.8", 24,
            "中国专利申请号，含校验位；没有时填写公开号。", "With its check character; without one give a publication number."),
        new(
            "公开(公告)号", "Publication number", "CN199900001A", 22,
            "申请公布或授权公告的号码，可只填此项。", "Of the published application or the grant; may stand alone."),
        new(
            "公开(公告)日", "Publication date", "2099.09.01", 18,
            "日期写作 2099.09.01 或 2099-09-01。", "Days are written 2099-09-01."),
        new("申请日", "Filing date", "2099-03-05", 16, "同上。", "As above."),
        new("专利名称", "Title", "一种从钒渣中提取五氧化二钒的方法（示例）", 44, "一行一件专利。", "One row is one publication."),
        new(
            "申请(专利权)人", "Applicants", "示例钒钛有限公司;示例大学", 36,
            "多个名称以分号隔开，按登记顺序。", "Several names are parted by semicolons, in the register's order."),
        new("发明人", "Inventors", "示例甲;示例乙", 24, "同上。", "As above."),
        new(
            "IPC分类号", "IPC", "C22B34/22;C01G31/02", 24,
            "主分类号在前，多个以分号隔开。", "The main symbol first, then others parted by semicolons."),
        new(
            "法律状态", "Legal status", "实质审查", 18,
            "按来源原文填写，如“授权”“实质审查”“未缴年费专利权终止”。不清楚的一律留空，系统不会猜测。",
            "In the source's words. What is not known stays empty: nothing is guessed."),
        new(
            "摘要", "Abstract", "本发明公开了一种从钒渣中提取五氧化二钒的方法（示例）。", 60,
            "中文摘要，最多 5000 字，可不填；其他语言的摘要不导入。",
            "In Chinese, at most 5,000 characters; may stay empty. In other languages it is not taken."),
    ];

    private static readonly Column[] OfLegalEvents =
    [
        new(
            "申请号", "Application number", "CN209910000001.8", 24,
            "中国专利申请号，含校验位，也可写专利号。专利须已在目录中：法律事件不会新增专利。",
            "With its check character. The patent must be in the catalogue: an event adds none."),
        new(
            "法律状态公告日", "Event date", "2024.05.31", 18,
            "日期写作 2024.05.31 或 2024-05-31，不能晚于今天。", "Days are written 2024-05-31; none lies in the future."),
        new(
            "法律状态代码", "Event code", "PE01", 18,
            "INPADOC 中国法律事件代码；与下一列至少填一项，两列不一致的行不予导入。",
            "INPADOC's code for CN. This or the next column; a row in which they differ is refused."),
        new(
            "法律状态", "Legal event", "专利权质押合同登记的生效", 30,
            "公报所用名称，如“授权”“实质审查的生效”“专利权的转移”。一个名称含多种事件的，请填代码；不认识的名称不予导入，系统不会猜测。",
            "The gazette's words. A name that covers several events needs its code; an unknown one is refused."),
        new(
            "登记号/备案号", "Registration number", "Y2099510000001", 24,
            "质押登记号、许可合同备案号等，可不填。", "Of a pledge's registration, a licence's record and the like; may stay empty."),
        new(
            "期限届满日", "Term ends on", "", 18,
            "仅用于期限补偿等变更期限的事件，可不填。", "Only for events that move the term's end; may stay empty."),
    ];

    /// <summary>The workbook.</summary>
    /// <param name="kind">What it is for.</param>
    /// <param name="isEnglish">Header and explanations in English, else in Chinese.</param>
    public static byte[] Workbook(ImportTemplateKind kind, bool isEnglish)
    {
        var isEvents = kind == ImportTemplateKind.LegalEvents;
        var all = isEvents ? OfLegalEvents : OfPatents;
        var name = isEvents
            ? (isEnglish ? "Legal events" : "法律事件")
            : (isEnglish ? "Patents" : "专利");
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            AddSheet(
                book, name, [.. all.Select(column => column.Width)],
                [all.Select(column => column.Name(isEnglish))]);
            string[] head = isEnglish ? ["Column", "What to write", "Example"] : ["列名", "填写说明", "示例"];
            AddSheet(
                book, isEnglish ? "Explanations" : "说明", [22, 70, 44],
                [head, .. all.Select(column => column.Explanation(isEnglish))]);
        }

        return bytes.ToArray();
    }

    private static void AddSheet(WorkbookPart book, string name, double[] widths, IEnumerable<IEnumerable<string>> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var columns = new Columns(widths.Select((width, index) => new DocumentFormat.OpenXml.Spreadsheet.Column
        {
            Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true,
        }));
        var data = new SheetData(rows.Select(row => new Row(row.Select(Text))));
        part.Worksheet = new Worksheet(columns, data);
        var sheets = book.Workbook!.GetFirstChild<Sheets>()!;
        sheets.Append(new Sheet
        {
            Id = book.GetIdOfPart(part), SheetId = (uint)sheets.ChildElements.Count + 1, Name = name,
        });
    }

    /// <summary>Numbers are texts: a spreadsheet would drop a check character or a zero.</summary>
    private static Cell Text(string text) => new()
    {
        DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)),
    };

    private sealed record Column(string Zh, string En, string Example, double Width, string SaysZh, string SaysEn)
    {
        public string Name(bool isEnglish) => isEnglish ? En : Zh;

        public IEnumerable<string> Explanation(bool isEnglish) =>
            [Name(isEnglish), isEnglish ? SaysEn : SaysZh, Example];
    }
}
