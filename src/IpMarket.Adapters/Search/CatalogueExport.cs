using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Search;

/// <summary>How found patents are written down.</summary>
public enum ExportFormat
{
    /// <summary>A workbook.</summary>
    Xlsx,

    /// <summary>Comma-separated, UTF-8 with its mark, as spreadsheets read it.</summary>
    Csv,

    /// <summary>A list of objects.</summary>
    Json,
}

/// <summary>Found patents as a file: a row each, under a line of headings.</summary>
public static class CatalogueExport
{
    private const string Between = ";";
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly Column[] Columns =
    [
        new("申请号/公开号", "number", patent => string.Join(Between, patent.Numbers)),
        new("名称", "titleZh", patent => patent.TitleZh),
        new("英文名称", "titleEn", patent => patent.TitleEn),
        new("申请人", "applicants", patent => string.Join(Between, patent.Applicants)),
        new("发明人", "inventors", patent => string.Join(Between, patent.Inventors)),
        new("IPC", "ipc", patent => string.Join(Between, patent.IpcCodes)),
        Choices("专利类型", "type", patent => Enum.TryParse<PatentType>(patent.Type, out var type) ? [type] : []),
        new("法律状态", "legalStatus", patent => patent.LegalStatus),
        new("申请日", "filingDate", patent => $"{patent.FilingDate:yyyy-MM-dd}"),
        new("公开日", "publicationDate", patent => $"{patent.PublicationDate:yyyy-MM-dd}"),
        Choices("交易状态", "status", patent => [patent.Status]),
        new("挂牌价（元）", "askingPriceYuan", patent => patent.AskingPrice is { } price ? Hundredths(price.Fen) : null),
        Choices("交易方式", "mode", patent => patent.Mode is { } mode ? [mode] : []),
        Choices("钒钛领域", "fields", patent => patent.Technology?.Fields.Cast<Enum>() ?? []),
        Choices("工艺路线", "processRoutes", patent => patent.Technology?.Routes.Cast<Enum>() ?? []),
        Percent("TiO₂ 含量（%）", "titaniumDioxidePercent", TechnicalFigure.TitaniumDioxide),
        Percent("V₂O₅ 含量（%）", "vanadiumPentoxidePercent", TechnicalFigure.VanadiumPentoxide),
        Percent("渣品位（%）", "slagGradePercent", TechnicalFigure.SlagGrade),
        Whole("产能（吨/年）", "capacityTonnesPerYear", TechnicalFigure.Capacity),
        Whole("技术成熟度（1–9 级）", "maturityLevel1To9", TechnicalFigure.Maturity),
        new("摘要", "abstractZh", patent => patent.AbstractZh),
    ];

    /// <param name="patents">A row each.</param>
    /// <param name="format">How they are written.</param>
    /// <param name="isEnglish">Headings and choices of a table in English, else in Chinese.</param>
    public static byte[] Of(IReadOnlyCollection<CatalogueDocument> patents, ExportFormat format, bool isEnglish)
    {
        string[] head = [.. Columns.Select(column => isEnglish ? column.En : column.Zh)];
        var rows = patents.Select(patent => Columns.Select(column => column.Said(patent, isEnglish) ?? "").ToArray());
        return format switch
        {
            ExportFormat.Json => JsonSerializer.SerializeToUtf8Bytes(
                patents.Select(patent => Columns.ToDictionary(
                    column => column.En, column => column.Of(patent), StringComparer.Ordinal)),
                Indented),
            ExportFormat.Csv => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv(rows.Prepend(head)))],
            _ => Workbook(rows.Prepend(head)),
        };
    }

    public static string MediaType(ExportFormat format) => format switch
    {
        ExportFormat.Json => "application/json",
        ExportFormat.Csv => "text/csv; charset=utf-8",
        _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    /// <summary>Amounts in fen as yuan, contents in hundredths of a per cent as per cents.</summary>
    private static string Hundredths(long value) => $"{value / 100}.{value % 100:d2}";

    private static Column Percent(string zh, string en, TechnicalFigure figure) =>
        new(zh, en, patent => patent.Technology?.Of(figure) is { } value ? Hundredths(value) : null);

    private static Column Whole(string zh, string en, TechnicalFigure figure) =>
        new(zh, en, patent => patent.Technology?.Of(figure) is { } value ? $"{value}" : null);

    /// <summary>Members of an enum: to programs by their names, to persons by their words.</summary>
    private static Column Choices(string zh, string en, Func<CatalogueDocument, IEnumerable<Enum>> of) =>
        new(zh, en, patent => Joined(of(patent).Select(one => one.ToString())))
        {
            InWords = (patent, isEnglish) => Joined(
                of(patent).Select(one => isEnglish ? ((Told)one).En : ((Told)one).Zh)),
        };

    private static string? Joined(IEnumerable<string> texts) =>
        string.Join(Between, texts) is { Length: > 0 } joined ? joined : null;

    private static string Csv(IEnumerable<string[]> rows) =>
        string.Concat(rows.Select(row => string.Join(',', row.Select(Cell)) + "\r\n"));

    /// <summary>A cell a spreadsheet would run as a formula is kept as text.</summary>
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Every cell is a text: a spreadsheet runs none of them and rounds no number.</summary>
    private static byte[] Workbook(IEnumerable<string[]> rows)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row.Select(text =>
                new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) })))));
            workbook.Workbook = new Workbook(new Sheets(
                new Sheet { Name = "patents", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }

        return bytes.ToArray();
    }

    /// <param name="Zh">Its heading.</param>
    /// <param name="En">Its heading, and its name in a list of objects.</param>
    /// <param name="Of">What programs read; null where nothing is known.</param>
    private sealed record Column(string Zh, string En, Func<CatalogueDocument, string?> Of)
    {
        public Func<CatalogueDocument, bool, string?>? InWords { get; init; }

        public string? Said(CatalogueDocument patent, bool isEnglish) =>
            InWords is null ? Of(patent) : InWords(patent, isEnglish);
    }
}
