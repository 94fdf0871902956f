using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using IpMarket.Adapters.Search;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel;
using Xunit;

namespace IpMarket.Adapters.Tests.Search;

/// <summary>Found patents as files.</summary>
public sealed class CatalogueExportTests
{
    private static readonly CatalogueDocument Patent = new()
    {
        Patent = "patent:CN1",
        Numbers = ["CN201210288271.2", "CN102828036B"],
        TitleZh = "=钒渣,\"提钒\"",
        Applicants = ["甲", "乙"],
        IpcCodes = ["C22B 34/22"],
        FilingDate = new DateOnly(2012, 8, 14),
        Listing = new ListingFacts("listing:1", "Published", MarketStatus.ForSale, Money.Cny(1_234_05)),
    };

    private static readonly ImmutableArray<CatalogueDocument> Found = [Patent];

    [Fact]
    public void A_table_of_commas_is_read_by_spreadsheets_and_runs_nothing()
    {
        var bytes = CatalogueExport.Of(Found, ExportFormat.Csv, isEnglish: false);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.StartsWith("申请号/公开号,名称,", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            "CN201210288271.2;CN102828036B,\"'=钒渣,\"\"提钒\"\"\",,甲;乙,,C22B 34/22,,,2012-08-14,,ForSale,1234.05",
            lines[1]);
    }

    [Fact]
    public void A_workbook_holds_the_same_cells_as_texts()
    {
        using var stream = new MemoryStream(CatalogueExport.Of(Found, ExportFormat.Xlsx, isEnglish: true));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var rows = sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal("number", rows[0].First().InnerText);
        Assert.Equal("=钒渣,\"提钒\"", rows[1].ElementAt(1).InnerText);
        Assert.Equal("1234.05", rows[1].Last().InnerText);
    }

    [Fact]
    public void A_list_of_objects_says_what_is_not_known_as_null()
    {
        var json = JsonNode.Parse(CatalogueExport.Of(Found, ExportFormat.Json, isEnglish: false))!.AsArray();
        Assert.Equal("2012-08-14", (string?)json[0]!["filingDate"]);
        Assert.Null(json[0]!["titleEn"]);
        Assert.Equal("甲;乙", (string?)json[0]!["applicants"]);
    }
}
