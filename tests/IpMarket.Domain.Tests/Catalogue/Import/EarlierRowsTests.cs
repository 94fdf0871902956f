using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Import;

/// <summary>One patent twice in a file: the later row holds, and says which line it overrules.</summary>
public sealed class EarlierRowsTests
{
    private static readonly Moment At =
        new(new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.Zero), Actor.Process("imports"));

    private static readonly PatentFacts First = PatentFacts.None with
    {
        TitleZh = "一种提钒方法", Applicants = ["甲公司"], FilingDate = new DateOnly(2021, 1, 4),
    };

    [Fact]
    public void A_row_that_says_otherwise_names_the_line_and_what_it_says_otherwise_of()
    {
        var second = First with { TitleZh = "一种提钛方法", Applicants = ["乙公司"] };
        var previews = Preview(Row(2, First), Row(3, second));

        Assert.Null(previews[0].Row.Reason);
        var (row, reason) = (previews[1].Row, previews[1].Row.Reason!);
        Assert.Equal((RowVerdict.Changed, "OTHER_THAN_EARLIER_ROW"), (row.Verdict, reason.Code));
        Assert.Equal(("2", "titleZh, applicants"), (reason.Figures["line"].Text, reason.Figures["fields"].Text));
        Assert.Equal("第 2 行对同一专利写的名称、申请人与本行不同，以本行为准。", reason.Zh);
        Assert.Equal("Line 2 says otherwise of the same patent: title, applicants. This line holds.", reason.En);
        Assert.Equal("一种提钛方法", previews[1].After.Facts.TitleZh);
    }

    [Fact]
    public void A_row_that_adds_or_repeats_says_nothing_otherwise()
    {
        var more = PatentFacts.None with { TitleZh = First.TitleZh, TitleEn = "Vanadium process" };
        var previews = Preview(Row(2, First), Row(3, more), Row(4, First));

        Assert.All(previews, preview => Assert.Null(preview.Row.Reason));
        Assert.Equal(
            [RowVerdict.New, RowVerdict.Changed, RowVerdict.Unchanged], previews.Select(preview => preview.Row.Verdict));
    }

    [Fact]
    public void What_the_catalogue_knew_before_is_no_line_of_the_file()
    {
        var known = Preview(Row(2, First))[0].After;
        var corrected = First with { TitleZh = "一种提钛方法" };
        Assert.Null(Preview(known, Row(2, corrected))[0].Row.Reason);

        // A row that only repeats the catalogue is overruled too.
        var previews = Preview(known, Row(2, First), Row(3, corrected));
        Assert.Equal(RowVerdict.Unchanged, previews[0].Row.Verdict);
        Assert.Equal("2", previews[1].Row.Reason!.Figures["line"].Text);
    }

    [Fact]
    public void The_line_named_is_the_last_that_said_it()
    {
        var previews = Preview(
            Row(2, First), Row(3, First with { TitleZh = "乙" }), Row(4, First with { TitleZh = "丙" }));
        Assert.Equal("3", previews[2].Row.Reason!.Figures["line"].Text);
    }

    [Fact]
    public void Of_a_partys_rows_that_go_into_one_the_later_says_what_it_overrules()
    {
        var rows = PartyImports.Rows(
            [Row(2, First), Row(3, First with { TitleZh = "乙" }), Row(4, PatentFacts.None with { TitleEn = "V" })],
            takesDemo: false);
        Assert.Equal(("乙", "V"), (rows[0].Facts.TitleZh, rows[0].Facts.TitleEn));
        Assert.Equal(
            [null, "TAKEN_OVER_EARLIER_ROW", "TAKEN_WITH_EARLIER_ROW"], rows.Select(row => row.Fault?.Code).ToArray());
        Assert.Equal(
            "与第 2 行是同一专利，内容并入该行；名称与前面的行不同，以本行为准。", rows[1].Fault!.Zh);
        Assert.Equal(RowVerdict.Unchanged, RowPreview.OfFault(rows[1]).Verdict);
    }

    private static RowPreview[] Preview(params PatentFileRow[] rows) => Preview(Patent.Empty, rows);

    private static RowPreview[] Preview(Patent patent, params PatentFileRow[] rows)
    {
        var earlier = new EarlierRows();
        var previews = new List<RowPreview>();
        foreach (var row in rows)
        {
            previews.Add(earlier.Tell(
                row.Number!.Stream, row, RowPreview.Of(row, patent, "a.csv", At, PatentRules.House)));
            patent = previews[^1].After;
        }

        return [.. previews];
    }

    private static PatentFileRow Row(int line, PatentFacts facts) =>
        new(line, PatentNumber.Of(ApplicationNumber.OfDigits("202110000001")!.Value), facts, null);
}
