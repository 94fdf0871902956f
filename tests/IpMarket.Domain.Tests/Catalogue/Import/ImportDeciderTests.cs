using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Life;
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
    public void A_file_is_compared_step_by_step_and_then_previewed()
    {
        var started = After(PatentImport.Empty, ImportDecider.Decide(PatentImport.Empty, Start(3), At));
        var half = After(started, ImportDecider.Decide(started, Compared(0, RowVerdict.New, RowVerdict.Refused), At));
        var whole = After(half, ImportDecider.Decide(half, Compared(2, RowVerdict.Unchanged), At));

        Assert.Equal((ImportStatus.Comparing, 0, 3), (started.Status, started.Done, started.Total));
        Assert.Equal((ImportStatus.Comparing, 2), (half.Status, half.Done));
        Assert.Equal((ImportStatus.Previewed, 3), (whole.Status, whole.Done));
        Assert.Equal(Now, whole.PreviewedAt);
        Assert.Equal(1, whole.Count(RowVerdict.New));
        Assert.Equal("ALREADY_PREVIEWED", ImportDecider.Decide(whole, Start(3), At).Refusal?.Code);
        Assert.Equal("STILL_COMPARING", ImportDecider.Decide(half, new ApplyImport(), At).Refusal?.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Rows_are_done_in_order_and_once(int from)
    {
        var started = After(PatentImport.Empty, ImportDecider.Decide(PatentImport.Empty, Start(3), At));
        var half = After(started, ImportDecider.Decide(started, Compared(0, RowVerdict.New, RowVerdict.New), At));

        Assert.Equal("ROWS_DONE", ImportDecider.Decide(half, Compared(from, RowVerdict.New), At).Refusal?.Code);
        Assert.Equal("ROWS_DONE", ImportDecider.Decide(half, new NoteApplied(2, []), At).Refusal?.Code);
    }

    [Fact]
    public void A_preview_is_applied_by_whoever_confirmed_it_and_then_no_more()
    {
        var previewed = Previewed(RowVerdict.Changed);
        var confirmed = After(previewed, ImportDecider.Decide(previewed, new ApplyImport(), At));
        var applied = After(confirmed, ImportDecider.Decide(confirmed, new NoteApplied(0, previewed.Rows), At));

        Assert.Equal(Handler, confirmed.ConfirmedBy);
        Assert.Equal((ImportStatus.Confirmed, 0), (confirmed.Status, confirmed.Done));
        Assert.Equal((ImportStatus.Applied, 1), (applied.Status, applied.Done));
        Assert.Equal(Now, applied.AppliedAt);
        Assert.Equal("ALREADY_APPLIED", ImportDecider.Decide(confirmed, new ApplyImport(), At).Refusal?.Code);
        Assert.Equal("ALREADY_APPLIED", ImportDecider.Decide(applied, new ApplyImport(), At).Refusal?.Code);
        Assert.Equal("ROWS_DONE", ImportDecider.Decide(applied, new NoteApplied(0, []), At).Refusal?.Code);
    }

    [Fact]
    public void What_was_applied_is_undone_once_and_says_what_stayed()
    {
        var previewed = Previewed(RowVerdict.Changed);
        var applied = Applied(previewed);
        var undoing = After(applied, ImportDecider.Decide(applied, new UndoImport(), At));
        var kept = previewed.Rows[0] with { Undo = RowUndo.Kept };
        var undone = After(undoing, ImportDecider.Decide(undoing, new NoteUndone(0, [kept]), At));

        Assert.Equal(Handler, undoing.UndoneBy);
        Assert.Equal((ImportStatus.Undone, RowUndo.Kept), (undone.Status, undone.Rows[0].Undo));
        Assert.Equal("NOT_APPLIED", ImportDecider.Decide(previewed, new UndoImport(), At).Refusal?.Code);
        Assert.Equal("ALREADY_UNDONE", ImportDecider.Decide(undoing, new UndoImport(), At).Refusal?.Code);
        Assert.Equal("ALREADY_UNDONE", ImportDecider.Decide(undone, new UndoImport(), At).Refusal?.Code);
    }

    [Theory]
    [InlineData(RowVerdict.Unchanged)]
    [InlineData(RowVerdict.Refused)]
    public void A_preview_without_news_is_not_applied(RowVerdict verdict) => Assert.Equal(
        "NOTHING_TO_APPLY", ImportDecider.Decide(Previewed(verdict), new ApplyImport(), At).Refusal?.Code);

    [Fact]
    public void An_unknown_import_is_neither_applied_nor_undone()
    {
        Assert.Equal(404, ImportDecider.Decide(PatentImport.Empty, new ApplyImport(), At).Refusal?.Status);
        Assert.Equal(404, ImportDecider.Decide(PatentImport.Empty, new UndoImport(), At).Refusal?.Status);
        Assert.Equal(404, ImportDecider.Decide(PatentImport.Empty, new NoteApplied(0, []), At).Refusal?.Status);
    }

    [Fact]
    public void An_import_that_nobody_confirmed_is_not_applied() => Assert.Equal(
        "NOT_CONFIRMED",
        ImportDecider.Decide(Previewed(RowVerdict.New), new NoteApplied(0, []), At).Refusal?.Code);

    [Fact]
    public void A_file_of_too_many_rows_is_refused() => Assert.Equal(
        "TOO_MANY_ROWS",
        ImportDecider.Decide(PatentImport.Empty, Start(Limits.ImportRowsMax + 1), At).Refusal?.Code);

    [Fact]
    public void Imports_written_before_files_were_long_are_read()
    {
        var previewed = PatentImport.Empty.Evolve(Recorded(new ImportPreviewed(
            "a.xml", PatentFileFormat.CnipaDocument, new string('0', 64), [Brief(RowVerdict.New)])));
        var applied = previewed.Evolve(Recorded(new ImportConfirmed()))
            .Evolve(Recorded(new ImportApplied([Brief(RowVerdict.Unchanged)])));

        Assert.Equal((ImportStatus.Previewed, 1, 1), (previewed.Status, previewed.Done, previewed.Total));
        Assert.Equal((ImportStatus.Applied, 1), (applied.Status, applied.Count(RowVerdict.Unchanged)));
        const string Written = """{"line":1,"number":null,"patent":null,"verdict":"New","reason":null}""";
        var (fact, _) = EventCodec.Decode(typeof(ImportApplied), $$"""{"rows":[{{Written}}]}""", null);
        Assert.Null(((ImportApplied)fact).Rows[0].Undo);
    }

    [Fact]
    public void Events_survive_the_journal_with_their_reasons()
    {
        var reason = Refusal.Of(PatentRowRefusal.ValueMalformed, ("field", "date"), ("value", "20990231"));
        var fact = new ImportRowsUndone(
            0, [Brief(RowVerdict.Refused) with { Reason = reason }, Brief(RowVerdict.New) with { Undo = RowUndo.Partly }]);

        var (text, _) = EventCodec.Encode(fact, null);
        var back = (ImportRowsUndone)EventCodec.Decode(typeof(ImportRowsUndone), text, null).Fact;

        Assert.Equal(text, EventCodec.Encode(back, null).Public);
        Assert.Equal(reason.Zh, back.Rows[0].Reason?.Zh);
        Assert.Null(back.Rows[1].Reason);
        Assert.Equal(RowUndo.Partly, back.Rows[1].Undo);
    }

    [Fact]
    public void The_preview_says_what_the_patents_own_rules_will_do()
    {
        var first = Preview(Row, Patent.Empty, "a.xml");
        var again = Preview(Row, first.After, "a.xml");
        var changed = Preview(Row with { Facts = Titled("另一种方法") }, first.After, "a.xml");

        Assert.Equal(RowVerdict.New, first.Row.Verdict);
        Assert.Equal(RowVerdict.Unchanged, again.Row.Verdict);
        Assert.Empty(again.Differences);
        Assert.Equal(RowVerdict.Changed, changed.Row.Verdict);
        Assert.Equal([new FactDifference("titleZh", "一种方法", "另一种方法")], changed.Differences);
    }

    [Fact]
    public void What_the_patent_would_refuse_the_preview_refuses_with_the_line()
    {
        var tooLong = Preview(Row with { Facts = Titled(new string('长', 501)) }, Patent.Empty, "a.xml");

        Assert.Equal((24, RowVerdict.Refused), (tooLong.Row.Line, tooLong.Row.Verdict));
        Assert.Equal("FACTS_MALFORMED", tooLong.Row.Reason?.Code);
        Assert.False(tooLong.After.Exists);
    }

    [Fact]
    public void A_row_with_a_fault_keeps_it()
    {
        var fault = Refusal.Of(PatentRowRefusal.ApplicationNumberMissing);
        var preview = Preview(new PatentFileRow(3, null, PatentFacts.None, fault), Patent.Empty, "a.xml");

        Assert.Equal(new ImportRow(3, null, null, RowVerdict.Refused, fault), preview.Row);
    }

    [Fact]
    public void A_legal_event_is_news_to_a_patent_that_is_known_and_to_no_other()
    {
        var known = Preview(Row, Patent.Empty, "a.xml").After;
        var row = new PatentFileRow(5, Row.Number, PatentFacts.None, null)
        {
            Event = new NewLegalEvent("GR01", new DateOnly(2024, 5, 31), "甲1", null),
        };

        var first = Preview(row, known, "a.csv");
        Assert.Equal((5, RowVerdict.Changed, "一种方法"), (first.Row.Line, first.Row.Verdict, first.Title));
        Assert.Equal([new FactDifference("legalEvent", null, "GR01 2024-05-31 甲1")], first.Differences);
        Assert.Equal("GR01", Assert.Single(first.After.Life.LegalEvents).Code);
        Assert.Equal(RowVerdict.Unchanged, Preview(row, first.After, "b.csv").Row.Verdict);

        var unknown = Preview(row, Patent.Empty, "a.csv");
        Assert.Equal((RowVerdict.Refused, "UNKNOWN"), (unknown.Row.Verdict, unknown.Row.Reason!.Code));
        Assert.False(unknown.After.Exists);
        var ahead = row with { Event = row.Event with { On = new DateOnly(2199, 1, 1) } };
        Assert.Equal("DAY_AHEAD", Preview(ahead, known, "a.csv").Row.Reason!.Code);
    }

    private static RowPreview Preview(PatentFileRow row, Patent patent, string source) =>
        RowPreview.Of(row, patent, source, At, PatentRules.House);

    private static StartImport Start(int rows) =>
        new("a.xml", new string('0', 64), PatentFileFormat.CnipaDocument, "XML", rows);

    private static NoteCompared Compared(int from, params RowVerdict[] verdicts) =>
        new(from, [.. verdicts.Select(Brief)]);

    private static PatentImport Previewed(RowVerdict verdict)
    {
        var started = After(PatentImport.Empty, ImportDecider.Decide(PatentImport.Empty, Start(1), At));
        return After(started, ImportDecider.Decide(started, Compared(0, verdict), At));
    }

    private static PatentImport Applied(PatentImport previewed)
    {
        var confirmed = After(previewed, ImportDecider.Decide(previewed, new ApplyImport(), At));
        return After(confirmed, ImportDecider.Decide(confirmed, new NoteApplied(0, previewed.Rows), At));
    }

    private static Recorded Recorded(IEvent fact) => new(0, Stream, 1, Now, Guid.Empty, Handler, fact);

    private static ImportRow Brief(RowVerdict verdict) => RowPreview.Brief(Row, verdict, null);

    private static PatentImport After(PatentImport import, Outcome<IReadOnlyList<IEvent>> decided) =>
        decided.Value.Aggregate(import, (state, fact) =>
            state.Evolve(new Recorded(0, Stream, 1, Now, Guid.Empty, Handler, fact)));

    private static PatentFacts Titled(string title) => PatentFacts.None with { TitleZh = title };

    private static PatentNumber Number(string text) => PatentNumber.Parse(text).Value;
}
