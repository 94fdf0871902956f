using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views.Catalogue;

/// <summary>The group <c>imports</c>: every import in brief, for the handler's list.</summary>
public sealed class ImportViews : ViewGroup<ImportViewContext>
{
    public override string Name => "imports";

    public override async Task Apply(
        ImportViewContext views, IReadOnlyList<Recorded> records, CancellationToken cancel)
    {
        foreach (var record in records)
        {
            switch (record.Event)
            {
                case ImportPreviewed previewed:
                    var row = new ImportListRow
                    {
                        Id = record.Stream,
                        FileName = previewed.FileName,
                        Format = previewed.Format,
                        PreviewedAt = record.At,
                        Version = record.Version,
                    };
                    row.Count(previewed.Rows);
                    views.Imports.Add(row);
                    break;
                case ImportConfirmed when await views.Imports.FindAsync([record.Stream], cancel) is { } confirmed:
                    confirmed.Status = ImportStatus.Confirmed;
                    confirmed.Version = record.Version;
                    break;
                case ImportApplied applied when await views.Imports.FindAsync([record.Stream], cancel) is { } done:
                    done.Status = ImportStatus.Applied;
                    done.AppliedAt = record.At;
                    done.Version = record.Version;
                    done.Count(applied.Rows);
                    break;
            }
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
    });
}

/// <summary>An import as the list shows it.</summary>
public sealed class ImportListRow
{
    /// <summary>Its stream.</summary>
    public required string Id { get; init; }

    public required string FileName { get; init; }

    public required PatentFileFormat Format { get; init; }

    public ImportStatus Status { get; set; } = ImportStatus.Previewed;

    public DateTimeOffset PreviewedAt { get; init; }

    public DateTimeOffset? AppliedAt { get; set; }

    public long Version { get; set; }

    public int News { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Refused { get; set; }

    internal void Count(ImmutableArray<ImportRow> rows)
    {
        int Of(RowVerdict verdict) => rows.Count(row => row.Verdict == verdict);
        (News, Changed, Unchanged, Refused) =
            (Of(RowVerdict.New), Of(RowVerdict.Changed), Of(RowVerdict.Unchanged), Of(RowVerdict.Refused));
    }
}
