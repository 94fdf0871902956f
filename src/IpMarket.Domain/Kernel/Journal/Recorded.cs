namespace IpMarket.Domain.Kernel.Journal;

/// <summary>A stored fact, decoded. <see cref="Actor"/> is null where the secret part was not at hand.</summary>
[GenerateSerializer, Immutable, Alias("kernel.recorded/1")]
public sealed record Recorded(
    [property: Id(0)] long Pos,
    [property: Id(1)] string Stream,
    [property: Id(2)] long Version,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] Guid CommandId,
    [property: Id(5)] Actor? Actor,
    [property: Id(6)] IEvent Event);

/// <summary>Closes a doubt: once it stands at a version, no earlier append at that version can land any more.</summary>
[GenerateSerializer, Immutable, Alias("kernel.fence/1")]
public sealed record Fence : IEvent;

/// <summary>
/// A record that cannot be read: its type is unknown or its text does not fit. Names where it stands.
/// </summary>
public sealed class PoisonRecordException(string stream, long version, string type, Exception? inner)
    : Exception($"Record {stream}@{version} of type {type} cannot be read: {inner?.Message ?? "unknown type"}", inner)
{
    public string Stream { get; } = stream;

    public long Version { get; } = version;

    public string Type { get; } = type;
}
