namespace IpMarket.Domain.Kernel;

/// <summary>
/// Market time: UTC in whole microseconds, corrected for this process's offset from the database. In a sandbox store it
/// runs <see cref="Speed"/> times as fast as the wall.
/// </summary>
public interface IMarketClock
{
    /// <summary>Now, UTC, whole microseconds.</summary>
    DateTimeOffset Now { get; }

    /// <summary>1 in production; 1,440 turns 30 days into 30 minutes.</summary>
    double Speed { get; }

    /// <summary>
    /// False while this process's clock is further from the database's than <see cref="Limits.ClockSkewMsMax"/>.
    /// </summary>
    bool IsTrusted { get; }
}

/// <summary>Whole microseconds, the journal's resolution.</summary>
public static class Instants
{
    /// <summary>Cuts below the microsecond and moves to UTC.</summary>
    public static DateTimeOffset WholeMicroseconds(this DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>Microseconds since 1970-01-01 UTC.</summary>
    public static long ToUnixMicroseconds(this DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromUnixMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
