using System.Text;
using IpMarket.Adapters.Storage;
using IpMarket.Adapters.Storage.Backup;
using IpMarket.Adapters.Storage.Sqlite;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing;
using IpMarket.Testing.Journal;
using Npgsql;
using Xunit;

namespace IpMarket.Adapters.Tests.Storage;

/// <summary>Saving a store in use and restoring it; run on both databases.</summary>
public abstract class BackupContract : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ipmarket-backup-");
    private JournalStore? store;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private JournalStore Store => store!;

    private string BackupFolder => Path.Combine(folder.FullName, "saved");

    public async ValueTask InitializeAsync() => store = await Create();

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_store_saved_in_use_restores_whole_with_no_checkpoint_ahead_of_its_journal()
    {
        await MakeCheckpoint(Store.Options);
        var journal = Store.Open();
        using var stop = new CancellationTokenSource();
        var working = Enumerable.Range(0, 8)
            .Select(i => Task.Run(() => Write(journal, $"test:{i}", stop.Token), Cancel))
            .Append(Task.Run(() => Follow(journal, stop.Token), Cancel)).ToList();
        await Wait.Until(async () => await Checkpoint(Store.Options) > 500, "the follower to be under way");
        var manifest = await StoreBackup.Save(Store.Options, BackupFolder, TimeProvider.System, Cancel);
        var atSave = await journal.LastPos(Cancel);
        await Wait.Until(async () => await journal.LastPos(Cancel) > atSave + 100, "writing to go on");
        await stop.CancelAsync();
        await Task.WhenAll(working);

        await using var target = await Create();
        await StoreBackup.Restore(target.Options, BackupFolder, Cancel);
        var restored = target.Open();
        Assert.InRange(await Checkpoint(target.Options), 500, manifest.LastPos);
        Assert.InRange(manifest.LastPos, 500, atSave);
        Assert.Equal(manifest.LastPos, await restored.LastPos(Cancel));
        await SameUpTo(manifest.LastPos, journal, restored);
        await GoesOn(restored, manifest.LastPos);
    }

    [Fact]
    public async Task A_store_in_use_is_not_overwritten()
    {
        await Store.Open().Append(new Chain("test:1").Next(), Cancel);
        await StoreBackup.Save(Store.Options, BackupFolder, TimeProvider.System, Cancel);
        await using var target = await Create();
        await target.Open().Append(new Chain("test:precious").Next(), Cancel);
        await target.Close();
        var error = await Assert.ThrowsAsync<StorageException>(
            () => StoreBackup.Restore(target.Options, BackupFolder, Cancel));
        Assert.Contains("not empty", error.Message, StringComparison.Ordinal);
        Assert.Single(await target.Open().ReadStream("test:precious", 0, 10, Cancel));
    }

    [Fact]
    public async Task A_backup_with_a_flipped_byte_is_refused_and_a_whole_one_then_restores()
    {
        await Store.Open().Append(new Chain("test:1").Next(3), Cancel);
        var manifest = await StoreBackup.Save(Store.Options, BackupFolder, TimeProvider.System, Cancel);
        await using var target = await Create();
        var file = Path.Combine(BackupFolder, manifest.Files[0].Name);
        var bytes = await File.ReadAllBytesAsync(file, Cancel);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancel);
        var error = await Assert.ThrowsAsync<StorageException>(
            () => StoreBackup.Restore(target.Options, BackupFolder, Cancel));
        Assert.Contains(manifest.Files[0].Name, error.Message, StringComparison.Ordinal);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancel);
        await StoreBackup.Restore(target.Options, BackupFolder, Cancel);
        Assert.Equal(3, await target.Open().LastPos(Cancel));
    }

    [Fact]
    public async Task A_backup_whose_chain_is_broken_is_refused_by_stream_and_version_and_leaves_nothing()
    {
        await Store.Open().Append(new Chain("test:1").Next(), Cancel);
        await Store.Plant("test:1", 2, "test.fact/1", "{}");
        await StoreBackup.Save(Store.Options, BackupFolder, TimeProvider.System, Cancel);
        await using var target = await Create();
        var error = await Assert.ThrowsAsync<StorageException>(
            () => StoreBackup.Restore(target.Options, BackupFolder, Cancel));
        Assert.Contains("test:1: version 2", error.Message, StringComparison.Ordinal);
        await Schema.Migrate(target.Options, Cancel);
        Assert.Equal(0, await target.Open().LastPos(Cancel));
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_not_saved_into()
    {
        Directory.CreateDirectory(BackupFolder);
        await File.WriteAllTextAsync(Path.Combine(BackupFolder, "mine.txt"), "mine", Encoding.UTF8, Cancel);
        await Assert.ThrowsAsync<StorageException>(
            () => StoreBackup.Save(Store.Options, BackupFolder, TimeProvider.System, Cancel));
        await Assert.ThrowsAsync<StorageException>(
            () => StoreBackup.Restore(Store.Options, BackupFolder, Cancel));
    }

    protected abstract Task<JournalStore> Create();

    /// <summary>A table of one row in the state, as a process's checkpoint stands there.</summary>
    protected abstract Task MakeCheckpoint(StorageOptions options);

    protected abstract Task MoveCheckpoint(StorageOptions options, long pos);

    protected abstract Task<long> Checkpoint(StorageOptions options);

    private static async Task Write(IJournal journal, string stream, CancellationToken stop)
    {
        var chain = new Chain(stream);
        while (!stop.IsCancellationRequested)
        {
            var append = chain.Next();
            if ((await journal.Append(append, Cancel)).Result == AppendResult.Stored) chain.Moved(append);
        }
    }

    private async Task Follow(IJournal journal, CancellationToken stop)
    {
        var last = 0L;
        while (!stop.IsCancellationRequested)
        {
            var records = await journal.ReadAll(last, 1_000, Cancel);
            if (records.Count == 0) continue;
            last = records[^1].Pos;
            await MoveCheckpoint(Store.Options, last);
        }
    }

    private static async Task SameUpTo(long pos, IJournal saved, IJournal restored)
    {
        var last = 0L;
        while (last < pos)
        {
            var expected = (await saved.ReadAll(last, 1_000, Cancel)).Where(record => record.Pos <= pos).ToList();
            var actual = await restored.ReadAll(last, 1_000, Cancel);
            Assert.Equal(
                expected.Select(r => (r.Pos, r.Stream, r.Version, Convert.ToHexString(r.Hash))),
                actual.Select(r => (r.Pos, r.Stream, r.Version, Convert.ToHexString(r.Hash))));
            last = expected[^1].Pos;
        }
    }

    /// <summary>A reader that had read up to <paramref name="last"/> gets all that 16 writers append.</summary>
    private static async Task GoesOn(IJournal restored, long last)
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            var chain = await Chain.At(restored, $"test:{i}", Cancel);
            Assert.Equal(AppendResult.Stored, (await restored.Append(chain.Next(5), Cancel)).Result);
        }));
        var records = await restored.ReadAll(last, 1_000, Cancel);
        Assert.Equal(16 * 5, records.Count);
        Assert.Equal(records.Select(r => r.Pos).Distinct().Order(), records.Select(r => r.Pos));
    }
}

