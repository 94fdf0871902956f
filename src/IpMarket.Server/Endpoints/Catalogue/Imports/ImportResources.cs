using System.Collections.Immutable;
using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Grains.Catalogue.Import;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Imports;

/// <summary>How many rows of each verdict.</summary>
public sealed record ImportCounts(int New, int Changed, int Unchanged, int Refused);

/// <summary>Why a row is refused.</summary>
/// <param name="Code">The refusal's code.</param>
/// <param name="Title">Its text in the caller's language.</param>
/// <param name="Figures">What explains it.</param>
public sealed record ImportReason(string Code, string Title, ImmutableSortedDictionary<string, Figure> Figures);

/// <summary>One row of a file.</summary>
/// <param name="Line">Where it, or its fault, stands in the file.</param>
/// <param name="Number">As printed; null when there is no readable one.</param>
/// <param name="Title">As the file has it.</param>
/// <param name="Verdict">Of the preview; once applied, what came of it.</param>
/// <param name="Differences">What the catalogue would learn if it were applied now.</param>
/// <param name="Reason">Why it is refused or was not taken back, what it says otherwise; else null.</param>
/// <param name="Undo">What undoing did with it; null before, and where it had written nothing.</param>
public sealed record ImportRowView(
    int Line,
    string? Number,
    string? Title,
    RowVerdict Verdict,
    IReadOnlyList<FactDifference> Differences,
    ImportReason? Reason,
    RowUndo? Undo)
{
    public static ImportRowView Of(ImportRowDetail detail, bool isEnglish)
    {
        ArgumentNullException.ThrowIfNull(detail);
        var row = detail.Row;
        return new ImportRowView(
            row.Line,
            row.Number,
            detail.Title,
            row.Verdict,
            [.. detail.Differences.Select(difference => InWords(difference, isEnglish))],
            row.Reason is { } reason
                ? new ImportReason(reason.Code, isEnglish ? reason.En : reason.Zh, reason.Figures)
                : null,
            row.Undo);
    }

    /// <summary>A legal event's code with what it means.</summary>
    private static FactDifference InWords(FactDifference difference, bool isEnglish)
    {
        if (difference is not { Field: RowPreview.EventField, After: { } seen }) return difference;
        var end = seen.IndexOf(' ', StringComparison.Ordinal);
        return LegalCodes.Find(seen[..end]) is { } code
            ? difference with { After = $"{(isEnglish ? code.En : code.Zh)} ({code.Code}){seen[end..]}" }
            : difference;
    }
}

/// <summary>The import of one file; its rows are a list of their own.</summary>
/// <param name="Id">Its stream.</param>
/// <param name="FileName">As its sender called it.</param>
/// <param name="Format">What it is.</param>
/// <param name="Container">How it is written: <c>XML</c>, <c>XLSX</c>, <c>XLS</c>, <c>CSV gb18030</c>.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Total">Rows of the file.</param>
/// <param name="Done">Rows the act under way is done with; all between acts.</param>
/// <param name="Counts">Rows by verdict, of those compared.</param>
/// <param name="Kept">Rows an undone import could not take back, or only in part.</param>
/// <param name="PreviewedAt">When it was compared with the catalogue, or the comparing began.</param>
/// <param name="AppliedAt">When its last row had arrived; null before.</param>
/// <param name="Importer">The name of the party whose file it is; null: the centre's.</param>
/// <param name="Version">Of its stream.</param>
/// <param name="Abilities">
/// <c>apply</c> where the caller may and something would change, <c>undo</c> where he may and something was.
/// </param>
public sealed record ImportView(
    string Id,
    string FileName,
    PatentFileFormat Format,
    string Container,
    ImportStatus Status,
    int Total,
    int Done,
    ImportCounts Counts,
    int Kept,
    DateTimeOffset PreviewedAt,
    DateTimeOffset? AppliedAt,
    string? Importer,
    long Version,
    IReadOnlyList<string> Abilities) : IHasVersion
{
    public static ImportView Of(Versioned<PatentImport> read, string? importer, Caller caller)
    {
        var import = read.State;
        return new ImportView(
            read.Stream,
            import.FileName,
            import.Format,
            import.Container,
            import.Status,
            import.Total,
            import.Done,
            new ImportCounts(
                import.Count(RowVerdict.New),
                import.Count(RowVerdict.Changed),
                import.Count(RowVerdict.Unchanged),
                import.Count(RowVerdict.Refused)),
            import.Rows.Count(row => row.Undo is RowUndo.Kept or RowUndo.Partly),
            import.PreviewedAt!.Value,
            import.AppliedAt,
            importer,
            read.Version,
            May(import.Status, import.HasNews && ImportAccess.Acts(import.Party, caller)));
    }

    internal static IReadOnlyList<string> May(ImportStatus status, bool may) =>
        (may, status) switch
        {
            (true, ImportStatus.Previewed) => ["apply"],
            (true, ImportStatus.Applied) => ["undo"],
            _ => [],
        };
}

/// <summary>An import as the list shows it; its members mean what those of <see cref="ImportView"/> mean.</summary>
public sealed record ImportItem(
    string Id,
    string FileName,
    PatentFileFormat Format,
    ImportStatus Status,
    int Total,
    int Done,
    ImportCounts Counts,
    DateTimeOffset PreviewedAt,
    DateTimeOffset? AppliedAt,
    string? Importer,
    long Version,
    IReadOnlyList<string> Abilities)
{
    public static ImportItem Of(ImportListRow row, string? importer, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new ImportItem(
            row.Id,
            row.FileName,
            row.Format,
            row.Status,
            row.Total,
            row.Done,
            new ImportCounts(row.News, row.Changed, row.Unchanged, row.Refused),
            row.PreviewedAt,
            row.AppliedAt,
            importer,
            row.Version,
            ImportView.May(row.Status, row.News + row.Changed > 0 && ImportAccess.Acts(row.Party, caller)));
    }
}
