using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using IpMarket.Domain.Catalogue.Search;

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

    private static readonly (string Zh, string En, Func<CatalogueDocument, string?> Of)[] Columns =
    [
        ("申请号/公开号", "number", patent => string.Join(Between, patent.Numbers)),
        ("名称", "titleZh", patent => patent.TitleZh),
        ("英文名称", "titleEn", patent => patent.TitleEn),
        ("申请人", "applicants", patent => string.Join(Between, patent.Applicants)),
        ("发明人", "inventors", patent => string.Join(Between, patent.Inventors)),
        ("IPC", "ipc", patent => string.Join(Between, patent.IpcCodes)),
        ("专利类型", "type", patent => patent.Type),
        ("法律状态", "legalStatus", patent => patent.LegalStatus),
        ("申请日", "filingDate", patent => $"{patent.FilingDate:yyyy-MM-dd}"),
        ("公开日", "publicationDate", patent => $"{patent.PublicationDate:yyyy-MM-dd}"),
        ("交易状态", "status", patent => patent.Status.ToString()),
        ("挂牌价（元）", "askingPriceYuan", patent => patent.AskingPrice is { } price ? Yuan(price.Fen) : null),
    ];

    public static byte[] Of(IReadOnlyCollection<CatalogueDocument> patents, ExportFormat format, bool isEnglish)
    {
        string[] head = [.. Columns.Select(column => isEnglish ? column.En : column.Zh)];
        var rows = patents.Select(patent => Columns.Select(column => column.Of(patent) ?? "").ToArray());
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

    private static string Yuan(long fen) => $"{fen / 100}.{fen % 100:d2}";

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
}
