using System.Security.Cryptography;
using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Proofs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Hosting;

namespace IpMarket.Adapters.Storage.Vaults;

/// <summary>
/// The market's signing keys in <c>state</c>, wrapped by Data Protection: every server of the market has the same ones,
/// and they are saved and restored with the store. The first is made at the first start. No key is cached: a rotation
/// counts on every server at once.
/// </summary>
public sealed class MarketKeys(StateDatabase state, IDataProtectionProvider protection, IMarketClock clock)
    : IMarketKeys, IHostedService
{
    private readonly IDataProtector wrapper = protection.CreateProtector("ipmarket.signing-key/1");

    public async Task StartAsync(CancellationToken cancellationToken) => await Rows(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IReadOnlyList<MarketKey>> All(CancellationToken cancel) =>
        [.. (await Rows(cancel)).Select(row => row.Key)];

    public async Task<MarketSignature> Sign(string statement, DateTimeOffset at, CancellationToken cancel)
    {
        var row = (await Rows(cancel)).LastOrDefault(row => row.Key.IsInUseAt(at))
            ?? throw new InvalidOperationException($"No signing key was in use at {at:O}.");
        using var key = ECDsa.Create();
        var plain = wrapper.Unprotect(row.Wrapped);
        try
        {
            key.ImportPkcs8PrivateKey(plain, out _);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }

        return new MarketSignature(row.Key.Id, MarketKey.Sign(key, statement));
    }

    public async Task<MarketKey> Rotate(CancellationToken cancel)
    {
        var before = await Rows(cancel);
        var now = clock.Now.WholeMicroseconds();
        if (!await Insert(before.Count + 1, now, cancel))
            throw new StorageException("Another process has just made a new signing key.");

        // The end comes second: between the two both keys are in use, never none.
        await state.Run(
            "update signing_keys set until_at = @now where until_at is null and number <= @last",
            cancel, ("now", now.ToUnixMicroseconds()), ("last", before.Count));
        return (await All(cancel))[^1];
    }

    /// <summary>All keys by number; makes the first where there is none.</summary>
    private async Task<List<Row>> Rows(CancellationToken cancel)
    {
        if (await Read(cancel) is { Count: > 0 } known) return known;
        await Insert(1, clock.Now.WholeMicroseconds(), cancel);
        return await Read(cancel);
    }

    private async Task<bool> Insert(int number, DateTimeOffset from, CancellationToken cancel)
    {
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var plain = fresh.ExportPkcs8PrivateKey();
        var wrapped = wrapper.Protect(plain);
        CryptographicOperations.ZeroMemory(plain);
        return await state.Run(
            """
            insert into signing_keys (number, point, wrapped_key, from_at)
            values (@number, @point, @wrapped, @from) on conflict do nothing
            """,
            cancel,
            ("number", number),
            ("point", MarketKey.Of(fresh, from, null).Point),
            ("wrapped", wrapped),
            ("from", from.ToUnixMicroseconds())) == 1;
    }

    private async Task<List<Row>> Read(CancellationToken cancel)
    {
        var rows = new List<Row>();
        await using var connection = await state.Open(cancel);
        await using var command = connection.Command(
            "select point, wrapped_key, from_at, until_at from signing_keys order by number");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var point = reader.GetString(0);
            rows.Add(new Row(
                new MarketKey(
                    MarketKey.IdOf(Convert.FromHexString(point)),
                    point,
                    Instants.FromUnixMicroseconds(reader.GetInt64(2)),
                    reader.IsDBNull(3) ? null : Instants.FromUnixMicroseconds(reader.GetInt64(3))),
                (byte[])reader.GetValue(1)));
        }

        return rows;
    }

    private sealed record Row(MarketKey Key, byte[] Wrapped);
}
