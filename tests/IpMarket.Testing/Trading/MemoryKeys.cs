using System.Security.Cryptography;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Proofs;

namespace IpMarket.Testing.Trading;

/// <summary>Signing keys that end with the test.</summary>
public sealed class MemoryKeys : IMarketKeys, IDisposable
{
    private readonly List<(ECDsa Private, MarketKey Public)> keys = [Fresh(Instants.FromUnixMicroseconds(0))];

    public Task<IReadOnlyList<MarketKey>> All(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<MarketKey>>([.. keys.Select(key => key.Public)]);

    public Task<MarketSignature> Sign(string statement, DateTimeOffset at, CancellationToken cancel) =>
        Task.FromResult(new MarketSignature(keys[^1].Public.Id, MarketKey.Sign(keys[^1].Private, statement)));

    public Task<MarketKey> Rotate(CancellationToken cancel)
    {
        keys.Add(Fresh(keys[^1].Public.From));
        return Task.FromResult(keys[^1].Public);
    }

    public void Dispose()
    {
        foreach (var key in keys) key.Private.Dispose();
    }

    private static (ECDsa Private, MarketKey Public) Fresh(DateTimeOffset from)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (key, MarketKey.Of(key, from, null));
    }
}
