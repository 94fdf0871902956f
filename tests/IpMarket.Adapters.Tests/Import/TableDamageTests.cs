using System.Collections.Immutable;
using System.Text;
using IpMarket.Adapters.Import;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Testing.Import;
using Xunit;

namespace IpMarket.Adapters.Tests.Import;

/// <summary>A wrong row never spoils the right ones, and what is no table of patents is refused whole.</summary>
public sealed class TableDamageTests
{
    private const string Header = "公开号,标题,申请人\n";

    [Fact]
    public void An_unclosed_quote_costs_its_own_line_only()
    {
        var rows = Read(Header + "CN199900001A,\"甲,a\nCN199900002A,乙,\"b\"\nCN199900003A,\"丙\",c\nCN199900004A,\"丁,d\nCN199900005A,戊,e\n");

        Assert.Equal(
            ["2 QUOTE_NOT_CLOSED", "3 CN199900002A", "4 CN199900003A", "5 QUOTE_NOT_CLOSED", "6 CN199900005A"],
            rows.Select(row => $"{row.Line} {row.Fault?.Code ?? row.Number!.Text}").ToArray());
    }

    [Fact]
    public void A_row_of_more_cells_than_columns_is_refused_and_one_of_fewer_says_less()
    {
        var rows = Read(Header + "CN199900001A,甲,a,b\nCN199900002A,乙\nCN199900003A,丙,c,,\n");

        Assert.Equal(["ROW_WIDER_THAN_HEADER", null, null], rows.Select(row => row.Fault?.Code).ToArray());
        Assert.Empty(rows[1].Facts.Applicants);
        Assert.Equal(["c"], rows[2].Facts.Applicants);
    }

    [Fact]
    public void A_byte_that_is_no_text_costs_its_row_only()
    {
        var bytes = Encoding.UTF8.GetBytes(Header + "CN199900001A,甲~,a\nCN199900002A,乙,b\n");
        bytes[Array.IndexOf(bytes, (byte)'~')] = 0xFF;

        var rows = new PatentFileReader().Read(bytes).Value.Rows;

        Assert.Equal(["BYTES_UNREADABLE", null], rows.Select(row => row.Fault?.Code).ToArray());
    }

    [Fact]
    public void What_stands_for_nothing_is_nothing()
    {
        var facts = Read(Header + "CN199900001A,-,无\n")[0].Facts;

        Assert.Null(facts.TitleZh);
        Assert.Empty(facts.Applicants);
    }

    [Theory]
    [InlineData("code,influence,description_en\nAD01,-,ABANDONED\n")]
    [InlineData("A01B\tSoil working\nA01C\tPlanting\n")]
    [InlineData("{\"openapi\":\"3.1.0\"}")]
    [InlineData("# 申请号 and 标题 in a text\n")]
    [InlineData("申请号\nCN209910000001.8\n")]
    [InlineData("<html><body><table><tr><td>申请号</td></tr></table></body></html>")]
    [InlineData("PK\u0003\u0004")]
    public void What_names_no_patents_is_not_taken(string text)
    {
        var refusal = new PatentFileReader().Read(Encoding.UTF8.GetBytes(text)).Refusal!;

        Assert.True(refusal.Code is "FORMAT_UNKNOWN" or "FILE_BROKEN", refusal.Code);
    }

    [Fact]
    public void A_workbook_that_is_none_is_broken_not_fatal()
    {
        var good = Workbooks.Xlsx([["公开号", "标题"], ["CN199900001A", "甲"]]);

        Assert.Equal("FILE_BROKEN", new PatentFileReader().Read(good.AsMemory(0, good.Length / 2)).Refusal?.Code);
        Assert.Equal(
            "FILE_BROKEN", new PatentFileReader().Read(Workbooks.Zip(("a.txt", "text"))).Refusal?.Code);
    }

    [Fact]
    public void A_zip_that_swells_is_refused()
    {
        var bomb = Workbooks.Zip(("xl/sharedStrings.xml", new string(' ', 101_000_000)));

        Assert.True(bomb.Length < 1_000_000);
        Assert.Equal("FILE_BEYOND_BOUNDS", new PatentFileReader().Read(bomb).Refusal?.Code);
    }

    private static ImmutableArray<PatentFileRow> Read(string text)
    {
        var read = new PatentFileReader().Read(Encoding.UTF8.GetBytes(text));
        Assert.True(read.IsAccepted, read.Refusal?.En);
        return read.Value.Rows;
    }
}
