using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Tests.Catalogue;
using IpMarket.Grains.Trading;
using IpMarket.Grains.Trading.Auctions;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarket.Grains.Tests.Trading;

/// <summary>The catalogue's grains with those of trading.</summary>
public abstract class ListedTradingCluster : CatalogueCluster
{
    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services
            .AddTradingGrains()
            .AddSingleton<IHeartbeats>(new PlannedHeartbeats())
            .AddSingleton<IVault>(new MemoryVault())
            .AddSingleton<IAuctionSurroundings>(new PlannedSurroundings())
            .AddSingleton<IRuleProfiles>(new HouseProfiles(withDemo: true))
            .AddSingleton(new CustodyAccount("监管专户 1"));
    }
}
