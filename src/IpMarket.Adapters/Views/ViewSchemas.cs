using IpMarket.Adapters.Storage;
using IpMarket.Adapters.Storage.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace IpMarket.Adapters.Views;

/// <summary>The schemas and files of views: making, clearing, and dropping those that nobody uses any more.</summary>
internal static class ViewSchemas
{
    /// <summary>A silo says once a minute which schemas it uses; one unused for ten minutes goes.</summary>
    public const int UnusedMinutes = 10;

    private const string NowMicroseconds = "(extract(epoch from clock_timestamp()) * 1000000)::bigint";

    /// <summary>Waits for others that make or drop this schema; makes the schema itself.</summary>
    public static void Enter(DatabaseFacade database, string schema)
    {
        database.ExecuteSql($"select pg_advisory_xact_lock(hashtextextended({"ipmarket." + schema}, 0))");
        Run(database, $"create schema if not exists {schema}");
    }

    public static void Touch(DatabaseFacade database)
    {
        if (database.IsNpgsql()) Run(database, $"update checkpoint set used_at = {NowMicroseconds}");
    }

    /// <summary>
    /// Drops the tables. The checkpoint's goes under lock first: a runner in the middle of a batch has ended then, and
    /// one that begins finds another checkpoint.
    /// </summary>
    public static void Clear(DatabaseFacade database, string schema)
    {
        if (database.IsNpgsql())
        {
            Run(database, $"lock table {schema}.checkpoint in access exclusive mode");
            Run(database, $"drop schema {schema} cascade; create schema {schema};");
            return;
        }

        Run(database, "pragma defer_foreign_keys = on");
        var tables = database.SqlQuery<string>(
            $"select name as \"Value\" from sqlite_master where type = 'table' and name not like 'sqlite_%'").ToList();
        foreach (var table in tables) Run(database, $"drop table \"{table}\"");
    }

    /// <summary>Runs a text that is the house's own in the context's transaction.</summary>
    public static void Run(DatabaseFacade database, string sql)
    {
        using var command = database.GetDbConnection().CreateCommand();
        command.Transaction = database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Create scripts and names of this assembly only.
        command.CommandText = sql;
#pragma warning restore CA2100
        database.OpenConnection();
        command.ExecuteNonQuery();
        database.CloseConnection();
    }

    /// <summary>Drops schemas or files of views that no running build uses. Names what it dropped.</summary>
    public static async Task<IReadOnlyList<string>> DropUnused(
        StorageOptions options, IReadOnlySet<string> used, CancellationToken cancel) =>
        options.Kind == StorageKind.Postgres
            ? await DropUnusedSchemas(options, used, cancel)
            : DropUnusedFiles(options, used);

    /// <summary>The folder belongs to this process alone, so what it does not use nobody does.</summary>
    private static List<string> DropUnusedFiles(StorageOptions options, IReadOnlySet<string> used)
    {
        var dropped = new List<string>();
        if (!Directory.Exists(options.DataFolder)) return dropped;
        foreach (var file in Directory.GetFiles(options.DataFolder, "views_????????.db"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (used.Contains(name)) continue;
            File.Delete(file + "-wal");
            File.Delete(file + "-shm");
            File.Delete(file);
            dropped.Add(name);
        }

        return dropped;
    }

    private static async Task<List<string>> DropUnusedSchemas(
        StorageOptions options, IReadOnlySet<string> used, CancellationToken cancel)
    {
        var dropped = new List<string>();
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(StoreContexts.PostgresConnection(options, "pg_catalog"))
            {
                Pooling = false,
            });
        await using var connection = await source.OpenConnectionAsync(cancel);
        foreach (var schema in await Candidates(connection, cancel))
        {
            if (used.Contains(schema)) continue;
            await using var transaction = await connection.BeginTransactionAsync(cancel);
#pragma warning disable CA2100 // The name was matched against ^views_[0-9a-f]{8}$.
            await using var ask = new NpgsqlCommand(
                $"""
                 select pg_advisory_xact_lock(hashtextextended('ipmarket.{schema}', 0));
                 select coalesce(max(used_at), 0) < {NowMicroseconds} - {UnusedMinutes}::bigint * 60000000
                   from {schema}.checkpoint;
                 """,
                connection);
            if (!await Stale(ask, cancel)) continue;
            await using var drop = new NpgsqlCommand($"drop schema {schema} cascade", connection);
#pragma warning restore CA2100
            await drop.ExecuteNonQueryAsync(cancel);
            await transaction.CommitAsync(cancel);
            dropped.Add(schema);
        }

        return dropped;
    }

    /// <summary>
    /// True when its last use is long ago; a schema that went meanwhile, or has no checkpoint, is not ours.
    /// </summary>
    private static async Task<bool> Stale(NpgsqlCommand ask, CancellationToken cancel)
    {
        try
        {
            await using var reader = await ask.ExecuteReaderAsync(cancel);
            await reader.NextResultAsync(cancel);
            return await reader.ReadAsync(cancel) && reader.GetBoolean(0);
        }
        catch (PostgresException error) when (error.SqlState is
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return false;
        }
    }

    private static async Task<List<string>> Candidates(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var list = new NpgsqlCommand(
            "select nspname from pg_namespace where nspname ~ '^views_[0-9a-f]{8}$' and pg_has_role(nspowner, 'USAGE')",
            connection);
        await using var reader = await list.ExecuteReaderAsync(cancel);
        var names = new List<string>();
        while (await reader.ReadAsync(cancel)) names.Add(reader.GetString(0));
        return names;
    }
}
