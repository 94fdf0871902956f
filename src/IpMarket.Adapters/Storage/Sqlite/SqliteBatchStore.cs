using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.Data.Sqlite;

namespace IpMarket.Adapters.Storage.Sqlite;

/// <summary>
/// The one writing connection of <c>journal.db</c>. A batch is one <c>BEGIN IMMEDIATE</c> transaction; after a failure
/// the connection is closed and opened anew, since SQLite leaves open what an error did to the transaction.
/// </summary>
internal sealed class SqliteBatchStore(string file, Action? afterCommit) : IBatchStore
{
    private Session? open;

    // SQLite blocks; the writer's caller must not.
    public Task<AppendAnswer[]> Store(IReadOnlyList<StreamAppend> batch) => Task.Run(() =>
    {
        var session = open ?? new Session(SqliteFile.Open(file));
        open = null;
        try
        {
            var answers = session.Store(batch);
            afterCommit?.Invoke();
            open = session;
            return answers;
        }
        finally
        {
            if (open is null) session.Dispose();
        }
    });

    public ValueTask DisposeAsync()
    {
        open?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A connection with its prepared statements.</summary>
    private sealed class Session : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly SqliteCommand begin;
        private readonly SqliteCommand commit;
        private readonly SqliteCommand lastPos;
        private readonly SqliteCommand lastVersion;
        private readonly SqliteCommand known;
        private readonly SqliteCommand insert;

        public Session(SqliteConnection connection)
        {
            this.connection = connection;
            begin = Prepare("begin immediate");
            commit = Prepare("commit");
            lastPos = Prepare("select coalesce(max(pos), 0) from records");
            lastVersion = Prepare("select coalesce(max(version), 0) from records where stream = $1", "$1");
            known = Prepare(
                "select exists (select 1 from records where stream = $1 and command_id = $2)", "$1", "$2");
            insert = Prepare(
                "insert into records values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12");
        }

        public AppendAnswer[] Store(IReadOnlyList<StreamAppend> batch)
        {
            begin.ExecuteNonQuery();
            var pos = Number(lastPos) + 1;
            var answers = new AppendAnswer[batch.Count];
            for (var i = 0; i < answers.Length; i++)
            {
                answers[i] = Store(batch[i], pos);
                if (answers[i].Result == AppendResult.Stored) pos += batch[i].Records.Count;
            }

            commit.ExecuteNonQuery();
            return answers;
        }

        public void Dispose()
        {
            foreach (var command in new[] { begin, commit, lastPos, lastVersion, known, insert }) command.Dispose();
            // Closing rolls back what is open.
            connection.Dispose();
        }

        private AppendAnswer Store(StreamAppend append, long firstPos)
        {
            lastVersion.Parameters[0].Value = append.Stream;
            var version = Number(lastVersion);
            if (version != append.Expected) return new AppendAnswer(AppendResult.WrongVersion, 0, version);
            if (append.Records.Any(record => record.N == 0 && IsKnown(record)))
                return new AppendAnswer(AppendResult.RepeatedCommand, 0, version);
            for (var i = 0; i < append.Records.Count; i++) Insert(append.Records[i], firstPos + i);
            return new AppendAnswer(AppendResult.Stored, firstPos, version + append.Records.Count);
        }

        private bool IsKnown(JournalRecord record)
        {
            known.Parameters[0].Value = record.Stream;
            known.Parameters[1].Value = record.CommandId.ToByteArray(bigEndian: true);
            return Number(known) != 0;
        }

        private void Insert(JournalRecord record, long pos)
        {
            var values = insert.Parameters;
            values[0].Value = pos;
            values[1].Value = record.Stream;
            values[2].Value = record.Version;
            values[3].Value = record.Type;
            values[4].Value = record.At.ToUnixMicroseconds();
            values[5].Value = record.CommandId.ToByteArray(bigEndian: true);
            values[6].Value = record.N;
            values[7].Value = record.RequestHash;
            values[8].Value = record.Public;
            values[9].Value = (object?)record.Secret ?? DBNull.Value;
            values[10].Value = record.Salt;
            values[11].Value = record.Hash;
            insert.ExecuteNonQuery();
        }

        private static long Number(SqliteCommand command) => (long)command.ExecuteScalar()!;

        private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
        {
            var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only texts of this class come here.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
            return command;
        }
    }
}
