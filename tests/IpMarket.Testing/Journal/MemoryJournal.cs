using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Testing.Journal;

/// <summary>What befalls an append on its way.</summary>
public enum AppendFault
{
    None,

    /// <summary>The caller is left in doubt; nothing is ever stored.</summary>
    NeverArrives,

    /// <summary>It is stored (if its version allows) and the caller is left in doubt.</summary>
    AnswerLost,

    /// <summary>The caller is left in doubt; it is tried at <see cref="MemoryJournal.DeliverLate"/>.</summary>
    ArrivesLate,
}

/// <summary>
/// A journal in memory with the contract of the real ones and seams for faults. Stricter than they are in one point: a
/// record whose hash does not continue its stream's chain is a bug and throws.
/// </summary>
public sealed class MemoryJournal : IJournal
{
    private readonly Lock gate = new();
    private readonly List<JournalRecord> records = [];
    private readonly Dictionary<string, List<JournalRecord>> streams = new(StringComparer.Ordinal);
    private readonly HashSet<(string Stream, Guid CommandId)> commands = [];
    private readonly List<StreamAppend> late = [];
    private readonly List<Action<long>> listeners = [];

    /// <summary>Decides what befalls an append; none when null.</summary>
    public Func<StreamAppend, AppendFault>? Fault { get; set; }

    /// <summary>Awaited before an append is looked at: hold a flush here, or throw.</summary>
    public Func<StreamAppend, Task>? BeforeAppend { get; set; }

    /// <summary>Awaited when an append is stored and not yet answered: everybody else reads it already.</summary>
    public Func<StreamAppend, Task>? BeforeAnswer { get; set; }

    /// <summary>Awaited before every read: hold it here, or throw.</summary>
    public Func<Task>? BeforeRead { get; set; }

    /// <summary>Everything stored, by ascending pos.</summary>
    public IReadOnlyList<JournalRecord> Records
    {
        get
        {
            lock (gate) return [.. records];
        }
    }

    /// <summary>How often an append was asked for.</summary>
    public int Appends { get; private set; }

    public void OnAppended(Action<long> listener)
    {
        lock (gate) listeners.Add(listener);
    }

    public async Task<AppendAnswer> Append(StreamAppend append, CancellationToken cancel)
    {
        if (BeforeAppend is { } before) await before(append);
        AppendFault fault;
        AppendAnswer answer = default;
        lock (gate)
        {
            Appends++;
            fault = Fault?.Invoke(append) ?? AppendFault.None;
            if (fault == AppendFault.ArrivesLate) late.Add(append);
            if (fault is AppendFault.None or AppendFault.AnswerLost) answer = Store(append);
        }

        Announce(answer);
        if (BeforeAnswer is { } held) await held(append);
        return fault == AppendFault.None ? answer : throw new JournalDoubtException($"Test fault: {fault}.");
    }

    /// <summary>Lands, in order, what was to arrive late. Returns the answers nobody waits for any more.</summary>
    public IReadOnlyList<AppendAnswer> DeliverLate()
    {
        AppendAnswer[] answers;
        lock (gate)
        {
            answers = [.. late.Select(Store)];
            late.Clear();
        }

        foreach (var answer in answers) Announce(answer);
        return answers;
    }

    /// <summary>Puts a record in as it is, unchecked: for poison events.</summary>
    public void Plant(JournalRecord record)
    {
        lock (gate) Add(record);
    }

    public Task<IReadOnlyList<JournalRecord>> ReadStream(
        string stream, long afterVersion, int limit, CancellationToken cancel) =>
        Read(() => Of(stream).Where(r => r.Version > afterVersion).Take(limit));

    public Task<IReadOnlyList<JournalRecord>> ReadCommands(
        string stream, IReadOnlyCollection<Guid> commandIds, CancellationToken cancel) =>
        Read(() => Of(stream).Where(r => commandIds.Contains(r.CommandId)));

    public Task<IReadOnlyList<JournalRecord>> ReadAll(long afterPos, int limit, CancellationToken cancel) =>
        Read(() => records.Skip((int)afterPos).Take(limit));

    public async Task<long> LastPos(CancellationToken cancel)
    {
        if (BeforeRead is { } before) await before();
        lock (gate) return records.Count;
    }

    private async Task<IReadOnlyList<JournalRecord>> Read(
        Func<IEnumerable<JournalRecord>> choose)
    {
        if (BeforeRead is { } before) await before();
        lock (gate) return [.. choose()];
    }

    private AppendAnswer Store(StreamAppend append)
    {
        var last = Of(append.Stream).LastOrDefault();
        var version = last?.Version ?? 0;
        if (version != append.Expected) return new AppendAnswer(AppendResult.WrongVersion, 0, version);
        if (append.Records.Any(record => commands.Contains((append.Stream, record.CommandId))))
            return new AppendAnswer(AppendResult.RepeatedCommand, 0, version);
        var previous = last?.Hash ?? RecordHash.Genesis;
        var first = records.Count + 1L;
        foreach (var record in append.Records)
        {
            Check(append, record, ++version, previous);
            previous = record.Hash;
        }

        foreach (var record in append.Records) Add(record);
        return new AppendAnswer(AppendResult.Stored, first, version);
    }

    private List<JournalRecord> Of(string stream) => streams.GetValueOrDefault(stream) ?? [];

    private void Add(JournalRecord record)
    {
        var stored = record with { Pos = records.Count + 1 };
        records.Add(stored);
        commands.Add((stored.Stream, stored.CommandId));
        if (!streams.TryGetValue(stored.Stream, out var stream)) streams[stored.Stream] = stream = [];
        stream.Add(stored);
    }

    private static void Check(StreamAppend append, JournalRecord record, long version, byte[] previous)
    {
        var hash = RecordHash.Of(
            previous, record.Stream, record.Version, record.Type, record.At, record.CommandId, record.Public,
            RecordHash.SecretDigest(record.Salt, record.Secret));
        if (record.Stream != append.Stream || record.Version != version || !hash.AsSpan().SequenceEqual(record.Hash))
            throw new InvalidOperationException($"{append.Stream}@{version} does not continue its stream's chain.");
    }

    private void Announce(AppendAnswer answer)
    {
        if (answer.Result != AppendResult.Stored || answer.FirstPos == 0) return;
        Action<long>[] whom;
        long pos;
        lock (gate)
        {
            whom = [.. listeners];
            pos = records.Count;
        }

        foreach (var listener in whom) listener(pos);
    }
}
