using IpMarket.Domain.Kernel.Aggregates;
using Orleans.Runtime;

namespace IpMarket.Grains.Kernel;

/// <summary>What Orleans' grain storage keeps of an aggregate; null until the first snapshot.</summary>
[GenerateSerializer, Alias("kernel.snapshot-record/1")]
public sealed class SnapshotRecord
{
    [Id(0)]
    public Snapshot? Snapshot { get; set; }
}

/// <summary>
/// A snapshot in the grain storage <c>snapshots</c>. Each grain class gives its state a name of its own, because the
/// storage's key does not hold the grain's type.
/// </summary>
internal sealed class GrainSnapshotSlot(IPersistentState<SnapshotRecord> storage) : ISnapshotSlot
{
    public Task<Snapshot?> Read() => Task.FromResult(storage.State.Snapshot);

    public async Task Write(Snapshot snapshot)
    {
        storage.State.Snapshot = snapshot;
        await storage.WriteStateAsync();
    }
}
