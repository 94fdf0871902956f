using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using IpMarket.Adapters.Search;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Technology;
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
        AbstractZh = "本发明公开了一种方法。",
        Applicants = ["甲", "乙"],
        IpcCodes = ["C22B 34/22"],
        FilingDate = new DateOnly(2012, 8, 14),
        Type = "UtilityModel",
        Listing = new ListingFacts("listing:1", "Published", MarketStatus.ForSale, Money.Cny(1_234_05))
        {
            Mode = ListingMode.SoleLicence,
            Technology = new TechnicalFacts
            {
                Fields = [VtiField.TitaniumSlag, VtiField.Residues],
                Routes = [ProcessRoute.ElectricSmelting],
                TitaniumDioxide = 7_405,
                SlagGrade = 8_000,
                CapacityTonnes = 120_000,
                Maturity = 7,
            },
        },
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
            "CN201210288271.2;CN102828036B,\"'=钒渣,\"\"提钒\"\"\",,甲;乙,,C22B 34/22,实用新型,,2012-08-14,,挂牌中,1234.05,"
            + "排他许可,钛渣与富钛料;固废与尾渣利用,电炉熔分,74.05,,80.00,120000,7,本发明公开了一种方法。",
            lines[1]);
        Assert.EndsWith(
            ",交易方式,钒钛领域,工艺路线,TiO₂ 含量（%）,V₂O₅ 含量（%）,渣品位（%）,产能（吨/年）,技术成熟度（1–9 级）,摘要",
            lines[0],
            StringComparison.Ordinal);
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
        Assert.Equal(
            ["for sale", "1234.05", "sole licence", "titanium slag;use of residues", "electric smelting"],
            rows[1].Elements().Skip(10).Take(5).Select(cell => cell.InnerText).ToArray());
        Assert.Equal("abstractZh 本发明公开了一种方法。", $"{rows[0].Last().InnerText} {rows[1].Last().InnerText}");
    }

    [Fact]
    public void A_list_of_objects_says_what_is_not_known_as_null()
    {
        var json = JsonNode.Parse(CatalogueExport.Of(Found, ExportFormat.Json, isEnglish: false))!.AsArray();
        Assert.Equal("2012-08-14", (string?)json[0]!["filingDate"]);
        Assert.Null(json[0]!["titleEn"]);
        Assert.Equal("甲;乙", (string?)json[0]!["applicants"]);
        Assert.Equal("SoleLicence", (string?)json[0]!["mode"]);
        Assert.Equal("TitaniumSlag;Residues", (string?)json[0]!["fields"]);
        Assert.Equal("74.05", (string?)json[0]!["titaniumDioxidePercent"]);
        Assert.Null(json[0]!["vanadiumPentoxidePercent"]);
        Assert.Equal("120000", (string?)json[0]!["capacityTonnesPerYear"]);
    }

    [Fact]
    public void What_is_not_public_of_an_offer_is_not_exported()
    {
        var hidden = Patent with { Listing = Patent.Listing! with { Status = MarketStatus.NotListed } };
        var json = JsonNode.Parse(CatalogueExport.Of([hidden], ExportFormat.Json, isEnglish: false))!.AsArray();
        string[] names = ["mode", "fields", "processRoutes", "titaniumDioxidePercent", "maturityLevel1To9"];
        Assert.All(names, name => Assert.Null(json[0]![name]));
        Assert.Equal("NotListed", (string?)json[0]!["status"]);
    }
}
