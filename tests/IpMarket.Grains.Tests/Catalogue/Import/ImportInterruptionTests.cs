using System.Collections.Immutable;
using System.Globalization;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing.Journal;
using Xunit;

namespace IpMarket.Grains.Tests.Catalogue.Import;

/// <summary>
/// The longest file there may be, and a process that is killed in the middle of comparing, of applying and of undoing
/// it: the next one carries on where it was, and the catalogue is what it would have been.
/// </summary>
public sealed class ImportInterruptionTests
{
    private const int Rows = Limits.ImportRowsMax;
    private const string Import = "import:interrupted";
    private const string Compared = "catalogue.import.rows-compared/1";
    private const string Applied = "catalogue.import.rows-applied/1";
    private const string Undone = "catalogue.import.rows-undone/1";
    private static readonly DateTimeOffset At = HandClock.Start.AddDays(-1);
    private readonly MemoryJournal journal = new();
    private readonly MemoryProcessStore processes = new();

    /// <summary>Every tenth row cannot be read; of the next two the catalogue knows the patent.</summary>
    private static readonly ImmutableArray<PatentFileRow> File = [.. Enumerable.Range(0, Rows).Select(Row)];

    [Fact]
    public async Task A_process_killed_in_compare_apply_and_undo_is_followed_by_one_that_carries_on()
    {
        for (var i = 0; i < Rows; i++)
            if (i % 10 is 1 or 2) await Enter(i);
        var before = Catalogue();

        await Killed(append => Is(append, Compared, from: 2_400), isStored: false, life => life.Preview());
        Assert.Equal((ImportStatus.Comparing, 2_400), Progress());
        await Killed(append => Is(append, Compared, from: 6_000), isStored: true, life => life.CarryOn());
        Assert.Equal((ImportStatus.Comparing, 6_200), Progress());
        var patents = 0;
        await Killed(
            append => append.Stream.StartsWith("patent:", StringComparison.Ordinal) && ++patents == 3_333,
            isStored: true,
            async life =>
            {
                await life.CarryOn();
                Assert.Equal((ImportStatus.Previewed, Rows), Progress());
                await life.Apply();
            });
        var (status, applied) = Progress();
        Assert.Equal(ImportStatus.Confirmed, status);
        Assert.InRange(applied, 1, Rows - 1);
        await Killed(append => Is(append, Applied, from: 8_000), isStored: false, life => life.CarryOn());
        Assert.Equal((ImportStatus.Confirmed, 8_000), Progress());
        await Killed(
            append => Is(append, Undone, from: 3_000),
            isStored: false,
            async life =>
            {
                await life.CarryOn();
                Assert.Equal((ImportStatus.Applied, Rows), Progress());
                AssertApplied(before);
                await life.Undo();
            });
        Assert.Equal((ImportStatus.Undoing, 3_000), Progress());
        await Life(life => life.CarryOn());

        var import = State();
        Assert.Equal((ImportStatus.Undone, Rows), (import.Status, import.Done));
        Assert.All(import.Rows, row => Assert.Equal(row.IsNews ? RowUndo.Undone : null, row.Undo));
        var after = Catalogue();
        Assert.Equal(before.Count, after.Values.Count(patent => patent.Exists));
        Assert.All(before, known => Assert.Equal(known.Value.Facts, after[known.Key].Facts));
        foreach (var step in new[] { Compared, Applied, Undone })
            Assert.Equal(Enumerable.Range(0, Rows / Limits.ImportStepRows).Select(n => n * Limits.ImportStepRows), Steps(step));
    }

