using System.Data;
using IpMarket.Adapters.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace IpMarket.Adapters.Storage.Backup;

/// <summary>One dump of the schemas <c>journal</c> and <c>state</c> in one snapshot, by <c>pg_dump</c>.</summary>
internal static class PostgresBackup
{
    private const string Dump = "store.dump";

    public static async Task<JournalExtent> Save(StorageOptions options, string folder, CancellationToken cancel)
    {
        var admin = options.RequireAdminConnection();
        await using var connection = new NpgsqlConnection(Unpooled(admin));
        await connection.OpenAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await using var command = new NpgsqlCommand(
            "select pg_export_snapshot(), coalesce(max(pos), 0), count(*) from journal.records", connection, snapshot)
        {
            CommandTimeout = 0,
        };
        string name;
        JournalExtent extent;
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            await reader.ReadAsync(cancel);
            name = reader.GetString(0);
            extent = new JournalExtent(reader.GetInt64(1), reader.GetInt64(2));
        }

        await PostgresTool.Run(
            "pg_dump",
            admin,
            [
                "--format=custom", "--schema=journal", "--schema=state", "--no-owner", "--no-privileges",
                $"--snapshot={name}", $"--file={Path.Combine(folder, Dump)}",
            ],
            cancel);
        return extent;
    }

    public static async Task Restore(
        StorageOptions options, string folder, BackupManifest manifest, CancellationToken cancel)
    {
        if (manifest.Files is not [{ Name: Dump }])
            throw new StorageException($"The manifest does not list {Dump} alone.");
        var admin = options.RequireAdminConnection();
        await using var connection = new NpgsqlConnection(Unpooled(admin));
        await connection.OpenAsync(cancel);
        await RequireEmpty(connection, cancel);
        await DropSchemas(connection, cancel);
        try
        {
            await PostgresTool.Run(
                "pg_restore",
                admin,
                [
                    "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges",
                    Path.Combine(folder, Dump),
                ],
                cancel);
            await Schema.Migrate(options, cancel);
            await using var journal = new PostgresJournal(
                options.RequireConnection(), NullLogger<PostgresJournal>.Instance);
            await StoreBackup.Verify(journal, manifest, cancel);
        }
        catch
        {
            await DropSchemas(connection, CancellationToken.None);
            throw;
        }
    }

    private static async Task RequireEmpty(NpgsqlConnection connection, CancellationToken cancel)
    {
        var tables = new List<(string Schema, string Table)>();
        await using (var command = new NpgsqlCommand(
            """
            select schemaname, tablename from pg_tables
            where schemaname in ('journal', 'state') or schemaname like 'views\_%' order by 1, 2
            """,
            connection))
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel)) tables.Add((reader.GetString(0), reader.GetString(1)));
        }

        foreach (var (schema, table) in tables.Where(found => !StoreBackup.IsFilledByMigrations(found.Table)))
        {
            if (schema is not ("journal" or "state"))
                throw new StorageException($"The store is not empty: there is a schema {schema}. Give a new database.");
            var name = $"{Quoted(schema)}.{Quoted(table)}";
#pragma warning disable CA2100 // Names from the catalogue, quoted.
            await using var any = new NpgsqlCommand($"select exists (select from {name})", connection);
#pragma warning restore CA2100
            if (await any.ExecuteScalarAsync(cancel) is true)
                throw new StorageException($"The store is not empty: {name} has rows.");
        }
    }

    private static async Task DropSchemas(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "drop schema if exists journal cascade; drop schema if exists state cascade", connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Unpooled(string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString;
}
