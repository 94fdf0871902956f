using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Import;

public sealed class ImportDeciderTests
{
    private const string Stream = "import:00000000000000000000000000";
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);
    private static readonly Actor Handler = new("user:handler");
    private static readonly Moment At = new(Now, Handler);
    private static readonly PatentFileRow Row = new(24, Number("209910000001.8"), Titled("一种方法"), null);

    [Fact]
    public void A_file_is_previewed_once()
    {
        var import = After(PatentImport.Empty, ImportDecider.Decide(PatentImport.Empty, Preview(RowVerdict.New), At));

        Assert.Equal(ImportStatus.Previewed, import.Status);
        Assert.Equal(Now, import.PreviewedAt);
        Assert.Equal(1, import.Count(RowVerdict.New));
        Assert.Equal("ALREADY_PREVIEWED", ImportDecider.Decide(import, Preview(RowVerdict.New), At).Refusal?.Code);
    }

    [Fact]
    public void A_preview_is_applied_by_whoever_confirmed_it_and_then_no_more()
    {
        var previewed = Previewed(RowVerdict.Changed);
        var confirmed = After(previewed, ImportDecider.Decide(previewed, new ApplyImport(), At));
        var applied = After(confirmed, ImportDecider.Decide(confirmed, new FinishImport(previewed.Rows), At));

        Assert.Equal(Handler, confirmed.ConfirmedBy);
        Assert.Equal(ImportStatus.Applied, applied.Status);
        Assert.Equal("ALREADY_APPLIED", ImportDecider.Decide(confirmed, new ApplyImport(), At).Refusal?.Code);
        Assert.Equal("ALREADY_APPLIED", ImportDecider.Decide(applied, new ApplyImport(), At).Refusal?.Code);
        Assert.Equal("ALREADY_APPLIED", ImportDecider.Decide(applied, new FinishImport([]), At).Refusal?.Code);
    }

    [Theory]
    [InlineData(RowVerdict.Unchanged)]
    [InlineData(RowVerdict.Refused)]
    public void A_preview_without_news_is_not_applied(RowVerdict verdict) => Assert.Equal(
        "NOTHING_TO_APPLY", ImportDecider.Decide(Previewed(verdict), new ApplyImport(), At).Refusal?.Code);

    [Fact]
    public void An_unknown_import_is_neither_applied_nor_finished()
    {
        Assert.Equal(404, ImportDecider.Decide(PatentImport.Empty, new ApplyImport(), At).Refusal?.Status);
        Assert.Equal(404, ImportDecider.Decide(PatentImport.Empty, new FinishImport([]), At).Refusal?.Status);
    }

    [Fact]
    public void An_import_that_nobody_confirmed_is_not_finished() => Assert.Equal(
        "NOT_CONFIRMED",
        ImportDecider.Decide(Previewed(RowVerdict.New), new FinishImport([]), At).Refusal?.Code);

    [Fact]
    public void A_file_of_too_many_patents_is_refused()
    {
        var rows = Enumerable.Repeat(Brief(RowVerdict.New), Limits.ImportRowsMax + 1).ToImmutableArray();
        var command = new PreviewImport("a.xml", new string('0', 64), PatentFileFormat.CnipaDocument, rows);

        Assert.Equal("TOO_MANY_ROWS", ImportDecider.Decide(PatentImport.Empty, command, At).Refusal?.Code);
    }

    [Fact]
    public void Events_survive_the_journal_with_their_reasons()
    {
        var reason = Refusal.Of(PatentRowRefusal.ValueMalformed, ("field", "date"), ("value", "20990231"));
        var fact = new ImportApplied([Brief(RowVerdict.Refused) with { Reason = reason }, Brief(RowVerdict.New)]);

        var (text, _) = EventCodec.Encode(fact, null);
        var back = (ImportApplied)EventCodec.Decode(typeof(ImportApplied), text, null).Fact;

        Assert.Equal(text, EventCodec.Encode(back, null).Public);
        Assert.Equal(reason.Zh, back.Rows[0].Reason?.Zh);
        Assert.Null(back.Rows[1].Reason);
    }

    [Fact]
    public void The_preview_says_what_the_patents_own_rules_will_do()
    {
        var first = RowPreview.Of(Row, Patent.Empty, "a.xml");
        var again = RowPreview.Of(Row, first.After, "a.xml");
        var changed = RowPreview.Of(Row with { Facts = Titled("另一种方法") }, first.After, "a.xml");

        Assert.Equal(RowVerdict.New, first.Row.Verdict);
        Assert.Equal(RowVerdict.Unchanged, again.Row.Verdict);
        Assert.Empty(again.Differences);
        Assert.Equal(RowVerdict.Changed, changed.Row.Verdict);
        Assert.Equal([new FactDifference("titleZh", "一种方法", "另一种方法")], changed.Differences);
    }

    [Fact]
    public void What_the_patent_would_refuse_the_preview_refuses_with_the_line()
    {
        var tooLong = RowPreview.Of(Row with { Facts = Titled(new string('长', 501)) }, Patent.Empty, "a.xml");

        Assert.Equal((24, RowVerdict.Refused), (tooLong.Row.Line, tooLong.Row.Verdict));
        Assert.Equal("FACTS_MALFORMED", tooLong.Row.Reason?.Code);
        Assert.False(tooLong.After.Exists);
    }

    [Fact]
    public void A_row_with_a_fault_keeps_it()
    {
        var fault = Refusal.Of(PatentRowRefusal.ApplicationNumberMissing);
        var preview = RowPreview.Of(new PatentFileRow(3, null, PatentFacts.None, fault), Patent.Empty, "a.xml");

        Assert.Equal(new ImportRow(3, null, null, RowVerdict.Refused, fault), preview.Row);
    }

    private static PreviewImport Preview(RowVerdict verdict) =>
        new("a.xml", new string('0', 64), PatentFileFormat.CnipaDocument, [Brief(verdict)]);

    private static PatentImport Previewed(RowVerdict verdict) =>
        After(PatentImport.Empty, ImportDecider.Decide(PatentImport.Empty, Preview(verdict), At));

    private static ImportRow Brief(RowVerdict verdict) => RowPreview.Brief(Row, verdict, null);

    private static PatentImport After(PatentImport import, Outcome<IReadOnlyList<IEvent>> decided) =>
        decided.Value.Aggregate(import, (state, fact) =>
            state.Evolve(new Recorded(0, Stream, 1, Now, Guid.Empty, Handler, fact)));

    private static PatentFacts Titled(string title) => PatentFacts.None with { TitleZh = title };

    private static PatentNumber Number(string text) => PatentNumber.Parse(text).Value;
}
