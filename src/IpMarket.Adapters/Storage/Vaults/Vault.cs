using System.Security.Cryptography;
using System.Text;
using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace IpMarket.Adapters.Storage.Vaults;

/// <summary>
/// The vault: rows sealed with AES-256-GCM under a key of their person; the name of the row and of the person are bound
/// in, so that no sealed row can pass for another. The persons' keys are wrapped by Data Protection, whose keys stand
/// in <c>state</c> and are saved with it. No key is cached: an erasure counts on every silo at once.
/// </summary>
public sealed class Vault(StateDatabase state, IDataProtectionProvider protection, IMarketClock clock) : IVault
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly IDataProtector wrapper = protection.CreateProtector("ipmarket.vault.person-key/1");

    public async Task Put(string person, string row, ReadOnlyMemory<byte> plain, CancellationToken cancel)
    {
        // No transaction spans the wrapping: Data Protection may have to store a key of its own, in the same file.
        var wrapped = await KeyOf(person, cancel);
        var sealedRow = Seal(wrapped, person, row, plain.Span);
        var hold = state.Kind == StorageKind.Postgres ? "for update" : "";
        var stored = await state.Run(
            $"""
            insert into vault_rows (name, person, sealed)
            select @row, p.person, @sealed from (
              select person from vault_persons where person = @person and wrapped_key = @wrapped {hold}) p
            where true
            on conflict (name) do update set sealed = @sealed where vault_rows.person = @person
            """,
            cancel, ("row", row), ("person", person), ("wrapped", wrapped), ("sealed", sealedRow));
        if (stored == 1) return;
        if (await ErasedAt(person, cancel) is { } erasedAt) throw new PersonErasedException(person, erasedAt);
        throw new InvalidOperationException("A row of the vault belongs to another person.");
    }

    public async Task<long> Count(string person, string prefix, CancellationToken cancel) =>
        await state.Scalar<long>(
            "select count(*) from vault_rows where person = @person and substr(name, 1, @length) = @prefix",
            cancel, ("person", person), ("prefix", prefix), ("length", prefix.Length));

    public async Task<byte[]?> Get(string row, CancellationToken cancel)
    {
        await using var connection = await state.Open(cancel);
        await using var command = connection.Command(
            """
            select p.person, p.wrapped_key, r.sealed from vault_rows r join vault_persons p on p.person = r.person
             where r.name = @row and p.wrapped_key is not null
            """,
            ("row", row));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return null;
        return Open((byte[])reader.GetValue(1), reader.GetString(0), row, (byte[])reader.GetValue(2));
    }

    public async Task<DateTimeOffset> Erase(string person, CancellationToken cancel)
    {
        await using var connection = await state.Open(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var mark = connection.Command(
            """
            insert into vault_persons (person, erased_at) values (@person, @now)
            on conflict (person) do update set wrapped_key = null, erased_at = @now
              where vault_persons.erased_at is null
            """,
            ("person", person), ("now", clock.Now.ToUnixMicroseconds())).In(transaction))
        {
            await mark.ExecuteNonQueryAsync(cancel);
        }

        await using (var delete = connection.Command(
            "delete from vault_rows where person = @person", ("person", person)).In(transaction))
        {
            await delete.ExecuteNonQueryAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        if (state.Kind == StorageKind.Sqlite)
        {
            // The write-ahead log still holds the old pages: move them over and empty it.
            await using var truncate = connection.Command("pragma wal_checkpoint(truncate)");
            if (await truncate.ExecuteScalarAsync(cancel) is not 0L)
                throw new StorageException("The log of state.db is being read; the erasure is carried out again.");
        }

        return (await ErasedAt(person, cancel))!.Value;
    }

    public async Task<DateTimeOffset?> ErasedAt(string person, CancellationToken cancel) =>
        await state.Scalar<long>(
            "select erased_at from vault_persons where person = @person", cancel, ("person", person)) is var at and > 0
            ? Instants.FromUnixMicroseconds(at)
            : null;

    /// <summary>The person's wrapped key, made at first use.</summary>
    private async Task<byte[]> KeyOf(string person, CancellationToken cancel)
    {
        const string read = "select wrapped_key from vault_persons where person = @person";
        if (await state.Scalar<byte[]>(read, cancel, ("person", person)) is { } known) return known;
        var fresh = wrapper.Protect(RandomNumberGenerator.GetBytes(KeyBytes));
        await state.Run(
            "insert into vault_persons (person, wrapped_key) values (@person, @key) on conflict do nothing",
            cancel, ("person", person), ("key", fresh));
        return await state.Scalar<byte[]>(read, cancel, ("person", person))
            ?? throw new PersonErasedException(person, (await ErasedAt(person, cancel))!.Value);
    }

    private byte[] Seal(byte[] wrapped, string person, string row, ReadOnlySpan<byte> plain)
    {
        var sealedRow = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = sealedRow.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = Cipher(wrapped);
        aes.Encrypt(
            nonce, plain, sealedRow.AsSpan(NonceBytes + TagBytes), sealedRow.AsSpan(NonceBytes, TagBytes),
            Bound(person, row));
        return sealedRow;
    }

    private byte[] Open(byte[] wrapped, string person, string row, byte[] sealedRow)
    {
        var plain = new byte[sealedRow.Length - NonceBytes - TagBytes];
        using var aes = Cipher(wrapped);
        aes.Decrypt(
            sealedRow.AsSpan(0, NonceBytes), sealedRow.AsSpan(NonceBytes + TagBytes),
            sealedRow.AsSpan(NonceBytes, TagBytes), plain, Bound(person, row));
        return plain;
    }

    private AesGcm Cipher(byte[] wrapped)
    {
        var key = wrapper.Unprotect(wrapped);
        try
        {
            return new AesGcm(key, TagBytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static byte[] Bound(string person, string row) => Encoding.UTF8.GetBytes($"{person}\n{row}");
}
