using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Npgsql;

namespace IpMarket.Adapters.Storage.Postgres;

/// <summary>
/// Sends a batch as one autocommit call of <c>journal_append</c> over a connection of its own. After any failure the
/// connection is given up and nothing is sent again.
/// </summary>
internal sealed class PostgresBatchStore(string connectionString) : IBatchStore
{
    /// <summary>A little more than the server takes, so that a slow server answers for itself ("not stored").</summary>
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromMilliseconds(Limits.DatabaseTimeoutMs + 500);

    private readonly string writerConnection = WriterConnection(connectionString);
    private Call? open;

    public async Task<AppendAnswer[]> Store(IReadOnlyList<StreamAppend> batch)
    {
        var call = open ?? new Call(new NpgsqlConnection(writerConnection));
        open = null;
        using var limit = new CancellationTokenSource(AnswerTimeout);
        var answer = call.Send(batch, limit.Token);
        try
        {
            // The limit holds even where the driver, cancelling on a dead network, would wait longer.
            var answers = await answer.WaitAsync(AnswerTimeout);
            open = call;
            return answers;
        }
        catch
        {
            _ = GiveUp(call, answer);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (open is not null) await open.DisposeAsync();
    }

    private static async Task GiveUp(Call call, Task answer)
    {
        // Its outcome is its callers' doubt already; this only frees the socket once the driver lets go of it.
        await answer.ContinueWith(static _ => { }, TaskScheduler.Default);
        try
        {
            await call.DisposeAsync();
        }
        catch (NpgsqlException)
        {
            // A broken connection may complain while it closes; there is nothing left to lose.
        }
    }

    private static string WriterConnection(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "ipmarket-journal-writer",
            Pooling = false,
            Enlist = false,
            Multiplexing = false,
            Timeout = Limits.DatabaseTimeoutMs / 1_000,
            CommandTimeout = 0,
            CancellationTimeout = -1,
        };
        settings.Options = $"{settings.Options} -c statement_timeout={Limits.DatabaseTimeoutMs} "
            + "-c synchronous_commit=on -c default_transaction_isolation=read\\ committed";
        return settings.ConnectionString;
    }

    /// <summary>One connection with its prepared call.</summary>
    private sealed class Call(NpgsqlConnection connection) : IAsyncDisposable
    {
        private const string Sql =
            """
            select base, results, versions from journal.journal_append(
              $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """;

        private readonly NpgsqlParameter<string[]> streams = new();
        private readonly NpgsqlParameter<long[]> expected = new();
        private readonly NpgsqlParameter<int[]> of = new();
        private readonly NpgsqlParameter<long[]> versions = new();
        private readonly NpgsqlParameter<string[]> types = new();
        private readonly NpgsqlParameter<long[]> ats = new();
        private readonly NpgsqlParameter<Guid[]> commandIds = new();
        private readonly NpgsqlParameter<int[]> ns = new();
        private readonly NpgsqlParameter<byte[][]> requestHashes = new();
        private readonly NpgsqlParameter<string[]> publics = new();
        private readonly NpgsqlParameter<string?[]> secrets = new();
        private readonly NpgsqlParameter<byte[][]> salts = new();
        private readonly NpgsqlParameter<byte[][]> hashes = new();
        private NpgsqlCommand? command;

        public async Task<AppendAnswer[]> Send(IReadOnlyList<StreamAppend> batch, CancellationToken cancel)
        {
            Fill(batch);
            command ??= await Prepare(cancel);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            if (!await reader.ReadAsync(cancel)) throw new InvalidOperationException("journal_append gave no row.");
            var found = (
                Base: reader.GetInt64(0),
                Results: await reader.GetFieldValueAsync<short[]>(1, cancel),
                Versions: await reader.GetFieldValueAsync<long[]>(2, cancel));
            // The row is sent before the commit. Only the server's "ready for query", read here, tells that it
            // succeeded; merely disposing of the reader could swallow a failure.
            while (await reader.NextResultAsync(cancel))
            {
            }

            return Answers(batch, found.Base, found.Results, found.Versions);
        }

        public async ValueTask DisposeAsync()
        {
            if (command is not null) await command.DisposeAsync();
            await connection.DisposeAsync();
        }

        private static AppendAnswer[] Answers(
            IReadOnlyList<StreamAppend> batch, long basePos, short[] results, long[] versions)
        {
            var answers = new AppendAnswer[batch.Count];
            var pos = basePos + 1;
            for (var i = 0; i < answers.Length; i++)
            {
                var count = batch[i].Records.Count;
                answers[i] = results[i] switch
                {
                    0 => new AppendAnswer(AppendResult.Stored, pos, versions[i] + count),
                    1 => new AppendAnswer(AppendResult.WrongVersion, 0, versions[i]),
                    2 => new AppendAnswer(AppendResult.RepeatedCommand, 0, versions[i]),
                    var other => throw new InvalidOperationException($"journal_append answered {other}."),
                };
                pos += count;
            }

            return answers;
        }

        private void Fill(IReadOnlyList<StreamAppend> batch)
        {
            streams.TypedValue = [.. batch.Select(append => append.Stream)];
            expected.TypedValue = [.. batch.Select(append => append.Expected)];
            of.TypedValue = [.. batch.SelectMany((append, i) => Enumerable.Repeat(i + 1, append.Records.Count))];
            JournalRecord[] records = [.. batch.SelectMany(append => append.Records)];
            versions.TypedValue = Array.ConvertAll(records, record => record.Version);
            types.TypedValue = Array.ConvertAll(records, record => record.Type);
            ats.TypedValue = Array.ConvertAll(records, record => record.At.ToUnixMicroseconds());
            commandIds.TypedValue = Array.ConvertAll(records, record => record.CommandId);
            ns.TypedValue = Array.ConvertAll(records, record => record.N);
            requestHashes.TypedValue = Array.ConvertAll(records, record => record.RequestHash);
            publics.TypedValue = Array.ConvertAll(records, record => record.Public);
            secrets.TypedValue = Array.ConvertAll(records, record => record.Secret);
            salts.TypedValue = Array.ConvertAll(records, record => record.Salt);
            hashes.TypedValue = Array.ConvertAll(records, record => record.Hash);
        }

        private async Task<NpgsqlCommand> Prepare(CancellationToken cancel)
        {
            await connection.OpenAsync(cancel);
            var prepared = new NpgsqlCommand(Sql, connection);
            prepared.Parameters.AddRange(new NpgsqlParameter[]
            {
                streams, expected, of, versions, types, ats, commandIds, ns, requestHashes, publics, secrets, salts,
                hashes,
            });
            await prepared.PrepareAsync(cancel);
            return prepared;
        }
    }
}
