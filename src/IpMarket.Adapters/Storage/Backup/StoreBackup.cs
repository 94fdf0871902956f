using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Adapters.Storage.Backup;

/// <summary>
/// Saves and restores what is truth, journal and state together, as of one instant: so no checkpoint and no act noted
/// as done is ahead of the journal, and no record points at a vault row or a document that is missing. Views and search
/// indexes are not saved; they are built again.
/// </summary>
public static class StoreBackup
{
    private const int VerifyBatch = 1_000;

    /// <summary>Saves into a folder that is absent or empty. The server may run meanwhile.</summary>
    /// <exception cref="StorageException">The folder holds something, or the store could not be read.</exception>
    public static async Task<BackupManifest> Save(
        StorageOptions options, string folder, TimeProvider clock, CancellationToken cancel)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new StorageException($"{folder} is not empty; give the backup a folder of its own.");
        Directory.CreateDirectory(folder);
        // It holds keys: nobody else's business.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var takenAt = clock.GetUtcNow();
        var extent = options.Kind == StorageKind.Sqlite
            ? await SqliteBackup.Save(options, folder, cancel)
            : await PostgresBackup.Save(options, folder, cancel);
        return await BackupManifest.Write(folder, options.Kind, takenAt, extent, cancel);
    }

    /// <summary>
    /// Restores into an empty store, checks every stream's chain and brings the schema to this build's. Takes the data
    /// folder's lock on SQLite; no server may run on the store.
    /// </summary>
    /// <exception cref="StorageException">
    /// The backup is damaged, the store is not empty, or a chain is broken; the store is left empty.
    /// </exception>
    public static async Task<BackupManifest> Restore(StorageOptions options, string folder, CancellationToken cancel)
    {
        var manifest = await BackupManifest.Read(folder, options.Kind, cancel);
        if (options.Kind == StorageKind.Sqlite) await SqliteBackup.Restore(options, folder, manifest, cancel);
        else await PostgresBackup.Restore(options, folder, manifest, cancel);
        return manifest;
    }

    /// <summary>Walks the whole journal by pos; each stream's chain must be in order, the extent as saved.</summary>
    /// <exception cref="StorageException">Names the first break.</exception>
    internal static async Task Verify(IJournal journal, BackupManifest manifest, CancellationToken cancel)
    {
        var streams = new Dictionary<string, ChainCheck>(StringComparer.Ordinal);
        var extent = default(JournalExtent);
        while (true)
        {
            var records = await journal.ReadAll(extent.LastPos, VerifyBatch, cancel);
            if (records.Count == 0) break;
            foreach (var record in records)
            {
                if (!streams.TryGetValue(record.Stream, out var check))
                    streams[record.Stream] = check = new ChainCheck(record.Stream);
                if (check.Next(record) is { } broken)
                    throw new StorageException($"Not restored: {broken} (pos {record.Pos}).");
            }

            extent = new JournalExtent(records[^1].Pos, extent.Records + records.Count);
        }

        if (extent != new JournalExtent(manifest.LastPos, manifest.Records))
        {
            throw new StorageException(
                $"Not restored: the journal ends at pos {extent.LastPos} with {extent.Records} records; the manifest "
                + $"says {manifest.LastPos} with {manifest.Records}.");
        }
    }

    /// <summary>Tables that migrations fill; rows in any other mean that the store is in use.</summary>
    internal static bool IsFilledByMigrations(string table) =>
        table.Equals("schema_versions", StringComparison.OrdinalIgnoreCase)
        || table.Equals("OrleansQuery", StringComparison.OrdinalIgnoreCase);
}
