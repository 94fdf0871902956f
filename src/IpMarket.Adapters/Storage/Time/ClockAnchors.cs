using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Storage.Time;

/// <summary>Configuration section <c>Clock</c>.</summary>
public sealed class ClockOptions
{
    /// <summary>Highest speed: a year in under six minutes.</summary>
    public const double SpeedMax = 100_000;

    /// <summary>
    /// How many times as fast as the wall market time runs; 1 in production. The same for every silo. A store that once
    /// ran fast is a sandbox for good: its time is ahead of the wall, so it never runs slower again.
    /// </summary>
    public double Speed { get; set; } = 1;

    /// <summary>
    /// Market time at a sandbox's first start, e.g. <c>2027-03-01T09:00:00+08:00</c>; null: the wall's. Never before
    /// the wall, only with a <see cref="Speed"/> above 1, and without meaning once the store has begun.
    /// </summary>
    public DateTimeOffset? StartsAt { get; set; }
}

/// <summary>From <paramref name="Wall"/> on, market time runs from <paramref name="Market"/> at a speed.</summary>
public sealed record ClockAnchor(DateTimeOffset Wall, DateTimeOffset Market, double Speed)
{
    public DateTimeOffset ToMarket(DateTimeOffset wall) => Market + ((wall - Wall) * Speed);

    public DateTimeOffset ToWall(DateTimeOffset market) => Wall + ((market - Market) / Speed);
}

/// <summary>
/// The stored anchors, oldest first; a new one when the configured speed is higher than the last one's.
/// </summary>
public sealed class ClockAnchors(StateDatabase state)
{
    /// <exception cref="StorageException">
    /// The speed is out of range, or lower than the store once ran, or an empty store may not start there.
    /// </exception>
    public async Task<IReadOnlyList<ClockAnchor>> Take(
        ClockOptions options, DateTimeOffset wall, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        var speed = options.Speed;
        if (!(speed >= 1 && speed <= ClockOptions.SpeedMax))
            throw new StorageException($"Clock:Speed must be from 1 to {ClockOptions.SpeedMax}, not {speed}.");
        while (true)
        {
            var anchors = await Read(cancel);
            if (anchors.Count > 0 && anchors[^1].Speed == speed) return anchors;
            if (anchors.Count > 0 && anchors[^1].Speed > speed)
            {
                throw new StorageException(
                    $"This store ran {anchors[^1].Speed} times as fast as the wall, so its time is ahead; it cannot "
                    + $"run at Clock:Speed={speed}. Start it with Clock:Speed={anchors[^1].Speed}, or begin an empty "
                    + "store.");
            }

            // Two silos at first start: one of them makes the anchor, the other reads it in the next round.
            var market = anchors.Count == 0 ? First(options, wall) : anchors[^1].ToMarket(wall);
            await state.Run(
                """
                insert into clock_anchors (n, wall_at, market_at, speed) values (@n, @wall, @market, @speed)
                on conflict do nothing
                """,
                cancel, ("n", anchors.Count), ("wall", wall.ToUnixMicroseconds()),
                ("market", market.ToUnixMicroseconds()), ("speed", speed));
        }
    }

    private static DateTimeOffset First(ClockOptions options, DateTimeOffset wall)
    {
        if (options.StartsAt is not { } start) return wall;
        if (options.Speed <= 1)
            throw new StorageException("Clock:StartsAt is a sandbox's; it needs Clock:Speed above 1.");
        if (start < wall) throw new StorageException($"Clock:StartsAt={start:O} is before the wall's {wall:O}.");
        return start.ToUniversalTime();
    }

    private async Task<List<ClockAnchor>> Read(CancellationToken cancel)
    {
        await using var connection = await state.Open(cancel);
        await using var command = connection.Command("select wall_at, market_at, speed from clock_anchors order by n");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var anchors = new List<ClockAnchor>();
        while (await reader.ReadAsync(cancel))
        {
            anchors.Add(new ClockAnchor(
                Instants.FromUnixMicroseconds(reader.GetInt64(0)),
                Instants.FromUnixMicroseconds(reader.GetInt64(1)),
                reader.GetDouble(2)));
        }

        return anchors;
    }
}
