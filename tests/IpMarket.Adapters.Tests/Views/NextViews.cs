using IpMarket.Adapters.Views;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Tests.Views;

/// <summary>The counter group of a later build: another table.</summary>
public sealed class NextViews : ViewGroup<NextContext>
{
    public override string Name => "counter";

    public override Task Apply(NextContext views, IReadOnlyList<Recorded> records, CancellationToken cancel) =>
        Task.CompletedTask;
}

public sealed class NextContext(DbContextOptions<NextContext> options) : ViewContext(options)
{
    protected override void Describe(ModelBuilder model) => model.Entity<Total>().HasKey(row => row.Stream);
}

public sealed class Total
{
    public required string Stream { get; init; }
}