public sealed class SqliteBackupTests : BackupContract
{
    protected override async Task<JournalStore> Create() => await SqliteStore.Create(Cancel);

    protected override Task MakeCheckpoint(StorageOptions options) => InState(
        options, "create table test_checkpoint (pos integer); insert into test_checkpoint values (0)");

    protected override Task MoveCheckpoint(StorageOptions options, long pos) =>
        InState(options, $"update test_checkpoint set pos = {pos}");

    protected override Task<long> Checkpoint(StorageOptions options)
    {
        using var connection = SqliteFile.Open(options.StateFile);
        using var command = connection.CreateCommand();
        command.CommandText = "select pos from test_checkpoint";
        return Task.FromResult((long)command.ExecuteScalar()!);
    }

    private static Task InState(StorageOptions options, string sql)
    {
        using var connection = SqliteFile.Open(options.StateFile);
        SqliteFile.Run(connection, sql);
        return Task.CompletedTask;
    }
}

public sealed class PostgresBackupTests : BackupContract
{
    protected override async Task<JournalStore> Create() => await PostgresStore.Create(Cancel);

    protected override async Task MakeCheckpoint(StorageOptions options)
    {
        await Ask(options.AdminConnection!, "create table state.test_checkpoint (pos bigint)");
        await Schema.Migrate(options, Cancel);
        await Ask(options.Connection!, "insert into state.test_checkpoint values (0)");
    }

    protected override Task MoveCheckpoint(StorageOptions options, long pos) =>
        Ask(options.Connection!, $"update state.test_checkpoint set pos = {pos}");

    protected override async Task<long> Checkpoint(StorageOptions options) =>
        (long)(await Ask(options.Connection!, "select pos from state.test_checkpoint"))!;

    private static async Task<object?> Ask(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
