using System.Collections.Immutable;
using System.Text;
using IpMarket.Adapters.Import;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;
using IpMarket.Testing;
using IpMarket.Testing.Import;
using Xunit;

namespace IpMarket.Adapters.Tests.Import;

/// <summary>Whatever a file repeats without end costs its row, or the file, and never the time of others.</summary>
public sealed class ImportBoundsTests
{
    private const string Header = "公开号,标题,申请人,IPC分类号,法律状态\n";

    private const string Espacenet =
        "Title,Publication number,Publication date,Inventors,Applicants,International classification\n";

    [Fact]
    public void As_many_rows_as_one_import_takes_are_read_and_one_more_is_refused()
    {
        var full = Header + Rows(Limits.ImportRowsMax);

        Assert.Equal(Limits.ImportRowsMax, Read(full).Value.Rows.Length);
        Assert.Equal("TOO_MANY_ROWS", Read(full + "\n \n" + Rows(1)).Refusal?.Code);
    }

    public static TheoryData<string, string> Endless() => new()
    {
        { "title", $"CN199900001A,\"{Long("<b a=\"\"")}\",a,," },
        { "applicants", $"CN199900001A,甲,{Long("a;")},," },
        { "IPC", $"CN199900001A,甲,a,{Symbols(100_000)}," },
        { "status", $"CN199900001A,甲,a,,{Long("失效 ")}" },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public void A_cell_without_end_costs_its_row_only_and_no_time(string field, string row)
    {
        var rows = Quickly(Header + row + "\nCN199900002A,乙,b,,\n");

        Assert.True(rows[0].Fault is not null, field);
        Assert.Null(rows[^1].Fault);
    }

    [Fact]
    public void A_cell_of_the_longest_length_is_read_and_a_longer_one_says_why_not()
    {
        var name = new string('甲', Limits.ImportCellCharsMax);

        var rows = Quickly($"{Header}CN199900001A,甲,{name},,\nCN199900002A,乙,{name}甲,,\n");

        Assert.Equal([null, "VALUE_TOO_LONG"], rows.Select(row => row.Fault?.Code).ToArray());
        Assert.Equal(Limits.ImportCellCharsMax + 1, rows[1].Fault!.Figures["chars"].Number);
    }

    [Fact]
    public void More_symbols_than_a_patent_takes_refuse_the_row() => Assert.Equal(
        "LIST_TOO_LONG", Quickly($"{Header}CN199900001A,甲,a,{Symbols(500)},\n")[0].Fault?.Code);

    [Fact]
    public void More_publications_than_a_patent_takes_refuse_the_row()
    {
        var numbers = string.Join(';', Enumerable.Range(0, 200).Select(i => $"CN1999{i:D5}A"));

        var rows = Quickly($"{Espacenet}Steel,{numbers},,ROE,DOE,\n");

        Assert.Equal("LIST_TOO_LONG", rows[0].Fault?.Code);
    }

    [Fact]
    public void A_status_of_more_than_200_characters_is_none()
    {
        var longest = new string('权', 200);

        var rows = Quickly($"{Header}CN199900001A,甲,a,,{longest}\nCN199900002A,乙,b,,{longest}权\n");

        Assert.Equal([null, "VALUE_TOO_LONG"], rows.Select(row => row.Fault?.Code).ToArray());
        Assert.Equal([200, null], rows.Select(row => row.Status?.Length).ToArray());
    }

    [Theory]
    [InlineData(19_000)]
    [InlineData(100_000)]
    public void Underscores_before_no_country_are_no_work(int count)
    {
        var name = new string('_', count);
        var row = $"Steel,CN199900001A,,ROE [DE],{name},\n";

        var rows = Quickly(Espacenet + string.Concat(Enumerable.Repeat(row, 20)));

        Assert.Equal(count > Limits.ImportCellCharsMax, rows[0].Fault is not null);
        Assert.Equal(["ROE"], rows[^1].Facts.Inventors);
    }

    [Theory]
    [InlineData("<b a=\"\" x=\" ")]
    [InlineData("<b a='<b a=\" ")]
    [InlineData("<font a=a")]
    public void Marks_that_never_end_are_no_work(string mark)
    {
        var title = string.Concat(Enumerable.Repeat(mark, 19_000 / mark.Length))
            .Replace("\"", "\"\"", StringComparison.Ordinal);

        var rows = Quickly(Header + string.Concat(Enumerable.Repeat($"CN199900001A,\"甲{title}\",a,,\n", 20)));

        Assert.All(rows, row => Assert.Null(row.Fault));
    }

    [Fact]
    public void A_workbook_wider_than_the_bound_is_refused_whole_unless_what_is_beyond_is_empty()
    {
        string[] wide = ["公开号", "标题", .. Enumerable.Repeat("", 298), "申请人"];
        string[] blank = ["公开号", "标题", .. Enumerable.Repeat("", 299)];
        string[] row = ["CN199900001A", "甲", .. Enumerable.Repeat("", 299)];

        Assert.Equal("FILE_BEYOND_BOUNDS", new PatentFileReader().Read(Workbooks.Xlsx([wide, row])).Refusal?.Code);
        Assert.Single(new PatentFileReader().Read(Workbooks.Xlsx([blank, row])).Value.Rows);
    }

    [Fact]
    public void A_sheet_that_claims_cells_without_end_is_refused_before_they_are_looked_at()
    {
        var workbook = Workbooks.Xls([["公开号", "标题"], ["CN199900001A", "甲"], ["", "乙"]]);
        byte[] place = [0x02, 0x00, 0x01, 0x00];
        var last = workbook.AsSpan().LastIndexOf(place);
        // The last cell says it stands in row 28,784 and column 63,601.
        byte[] far = [0x6F, 0x70, 0x70, 0xF8];
        far.CopyTo(workbook, last);

        var refusal = default(string);
        var worked = Work.Of(() => refusal = new PatentFileReader().Read(workbook).Refusal?.Code);
        Assert.Equal("FILE_BEYOND_BOUNDS", refusal);
        Assert.True(worked < TimeSpan.FromSeconds(1), $"It took {worked}.");
    }

    private static string Rows(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(i => $"CN1999{i:D5}A,甲,a,,\n"));

    private static string Symbols(int count) =>
        string.Join(';', Enumerable.Range(0, count).Select(i => $"C22B {1 + (i % 900)}/{10 + (i / 900)}"));

    private static string Long(string part) => string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

    private static Outcome<PatentFile> Read(string text) => new PatentFileReader().Read(Encoding.UTF8.GetBytes(text));

    private static ImmutableArray<PatentFileRow> Quickly(string text)
    {
        ImmutableArray<PatentFileRow> rows = [];
        var worked = Work.Of(() => rows = Read(text).Value.Rows);
        Assert.True(worked < TimeSpan.FromSeconds(3), $"It took {worked}.");
        return rows;
    }
}
