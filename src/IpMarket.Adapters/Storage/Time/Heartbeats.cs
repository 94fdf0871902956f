using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Storage.Time;

/// <summary>
/// Signs of life, one a second and silo. A silo's unbroken life is one row that grows; a beat that comes more than
/// <see cref="Limits.OutageGapMs"/> after the last one begins another row, so every gap that counts stays visible.
/// </summary>
public sealed class Heartbeats(StateDatabase state, MarketClock clock) : IHeartbeats
{
    private const long GapMicroseconds = Limits.OutageGapMs * 1_000L;

    /// <summary>Notes that <paramref name="silo"/> lives now.</summary>
    public async Task Beat(string silo, CancellationToken cancel)
    {
        var now = clock.Wall.ToUnixMicroseconds();
        var grown = await state.Run(
            """
            update heartbeats set until = @now
             where silo = @silo and until >= @now - @gap and until <= @now
               and since = (select max(since) from heartbeats where silo = @silo)
            """,
            cancel, ("silo", silo), ("now", now), ("gap", GapMicroseconds));
        if (grown > 0) return;
        await state.Run(
            "insert into heartbeats (silo, since, until) values (@silo, @now, @now) on conflict do nothing",
            cancel, ("silo", silo), ("now", now));
    }

    public async Task<Silence?> FindSilence(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var first = clock.ToWall(from).ToUnixMicroseconds();
        var last = clock.ToWall(to).ToUnixMicroseconds();
        Silence? latest = null;
        long? alive = null;
        foreach (var (since, until) in await Around(first, last, cancel))
        {
            if (alive is { } end && since - end > GapMicroseconds && end <= last && since >= first)
                latest = new Silence(Market(end), Market(since));
            alive = Math.Max(alive ?? until, until);
        }

        return latest;
    }

    /// <summary>All rows that meet the time, with the last one before it and the first one after it.</summary>
    private async Task<List<(long Since, long Until)>> Around(long from, long to, CancellationToken cancel)
    {
        await using var connection = await state.Open(cancel);
        await using var command = connection.Command(
            """
            select since, until from heartbeats
             where until >= coalesce((select max(until) from heartbeats where until < @from), @from)
               and since <= coalesce((select min(since) from heartbeats where since > @to), @to)
             order by since
            """,
            ("from", from), ("to", to));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<(long, long)>();
        while (await reader.ReadAsync(cancel)) rows.Add((reader.GetInt64(0), reader.GetInt64(1)));
        return rows;
    }

    private DateTimeOffset Market(long wall) => clock.ToMarket(Instants.FromUnixMicroseconds(wall));
}
