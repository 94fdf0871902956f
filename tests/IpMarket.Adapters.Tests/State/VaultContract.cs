using System.Security.Cryptography;
using System.Text;
using IpMarket.Adapters.Storage.State;
using IpMarket.Adapters.Tests.Storage;
using IpMarket.Domain.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Adapters.Tests.State;

public abstract class VaultContract : StateContract
{
    [Fact]
    public async Task A_row_is_read_back_by_every_process_and_replaced_by_the_next()
    {
        var here = (await Process()).GetRequiredService<IVault>();
        await here.Put("party:1", "party:1/name", "张三丰"u8.ToArray(), Cancel);
        await here.Put("party:1", "party:1/empty", ReadOnlyMemory<byte>.Empty, Cancel);
        await here.Put("party:1", "party:1/name", "李四"u8.ToArray(), Cancel);
        var there = (await Process()).GetRequiredService<IVault>();
        Assert.Equal("李四", Encoding.UTF8.GetString((await there.Get("party:1/name", Cancel))!));
        Assert.Empty((await there.Get("party:1/empty", Cancel))!);
        Assert.Null(await there.Get("party:1/unknown", Cancel));
    }

    [Fact]
    public async Task Nothing_personal_stands_readable_in_the_store()
    {
        var process = await Process();
        var vault = process.GetRequiredService<IVault>();
        await vault.Put("party:1", "party:1/name", "张三丰 510411199001010014"u8.ToArray(), Cancel);
        var stored = await process.GetRequiredService<StateDatabase>().Scalar<byte[]>(
            "select sealed from vault_rows", Cancel);
        var text = Encoding.UTF8.GetString(stored!);
        Assert.DoesNotContain("张", text, StringComparison.Ordinal);
        Assert.DoesNotContain("510411", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sealed_row_cannot_pass_for_another()
    {
        var process = await Process();
        var vault = process.GetRequiredService<IVault>();
        await vault.Put("party:1", "party:1/name", "甲"u8.ToArray(), Cancel);
        await vault.Put("party:1", "party:1/account", "乙"u8.ToArray(), Cancel);
        await process.GetRequiredService<StateDatabase>().Run(
            """
            update vault_rows set sealed = (select sealed from vault_rows where name = 'party:1/account')
             where name = 'party:1/name'
            """,
            Cancel);
        await Assert.ThrowsAsync<AuthenticationTagMismatchException>(() => vault.Get("party:1/name", Cancel));
    }

    [Fact]
    public async Task A_row_stays_its_persons()
    {
        var vault = (await Process()).GetRequiredService<IVault>();
        await vault.Put("party:1", "shared", "甲"u8.ToArray(), Cancel);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => vault.Put("party:2", "shared", "乙"u8.ToArray(), Cancel));
        Assert.Equal("甲"u8.ToArray(), await vault.Get("shared", Cancel));
    }

    [Fact]
    public async Task Erasing_ends_one_persons_rows_and_key_and_leaves_the_date()
    {
        var process = await Process();
        var vault = process.GetRequiredService<IVault>();
        var other = (await Process()).GetRequiredService<IVault>();
        await vault.Put("party:1", "party:1/name", "甲"u8.ToArray(), Cancel);
        await vault.Put("party:2", "party:2/name", "乙"u8.ToArray(), Cancel);
        Assert.Null(await vault.ErasedAt("party:1", Cancel));
        Assert.NotNull(await other.Get("party:1/name", Cancel));

        var erased = await vault.Erase("party:1", Cancel);
        Assert.Equal(erased, await vault.Erase("party:1", Cancel));
        Assert.Equal(erased, await other.ErasedAt("party:1", Cancel));
        Assert.Null(await other.Get("party:1/name", Cancel));
        Assert.Equal("乙"u8.ToArray(), await other.Get("party:2/name", Cancel));
        var left = await process.GetRequiredService<StateDatabase>().Scalar<long>(
            """
            select (select count(*) from vault_rows where person = 'party:1')
                 + (select count(*) from vault_persons where person = 'party:1' and wrapped_key is not null)
            """,
            Cancel);
        Assert.Equal(0, left);
        var refused = await Assert.ThrowsAsync<PersonErasedException>(
            () => other.Put("party:1", "party:1/name", "甲"u8.ToArray(), Cancel));
        Assert.Equal(erased, refused.ErasedAt);
    }

    [Fact]
    public async Task A_person_the_vault_never_knew_can_be_erased_beforehand()
    {
        var vault = (await Process()).GetRequiredService<IVault>();
        var erased = await vault.Erase("party:9", Cancel);
        Assert.Equal(erased, await vault.ErasedAt("party:9", Cancel));
        await Assert.ThrowsAsync<PersonErasedException>(
            () => vault.Put("party:9", "party:9/name", "甲"u8.ToArray(), Cancel));
    }

    [Fact]
    public async Task What_is_put_while_a_person_is_erased_is_gone_or_refused()
    {
        var process = await Process();
        var vault = process.GetRequiredService<IVault>();
        for (var round = 0; round < 10; round++)
        {
            var person = $"party:{round}";
            await vault.Put(person, person + "/first", "甲"u8.ToArray(), Cancel);
            var puts = Enumerable.Range(0, 6).Select(i => Task.Run(async () => await Record.ExceptionAsync(
                () => vault.Put(person, $"{person}/{i}", "甲"u8.ToArray(), Cancel)))).ToList();
            var erasing = Task.Run(() => vault.Erase(person, Cancel), Cancel);
            foreach (var error in await Task.WhenAll(puts)) Assert.True(error is null or PersonErasedException);
            await erasing;
        }

        Assert.Equal(
            0, await process.GetRequiredService<StateDatabase>().Scalar<long>("select count(*) from vault_rows", Cancel));
    }
}

public sealed class SqliteVaultTests : VaultContract
{
    [Fact]
    public async Task An_erased_key_is_in_none_of_the_files_bytes()
    {
        var process = await Process();
        var vault = process.GetRequiredService<IVault>();
        await vault.Put("party:1", "party:1/name", "甲"u8.ToArray(), Cancel);
        var key = await process.GetRequiredService<StateDatabase>().Scalar<byte[]>(
            "select wrapped_key from vault_persons", Cancel);
        Assert.True(Stands(key!));
        await vault.Erase("party:1", Cancel);
        Assert.False(Stands(key!));
    }

    protected override Task<JournalStore> Create() => Sqlite();

    private bool Stands(byte[] key) => Directory.GetFiles(Store.Options.DataFolder, "state.db*").Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(key) >= 0;
    });
}

public sealed class PostgresVaultTests : VaultContract
{
    protected override Task<JournalStore> Create() => Postgres();
}
