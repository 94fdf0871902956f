using System.Collections.Concurrent;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace IpMarket.Adapters.Storage.Sqlite;

/// <summary>The journal in <c>journal.db</c>: one writing connection, and a few that only read.</summary>
public sealed class SqliteJournal : IJournal, IAsyncDisposable
{
    /// <summary>Reads at one time; a read takes a thread for as long as it lasts.</summary>
    private const int ReadersMax = 4;

    private const string Columns =
        "select pos, stream, version, type, at, command_id, n, request_hash, public, secret, salt, hash from records ";

    private readonly string file;
    private readonly GroupCommitWriter writer;
    private readonly SemaphoreSlim places = new(ReadersMax);
    private readonly ConcurrentBag<SqliteConnection> readers = [];

    /// <param name="file">The file; the schema must be in place.</param>
    /// <param name="log">Doubts and failing listeners.</param>
    /// <param name="afterCommit">After a commit and before its answer: tests throw here to lose the answer.</param>
    public SqliteJournal(string file, ILogger<SqliteJournal> log, Action? afterCommit = null)
    {
        this.file = file;
        writer = new GroupCommitWriter(new SqliteBatchStore(file, afterCommit), log);
    }

    public void OnAppended(Action<long> listener) => writer.OnAppended(listener);

    public Task<AppendAnswer> Append(StreamAppend append, CancellationToken cancel) => writer.Append(append, cancel);

    public Task<IReadOnlyList<JournalRecord>> ReadStream(
        string stream, long afterVersion, int limit, CancellationToken cancel) =>
        Read("where stream = $1 and version > $2 order by version limit $3", [stream, afterVersion, limit], cancel);

    public Task<IReadOnlyList<JournalRecord>> ReadCommands(
        string stream, IReadOnlyCollection<Guid> commandIds, CancellationToken cancel)
    {
        var parameters = string.Join(',', Enumerable.Range(2, commandIds.Count).Select(n => "$" + n));
        return Read(
            $"where stream = $1 and command_id in ({parameters}) order by version",
            [stream, .. commandIds.Select(id => id.ToByteArray(bigEndian: true))],
            cancel);
    }

    public Task<IReadOnlyList<JournalRecord>> ReadAll(long afterPos, int limit, CancellationToken cancel) =>
        Read("where pos > $1 order by pos limit $2", [afterPos, limit], cancel);

    public Task<long> LastPos(CancellationToken cancel) => Borrow(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "select coalesce(max(pos), 0) from records";
            return (long)command.ExecuteScalar()!;
        },
        cancel);

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        while (readers.TryTake(out var reader)) await reader.DisposeAsync();
        places.Dispose();
    }

    private Task<IReadOnlyList<JournalRecord>> Read(string clause, object[] values, CancellationToken cancel) =>
        Borrow<IReadOnlyList<JournalRecord>>(connection => Read(connection, clause, values), cancel);

    private static List<JournalRecord> Read(SqliteConnection connection, string clause, object[] values)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only clauses of this class come here.
        command.CommandText = Columns + clause;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i + 1}", values[i]);
        using var reader = command.ExecuteReader();
        var records = new List<JournalRecord>();
        while (reader.Read())
        {
            records.Add(new JournalRecord(
                reader.GetInt64(0),
                reader.GetString(1),
                reader.GetInt64(2),
                reader.GetString(3),
                Instants.FromUnixMicroseconds(reader.GetInt64(4)),
                new Guid(reader.GetFieldValue<byte[]>(5), bigEndian: true),
                reader.GetInt32(6),
                reader.GetFieldValue<byte[]>(7),
                reader.GetString(8),
                reader.IsDBNull(9) ? null : reader.GetString(9),
                reader.GetFieldValue<byte[]>(10),
                reader.GetFieldValue<byte[]>(11)));
        }

        return records;
    }

    private async Task<T> Borrow<T>(Func<SqliteConnection, T> read, CancellationToken cancel)
    {
        await places.WaitAsync(cancel);
        try
        {
            return await Task.Run(
                () =>
                {
                    if (!readers.TryTake(out var connection)) connection = SqliteFile.Open(file, readOnly: true);
                    var healthy = false;
                    try
                    {
                        var result = read(connection);
                        healthy = true;
                        return result;
                    }
                    finally
                    {
                        if (healthy) readers.Add(connection);
                        else connection.Dispose();
                    }
                },
                cancel);
        }
        finally
        {
            places.Release();
        }
    }
}
