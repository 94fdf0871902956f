using IpMarket.Adapters.Storage.State;
using IpMarket.Adapters.Tests.Storage;
using IpMarket.Domain.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Adapters.Tests.State;

public abstract class ProcessStoreContract : StateContract
{
    [Fact]
    public async Task A_checkpoint_moves_only_from_where_it_stands()
    {
        var store = (await Process()).GetRequiredService<IProcessStore>();
        Assert.Equal(0, await store.Checkpoint("process-a", Cancel));
        Assert.False(await store.MoveCheckpoint("process-a", 3, 5, Cancel));
        Assert.Equal(0, await store.Checkpoint("process-a", Cancel));
        Assert.True(await store.MoveCheckpoint("process-a", 0, 5, Cancel));
        Assert.False(await store.MoveCheckpoint("process-a", 0, 6, Cancel));
        Assert.True(await store.MoveCheckpoint("process-a", 5, 9, Cancel));
        Assert.Equal(9, await store.Checkpoint("process-a", Cancel));
        Assert.Equal(0, await store.Checkpoint("process-b", Cancel));
    }

    [Fact]
    public async Task Of_eight_runners_that_move_a_checkpoint_at_once_one_does()
    {
        var store = (await Process()).GetRequiredService<IProcessStore>();
        for (var from = 0L; from < 20; from++)
        {
            var at = from;
            var moved = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
                Task.Run(() => store.MoveCheckpoint("process-a", at, at + 1, Cancel))));
            Assert.Single(moved, won => won);
        }
    }

    [Fact]
    public async Task What_was_sent_is_known_to_every_process_and_may_be_noted_twice()
    {
        var first = (await Process()).GetRequiredService<IProcessStore>();
        var second = (await Process()).GetRequiredService<IProcessStore>();
        Assert.False(await first.WasSent("process-a", "auction:1", 7, Cancel));
        await first.MarkSent("process-a", "auction:1", 7, Cancel);
        await second.MarkSent("process-a", "auction:1", 7, Cancel);
        Assert.True(await second.WasSent("process-a", "auction:1", 7, Cancel));
        Assert.False(await second.WasSent("process-a", "auction:1", 8, Cancel));
        Assert.False(await second.WasSent("process-b", "auction:1", 7, Cancel));
        Assert.False(await second.WasSent("process-a", "auction:2", 7, Cancel));
    }

    [Fact]
    public async Task A_document_is_found_by_its_hash_and_kept_once()
    {
        var process = await Process();
        var documents = process.GetRequiredService<IDocumentStore>();
        byte[] bytes = [.. "%PDF-钒钛"u8];
        var sha256 = await documents.Put(bytes, "application/pdf", Cancel);
        Assert.Equal(sha256, await documents.Put(bytes, "application/pdf", Cancel));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), sha256);
        var found = await documents.Get(sha256, Cancel);
        Assert.Equal("application/pdf", found!.MediaType);
        Assert.Equal(bytes, found.Bytes);
        Assert.Null(await documents.Get(new string('0', 64), Cancel));
        var rows = await process.GetRequiredService<StateDatabase>().Scalar<long>(
            "select count(*) from documents", Cancel);
        Assert.Equal(1, rows);
    }

    [Fact]
    public async Task A_document_holds_20_MiB_and_not_a_byte_more()
    {
        var documents = (await Process()).GetRequiredService<IDocumentStore>();
        var largest = new byte[Limits.DocumentBytesMax];
        var sha256 = await documents.Put(largest, "image/png", Cancel);
        Assert.Equal(largest.Length, (await documents.Get(sha256, Cancel))!.Bytes.Length);
        await Assert.ThrowsAsync<ArgumentException>(
            () => documents.Put(new byte[Limits.DocumentBytesMax + 1], "image/png", Cancel));
    }

    [Fact]
    public async Task A_document_changed_in_the_store_is_not_handed_out()
    {
        var process = await Process();
        var documents = process.GetRequiredService<IDocumentStore>();
        var sha256 = await documents.Put("真"u8.ToArray(), "text/plain", Cancel);
        await process.GetRequiredService<StateDatabase>().Run(
            "update documents set bytes = @forged", Cancel, ("forged", "假"u8.ToArray()));
        await Assert.ThrowsAsync<DamagedBytesException>(() => documents.Get(sha256, Cancel));
    }
}

public sealed class SqliteProcessStoreTests : ProcessStoreContract
{
    protected override Task<JournalStore> Create() => Sqlite();
}

public sealed class PostgresProcessStoreTests : ProcessStoreContract
{
    protected override Task<JournalStore> Create() => Postgres();
}
