using System.Text.Json;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Kernel.Aggregates;

/// <content>Loading from snapshot and journal, and taking snapshots outside the flush.</content>
public sealed partial class Aggregate<TState>
{
    private long snapshotVersion;
    private long snapshotTaken;
    private Task? snapshotting;

    /// <summary>Reads the stream once; a failed attempt leaves the aggregate unloaded and may be tried again.</summary>
    /// <exception cref="PoisonRecordException">A record of the stream cannot be read.</exception>
    public async Task Load()
    {
        loading ??= LoadOnce();
        var current = loading;
        try
        {
            await current;
        }
        catch
        {
            if (loading == current) loading = null;
            throw;
        }
    }

    /// <summary>Writes a snapshot now if anything is newer than the last one; failures are logged.</summary>
    public async Task TakeSnapshot()
    {
        if (slot is null || confirmed.Version == snapshotVersion) return;
        var head = confirmed;
        try
        {
            await slot.Write(new Snapshot(
                StateShape<TState>.Hash,
                head.Version,
                Convert.ToHexStringLower(head.Hash),
                head.At,
                JsonSerializer.Serialize(head.State, EventCodec.Options),
                memory.All));
            snapshotVersion = head.Version;
        }
        catch (Exception error)
        {
            log.SnapshotTrouble(error, stream, head.Version);
        }

        snapshotTaken = time.GetTimestamp();
    }

    private async Task LoadOnce()
    {
        confirmed = tentative = Before;
        memory = new CommandMemory();
        await LoadSnapshot();
        await CatchUp();
        snapshotTaken = time.GetTimestamp();
    }

    private async Task LoadSnapshot()
    {
        if (slot is null) return;
        try
        {
            if (await slot.Read() is not { } snapshot || snapshot.Shape != StateShape<TState>.Hash) return;
            var record = await journal.ReadStream(stream, snapshot.Version - 1, 1, CancellationToken.None);
            if (record is not [var last] || Convert.ToHexStringLower(last.Hash) != snapshot.Hash) return;
            var state = JsonSerializer.Deserialize<TState>(snapshot.State, EventCodec.Options)!;
            confirmed = tentative = new Head<TState>(state, snapshot.Version, last.Hash, last.At);
            memory = CommandMemory.From(snapshot);
            snapshotVersion = snapshot.Version;
        }
        catch (Exception error)
        {
            // A snapshot only saves time; without it the journal is read from the start.
            log.SnapshotTrouble(error, stream, 0);
            confirmed = tentative = Before;
            memory = new CommandMemory();
        }
    }

    private void SnapshotIfDue()
    {
        if (slot is null || snapshotting is { IsCompleted: false }) return;
        if (confirmed.Version - snapshotVersion < Limits.SnapshotEventsMin) return;
        if (time.GetElapsedTime(snapshotTaken).TotalSeconds < Limits.SnapshotMinSeconds) return;
        snapshotting = TakeSnapshot();
    }
}
