using IpMarket.Adapters.Views;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Orleans;

namespace IpMarket.Adapters.Tests.Views;

[GenerateSerializer, Immutable, Alias("test.counted/1")]
public sealed record Counted([property: Id(0)] long Value) : IEvent;

/// <summary>What the projection of the tests refuses to apply.</summary>
[GenerateSerializer, Immutable, Alias("test.indigestible/1")]
public sealed record Indigestible : IEvent;

[GenerateSerializer, Immutable, Alias("test.due-set/1")]
public sealed record DueSet([property: Id(0)] string Kind, [property: Id(1)] DateTimeOffset? Until) : ISetsDeadline
{
    public string DeadlineKind => Kind;

    public DateTimeOffset? Due => Until;
}

/// <summary>Counts events per stream: a record applied twice or not at all shows in the figures.</summary>
public sealed class CounterViews : ViewGroup<CounterContext>
{
    public override string Name => "counter";

    public int Batches { get; private set; }

    public override async Task Apply(CounterContext views, IReadOnlyList<Recorded> records, CancellationToken cancel)
    {
        Batches++;
        foreach (var record in records)
        {
            if (record.Event is Indigestible) throw new InvalidOperationException("Cannot be stomached.");
            if (record.Event is not Counted counted) continue;
            var row = await views.Counters.FindAsync([record.Stream], cancel);
            if (row is null) views.Counters.Add(row = new Counter { Stream = record.Stream, Kind = CounterKind.Plain });
            row.Count++;
            row.Sum += counted.Value;
            row.LastAt = record.At;
        }
    }
}

public class CounterContext(DbContextOptions<CounterContext> options) : ViewContext(options)
{
    public DbSet<Counter> Counters => Set<Counter>();

    protected override void Describe(ModelBuilder model) => model.Entity<Counter>().HasKey(row => row.Stream);
}

public sealed class Counter
{
    public required string Stream { get; init; }

    public CounterKind Kind { get; init; }

    public long Count { get; set; }

    public long Sum { get; set; }

    public DateTimeOffset LastAt { get; set; }
}

public enum CounterKind
{
    None,
    Plain,
}
