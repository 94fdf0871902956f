using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Kernel.Aggregates;

/// <summary>
/// The state of one aggregate: an immutable record that changes only by <see cref="Evolve"/>. Small (it goes into
/// snapshots): counters, leaders and open items, never the whole history.
/// </summary>
/// <typeparam name="TSelf">The state itself.</typeparam>
public interface IAggregateState<TSelf>
    where TSelf : class, IAggregateState<TSelf>
{
    /// <summary>Before version 1.</summary>
    static abstract TSelf Empty { get; }

    /// <summary>The state after a fact. Total over the aggregate's events; unknown events leave it as it is.</summary>
    TSelf Evolve(Recorded recorded);
}

/// <summary>
/// What an accepted command stored; a pure function of the stored records, so that a repeat gets the same.
/// </summary>
[GenerateSerializer, Immutable, Alias("kernel.accepted/1")]
public sealed record Accepted(
    [property: Id(0)] Guid CommandId,
    [property: Id(1)] IReadOnlyList<Recorded> Records)
{
    /// <summary>Pos of the last record: ask a view for <c>after=</c> this.</summary>
    public long Pos => Records[^1].Pos;

    public long Version => Records[^1].Version;

    public DateTimeOffset At => Records[^1].At;

    public string Stream => Records[^1].Stream;

    /// <summary>The first event of a type among the stored ones.</summary>
    public TEvent? Find<TEvent>()
        where TEvent : class, IEvent => Records.Select(record => record.Event).OfType<TEvent>().FirstOrDefault();
}

/// <summary>A state with the version it stands at: what a reader sees.</summary>
[GenerateSerializer, Immutable, Alias("kernel.versioned/1`1")]
public sealed record Versioned<TState>(
    [property: Id(0)] string Stream,
    [property: Id(1)] long Version,
    [property: Id(2)] TState State);

/// <summary>
/// A state as of a version, used to load faster and only if the journal's record of that version has that hash and the
/// state's shape is still the same. <see cref="Commands"/> are the command ids remembered with their request hashes.
/// </summary>
public sealed record Snapshot(
    string Shape,
    long Version,
    string Hash,
    DateTimeOffset At,
    string State,
    IReadOnlyList<RememberedCommand> Commands);

/// <summary>A command id the state still knows, with the hash of its request.</summary>
public sealed record RememberedCommand(Guid Id, string RequestHash);

/// <summary>Where an aggregate keeps its snapshot. Its failures are logged, never a command's failure.</summary>
public interface ISnapshotSlot
{
    Task<Snapshot?> Read();

    Task Write(Snapshot snapshot);
}
