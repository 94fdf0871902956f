using System.Reflection;
using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using IpMarket.Adapters.Storage.Postgres;
using IpMarket.Adapters.Storage.Sqlite;
using Npgsql;

namespace IpMarket.Adapters.Storage;

/// <summary>
/// Brings the store to the schema of this build: the numbered scripts of this assembly, each in a transaction of its
/// own, each once; on PostgreSQL inside an advisory lock and followed by the application role's rights. A script is
/// known by its file name and never changed after it was released.
/// </summary>
public static class Schema
{
    private const string PostgresScripts = "IpMarket.Adapters.Storage.Postgres.Scripts.";
    private const string SqliteJournalScripts = "IpMarket.Adapters.Storage.Sqlite.JournalScripts.";
    private const string SqliteStateScripts = "IpMarket.Adapters.Storage.Sqlite.StateScripts.";

    /// <summary>
    /// SQLite: makes or migrates both files. PostgreSQL: as <see cref="StorageOptions.AdminConnection"/>, migrates and
    /// grants; does nothing that is already done.
    /// </summary>
    /// <exception cref="StorageException">A script failed or the roles are not as they must be.</exception>
    public static async Task Migrate(StorageOptions options, CancellationToken cancel)
    {
        if (options.Kind == StorageKind.Sqlite)
        {
            Directory.CreateDirectory(options.DataFolder);
            MigrateFile(options.JournalFile, SqliteJournalScripts);
            MigrateFile(options.StateFile, SqliteStateScripts);
            return;
        }

        _ = Parsed(options.RequireConnection(), nameof(StorageOptions.Connection));
        await using var admin = await Reach(
            options.RequireAdminConnection(), nameof(StorageOptions.AdminConnection), cancel);
        await ApplicationRole.Check(admin, options.RequireConnection(), cancel);
        await Run(admin, "select pg_advisory_lock(hashtextextended('ipmarket.schema', 0))", cancel);
        await Run(admin, "create schema if not exists journal; create schema if not exists state;", cancel);
        Upgrade(
            DeployChanges.To.PostgresqlDatabase(admin.ConnectionString)
                .JournalToPostgresqlTable("journal", "schema_versions"),
            PostgresScripts,
            "the PostgreSQL database");
        await ApplicationRole.Grant(admin, options.RequireConnection(), cancel);
    }

    /// <summary>Scripts of this build that the PostgreSQL database lacks, asked as the application's role.</summary>
    public static async Task<IReadOnlyList<string>> Missing(StorageOptions options, CancellationToken cancel)
    {
        var wanted = Scripts(PostgresScripts).Select(script => script.Name).ToList();
        await using var connection = await Reach(
            options.RequireConnection(), nameof(StorageOptions.Connection), cancel);
        try
        {
            await using var command = new NpgsqlCommand("select scriptname from journal.schema_versions", connection);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel)) wanted.Remove(reader.GetString(0));
            return wanted;
        }
        catch (PostgresException error) when (error.SqlState is
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName
            or PostgresErrorCodes.InsufficientPrivilege)
        {
            return wanted;
        }
    }

    private static void MigrateFile(string file, string prefix)
    {
        if (Scripts(prefix).Count == 0) return;
        SqliteFile.Open(file).Dispose();
        Upgrade(
            DeployChanges.To.SqliteDatabase(SqliteFile.ConnectionString(file)).JournalToSqliteTable("schema_versions"),
            prefix,
            file);
    }

    private static void Upgrade(UpgradeEngineBuilder builder, string prefix, string where)
    {
        var result = builder.WithScripts(Scripts(prefix))
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (result.Successful) return;
        throw new StorageException(
            $"Script {result.ErrorScript?.Name} failed on {where}: {result.Error.Message}", result.Error);
    }

    private static List<SqlScript> Scripts(string prefix)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return new SqlScript(name[prefix.Length..], reader.ReadToEnd());
            })];
    }

    /// <summary>An open connection outside the pools.</summary>
    /// <exception cref="StorageException">The text is no connection, nobody answers or the server refuses.</exception>
    private static async Task<NpgsqlConnection> Reach(string text, string setting, CancellationToken cancel)
    {
        var where = Parsed(text, setting);
        var connection = new NpgsqlConnection(where.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException)
        {
            await connection.DisposeAsync();
            // A refusal says itself why; of a server that is not reached the cause lies deeper.
            var why = error is PostgresException refused ? refused.MessageText : error.GetBaseException().Message;
            throw new StorageException(
                $"PostgreSQL at {where.Host}:{where.Port} cannot be used as Storage:{setting} says: {why}", error);
        }
    }

    private static NpgsqlConnectionStringBuilder Parsed(string text, string setting)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text) { Pooling = false, PersistSecurityInfo = true };
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            throw new StorageException(
                $"Storage:{setting} is no connection such as Host=localhost;Database=ipmarket;Username=…", error);
        }
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
#pragma warning disable CA2100 // Only texts of this class come here.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
    }
}
