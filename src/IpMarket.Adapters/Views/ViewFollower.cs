using System.Data.Common;
using System.Diagnostics;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views;

/// <summary>
/// Fills one group. A transaction starts by moving the checkpoint from where it was read: whoever finds it moved was
/// overtaken by another runner and has written nothing. At most <see cref="Limits.ViewBatchEventsMax"/> records and
/// about <see cref="Limits.ViewBatchMsMax"/> ms a transaction.
/// </summary>
public sealed class ViewFollower<TContext>(
    IJournal journal, ViewGroup<TContext> group, ViewStore<TContext> store, ViewPositions positions)
    : IJournalFollower, IViewGroup
    where TContext : ViewContext
{
    /// <summary>Records handed to the projection at once; the time is looked at in between.</summary>
    private const int SliceMax = 200;

    /// <summary>Up to here records are applied one by one, to find the one that cannot be.</summary>
    private long singlyUpTo;

    public string Name { get; } = "views-" + group.Name;

    public string Schema => store.Schema;

    public void Prepare() => store.Prepare();

    public void SayInUse()
    {
        using var views = store.CreateWriter();
        ViewSchemas.Touch(views.Database);
    }

    public async Task<long> Position(CancellationToken cancel)
    {
        await using var views = store.CreateWriter();
        return await Position(views, cancel);
    }

    public async Task<bool> Advance(CancellationToken cancel)
    {
        await using var views = store.CreateWriter();
        var from = await Position(views, cancel);
        var limit = from < Interlocked.Read(ref singlyUpTo) ? 1 : Limits.ViewBatchEventsMax;
        var records = await journal.ReadAll(from, limit, cancel);
        if (records.Count == 0) return false;
        var readable = Decode(records);
        try
        {
            if (!await Apply(views, from, readable, cancel)) return true;
        }
        catch (Exception error) when (!cancel.IsCancellationRequested && !IsOutage(error))
        {
            if (records.Count == 1) throw Poison(records[0], error);
            Interlocked.Exchange(ref singlyUpTo, records[^1].Pos);
            return true;
        }

        positions.Moved(Name);
        return true;
    }

    public async Task CatchUp(CancellationToken cancel)
    {
        while (await Advance(cancel)) cancel.ThrowIfCancellationRequested();
    }

    public async Task Rebuild(CancellationToken cancel)
    {
        store.Remake();
        await CatchUp(cancel);
    }

    private Task<long> Position(TContext views, CancellationToken cancel) =>
        views.Set<ViewCheckpoint>().Where(row => row.Name == Name).Select(row => row.Pos).SingleAsync(cancel);

    /// <summary>What can be read before the first poison record; that one's error when it is the first.</summary>
    private static List<Recorded> Decode(IReadOnlyList<JournalRecord> records)
    {
        var readable = new List<Recorded>(records.Count);
        try
        {
            foreach (var record in records) readable.Add(EventCodec.Decode(record));
        }
        catch (PoisonRecordException) when (readable.Count > 0)
        {
            // It is the first of the next batch.
        }

        return readable;
    }

    /// <summary>False when another runner moved the checkpoint first.</summary>
    private async Task<bool> Apply(TContext views, long from, List<Recorded> records, CancellationToken cancel)
    {
        await using var transaction = await views.Database.BeginTransactionAsync(cancel);
        if (!await Move(views, from, records[^1].Pos, cancel)) return false;
        // However long it waited for its turn: every transaction takes at least one slice.
        var start = Stopwatch.GetTimestamp();
        var done = 0;
        do
        {
            var slice = records.GetRange(done, Math.Min(SliceMax, records.Count - done));
            await group.Apply(views, slice, cancel);
            await views.SaveChangesAsync(cancel);
            views.ChangeTracker.Clear();
            done += slice.Count;
        }
        while (done < records.Count && Stopwatch.GetElapsedTime(start).TotalMilliseconds < Limits.ViewBatchMsMax);

        if (done < records.Count) await Move(views, records[^1].Pos, records[done - 1].Pos, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task<bool> Move(TContext views, long from, long to, CancellationToken cancel) =>
        await views.Database.ExecuteSqlAsync(
            $"UPDATE checkpoint SET pos = {to} WHERE name = {Name} AND pos = {from}", cancel) == 1;

    /// <summary>The database's trouble, not the record's: tried again as it is.</summary>
    private static bool IsOutage(Exception error)
    {
        for (var at = error; at is not null; at = at.InnerException)
            if (at is DbException { IsTransient: true } or TimeoutException or IOException) return true;
        return false;
    }

    private PoisonRecordException Poison(JournalRecord record, Exception error) =>
        error as PoisonRecordException ?? new PoisonRecordException(
            record.Stream,
            record.Version,
            record.Type,
            new InvalidOperationException($"{Name}: {error.Message}", error));
}
