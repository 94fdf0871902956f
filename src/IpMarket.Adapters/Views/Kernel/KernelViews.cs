using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views.Kernel;

/// <summary>The group <c>kernel</c>: all due times.</summary>
public sealed class KernelViews : ViewGroup<KernelViewContext>
{
    public override string Name => "kernel";

    public override async Task Apply(
        KernelViewContext views, IReadOnlyList<Recorded> records, CancellationToken cancel)
    {
        var last = new Dictionary<(string, string), DateTimeOffset?>();
        foreach (var record in records)
            if (record.Event is ISetsDeadline setter) last[(record.Stream, setter.DeadlineKind)] = setter.Due;
        if (last.Count == 0) return;

        var streams = last.Keys.Select(key => key.Item1).ToHashSet(StringComparer.Ordinal);
        var known = await views.Deadlines.Where(row => streams.Contains(row.Stream))
            .ToDictionaryAsync(row => (row.Stream, row.Kind), cancel);
        foreach (var ((stream, kind), due) in last)
        {
            var row = known.GetValueOrDefault((stream, kind));
            if (due is null && row is not null) views.Deadlines.Remove(row);
            else if (due is { } instant && row is not null) row.Due = instant;
            else if (due is { } first) views.Deadlines.Add(new() { Stream = stream, Kind = kind, Due = first });
        }
    }
}

public sealed class KernelViewContext(DbContextOptions<KernelViewContext> options) : ViewContext(options)
{
    public DbSet<DeadlineRow> Deadlines => Set<DeadlineRow>();

    protected override void Describe(ModelBuilder model) => model.Entity<DeadlineRow>(table =>
    {
        table.ToTable("deadlines");
        table.HasKey(row => new { row.Stream, row.Kind });
        table.HasIndex(row => row.Due);
    });
}

/// <summary>A due time of a stream; gone once the stream clears it.</summary>
public sealed class DeadlineRow
{
    public required string Stream { get; init; }

    public required string Kind { get; init; }

    /// <summary>Market time.</summary>
    public DateTimeOffset Due { get; set; }
}

/// <summary>Reads due times from the view.</summary>
public sealed class Deadlines(IDbContextFactory<KernelViewContext> views) : IDeadlines
{
    public async Task<IReadOnlyList<DueDeadline>> DueAt(DateTimeOffset now, int limit, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        return await context.Deadlines.Where(row => row.Due <= now)
            .OrderBy(row => row.Due).ThenBy(row => row.Stream).Take(limit)
            .Select(row => new DueDeadline(row.Stream, row.Kind, row.Due))
            .ToListAsync(cancel);
    }
}
