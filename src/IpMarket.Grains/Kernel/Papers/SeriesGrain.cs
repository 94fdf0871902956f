using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Numbering;
using Orleans.Runtime;

namespace IpMarket.Grains.Kernel.Papers;

/// <inheritdoc cref="ISeriesGrain"/>
[GrainType("kernel.series")]
public sealed class SeriesGrain(
    AggregateServices services,
    [PersistentState("series", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<Series>(services, snapshot), ISeriesGrain
{
    public Task<Versioned<Series>> Get() => Task.FromResult(Confirmed);

    public Task<Outcome<Accepted>> Issue(CommandContext context, IssueNumber command)
    {
        var stream = this.GetPrimaryKeyString();
        return command.Rule.Stream == stream
            ? Handle(context, command, SeriesDecider.Decide)
            : throw new ArgumentException($"{command.Rule.Stream} was asked of {stream}.", nameof(command));
    }

    public Task<Outcome<Accepted>> Void(CommandContext context, VoidNumber command) =>
        Handle(context, command, SeriesDecider.Decide);
}
