using IpMarket.Adapters.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpMarket.Adapters.Storage.Backup;

/// <summary>Copies of <c>journal.db</c> and <c>state.db</c> as of one instant.</summary>
internal static class SqliteBackup
{
    private const string Journal = "journal.db";
    private const string State = "state.db";

    public static Task<JournalExtent> Save(StorageOptions options, string folder, CancellationToken cancel) =>
        Task.Run(() => Save(options, folder), cancel);

    public static async Task Restore(
        StorageOptions options, string folder, BackupManifest manifest, CancellationToken cancel)
    {
        using var held = DataFolderLock.Take(options.DataFolder);
        RequireEmpty(options);
        var arriving = manifest.Files.Select(file => (From: Path.Combine(folder, file.Name), file.Name)).ToList();
        if (arriving.Any(file => file.Name is not (Journal or State)) || arriving.All(file => file.Name != Journal))
            throw new StorageException("The manifest does not list journal.db and state.db.");
        try
        {
            foreach (var (from, name) in arriving) File.Copy(from, Arriving(options, name), overwrite: true);
            await using (var journal = new SqliteJournal(
                Arriving(options, Journal), NullLogger<SqliteJournal>.Instance))
            {
                await StoreBackup.Verify(journal, manifest, cancel);
            }

            foreach (var (_, name) in arriving) Replace(options, name);
        }
        finally
        {
            foreach (var left in Directory.GetFiles(options.DataFolder, "*.arriving*")) File.Delete(left);
        }

        await Schema.Migrate(options, cancel);
    }

    private static JournalExtent Save(StorageOptions options, string folder)
    {
        if (!File.Exists(options.JournalFile)) throw new StorageException($"There is no {options.JournalFile}.");
        using var journal = SqliteFile.Open(options.JournalFile, readOnly: true);
        using var state = File.Exists(options.StateFile) ? SqliteFile.Open(options.StateFile, readOnly: true) : null;
        PinOneInstant(options, journal, state);
        var extent = Extent(journal);
        Copy(journal, Path.Combine(folder, Journal));
        if (state is not null) Copy(state, Path.Combine(folder, State));
        return extent;
    }

    /// <summary>
    /// Begins a reading transaction on both files while nobody can write to either: the two snapshots are of one
    /// instant. Writers wait for the milliseconds this takes, not for the copying. Nobody else holds both, so this
    /// cannot lock up.
    /// </summary>
    private static void PinOneInstant(StorageOptions options, SqliteConnection journal, SqliteConnection? state)
    {
        using var holdsJournal = SqliteFile.Open(options.JournalFile);
        using var holdsState = state is null ? null : SqliteFile.Open(options.StateFile);
        SqliteFile.Run(holdsJournal, "begin immediate");
        if (holdsState is not null) SqliteFile.Run(holdsState, "begin immediate");
        foreach (var reader in new[] { journal, state })
        {
            if (reader is null) continue;
            SqliteFile.Run(reader, "begin");
            // The snapshot is taken by the first read, not by "begin".
            SqliteFile.Run(reader, "select count(*) from sqlite_master");
        }

        if (holdsState is not null) SqliteFile.Run(holdsState, "rollback");
        SqliteFile.Run(holdsJournal, "rollback");
    }

    private static JournalExtent Extent(SqliteConnection journal)
    {
        using var command = journal.CreateCommand();
        command.CommandText = "select coalesce(max(pos), 0), count(*) from records";
        using var reader = command.ExecuteReader();
        reader.Read();
        return new JournalExtent(reader.GetInt64(0), reader.GetInt64(1));
    }

    private static void Copy(SqliteConnection from, string file)
    {
        using var to = SqliteFile.Open(file);
        from.BackupDatabase(to);
        // One file without a log beside it, so that its hash is the whole of it.
        SqliteFile.Run(to, "PRAGMA journal_mode = DELETE");
    }

    private static string Arriving(StorageOptions options, string name) =>
        Path.Combine(options.DataFolder, name + ".arriving");

    private static void Replace(StorageOptions options, string name)
    {
        var file = Path.Combine(options.DataFolder, name);
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        File.Move(Arriving(options, name), file, overwrite: true);
    }

    private static void RequireEmpty(StorageOptions options)
    {
        string[] mayStand =
        [
            ".lock", Journal, Journal + "-wal", Journal + "-shm", State, State + "-wal", State + "-shm",
        ];
        foreach (var entry in Directory.EnumerateFileSystemEntries(options.DataFolder))
        {
            if (!mayStand.Contains(Path.GetFileName(entry), StringComparer.Ordinal))
                throw new StorageException($"The store is not empty: {entry} is there. Restore into an empty folder.");
        }

        foreach (var file in new[] { options.JournalFile, options.StateFile }.Where(File.Exists))
        {
            using var connection = SqliteFile.Open(file);
            if (FirstTableWithRows(connection) is { } table)
                throw new StorageException($"The store is not empty: {file} has rows in {table}.");
        }
    }

    private static string? FirstTableWithRows(SqliteConnection connection)
    {
        var tables = new List<string>();
        using var command = connection.CreateCommand();
        command.CommandText = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'";
        using (var reader = command.ExecuteReader())
            while (reader.Read()) tables.Add(reader.GetString(0));
        return tables.Find(table =>
        {
            if (StoreBackup.IsFilledByMigrations(table)) return false;
            var quoted = "\"" + table.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
            using var any = connection.CreateCommand();
#pragma warning disable CA2100 // A table's name from the file itself, quoted.
            any.CommandText = $"select exists (select 1 from {quoted})";
#pragma warning restore CA2100
            return (long)any.ExecuteScalar()! != 0;
        });
    }
}
