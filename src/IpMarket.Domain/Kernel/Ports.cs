using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Kernel;

/// <summary>
/// Something that follows the journal by a lasting checkpoint: a view group, a process, a search index.
/// </summary>
public interface IJournalFollower
{
    /// <summary>Unique; the checkpoint's name, e.g. <c>views-trading</c> or <c>process-papers</c>.</summary>
    string Name { get; }

    /// <summary>Applies the next bounded batch. True when there may be more at once.</summary>
    /// <exception cref="PoisonRecordException">A record cannot be read; the checkpoint stays before it.</exception>
    Task<bool> Advance(CancellationToken cancel);
}

/// <summary>Tells how far a view is, for <c>after=POS</c>.</summary>
public interface IViewPositions
{
    /// <summary>
    /// Waits until the view group has applied <paramref name="pos"/>; false when it has not within the time.
    /// </summary>
    Task<bool> WaitFor(string follower, long pos, TimeSpan atMost, CancellationToken cancel);
}

/// <summary>Checkpoints and done work of processes; survives every rebuild of views.</summary>
public interface IProcessStore
{
    Task<long> Checkpoint(string process, CancellationToken cancel);

    /// <summary>Moves the checkpoint; false when another runner moved it first.</summary>
    Task<bool> MoveCheckpoint(string process, long from, long to, CancellationToken cancel);

    Task<bool> WasSent(string process, string stream, long version, CancellationToken cancel);

    /// <summary>Notes that the process has done its act for this record. Safe to repeat.</summary>
    Task MarkSent(string process, string stream, long version, CancellationToken cancel);
}

/// <summary>
/// A process: for each record it cares about it acts once outward (a command to another stream, a mail). An act is
/// tried until it succeeds; its command id is derived from the record, so its effect is once.
/// </summary>
public interface IProcess
{
    string Name { get; }

    bool Wants(IEvent fact);

    /// <summary>Acts. Throwing means: not done, try again later. A refusal that can never turn is done.</summary>
    Task React(Recorded recorded, Guid commandId, CancellationToken cancel);
}

/// <summary>An event that sets, moves or (with null) clears a due time of its stream.</summary>
public interface ISetsDeadline : IEvent
{
    /// <summary>One per stream and kind.</summary>
    string DeadlineKind { get; }

    DateTimeOffset? Due { get; }
}

/// <summary>A due time that has come.</summary>
public sealed record DueDeadline(string Stream, string Kind, DateTimeOffset Due);

/// <summary>The view of all due times.</summary>
public interface IDeadlines
{
    /// <summary>
    /// Deadlines with due ≤ <paramref name="now"/> (market time), earliest first, at most <paramref name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<DueDeadline>> DueAt(DateTimeOffset now, int limit, CancellationToken cancel);
}

/// <summary>
/// Documents: at most <see cref="Limits.DocumentBytesMax"/> bytes, kept in the database, addressed by their SHA-256.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Stores and returns the SHA-256 as 64 hex; the same bytes twice are one document.</summary>
    Task<string> Put(ReadOnlyMemory<byte> bytes, string mediaType, CancellationToken cancel);

    /// <exception cref="DamagedBytesException">The stored bytes are not those that were put.</exception>
    Task<Document?> Get(string sha256, CancellationToken cancel);
}

/// <summary>Stored bytes are missing or not those that were stored.</summary>
public sealed class DamagedBytesException(string message) : Exception(message);

/// <summary>A stored document, with its SHA-256 as 64 hex and its media type.</summary>
public sealed record Document(string Sha256, string MediaType, byte[] Bytes);

/// <summary>
/// The vault of personal data: encrypted rows under opaque ids, one key per person. Deleting the key makes every row of
/// the person unreadable for good and leaves the journal valid (个人信息保护法 47).
/// </summary>
public interface IVault
{
    /// <summary>
    /// Stores <paramref name="plain"/> under the person's key (made at first use) as row <paramref name="row"/>;
    /// storing the same row again replaces it.
    /// </summary>
    /// <exception cref="PersonErasedException">The person was erased: nothing is ever kept of it again.</exception>
    Task Put(string person, string row, ReadOnlyMemory<byte> plain, CancellationToken cancel);

    /// <summary>How many rows of the person have a name that begins so.</summary>
    Task<long> Count(string person, string prefix, CancellationToken cancel);

    /// <summary>The row, or null when it never was or its person was erased.</summary>
    Task<byte[]?> Get(string row, CancellationToken cancel);

    /// <summary>Deletes the person's key and rows; returns when it was done (the first time, if repeated).</summary>
    Task<DateTimeOffset> Erase(string person, CancellationToken cancel);

    /// <summary>When the person was erased, or null.</summary>
    Task<DateTimeOffset?> ErasedAt(string person, CancellationToken cancel);
}

/// <summary>Something was to be kept of a person that was erased. Names nothing but its opaque id.</summary>
public sealed class PersonErasedException(string person, DateTimeOffset erasedAt)
    : Exception($"{person} was erased on {erasedAt:yyyy-MM-dd}.")
{
    public string Person { get; } = person;

    public DateTimeOffset ErasedAt { get; } = erasedAt;
}
