using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Grains.Kernel;
using Orleans.Runtime;

namespace IpMarket.Grains.Catalogue.Import;

/// <summary>What imports need beside the house's own.</summary>
public sealed record ImportServices(
    IPatentFileReader Reader, IDocumentStore Documents, PatentRules Rules, DemoNumbers Demo);

/// <summary>Whether parties may bring invented application numbers: in a demonstration market only.</summary>
public sealed record DemoNumbers(bool AreTaken);

/// <inheritdoc cref="IImportGrain"/>
[GrainType("catalogue.import")]
public sealed class ImportGrain(
    AggregateServices services,
    ImportServices import,
    [PersistentState("import", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<PatentImport>(services, snapshot), IImportGrain
{
    private Outcome<PatentFile>? file;
    private Task<Outcome<Accepted>>? step;

    private string Stream => this.GetPrimaryKeyString();

    private ImportRows Work => new(Stream, GrainFactory, import.Rules, Services.Clock);

    public Task<Versioned<PatentImport>> Get() => Task.FromResult(Confirmed);

    public async Task<ImportRowPage> Rows(RowVerdict? verdict, int skip, int take)
    {
        var state = Confirmed.State;
        var wanted = Enumerable.Range(0, state.Rows.Length)
            .Where(index => verdict is null || state.Rows[index].Verdict == verdict).ToList();
        var page = wanted.Skip(skip).Take(take).ToList();
        if (page.Count == 0) return new ImportRowPage(wanted.Count, []);
        var read = await Read(state.Sha256);
        var previews = await Work.Compare(RowsOf(read.Value, state), page, state);
        return new ImportRowPage(
            wanted.Count,
            [
                .. page.Zip(previews, (index, preview) => new ImportRowDetail(
                    state.Rows[index], preview.Title, [.. preview.Differences])),
            ]);
    }

    public Task<Outcome<Accepted>> Preview(CommandContext context, string fileName, string sha256) =>
        Preview(context, fileName, sha256, null);

    public Task<Outcome<Accepted>> PreviewForParty(
        CommandContext context, string fileName, string sha256, string party) =>
        Preview(context, fileName, sha256, party);

    private async Task<Outcome<Accepted>> Preview(
        CommandContext context, string fileName, string sha256, string? party)
    {
        var read = await Read(sha256);
        if (read.Refusal is { } refusal) return refusal;
        var command = new StartImport(
            fileName, sha256, read.Value.Format, read.Value.Container, read.Value.Rows.Length)
        {
            Party = party,
        };
        return await Begin(context, command, ImportDecider.Decide);
    }

    public Task<Outcome<Accepted>> Apply(CommandContext context) =>
        Begin(context, new ApplyImport(), ImportDecider.Decide);

    public Task<Outcome<Accepted>> Undo(CommandContext context) =>
        Begin(context, new UndoImport(), ImportDecider.Decide);

    /// <summary>Whoever comes while some rows are being worked on waits for those.</summary>
    public Task<Outcome<Accepted>> CarryOn() =>
        step is { IsCompleted: false } running ? running : step = Step();

    /// <summary>
    /// Starts an act and works on it for a while. What is then left the process carries on with, as it does after a
    /// crash; so nothing that stops the work is the caller's to know.
    /// </summary>
    private async Task<Outcome<Accepted>> Begin<TCommand>(
        CommandContext context, TCommand command, Decide<PatentImport, TCommand> decide)
        where TCommand : ICommand
    {
        var begun = await Handle(context, command, decide);
        if (!begun.IsAccepted) return begun;
        var start = Services.Time.GetTimestamp();
        while (Confirmed.State.IsBusy
            && Services.Time.GetElapsedTime(start).TotalMilliseconds < Limits.ImportWaitMs
            && (await CarryOn()).IsAccepted)
        {
        }

        return begun;
    }

    private async Task<Outcome<Accepted>> Step()
    {
        var state = Confirmed.State;
        if (!state.IsBusy) return Refusal.Of(ImportRefusal.RowsDone);
        var read = await Read(state.Sha256);
        if (read.Refusal is { } refusal) return refusal;
        var rows = RowsOf(read.Value, state);
        var from = state.Done;
        var indices = Enumerable.Range(from, Math.Min(Limits.ImportStepRows, state.Total - from)).ToList();
        switch (state.Status)
        {
            case ImportStatus.Comparing:
                var compared = await Work.Compare(rows, indices, state);
                var briefs = compared.Select(preview => preview.Row).ToImmutableArray();
                return await Handle(Own("compared", from), new NoteCompared(from, briefs), ImportDecider.Decide);
            case ImportStatus.Confirmed:
                var sent = await Work.Send(rows, indices, state);
                if (sent.Refusal is { } unanswered) return unanswered;
                return await Handle(Own("applied", from), new NoteApplied(from, sent.Value), ImportDecider.Decide);
            default:
                var back = await Work.TakeBack(indices, state);
                if (back.Refusal is { } unknown) return unknown;
                return await Handle(Own("undone", from), new NoteUndone(from, back.Value), ImportDecider.Decide);
        }
    }

    private ImmutableArray<PatentFileRow> RowsOf(PatentFile read, PatentImport state) =>
        state.Origin == FactOrigin.Party ? PartyImports.Rows(read.Rows, import.Demo.AreTaken) : read.Rows;

    /// <summary>The id is the import's own, so whoever comes second gets the first one's answer.</summary>
    private CommandContext Own(string what, int from) =>
        new(CommandIds.Of(Stream, from, "import-" + what), Actor.Process("imports"));

    /// <summary>
    /// The document is in the store since before the import was; without it the store is broken. What was read is kept
    /// while the grain lives.
    /// </summary>
    private async Task<Outcome<PatentFile>> Read(string sha256)
    {
        if (file is { } known) return known;
        var document = await import.Documents.Get(sha256, CancellationToken.None)
            ?? throw new InvalidOperationException($"{Stream}: document {sha256} is not in the store.");
        var read = await Task.Run(() => import.Reader.Read(document.Bytes));
        file = read;
        return read;
    }
}
