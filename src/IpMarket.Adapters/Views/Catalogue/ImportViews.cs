using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views.Catalogue;

/// <summary>The group <c>imports</c>: every import in brief, for the lists of the centre and of parties.</summary>
public sealed class ImportViews : ViewGroup<ImportViewContext>
{
    public override string Name => "imports";

    public override async Task Apply(
        ImportViewContext views, IReadOnlyList<Recorded> records, CancellationToken cancel)
    {
        foreach (var record in records)
        {
            if (record.Event is ImportStarted or ImportPreviewed) views.Imports.Add(Begun(record));
            else if (Ids.Word(record.Stream) == PatentImport.StreamWord
                && await views.Imports.FindAsync([record.Stream], cancel) is { } row)
                Follow(row, record);
        }
    }

    private static ImportListRow Begun(Recorded record)
    {
        if (record.Event is ImportStarted started)
        {
            return new ImportListRow
            {
                Id = record.Stream,
                FileName = started.FileName,
                Format = started.Format,
                PreviewedAt = record.At,
                Status = ImportStatus.Comparing,
                Party = started.Party,
                Total = started.Rows,
                Version = record.Version,
            };
        }

        var previewed = (ImportPreviewed)record.Event;
        var row = new ImportListRow
        {
            Id = record.Stream,
            FileName = previewed.FileName,
            Format = previewed.Format,
            PreviewedAt = record.At,
            Total = previewed.Rows.Length,
            Version = record.Version,
        };
        row.Count(0, previewed.Rows);
        return row;
    }

    private static void Follow(ImportListRow row, Recorded record)
    {
        row.Version = record.Version;
        switch (record.Event)
        {
            case ImportRowsCompared compared:
                row.Count(compared.From, compared.Rows);
                if (row.Done == row.Total) row.Status = ImportStatus.Previewed;
                break;
            case ImportConfirmed:
                (row.Status, row.Done) = (ImportStatus.Confirmed, 0);
                break;
            case ImportRowsApplied applied:
                row.Count(applied.From, applied.Rows);
                if (row.Done == row.Total) (row.Status, row.AppliedAt) = (ImportStatus.Applied, record.At);
                break;
            case ImportApplied applied:
                row.Count(0, applied.Rows);
                (row.Status, row.AppliedAt) = (ImportStatus.Applied, record.At);
                break;
            case ImportUndoConfirmed:
                (row.Status, row.Done) = (ImportStatus.Undoing, 0);
                break;
            case ImportRowsUndone undone:
                row.Count(undone.From, undone.Rows);
                if (row.Done == row.Total) row.Status = ImportStatus.Undone;
                break;
        }
    }
}

public sealed class ImportViewContext(DbContextOptions<ImportViewContext> options) : ViewContext(options)
{
    public DbSet<ImportListRow> Imports => Set<ImportListRow>();

    protected override void Describe(ModelBuilder model) => model.Entity<ImportListRow>(table =>
    {
        table.ToTable("imports");
        table.HasKey(row => row.Id);
        table.HasIndex(row => row.PreviewedAt);
        table.HasIndex(row => new { row.Party, row.PreviewedAt });
    });
}

/// <summary>An import as the list shows it.</summary>
public sealed class ImportListRow
{
    /// <summary>Its stream.</summary>
    public required string Id { get; init; }

    public required string FileName { get; init; }

    public required PatentFileFormat Format { get; init; }

    /// <summary>The party whose file it is; null: the centre's.</summary>
    public string? Party { get; init; }

    public ImportStatus Status { get; set; } = ImportStatus.Previewed;

    public DateTimeOffset PreviewedAt { get; init; }

    public DateTimeOffset? AppliedAt { get; set; }

    public long Version { get; set; }

    public int News { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Refused { get; set; }

    /// <summary>Rows of the file.</summary>
    public int Total { get; set; }

    /// <summary>Rows the act under way is done with.</summary>
    public int Done { get; set; }

    /// <summary>Counts rows an act is done with; its first ones begin the counts anew.</summary>
    internal void Count(int from, ImmutableArray<ImportRow> rows)
    {
        int Of(RowVerdict verdict) => rows.Count(row => row.Verdict == verdict);
        if (from == 0) (News, Changed, Unchanged, Refused) = (0, 0, 0, 0);
        Done = from + rows.Length;
        News += Of(RowVerdict.New);
        Changed += Of(RowVerdict.Changed);
        Unchanged += Of(RowVerdict.Unchanged);
        Refused += Of(RowVerdict.Refused);
    }
}
