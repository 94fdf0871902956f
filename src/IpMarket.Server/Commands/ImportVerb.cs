using System.CommandLine;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;
using IpMarket.Grains.Catalogue.Import;
using IpMarket.Server.Endpoints.Catalogue.Imports;

namespace IpMarket.Server.Commands;

/// <summary>The verb <c>import FILE…</c>: previews each file on the screen, then applies it.</summary>
public sealed class ImportVerb(ImportDesk desk, TextWriter output)
{
    private static readonly Actor Operator = Actor.Process("verb-import");

    private const int ProgressRows = 1_000;

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Publication XML, an export of a search tool, or a table with named columns.",
        Arity = ArgumentArity.OneOrMore,
    };

    internal static void AddTo(Command root)
    {
        var import = Verb.Of("import", "Previews files of patents, then applies them.", Start);
        import.Add(Files);
        root.Add(import);
    }

    private static Task<int> Start(ParseResult parsed, CancellationToken cancel)
    {
        // An argument that takes many takes configuration too.
        var words = parsed.GetRequiredValue(Files)
            .ToLookup(word => word.StartsWith("--", StringComparison.Ordinal));
        return Verb.WithoutHttp(
            parsed,
            services => new ImportVerb(services.GetRequiredService<ImportDesk>(), Console.Out)
                .Run([.. words[false]], cancel),
            words[true]);
    }

    /// <returns>0 when every file and row was taken or known already; 1 when one was refused.</returns>
    public async Task<int> Run(IReadOnlyList<string> files, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(files);
        var isRefused = false;
        foreach (var file in files) isRefused |= !await Import(file, cancel);
        return isRefused ? 1 : 0;
    }

    private async Task<bool> Import(string file, CancellationToken cancel)
    {
        await output.WriteLineAsync(file);
        if (new FileInfo(file) is { Exists: false }) return await Refused("There is no such file.");
        if (new FileInfo(file).Length > Limits.ImportFileBytesMax)
        {
            return await Refused(
                Refusal.Of(PatentFileRefusal.FileTooLarge, ("max", Limits.ImportFileBytesMax)).En);
        }

        var bytes = await File.ReadAllBytesAsync(file, cancel);
        var previewed = await desk.Preview(Command(), file, bytes, party: null, cancel);
        if (previewed.Refusal is { } broken) return await Refused(broken.En);
        var grain = desk.Grain(previewed.Value);
        var import = await AtRest(grain, cancel);
        await Show(import, grain);
        if (import.HasNews)
        {
            var applied = await grain.Apply(Command());
            if (applied.Refusal is { } refusal) return await Refused(refusal.En);
            import = await AtRest(grain, cancel);
            await output.WriteLineAsync($"  applied: {Counts(import)}");
        }
        else
        {
            await output.WriteLineAsync("  nothing to apply");
        }

        return import.Count(RowVerdict.Refused) == 0;
    }

    /// <summary>Works until the act under way is done, and says now and then how far it is.</summary>
    private async Task<PatentImport> AtRest(IImportGrain grain, CancellationToken cancel)
    {
        var import = (await grain.Get()).State;
        while (import.IsBusy)
        {
            cancel.ThrowIfCancellationRequested();
            await grain.CarryOn();
            import = (await grain.Get()).State;
            if (import.Done % ProgressRows == 0 || import.Done == import.Total)
                await output.WriteLineAsync($"  {import.Status}: {import.Done} of {import.Total}");
        }

        return import;
    }

    private async Task Show(PatentImport import, IImportGrain grain)
    {
        await output.WriteLineAsync($"  {import.Format}, {import.Container}");
        await output.WriteLineAsync($"  preview: {Counts(import)}");
        for (var shown = 0; shown < import.Total; shown += Limits.ImportStepRows)
        {
            foreach (var detail in (await grain.Rows(null, shown, Limits.ImportStepRows)).Rows)
            {
                var row = detail.Row;
                var said = row.Reason?.En ?? detail.Title;
                await output.WriteLineAsync($"  line {row.Line} {row.Number ?? "-"} {row.Verdict}: {said}");
                foreach (var difference in detail.Differences)
                    await output.WriteLineAsync(
                        $"    {difference.Field}: {difference.Before ?? "-"} -> {difference.After}");
            }
        }
    }

    private async Task<bool> Refused(string why)
    {
        await output.WriteLineAsync($"  refused: {why}");
        return false;
    }

    private static string Counts(PatentImport import) => string.Join(
        ", ", Enum.GetValues<RowVerdict>().Select(verdict => $"{verdict} {import.Count(verdict)}"));

    private static CommandContext Command() => new(Guid.NewGuid(), Operator);
}
