using System.Collections.Immutable;
using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
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

/// <summary>One patent of a file.</summary>
/// <param name="Line">Where it, or its fault, stands in the file.</param>
/// <param name="Number">As printed; null when there is no readable one.</param>
/// <param name="Title">As the file has it.</param>
/// <param name="Verdict">Of the preview; once applied, what came of it.</param>
/// <param name="Differences">What the catalogue would learn if it were applied now.</param>
/// <param name="Reason">Why it is refused, else null.</param>
public sealed record ImportRowView(
    int Line,
    string? Number,
    string? Title,
    RowVerdict Verdict,
    IReadOnlyList<FactDifference> Differences,
    ImportReason? Reason);

/// <summary>The import of one file.</summary>
/// <param name="Id">Its stream.</param>
/// <param name="FileName">As its sender called it.</param>
/// <param name="Format">What it is.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Counts">Rows by verdict.</param>
/// <param name="Rows">In the file's order.</param>
/// <param name="PreviewedAt">When it was compared with the catalogue.</param>
/// <param name="AppliedAt">When its last row had arrived; null before.</param>
/// <param name="Version">Of its stream.</param>
/// <param name="Abilities"><c>apply</c> where the caller may and something would change.</param>
public sealed record ImportView(
    string Id,
    string FileName,
    PatentFileFormat Format,
    ImportStatus Status,
    ImportCounts Counts,
    IReadOnlyList<ImportRowView> Rows,
    DateTimeOffset PreviewedAt,
    DateTimeOffset? AppliedAt,
    long Version,
    IReadOnlyList<string> Abilities) : IHasVersion
{
    public static ImportView Of(
        Versioned<PatentImport> read, ImmutableArray<ImportRowDetail> details, Caller caller, bool isEnglish)
    {
        var import = read.State;
        return new ImportView(
            read.Stream,
            import.FileName,
            import.Format,
            import.Status,
            new ImportCounts(
                import.Count(RowVerdict.New),
                import.Count(RowVerdict.Changed),
                import.Count(RowVerdict.Unchanged),
                import.Count(RowVerdict.Refused)),
            [.. import.Rows.Zip(details, (row, detail) => Row(row, detail, isEnglish))],
            import.PreviewedAt!.Value,
            import.AppliedAt,
            read.Version,
            CanApply(import.Status, import.HasNews, caller));
    }

    internal static IReadOnlyList<string> CanApply(ImportStatus status, bool hasNews, Caller caller) =>
        status == ImportStatus.Previewed && hasNews && caller.Is(CentreRole.Handler) ? ["apply"] : [];

    private static ImportRowView Row(ImportRow row, ImportRowDetail detail, bool isEnglish) => new(
        row.Line,
        row.Number,
        detail.Title,
        row.Verdict,
        detail.Differences,
        row.Reason is { } reason
            ? new ImportReason(reason.Code, isEnglish ? reason.En : reason.Zh, reason.Figures)
            : null);
}

/// <summary>An import as the list shows it.</summary>
public sealed record ImportItem(
    string Id,
    string FileName,
    PatentFileFormat Format,
    ImportStatus Status,
    ImportCounts Counts,
    DateTimeOffset PreviewedAt,
    DateTimeOffset? AppliedAt,
    long Version,
    IReadOnlyList<string> Abilities)
{
    public static ImportItem Of(ImportListRow row, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new ImportItem(
            row.Id,
            row.FileName,
            row.Format,
            row.Status,
            new ImportCounts(row.News, row.Changed, row.Unchanged, row.Refused),
            row.PreviewedAt,
            row.AppliedAt,
            row.Version,
            ImportView.CanApply(row.Status, row.News + row.Changed > 0, caller));
    }
}
