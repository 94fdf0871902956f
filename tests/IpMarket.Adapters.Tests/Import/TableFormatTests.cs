using System.Text;
using IpMarket.Adapters.Import;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Testing.Import;
using Xunit;

namespace IpMarket.Adapters.Tests.Import;

/// <summary>What is taken from the tables of each tool.</summary>
public sealed class TableFormatTests
{
    [Fact]
    public void Google_patents_rows_are_known_by_their_publication()
    {
        var file = Read(TableFiles.Google, PatentFileFormat.GooglePatents);

        Assert.Equal([3, 4], file.Rows.Select(row => row.Line).ToArray());
        Assert.Equal(["patent:CN199900001", "patent:US20990232121"], file.Rows.Select(row => row.Number!.Stream).ToArray());
        var (chinese, american) = (file.Rows[0].Facts, file.Rows[1].Facts);
        Assert.Equal("Method of extracting vanadium", chinese.TitleEn);
        Assert.Null(chinese.TitleZh);
        Assert.Equal(["示例钒钛有限公司"], chinese.Applicants);
        Assert.Equal(["示例甲", "示例乙"], chinese.Inventors);
        Assert.Equal(new DateOnly(2099, 3, 5), chinese.FilingDate);
        Assert.Equal([new Publication("CN199900001", "B", new DateOnly(2099, 12, 15))], chinese.Publications);
        Assert.Equal(["Example, Inc.", "示例大学"], american.Applicants);
        Assert.Equal(["J. Doe, Jr.", "R. Roe"], american.Inventors);
        Assert.Equal("Furnace, and its use", american.TitleEn);
    }

    [Fact]
    public void Lens_of_2015_has_short_years_and_lines_that_end_in_carriage_returns()
    {
        var file = Read(TableFiles.Lens2015, PatentFileFormat.Lens);

        Assert.Equal([2, 3], file.Rows.Select(row => row.Line).ToArray());
        var (american, chinese) = (file.Rows[0], file.Rows[1]);
        Assert.Equal("patent:US3999999", american.Number!.Stream);
        Assert.Equal(new DateOnly(1971, 8, 24), american.Facts.FilingDate);
        Assert.Equal(new DateOnly(1976, 9, 21), american.Facts.Publications[0].Date);
        Assert.Equal(["DOE JOHN", "ROE RICHARD"], american.Facts.Inventors);
        Assert.Equal(["C22B 34/22", "C01G 31/02"], american.Facts.Ipc);
        Assert.Equal(PublicationFiles.Stream, chinese.Number!.Stream);
        Assert.Equal("钒的方法", chinese.Facts.TitleZh);
        Assert.Equal(new DateOnly(2099, 3, 5), chinese.Facts.FilingDate);
    }

    [Fact]
    public void Lens_of_today_is_read_by_the_names_of_its_columns()
    {
        var row = Assert.Single(Read(TableFiles.LensNewer, PatentFileFormat.Lens).Rows);

        Assert.Equal("patent:US20990232121", row.Number!.Stream);
        Assert.Equal(new DateOnly(2099, 2, 8), row.Facts.FilingDate);
        Assert.Equal("Vanadium process", row.Facts.TitleEn);
        Assert.Equal(["EXAMPLE CO"], row.Facts.Applicants);
    }

    [Fact]
    public void Espacenet_says_the_same_as_it_came_and_saved_again()
    {
        var clean = Read(TableFiles.Espacenet, PatentFileFormat.Espacenet);
        var saved = Read(TableFiles.EspacenetFromExcel(), PatentFileFormat.Espacenet);

        Assert.Equal(clean.Rows[0].Facts, Assert.Single(saved.Rows).Facts);
        Assert.Equal(5, saved.Rows[0].Line);
        Assert.Equal("patent:KR20990000637", clean.Rows[0].Number!.Stream);
        Assert.Equal(["DOE JOHN", "ROE RICHARD"], clean.Rows[0].Facts.Inventors);
        Assert.Equal(["EXAMPLE CO"], clean.Rows[0].Facts.Applicants);
        Assert.Equal(["C22B 34/22", "C01G 31/02"], clean.Rows[0].Facts.Ipc);
        Assert.Equal(new DateOnly(2099, 2, 11), clean.Rows[0].Facts.Publications[0].Date);
    }

