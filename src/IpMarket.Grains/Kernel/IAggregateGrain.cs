using IpMarket.Domain.Kernel;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace IpMarket.Grains.Kernel;

/// <summary>Every aggregate's grain, whatever its rules. Key: its stream.</summary>
[Alias("kernel.IAggregateGrain"), GrainInterfaceType("kernel.aggregate")]
public interface IAggregateGrain : IGrainWithStringKey
{
    /// <summary>
    /// Completes once the grain's readers see this version. A record stands in the journal a moment before its own
    /// aggregate has the journal's answer; who acts on the record must not read the state before it.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// Another activation wrote the version; this one steps down, ask again.
    /// </exception>
    [AlwaysInterleave, Alias("Reach")]
    Task Reach(long version);
}

/// <summary>Which grain type keeps the streams of a word; one per word whose events a process wants.</summary>
/// <param name="Word">The stream's first word, e.g. <c>patent</c>.</param>
/// <param name="GrainType">As its class declares, e.g. <c>catalogue.patent</c>.</param>
public sealed record AggregateRoute(string Word, string GrainType);

/// <summary>Waits until the aggregate a record belongs to shows it.</summary>
public interface IAggregateReach
{
    Task Wait(string stream, long version);
}

/// <inheritdoc cref="IAggregateReach"/>
public sealed class AggregateReach(IGrainFactory grains, IEnumerable<AggregateRoute> routes) : IAggregateReach
{
    private readonly Dictionary<string, string> types =
        routes.ToDictionary(route => route.Word, route => route.GrainType, StringComparer.Ordinal);

    public Task Wait(string stream, long version) => types.TryGetValue(Ids.Word(stream), out var type)
        ? grains.GetGrain<IAggregateGrain>(GrainId.Create(type, stream)).Reach(version)
        : throw new InvalidOperationException($"No grain type is known for the stream {stream}.");
}
