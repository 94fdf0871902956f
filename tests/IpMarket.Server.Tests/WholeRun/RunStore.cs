using IpMarket.Adapters.Storage;
using IpMarket.Adapters.Storage.Postgres;
using IpMarket.Adapters.Storage.Sqlite;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpMarket.Server.Tests.WholeRun;

/// <summary>An empty store of either kind, as the command line names it.</summary>
internal sealed class RunStore : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ipmarket-run-");
    private readonly TestDatabase? database;

    private RunStore(TestDatabase? database) => this.database = database;

    public string Folder => folder.FullName;

    /// <summary>As the server runs: on PostgreSQL by a role that owns nothing.</summary>
    public string[] Serving => database is null
        ? []
        : ["--Storage:Kind=Postgres", $"--Storage:Connection={database.App}"];

    /// <summary>As its operator migrates, saves and restores.</summary>
    public string[] Operating => database is null
        ? Serving
        : [.. Serving, $"--Storage:AdminConnection={database.Admin}"];

    public static async Task<RunStore> New(StorageKind kind) => new(
        kind == StorageKind.Sqlite ? null : await (await PostgresServer.Shared).NewDatabase());

    /// <summary>Reads what the stopped server left; give it back.</summary>
    public IJournal Journal() => database is null
        ? new SqliteJournal(
            new StorageOptions { DataFolder = Folder }.JournalFile, NullLogger<SqliteJournal>.Instance)
        : new PostgresJournal(database.App, NullLogger<PostgresJournal>.Instance);

    public async ValueTask DisposeAsync()
    {
        if (database is not null) await database.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
