using IpMarket.Adapters.Tests.Storage;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Proofs;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Adapters.Tests.State;

public abstract class MarketKeysContract : StateContract
{
    [Fact]
    public async Task All_processes_of_a_store_sign_with_one_key_until_it_is_rotated_and_old_signatures_still_hold()
    {
        var processes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Process()));
        var rings = processes.Select(process => process.GetRequiredService<IMarketKeys>()).ToList();
        var clock = processes[0].GetRequiredService<IMarketClock>();
        var first = await Task.WhenAll(rings.Select(ring => Task.Run(() => ring.All(Cancel), Cancel)));
        var old = Assert.Single(first.Select(keys => Assert.Single(keys)).Distinct());
        Assert.Null(old.Until);
        var signed = await rings[1].Sign("what was said", clock.Now, Cancel);
        Assert.Equal((old.Id, true), (signed.Key, old.Verifies("what was said", signed.Signature)));

        var next = await rings[2].Rotate(Cancel);
        var keys = await rings[0].All(Cancel);
        Assert.Equal([old with { Until = next.From }, next], keys);
        Assert.Equal(next.Id, (await rings[1].Sign("more", clock.Now, Cancel)).Key);
        Assert.True(keys[0].Verifies("what was said", signed.Signature));
        Assert.False(keys[1].Verifies("what was said", signed.Signature));
        Assert.False(keys[0].Verifies("what was not", signed.Signature));
    }
}

public sealed class SqliteMarketKeysTests : MarketKeysContract
{
    protected override Task<JournalStore> Create() => Sqlite();
}

public sealed class PostgresMarketKeysTests : MarketKeysContract
{
    protected override Task<JournalStore> Create() => Postgres();
}
