using System.Data.Common;
using IpMarket.Adapters.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace IpMarket.Adapters.Storage.State;

/// <summary>Points EF Core contexts at the store's databases: <c>state</c> or a schema of views.</summary>
public static class StoreContexts
{
    /// <summary>
    /// Connections one pool may hold; a process has one pool per schema and the server 100 by default.
    /// </summary>
    private const int PoolMax = 12;

    /// <summary>
    /// SQLite: the file <paramref name="schema"/><c>.db</c> in the data folder. PostgreSQL: the search path is
    /// <paramref name="schema"/>, so the model is the same on both databases and names no schema.
    /// </summary>
    public static DbContextOptionsBuilder UseStore(
        this DbContextOptionsBuilder builder, StorageOptions options, string schema)
    {
        if (options.Kind == StorageKind.Postgres) return builder.UseNpgsql(PostgresConnection(options, schema));
        return builder.UseSqlite(SqliteConnection(options, schema)).AddInterceptors(SqlitePragmas.Instance);
    }

    /// <summary>Pooled; whoever opens it tells it the pragmas.</summary>
    public static string SqliteConnection(StorageOptions options, string schema) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(options.DataFolder, schema + ".db"),
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = 5,
    }.ToString();

    /// <summary>The application's connection with <paramref name="schema"/> as its search path.</summary>
    public static string PostgresConnection(StorageOptions options, string schema) =>
        new NpgsqlConnectionStringBuilder(options.RequireConnection())
        {
            SearchPath = schema,
            ApplicationName = "ipmarket-" + schema,
            MaxPoolSize = PoolMax,
            NoResetOnClose = true,
            Enlist = false,
        }.ConnectionString;

    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        public static readonly SqlitePragmas Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
            SqliteFile.Run((SqliteConnection)connection, "PRAGMA journal_mode = WAL; " + SqliteFile.Pragmas);

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
