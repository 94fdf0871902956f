using IpMarket.Adapters.Storage;
using IpMarket.Testing.Postgres;

namespace IpMarket.Benchmarks.Bids;

/// <summary>An empty, migrated store for one measurement: a database, or a folder with SQLite's files.</summary>
internal sealed class BidStore : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ipmarket-bench-");
    private readonly TestDatabase? database;

    private BidStore(string name, TestDatabase? database)
    {
        Name = name;
        this.database = database;
    }

    /// <summary><c>postgres</c> or <c>sqlite</c>.</summary>
    public string Name { get; }

    public string Folder => folder.FullName;

    /// <summary>The store as the server's command line names it.</summary>
    public string[] Configuration => database is null
        ? []
        :
        [
            "--Storage:Kind=Postgres",
            $"--Storage:Connection={database.App}",
            $"--Storage:AdminConnection={database.Admin}",
        ];

    public static async Task<BidStore> Create(string name, PostgresServer server) =>
        new(name, name == "postgres" ? await server.NewDatabase() : null);

    public async ValueTask DisposeAsync()
    {
        if (database is not null) await database.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
