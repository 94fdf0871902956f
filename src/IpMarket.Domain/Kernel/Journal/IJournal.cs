namespace IpMarket.Domain.Kernel.Journal;

/// <summary>
/// What one stream wants appended: records with the versions <paramref name="Expected"/> + 1, + 2, …, of at most
/// <see cref="Limits.FlushEventsMax"/>. Their <c>Pos</c> is 0 and is given by the journal.
/// </summary>
public sealed record StreamAppend(string Stream, long Expected, IReadOnlyList<JournalRecord> Records);

/// <summary>What the journal answers to one <see cref="StreamAppend"/>.</summary>
public enum AppendResult
{
    /// <summary>All records are durable.</summary>
    Stored,

    /// <summary>The stream's last version is not the expected one; nothing of this append was stored.</summary>
    WrongVersion,

    /// <summary>A record with one of these command ids stands in the stream already; nothing was stored.</summary>
    RepeatedCommand,
}

/// <summary>
/// <paramref name="FirstPos"/> is the pos of the first record (the others follow without gap) when stored;
/// <paramref name="Version"/> is the stream's last version after the call.
/// </summary>
public readonly record struct AppendAnswer(AppendResult Result, long FirstPos, long Version);

/// <summary>
/// The outcome of an append is unknown: the connection was lost or the time was up. It may have been stored, or be
/// stored later, until a fence at the expected version settles it.
/// </summary>
public sealed class JournalDoubtException : Exception
{
    public JournalDoubtException()
    {
    }

    public JournalDoubtException(string message)
        : base(message)
    {
    }

    public JournalDoubtException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>
/// The one append-only log of facts. Appends of all callers of a process that meet are stored in one transaction; each
/// stream is answered for itself. <c>pos</c> is commit order: whoever has read up to P misses nothing below P.
/// </summary>
public interface IJournal
{
    /// <summary>
    /// Calls <paramref name="listener"/> on any thread after this process made records durable, with the highest new
    /// pos; possibly late. Records of other processes are found by asking.
    /// </summary>
    void OnAppended(Action<long> listener);

    /// <exception cref="JournalDoubtException">It is not known whether the append was or will be stored.</exception>
    Task<AppendAnswer> Append(StreamAppend append, CancellationToken cancel);

    /// <summary>
    /// Records of a stream with version &gt; <paramref name="afterVersion"/>, ascending, at most
    /// <paramref name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<JournalRecord>> ReadStream(
        string stream, long afterVersion, int limit, CancellationToken cancel);

    /// <summary>
    /// What these commands (at most <see cref="Limits.QueuedCommandsMax"/>) stored in a stream, by version.
    /// </summary>
    Task<IReadOnlyList<JournalRecord>> ReadCommands(
        string stream, IReadOnlyCollection<Guid> commandIds, CancellationToken cancel);

    /// <summary>
    /// Records of all streams with pos &gt; <paramref name="afterPos"/>, ascending, at most <paramref name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<JournalRecord>> ReadAll(long afterPos, int limit, CancellationToken cancel);

    /// <summary>The highest pos; 0 in an empty journal.</summary>
    Task<long> LastPos(CancellationToken cancel);
}

/// <summary>What follows from the journal's own questions.</summary>
public static class JournalQuestions
{
    /// <summary>What one command stored in a stream, in order; empty when nothing.</summary>
    public static Task<IReadOnlyList<JournalRecord>> ReadCommand(
        this IJournal journal, string stream, Guid commandId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return journal.ReadCommands(stream, [commandId], cancel);
    }
}