    [Fact]
    public void Which_of_two_publications_one_day_belongs_to_is_not_guessed()
    {
        var box = Read(TableFiles.Espacenet, PatentFileFormat.Espacenet).Rows[1];

        Assert.Equal(["KR20990005675U", "KR299475295Y1"], box.Facts.Publications.Select(p => p.ToString()).ToArray());
        Assert.All(box.Facts.Publications, publication => Assert.Null(publication.Date));
    }

    [Fact]
    public void A_macintosh_spreadsheets_bytes_are_read_as_its_own()
    {
        var read = new PatentFileReader().Read(TableFiles.Mac(TableFiles.EspacenetFromExcel("\u00A0").Replace(
            "DOE JOHN", "DOE JÖRN", StringComparison.Ordinal)));

        Assert.Equal("CSV macintosh", read.Value.Container);
        Assert.Equal(["DOE JÖRN", "ROE RICHARD"], read.Value.Rows[0].Facts.Inventors);
    }

    public static TheoryData<string, byte[]> ChineseTables()
    {
        var cells = TableFiles.Chinese.TrimEnd().Split("\r\n").Select(line => line.Split(',')).ToArray();
        return new()
        {
            { "CSV utf-8", Encoding.UTF8.GetBytes(TableFiles.Chinese) },
            { "CSV utf-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(TableFiles.Chinese)] },
            { "CSV gb18030", TableFiles.Gb(TableFiles.Chinese) },
            { "CSV utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(TableFiles.Chinese.Replace(',', '\t'))] },
            { "XLSX", Workbooks.Xlsx(cells) },
            { "XLS", Workbooks.Xls(cells) },
        };
    }

    [Theory]
    [MemberData(nameof(ChineseTables))]
    public void A_chinese_table_says_the_same_however_it_is_written(string container, byte[] bytes)
    {
        var file = new PatentFileReader().Read(bytes).Value;

        Assert.Equal((PatentFileFormat.NamedColumns, container), (file.Format, file.Container));
        Assert.Equal(
            [null, null, "WRONG_CHECK_CHARACTER", "NOT_A_CN_APPLICATION", "VALUE_MALFORMED", null, "NUMBER_MISSING"],
            file.Rows.Select(row => row.Fault?.Code).ToArray());
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], file.Rows.Select(row => row.Line).ToArray());
        var grant = file.Rows[1];
        Assert.Equal(PublicationFiles.Stream, grant.Number!.Stream);
        Assert.Equal("一种钒的提取方法", grant.Facts.TitleZh);
        Assert.Equal("有权", grant.Status);
        Assert.Equal("patent:CN199900009", file.Rows[5].Number!.Stream);
        Assert.Empty(file.Rows[5].Facts.Applicants);
    }

    [Fact]
    public void Of_two_rows_of_one_patent_the_later_publication_speaks_and_the_earlier_fills_gaps()
    {
        var rows = Read(TableFiles.Chinese, PatentFileFormat.NamedColumns).Rows;

        Assert.Null(rows[0].Facts.TitleZh);
        Assert.Equal("一种钒的方法", rows[0].Title);
        Assert.Empty(rows[0].Facts.Applicants);
        Assert.Equal("CN199900001A", Assert.Single(rows[0].Facts.Publications).ToString());
        Assert.Equal(["丙公司"], rows[1].Facts.Applicants);
        Assert.Equal(["C22B 34/22"], rows[1].Facts.Ipc);
    }

    [Fact]
    public void Marks_of_a_search_are_no_part_of_a_title_and_a_comparison_is()
    {
        const string Table = "公开号,标题\nCN199900001A,一种<em>钒</em>钛<B class='hit'>合金</b>\nCN199900002A,当 a<b 且 c>d 时的合金\n";

        Assert.Equal(
            ["一种钒钛合金", "当 a<b 且 c>d 时的合金"],
            Read(Table, PatentFileFormat.NamedColumns).Rows.Select(row => row.Facts.TitleZh).ToArray());
    }

    private static PatentFile Read(string text, PatentFileFormat format)
    {
        var read = new PatentFileReader().Read(Encoding.UTF8.GetBytes(text));
        Assert.True(read.IsAccepted, read.Refusal?.En);
        Assert.Equal(format, read.Value.Format);
        return read.Value;
    }
}
