using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Storage.Time;

/// <summary>
/// Market time: the wall's, which is this process's clock corrected by its offset from the database, run through the
/// store's anchors.
/// </summary>
public sealed class MarketClock(TimeProvider time, StateDatabase state, ClockOptions options) : IMarketClock
{
    /// <summary>A measurement whose answer took longer says too little.</summary>
    private const int RoundTripMsMax = 1_000;

    private IReadOnlyList<ClockAnchor>? anchors;

    /// <summary>Ticks to add to this process's clock; null before the first measurement.</summary>
    private object? offset;

    public DateTimeOffset Now => Anchors[^1].ToMarket(Wall).WholeMicroseconds();

    public double Speed => Anchors[^1].Speed;

    public bool IsTrusted => Volatile.Read(ref offset) is TimeSpan known
        && known.Duration() <= TimeSpan.FromMilliseconds(Limits.ClockSkewMsMax);

    /// <summary>The database's time as this process reckons it.</summary>
    public DateTimeOffset Wall => time.GetUtcNow() + (Volatile.Read(ref offset) as TimeSpan? ?? TimeSpan.Zero);

    private IReadOnlyList<ClockAnchor> Anchors => Volatile.Read(ref anchors)
        ?? throw new InvalidOperationException("The market clock was asked before ClockService started.");

    /// <summary>The wall's time at an instant of the market.</summary>
    public DateTimeOffset ToWall(DateTimeOffset market) =>
        (Anchors.LastOrDefault(anchor => anchor.Market <= market) ?? Anchors[0]).ToWall(market);

    /// <summary>The market's time at an instant of the wall.</summary>
    public DateTimeOffset ToMarket(DateTimeOffset wall) =>
        (Anchors.LastOrDefault(anchor => anchor.Wall <= wall) ?? Anchors[0]).ToMarket(wall).WholeMicroseconds();

    /// <summary>Measures, then takes the store's anchors; afterwards the clock can be read.</summary>
    /// <exception cref="StorageException">
    /// <c>Clock:Speed</c> or <c>Clock:StartsAt</c> does not suit this store.
    /// </exception>
    public async Task Start(CancellationToken cancel)
    {
        await Measure(cancel);
        Volatile.Write(ref anchors, await new ClockAnchors(state).Take(options, Wall, cancel));
    }

    /// <summary>Measures the offset. SQLite's clock is this machine's, so there it is none.</summary>
    public async Task Measure(CancellationToken cancel)
    {
        if (state.Kind == StorageKind.Sqlite)
        {
            Volatile.Write(ref offset, TimeSpan.Zero);
            return;
        }

        await using var connection = await state.Open(cancel);
        await using var ask = connection.Command("select (extract(epoch from clock_timestamp()) * 1000000)::bigint");
        await ask.PrepareAsync(cancel);
        var sent = time.GetUtcNow();
        var start = time.GetTimestamp();
        var database = Instants.FromUnixMicroseconds((long)(await ask.ExecuteScalarAsync(cancel))!);
        var took = time.GetElapsedTime(start);
        if (took.TotalMilliseconds > RoundTripMsMax) return;
        Volatile.Write(ref offset, database - (sent + (took / 2)));
    }
}