    private void AssertApplied(Dictionary<string, Patent> before)
    {
        var import = State();
        Assert.Equal(
            [RowVerdict.Refused, RowVerdict.Changed, RowVerdict.Unchanged, .. Enumerable.Repeat(RowVerdict.New, 7)],
            import.Rows.Take(10).Select(row => row.Verdict));
        for (var i = 10; i < Rows; i++) Assert.Equal(import.Rows[i % 10].Verdict, import.Rows[i].Verdict);
        var now = Catalogue();
        Assert.Equal(Rows / 10 * 9, now.Count);
        Assert.All(File.Where(row => row.Fault is null), row => Assert.Equal(row.Facts.TitleZh, now[row.Number!.Stream].Facts.TitleZh));

        // Each patent was told once, whatever was sent again.
        Assert.All(
            journal.Records.Where(record => record.Stream.StartsWith("patent:", StringComparison.Ordinal))
                .GroupBy(record => record.Stream, StringComparer.Ordinal),
            stream => Assert.Equal(
                before.ContainsKey(stream.Key) ? 3 - (IndexOf(stream.Key) % 10 == 2 ? 1 : 0) : 2, stream.Count()));
    }

    /// <summary>A life that ends at an append, stored or not; what comes after it finds the journal only.</summary>
    private async Task Killed(Func<StreamAppend, bool> diesAt, bool isStored, Func<ImportLife, Task> act)
    {
        var mortal = new MortalJournal(journal, diesAt, isStored);
        await using var life = await ImportLife.Start(mortal, processes, Import, File);
        var acting = act(life);
        await Task.WhenAny(mortal.Died, acting);
        if (!mortal.Died.IsCompleted) await acting;
        Assert.True(mortal.Died.IsCompleted, "The process came to an end without being killed.");
        await life.Kill();
    }

    private async Task Life(Func<ImportLife, Task> act)
    {
        await using var life = await ImportLife.Start(journal, processes, Import, File);
        await act(life);
    }

    private (ImportStatus, int) Progress() => (State().Status, State().Done);

    private PatentImport State() => Records(Import).Aggregate(
        PatentImport.Empty, (state, record) => state.Evolve(EventCodec.Decode(record)));

    private IEnumerable<JournalRecord> Records(string stream) => journal.Records.Where(record => record.Stream == stream);

    private IEnumerable<int> Steps(string type) => Records(Import).Where(record => record.Type == type)
        .Select(record => From(EventCodec.Decode(record).Event));

    private Dictionary<string, Patent> Catalogue() => journal.Records
        .Where(record => record.Stream.StartsWith("patent:", StringComparison.Ordinal))
        .GroupBy(record => record.Stream, StringComparer.Ordinal)
        .ToDictionary(
            stream => stream.Key,
            stream => stream.Aggregate(Patent.Empty, (state, record) => state.Evolve(EventCodec.Decode(record))),
            StringComparer.Ordinal);

    private static bool Is(StreamAppend append, string type, int from) => append.Stream == Import
        && append.Records.Any(record => record.Type == type && From(EventCodec.Decode(record).Event) == from);

    private static int From(IEvent fact) => fact switch
    {
        ImportRowsCompared compared => compared.From,
        ImportRowsApplied applied => applied.From,
        ImportRowsUndone undone => undone.From,
        _ => -1,
    };

    private static PatentFileRow Row(int i) => new(
        i + 2,
        Number(i),
        PatentFacts.None with { TitleZh = i % 10 == 2 ? "已知的名称" : $"第{i}号提钒方法", Applicants = ["示例公司"] },
        i % 10 == 0 ? Refusal.Of(PatentRowRefusal.EventMissing) : null);

    private static PatentNumber Number(int i) => PatentNumber.Of(ApplicationNumber.OfDigits($"20991{i:0000000}")!.Value);

    private static int IndexOf(string stream) => int.Parse(stream[^7..], CultureInfo.InvariantCulture);

    private Task<long> Enter(int i) => journal.Append(
        Number(i).Stream,
        At,
        new PatentRegistered(Number(i).Text, NumberKind.Application, PatentType.Invention),
        new PatentFactsRecorded(
            PatentFacts.None with { TitleZh = "已知的名称", Applicants = ["示例公司"] }, FactOrigin.Centre, "t"));
}
