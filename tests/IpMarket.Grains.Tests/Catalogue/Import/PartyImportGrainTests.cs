using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing.Journal;
using Xunit;

namespace IpMarket.Grains.Tests.Catalogue.Import;

/// <summary>A party's import from its preview to its undoing, across the end of the process that began it.</summary>
public sealed class PartyImportGrainTests
{
    private const string Import = "import:partys";
    private readonly MemoryJournal journal = new();
    private readonly MemoryProcessStore processes = new();

    /// <summary>A patent in two rows, one the catalogue knows, an invented one, and one that cannot be read.</summary>
    private static readonly ImmutableArray<PatentFileRow> File =
    [
        Row(2, "202110000001", PatentFacts.None with { FilingDate = new DateOnly(2021, 1, 4) }),
        Row(3, "202110000001", PatentFacts.None with { TitleZh = "授权的名称" }),
        Row(4, "202110000002", PatentFacts.None with { TitleZh = "改写的名称" }),
        Row(5, "209910000003", PatentFacts.None with { TitleZh = "示例" }),
        Row(6, "202110000004", PatentFacts.None) with { Fault = Refusal.Of(PatentRowRefusal.QuoteNotClosed) },
    ];

    [Fact]
    public async Task What_a_party_brings_is_its_word_and_what_is_known_stays_as_it_is()
    {
        await journal.Append(
            Stream(2),
            HandClock.Start.AddDays(-1),
            new PatentRegistered(File[2].Number!.Text, NumberKind.Application, PatentType.Invention),
            new PatentFactsRecorded(PatentFacts.None with { TitleZh = "已知的名称" }, FactOrigin.Centre, "t"));

        await Life(life => life.PreviewFor("owner"));
        AssertRows(ImportStatus.Previewed);
        Assert.Equal(("party:owner", FactOrigin.Party), (State().Party, State().Origin));
        Assert.Empty(Records(Stream(0)));

        await Life(life => life.Apply("owner"));
        AssertRows(ImportStatus.Applied);
        var added = Patent(Stream(0));
        Assert.Equal(
            ("授权的名称", new DateOnly(2021, 1, 4), FactOrigin.Party),
            (added.Facts.TitleZh, added.Facts.FilingDate, Facts<PatentFactsRecorded>(Stream(0)).Single().Origin));
        Assert.All(Records(Stream(0)), record => Assert.Equal("party:owner", EventCodec.Decode(record).Actor?.Party));
        Assert.Equal("已知的名称", Patent(Stream(2)).Facts.TitleZh);
        Assert.Equal(2, Records(Stream(2)).Count());
        Assert.Empty(Records(Stream(3)));

        await Life(life => life.Undo());
        Assert.Equal(ImportStatus.Undone, State().Status);
        Assert.False(Patent(Stream(0)).Exists);
        Assert.Equal([RowUndo.Undone, null, null, null, null], State().Rows.Select(row => row.Undo));
    }

    private void AssertRows(ImportStatus status)
    {
        Assert.Equal(status, State().Status);
        Assert.Equal(
            [
                (RowVerdict.New, null), (RowVerdict.Unchanged, "TAKEN_WITH_EARLIER_ROW"),
                (RowVerdict.Unchanged, "KNOWN_ALREADY"), (RowVerdict.Refused, "DEMO_NUMBER"),
                (RowVerdict.Refused, "QUOTE_NOT_CLOSED"),
            ],
            State().Rows.Select(row => (row.Verdict, row.Reason?.Code)));
    }

    private async Task Life(Func<ImportLife, Task> act)
    {
        await using var life = await ImportLife.Start(journal, processes, Import, File);
        await act(life);
    }

    private PatentImport State() => Records(Import).Aggregate(
        PatentImport.Empty, (state, record) => state.Evolve(EventCodec.Decode(record)));

    private Patent Patent(string stream) => Records(stream).Aggregate(
        Domain.Catalogue.Patents.Patent.Empty, (state, record) => state.Evolve(EventCodec.Decode(record)));

    private IEnumerable<TFact> Facts<TFact>(string stream) =>
        Records(stream).Select(record => EventCodec.Decode(record).Event).OfType<TFact>();

    private IEnumerable<JournalRecord> Records(string stream) => journal.Records.Where(record => record.Stream == stream);

    private static string Stream(int row) => File[row].Number!.Stream;

    private static PatentFileRow Row(int line, string digits, PatentFacts facts) =>
        new(line, PatentNumber.Of(ApplicationNumber.OfDigits(digits)!.Value), facts, null);
}
