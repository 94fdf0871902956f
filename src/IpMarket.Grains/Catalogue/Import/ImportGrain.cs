using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Grains.Kernel;
using Orleans.Runtime;

namespace IpMarket.Grains.Catalogue.Import;

/// <summary>What imports need beside the house's own.</summary>
public sealed record ImportServices(IPatentFileReader Reader, IDocumentStore Documents);

/// <inheritdoc cref="IImportGrain"/>
[GrainType("catalogue.import")]
public sealed class ImportGrain(
    AggregateServices services,
    ImportServices import,
    [PersistentState("import", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<PatentImport>(services, snapshot), IImportGrain
{
    private string Stream => this.GetPrimaryKeyString();

    public Task<Versioned<PatentImport>> Get() => Task.FromResult(Confirmed);

    public async Task<ImmutableArray<ImportRowDetail>> Details()
    {
        var state = Confirmed.State;
        if (!state.Exists) return [];
        var previews = await Compare(await Read(state.Sha256), state.FileName);
        return [.. previews.Select(preview => new ImportRowDetail(preview.Title, [.. preview.Differences]))];
    }

    public async Task<Outcome<Accepted>> Preview(CommandContext context, string fileName, string sha256)
    {
        var file = await Read(sha256);
        if (file.Refusal is { } refusal) return refusal;
        var rows = (await Compare(file, fileName)).Select(preview => preview.Row);
        var command = new PreviewImport(fileName, sha256, file.Value.Format, [.. rows]);
        return await Handle(context, command, ImportDecider.Decide);
    }

    public async Task<Outcome<Accepted>> Apply(CommandContext context)
    {
        var confirmed = await Handle(context, new ApplyImport(), ImportDecider.Decide);
        return confirmed.IsAccepted ? await CarryOn() : confirmed;
    }

    public async Task<Outcome<Accepted>> CarryOn()
    {
        var state = Confirmed.State;
        if (state.Status == ImportStatus.Confirmed)
        {
            var file = await Read(state.Sha256);
            if (file.Refusal is { } refusal) return refusal;
            var rows = ImmutableArray.CreateBuilder<ImportRow>();
            foreach (var row in file.Value.Rows)
            {
                var sent = await Send(row, rows.Count, state);
                if (sent.Refusal is { } unanswered) return unanswered;
                rows.Add(sent.Value);
            }

            return await Finish(new FinishImport(rows.ToImmutable()));
        }

        return await Finish(new FinishImport(state.Rows));
    }

    /// <summary>The id is the import's own, so whoever comes second gets the first one's answer.</summary>
    private Task<Outcome<Accepted>> Finish(FinishImport command) => Handle(
        new CommandContext(CommandIds.Of(Stream, 0, "import-finish"), Actor.Process("imports")),
        command,
        ImportDecider.Decide);

    /// <summary>The document is in the store since before the import was; without it the store is broken.</summary>
    private async Task<Outcome<PatentFile>> Read(string sha256)
    {
        var document = await import.Documents.Get(sha256, CancellationToken.None)
            ?? throw new InvalidOperationException($"{Stream}: document {sha256} is not in the store.");
        return await Task.Run(() => import.Reader.Read(document.Bytes));
    }

    /// <summary>Row by row against the patents as they stand; two rows of one patent meet each other.</summary>
    private async Task<List<RowPreview>> Compare(Outcome<PatentFile> file, string fileName)
    {
        var previews = new List<RowPreview>();
        if (!file.IsAccepted) return previews;
        var source = PatentImport.SourceOf(fileName, file.Value.Format);
        var patents = new Dictionary<string, Patent>(StringComparer.Ordinal);
        foreach (var row in file.Value.Rows)
        {
            var stream = row.Number?.Stream ?? "";
            if (!patents.TryGetValue(stream, out var patent))
            {
                patent = stream.Length == 0
                    ? Patent.Empty
                    : (await GrainFactory.GetGrain<IPatentGrain>(stream).Get()).State;
            }

            var preview = RowPreview.Of(row, patent, source);
            patents[stream] = preview.After;
            previews.Add(preview);
        }

        return previews;
    }

    /// <summary>Takes a row to its patent. Only "busy" and "unknown" are no answer.</summary>
    private async Task<Outcome<ImportRow>> Send(PatentFileRow row, int index, PatentImport state)
    {
        if (row.Fault is not null || row.Number is null)
            return RowPreview.Brief(row, RowVerdict.Refused, row.Fault);
        var context = new CommandContext(CommandIds.Of(Stream, index, "import-row"), state.ConfirmedBy!);
        var outcome = await GrainFactory.GetGrain<IPatentGrain>(row.Number.Stream)
            .Record(context, RowPreview.Command(row, state.Source));
        if (outcome.Refusal is { Status: 429 or >= 500 } unanswered) return unanswered;
        if (outcome.Refusal is { } refusal) return RowPreview.OfRefusal(row, refusal);
        var isNew = outcome.Value.Find<PatentRegistered>() is not null;
        return RowPreview.Brief(row, isNew ? RowVerdict.New : RowVerdict.Changed, null);
    }
}
