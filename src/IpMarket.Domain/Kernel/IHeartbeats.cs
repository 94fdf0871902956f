namespace IpMarket.Domain.Kernel;

/// <summary>A time without a sign of life of any silo; market time, from the last before to the first after.</summary>
[GenerateSerializer, Immutable, Alias("kernel.silence/1")]
public sealed record Silence([property: Id(0)] DateTimeOffset From, [property: Id(1)] DateTimeOffset To);

/// <summary>What the silos' heartbeats, one a second, say about the past.</summary>
public interface IHeartbeats
{
    /// <summary>
    /// The latest silence longer than <see cref="Limits.OutageGapMs"/> (of the wall's time) that meets the market time
    /// from <paramref name="from"/> to <paramref name="to"/>; null when there was none.
    /// </summary>
    Task<Silence?> FindSilence(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel);
}
