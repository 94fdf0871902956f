using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Kernel.Papers;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views.Papers;

/// <summary>The group <c>papers</c>: every paper by its subject, and who holds it.</summary>
public sealed class PaperViews : ViewGroup<PaperViewContext>
{
    public override string Name => "papers";

    public override async Task Apply(
        PaperViewContext views, IReadOnlyList<Recorded> records, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(views);
        ArgumentNullException.ThrowIfNull(records);
        foreach (var record in records)
        {
            switch (record.Event)
            {
                case PaperFrozen frozen:
                    views.Papers.Add(Row(frozen.Head, record, stands: true));
                    foreach (var holder in (frozen.Holders ?? []).Distinct(StringComparer.Ordinal))
                        views.Holders.Add(new() { Number = frozen.Head.Number, Party = holder });
                    break;
                case PaperWithheld withheld:
                    views.Papers.Add(Row(withheld.Head, record, stands: false));
                    break;
                case PaperVoided when await views.Papers.FindAsync([NumberOf(record.Stream)], cancel) is { } row:
                    row.Stands = false;
                    break;
                default:
                    break;
            }
        }
    }

    private static string NumberOf(string stream) => stream[(PaperHead.StreamWord.Length + 1)..];

    private static PaperRow Row(PaperHead head, Recorded record, bool stands) => new()
    {
        Number = head.Number,
        Display = head.Display,
        Kind = head.KindName,
        Title = head.Title,
        Date = head.Date,
        Subject = head.Subject,
        IsPublic = head.IsPublic,
        Pos = record.Pos,
        Stands = stands,
    };
}

public sealed class PaperViewContext(DbContextOptions<PaperViewContext> options) : ViewContext(options)
{
    public DbSet<PaperRow> Papers => Set<PaperRow>();

    public DbSet<PaperHolderRow> Holders => Set<PaperHolderRow>();

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<PaperRow>(table =>
        {
            table.ToTable("papers");
            table.HasKey(row => row.Number);
            table.HasIndex(row => new { row.Subject, row.Pos });
        });
        model.Entity<PaperHolderRow>(table =>
        {
            table.ToTable("paper_holders");
            table.HasKey(row => new { row.Number, row.Party });
        });
    }
}

/// <summary>A paper, or a void number. Nothing personal.</summary>
public sealed class PaperRow
{
    public required string Number { get; init; }

    public required string Display { get; init; }

    /// <summary>中文 name of its kind.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public DateOnly Date { get; init; }

    public required string Subject { get; init; }

    public bool IsPublic { get; init; }

    /// <summary>Order in which they were made.</summary>
    public long Pos { get; init; }

    public bool Stands { get; set; }
}

/// <summary>A party that was handed the paper.</summary>
public sealed class PaperHolderRow
{
    public required string Number { get; init; }

    public required string Party { get; init; }
}
