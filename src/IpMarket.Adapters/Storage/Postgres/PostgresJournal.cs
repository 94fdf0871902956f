using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IpMarket.Adapters.Storage.Postgres;

/// <summary>The journal in PostgreSQL. Reads go to the primary over a pool, appends through the one writer.</summary>
public sealed class PostgresJournal : IJournal, IAsyncDisposable
{
    private const string Columns =
        "select pos, stream, version, type, at, command_id, n, request_hash, public, secret, salt, hash "
        + "from journal.records ";

    private readonly NpgsqlDataSource source;
    private readonly GroupCommitWriter writer;

    /// <param name="connectionString">The application's role; the schema must be in place.</param>
    /// <param name="log">Doubts and failing listeners.</param>
    public PostgresJournal(string connectionString, ILogger<PostgresJournal> log)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "ipmarket-journal-reader",
            Enlist = false,
            Timeout = Limits.DatabaseTimeoutMs / 1_000,
            CommandTimeout = Limits.DatabaseTimeoutMs / 1_000,
            CancellationTimeout = -1,
            MaxAutoPrepare = 10,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
        };
        source = BuiltInTypes.Source(settings.ConnectionString);
        writer = new GroupCommitWriter(new PostgresBatchStore(connectionString), log);
    }

    public void OnAppended(Action<long> listener) => writer.OnAppended(listener);

    public Task<AppendAnswer> Append(StreamAppend append, CancellationToken cancel) => writer.Append(append, cancel);

    public async Task<IReadOnlyList<JournalRecord>> ReadStream(
        string stream, long afterVersion, int limit, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(
            Columns + "where stream = $1 and version > $2 order by version limit $3");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = afterVersion });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        return await Read(command, cancel);
    }

    public async Task<IReadOnlyList<JournalRecord>> ReadCommands(
        string stream, IReadOnlyCollection<Guid> commandIds, CancellationToken cancel)
    {
        // One look into the index of commands an id: as one condition the planner may read the whole stream.
        await using var command = source.CreateCommand(
            "select r.* from unnest($2) as asked (id) cross join lateral ("
            + Columns + "where stream = $1 and command_id = asked.id offset 0) r order by r.version");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. commandIds] });
        return await Read(command, cancel);
    }

    public async Task<IReadOnlyList<JournalRecord>> ReadAll(long afterPos, int limit, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(Columns + "where pos > $1 order by pos limit $2");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = afterPos });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        return await Read(command, cancel);
    }

    public async Task<long> LastPos(CancellationToken cancel)
    {
        await using var command = source.CreateCommand("select coalesce(max(pos), 0) from journal.records");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await source.DisposeAsync();
    }

    private static async Task<IReadOnlyList<JournalRecord>> Read(NpgsqlCommand command, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var records = new List<JournalRecord>();
        while (await reader.ReadAsync(cancel))
        {
            records.Add(new JournalRecord(
                reader.GetInt64(0),
                reader.GetString(1),
                reader.GetInt64(2),
                reader.GetString(3),
                Instants.FromUnixMicroseconds(reader.GetInt64(4)),
                reader.GetGuid(5),
                reader.GetInt32(6),
                reader.GetFieldValue<byte[]>(7),
                reader.GetString(8),
                reader.IsDBNull(9) ? null : reader.GetString(9),
                reader.GetFieldValue<byte[]>(10),
                reader.GetFieldValue<byte[]>(11)));
        }

        return records;
    }
}
