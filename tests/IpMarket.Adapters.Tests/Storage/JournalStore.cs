using IpMarket.Adapters.Storage;
using IpMarket.Adapters.Storage.Postgres;
using IpMarket.Adapters.Storage.Sqlite;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpMarket.Adapters.Tests.Storage;

/// <summary>An empty migrated store and journals opened on it; each journal stands for a process of its own.</summary>
public abstract class JournalStore : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> opened = [];

    public abstract StorageOptions Options { get; }

    /// <summary>
    /// Processes that write at one time in long runs. A SQLite store belongs to one (the data folder's lock), and its
    /// busy handler is not fair between several.
    /// </summary>
    public abstract int WritingProcesses { get; }

    public IJournal Open()
    {
        var journal = new JournalTail(OpenOne());
        lock (opened) opened.Add(journal);
        return journal;
    }

    /// <summary>Plants a record past every check but the database's own, with a hash of zeros.</summary>
    public abstract Task Plant(string stream, long version, string type, string publicPart);

    public async ValueTask DisposeAsync()
    {
        await Close();
        await Remove();
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes every journal opened so far.</summary>
    public async Task Close()
    {
        foreach (var journal in opened) await journal.DisposeAsync();
        opened.Clear();
    }

    protected abstract IJournal OpenOne();

    protected abstract ValueTask Remove();
}

/// <summary>A database of the shared PostgreSQL server.</summary>
public sealed class PostgresStore : JournalStore
{
    private readonly TestDatabase database;

    private PostgresStore(TestDatabase database) => this.database = database;

    public override StorageOptions Options => database.Options;

    public override int WritingProcesses => 4;

    public TestDatabase Database => database;

    public static async Task<PostgresStore> Create(CancellationToken cancel)
    {
        var server = await PostgresServer.Shared;
        var made = await server.NewDatabase();
        await Schema.Migrate(made.Options, cancel);
        return new PostgresStore(made);
    }

    public override Task Plant(string stream, long version, string type, string publicPart) => database.Run(
        $"""
         insert into journal.records
         select coalesce(max(pos), 0) + 1, '{stream}', {version}, '{type}', 0, gen_random_uuid(), 0, '\x00',
           '{publicPart}', null, decode(repeat('00', 16), 'hex'), decode(repeat('00', 32), 'hex')
         from journal.records
         """);

    protected override IJournal OpenOne() => new PostgresJournal(database.App, NullLogger<PostgresJournal>.Instance);

    protected override ValueTask Remove() => database.DisposeAsync();
}

/// <summary>Files in a temporary folder.</summary>
public sealed class SqliteStore : JournalStore
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ipmarket-journal-");

    public override StorageOptions Options => new() { DataFolder = folder.FullName };

    public override int WritingProcesses => 1;

    /// <summary>Called after every commit, before its answer.</summary>
    public Action? AfterCommit { get; set; }

    public static async Task<SqliteStore> Create(CancellationToken cancel)
    {
        var store = new SqliteStore();
        await Schema.Migrate(store.Options, cancel);
        return store;
    }

    public override Task Plant(string stream, long version, string type, string publicPart)
    {
        using var connection = SqliteFile.Open(Options.JournalFile);
        SqliteFile.Run(
            connection,
            $"""
             insert into records
             select coalesce(max(pos), 0) + 1, '{stream}', {version}, '{type}', 0, randomblob(16), 0, x'00',
               '{publicPart}', null, zeroblob(16), zeroblob(32)
             from records
             """);
        return Task.CompletedTask;
    }

    protected override IJournal OpenOne() => new SqliteJournal(
        Options.JournalFile, NullLogger<SqliteJournal>.Instance, () => AfterCommit?.Invoke());

    protected override ValueTask Remove()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
