using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Import;

/// <summary>What holds for a file a party brings.</summary>
public sealed class PartyImportsTests
{
    private const string Party = "party:owner";
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);
    private static readonly Actor Member = new("user:member", Party);
    private static readonly Moment At = new(Now, Member);

    [Theory]
    [InlineData(PatentFileFormat.NamedColumns, Limits.ImportPartyRowsMax, null)]
    [InlineData(PatentFileFormat.CnipaBusiness, 1, null)]
    [InlineData(PatentFileFormat.Lens, Limits.ImportPartyRowsMax + 1, "TOO_MANY_ROWS")]
    [InlineData(PatentFileFormat.LegalEvents, 1, "LEGAL_EVENTS_ARE_THE_CENTRES")]
    [InlineData(PatentFileFormat.LegalEvents, Limits.ImportRowsMax + 1, "LEGAL_EVENTS_ARE_THE_CENTRES")]
    public void A_party_brings_a_bounded_file_of_patents(PatentFileFormat format, int rows, string? code)
    {
        var partys = ImportDecider.Decide(PatentImport.Empty, Start(format, rows) with { Party = Party }, At);

        Assert.Equal(code, partys.Refusal?.Code);
        if (rows <= Limits.ImportRowsMax)
            Assert.True(ImportDecider.Decide(PatentImport.Empty, Start(format, rows), At).IsAccepted);
    }

    [Fact]
    public void An_import_is_whose_it_was_begun_for_and_the_centres_where_nobody_is_named()
    {
        var partys = After(Start(PatentFileFormat.Lens, 1) with { Party = Party });
        var centres = After(Start(PatentFileFormat.Lens, 1));
        const string Old = """{"fileName":"a.csv","format":"Lens","sha256":"0","container":"CSV","rows":1}""";
        var (old, _) = EventCodec.Decode(typeof(ImportStarted), Old, null);

        Assert.Equal((Party, FactOrigin.Party), (partys.Party, partys.Origin));
        Assert.Equal((null, FactOrigin.Centre), (centres.Party, centres.Origin));
        Assert.Equal(FactOrigin.Centre, PatentImport.Empty.Evolve(Recorded(old)).Origin);
        var (text, _) = EventCodec.Encode(new ImportStarted("a", PatentFileFormat.Lens, "0", "CSV", 1) { Party = Party }, null);
        Assert.Equal(Party, ((ImportStarted)EventCodec.Decode(typeof(ImportStarted), text, null).Fact).Party);
    }

    [Fact]
    public void A_partys_row_enters_what_is_new_and_leaves_what_is_known_as_it_is()
    {
        var row = Row(2, "202110000001", "一种方法");
        var first = Preview(row, Patent.Empty);
        var known = Preview(row with { Facts = Titled("另一种方法") }, first.After);
        var same = Preview(row, first.After);

        Assert.Equal((RowVerdict.New, null), (first.Row.Verdict, first.Row.Reason));
        Assert.Equal(FactOrigin.Party, first.After.FactsOrigin);
        foreach (var left in new[] { known, same })
        {
            Assert.Equal((RowVerdict.Unchanged, "KNOWN_ALREADY"), (left.Row.Verdict, left.Row.Reason?.Code));
            Assert.Contains("只能由交易中心更正", left.Row.Reason!.Zh, StringComparison.Ordinal);
            Assert.Empty(left.Differences);
            Assert.Equal("一种方法", left.After.Facts.TitleZh);
        }
    }

    [Fact]
    public void Several_rows_of_one_patent_are_entered_together_in_the_first_of_them()
    {
        var grant = Row(3, "202110000001", "授权的名称") with { Status = "授权" };
        var application = Row(2, "202110000001", null) with { Title = "申请的名称", Status = "公开" };
        var rows = PartyImports.Rows([application, Row(4, "202110000002", "别的"), grant], takesDemo: false);

        Assert.Equal(("授权的名称", "授权"), (rows[0].Facts.TitleZh, rows[0].Status));
        Assert.Equal((RowVerdict.New, "授权的名称"), (Preview(rows[0], Patent.Empty).Row.Verdict, Preview(rows[0], Patent.Empty).Title));
        Assert.Null(rows[1].Fault);
        var brief = Preview(rows[2], Patent.Empty).Row;
        Assert.Equal((3, RowVerdict.Unchanged, "TAKEN_WITH_EARLIER_ROW"), (brief.Line, brief.Verdict, brief.Reason?.Code));
        Assert.Equal("与第 2 行是同一专利，内容并入该行。", brief.Reason!.Zh);
    }

    [Fact]
    public void Invented_numbers_are_a_demonstration_markets_and_a_fault_stays_what_it_was()
    {
        var fault = Refusal.Of(PatentRowRefusal.NumberMissing);
        var broken = new PatentFileRow(3, null, PatentFacts.None, fault);
        var demo = Row(2, "209910000001", "示例");

        var real = PartyImports.Rows([demo, broken], takesDemo: false);
        Assert.Equal(["DEMO_NUMBER", "NUMBER_MISSING"], real.Select(row => row.Fault?.Code).ToArray());
        Assert.Equal(RowVerdict.Refused, Preview(real[0], Patent.Empty).Row.Verdict);
        Assert.Null(PartyImports.Rows([demo], takesDemo: true)[0].Fault);
        Assert.Empty(PartyImports.Rows([], takesDemo: false));
    }

    private static RowPreview Preview(PatentFileRow row, Patent patent) =>
        RowPreview.Of(row, patent, "a.csv", At, PatentRules.House, FactOrigin.Party);

    private static StartImport Start(PatentFileFormat format, int rows) =>
        new("a.csv", new string('0', 64), format, "CSV utf-8", rows);

    private static PatentImport After(StartImport start) => ImportDecider.Decide(PatentImport.Empty, start, At).Value
        .Aggregate(PatentImport.Empty, (state, fact) => state.Evolve(Recorded(fact)));

    private static Recorded Recorded(IEvent fact) => new(0, "import:1", 1, Now, Guid.Empty, Member, fact);

    private static PatentFileRow Row(int line, string digits, string? title) =>
        new(line, PatentNumber.Of(ApplicationNumber.OfDigits(digits)!.Value), Titled(title), null);

    private static PatentFacts Titled(string? title) => PatentFacts.None with { TitleZh = title };
}
