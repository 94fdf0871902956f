using System.Text;
using IpMarket.Adapters.Import;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Testing.Import;
using Xunit;

namespace IpMarket.Adapters.Tests.Import;

/// <summary>Tables of legal events: what is read of each row, and what is refused rather than guessed.</summary>
public sealed class LegalEventsTableTests
{
    [Fact]
    public void A_list_of_the_chinese_offices_search_is_read_row_by_row()
    {
        var rows = Read(TableFiles.LegalEvents).Rows;

        Assert.Equal(
            [
                "SE01 2020-03-20", "GR01 2020-11-24", "TR01 2021-04-02", "PE01 2021-06-11 Y2099510000123",
                "PC01 2022-06-10 Y2099510000123", "LEGAL_TEXT_AMBIGUOUS", "LEGAL_TEXT_UNKNOWN", "EVENT_DAY_MISSING",
                "VALUE_MALFORMED", "EVENT_MISSING", "WRONG_CHECK_CHARACTER", "NUMBER_MISSING",
            ],
            rows.Select(row => row.Fault?.Code ?? Text(row.Event!)).ToArray());
        Assert.Equal(Enumerable.Range(2, 12), rows.Select(row => row.Line));
        Assert.All(rows.Take(10), row => Assert.Equal(PublicationFiles.Stream, row.Number!.Stream));
        Assert.All(rows, row => Assert.True(row.Facts.Publications.IsEmpty && row.Facts.TitleZh is null));
    }

    [Theory]
    [InlineData("CN", "GR01 2020-11-24")]
    [InlineData("cn", "GR01 2020-11-24")]
    [InlineData("EP", "EVENT_NOT_CHINESE")]
    public void Inpadocs_list_names_country_code_and_day(string country, string expected)
    {
        var row = Assert.Single(Read(
            $"Publication number,Country,Code,Date,Event description\nCN199900001B,{country},GR01,20201124,PATENT GRANT\n")
            .Rows);

        Assert.Equal(expected, row.Fault?.Code ?? Text(row.Event!));
        Assert.Equal("patent:CN199900001", row.Number!.Stream);
    }

    [Theory]
    [InlineData("GR01", "授权", "GR01 2020-11-24")]
    [InlineData("gr01", "", "GR01 2020-11-24")]
    [InlineData("GR01", "专利权的终止", "LEGAL_TEXTS_DISAGREE")]
    [InlineData("CF01", "专利权的终止", "CF01 2020-11-24")]
    [InlineData("ZZ99", "授权", "LEGAL_CODE_UNKNOWN")]
    [InlineData("TG01", "", "TG01 2020-11-24")]
    public void A_code_beside_the_words_must_be_what_they_say(string code, string text, string expected)
    {
        var row = Assert.Single(
            Read($"专利号,法律状态公告日,法律状态代码,法律状态\nZL209910000001.8,2020-11-24,{code},{text}\n").Rows);
        Assert.Equal(expected, row.Fault?.Code ?? Text(row.Event!));
    }

    [Fact]
    public void The_end_of_the_term_is_read_where_a_column_has_it()
    {
        var row = Assert.Single(Read(
            "申请号,法律状态公告日,法律状态代码,登记号/备案号,期限届满日\nCN209910000001.8,2020-11-24,TG01,甲1,2040-01-31\n").Rows);
        Assert.Equal(new NewLegalEvent("TG01", new DateOnly(2020, 11, 24), "甲1", new DateOnly(2040, 1, 31)), row.Event);
    }

    [Fact]
    public void A_table_that_names_applicants_stays_one_of_patents()
    {
        const string Table = "申请号,名称,申请人,法律状态,法律状态公告日\nCN209910000001.8,钒,甲公司,授权,2020-11-24\n";
        var file = new PatentFileReader().Read(Encoding.UTF8.GetBytes(Table)).Value;
        Assert.Equal(PatentFileFormat.NamedColumns, file.Format);
        Assert.Null(file.Rows[0].Event);
        Assert.Equal("授权", file.Rows[0].Status);
    }

    [Theory]
    [InlineData("申请号,名称,法律状态,法律状态日期")]
    [InlineData("专利号,标题(中文),最新法律状态,法律状态公告日")]
    [InlineData("申请号,英文名称,法律状态,法律状态公告日")]
    [InlineData("Application number,Title,Legal status,Legal status date")]
    public void A_table_with_titles_and_no_codes_is_one_of_patents(string header)
    {
        var row = Only(header + "\n209910000001.8,Vanadium 钒,授权,2020-11-24\n", PatentFileFormat.NamedColumns);
        Assert.Equal(("授权", null), (row.Status, row.Event));
        Assert.Equal("Vanadium 钒", row.Facts.TitleZh ?? row.Facts.TitleEn);
    }

    [Theory]
    [InlineData("申请号,名称,法律状态代码,法律状态公告日")]
    [InlineData("申请号,标题,事件代码,法律状态日期")]
    public void A_table_with_titles_and_codes_is_one_of_events(string header)
    {
        var row = Only(header + "\nCN209910000001.8,钒,GR01,2020-11-24\n", PatentFileFormat.LegalEvents);
        Assert.Equal(("GR01 2020-11-24", null), (Text(row.Event!), row.Facts.TitleZh));
    }

    private static PatentFileRow Only(string table, PatentFileFormat format)
    {
        var file = new PatentFileReader().Read(Encoding.UTF8.GetBytes(table)).Value;
        Assert.Equal(format, file.Format);
        return Assert.Single(file.Rows);
    }

    [Fact]
    public void Details_with_two_numbers_name_none()
    {
        var row = Assert.Single(Read(
            "申请号,法律状态公告日,法律状态,详情\nCN209910000001.8,2020-11-24,EE01,备案号:X2020980000001 备案号:X2020980000002\n")
            .Rows);
        Assert.Equal("EE01 2020-11-24", Text(row.Event!));
    }

    private static string Text(NewLegalEvent seen) =>
        FormattableString.Invariant($"{seen.Code} {seen.On:yyyy-MM-dd} {seen.Note}").TrimEnd();

    private static PatentFile Read(string table)
    {
        var file = new PatentFileReader().Read(Encoding.UTF8.GetBytes(table)).Value;
        Assert.Equal(PatentFileFormat.LegalEvents, file.Format);
        return file;
    }
}
