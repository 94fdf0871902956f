using IpMarket.Adapters.Storage.Time;
using IpMarket.Adapters.Storage.Vaults;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Identities;
using IpMarket.Domain.Trading.Proofs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpMarket.Adapters.Storage.State;

public static class StateRegistration
{
    /// <summary>
    /// Everything beside the journal: process store, documents, vault, digests, signing keys, heartbeats, clock, and
    /// <see cref="AccountsContext"/> with the Data Protection keys (add <c>AddEntityFrameworkStores</c> to Identity).
    /// The schema must be in place before the host starts.
    /// </summary>
    public static IServiceCollection AddState(
        this IServiceCollection services, StorageOptions storage, ClockOptions clock)
    {
        services.TryAddSingleton(storage);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(clock)
            .AddSingleton<StateDatabase>()
            .AddSingleton<AccountSessions>()
            .AddSingleton<IProcessStore, ProcessStore>()
            .AddSingleton<IDocumentStore, DocumentStore>()
            .AddSingleton<IVault, Vault>()
            .AddSingleton<IIdentityDigest, IdentityDigest>()
            .AddSingleton<MarketClock>()
            .AddSingleton<IMarketClock>(s => s.GetRequiredService<MarketClock>())
            .AddSingleton<Heartbeats>()
            .AddSingleton<IHeartbeats>(s => s.GetRequiredService<Heartbeats>())
            .AddHostedService<ClockService>()
            .AddSingleton<MarketKeys>()
            .AddSingleton<IMarketKeys>(s => s.GetRequiredService<MarketKeys>())
            .AddHostedService(s => s.GetRequiredService<MarketKeys>())
            .AddDbContext<AccountsContext>(builder => builder.UseStore(storage, "state"));
        services.AddDataProtection().SetApplicationName("ipmarket").PersistKeysToDbContext<AccountsContext>();
        return services;
    }
}
