using IpMarket.Grains.Kernel;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Grains.Trading.Escrow;
using IpMarket.Grains.Trading.Processes;
using IpMarket.Grains.Trading.Proofs;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarket.Grains.Trading;

public static class TradingRegistration
{
    /// <summary>
    /// What the grains of trading need, and its processes. The host adds <c>IRuleProfiles</c>, <c>WorkingCalendar</c>,
    /// <c>IHeartbeats</c>, <c>IMarketKeys</c>, <c>IVault</c>, <c>CustodyAccount</c> and
    /// <see cref="IAuctionSurroundings"/>.
    /// </summary>
    public static IServiceCollection AddTradingGrains(this IServiceCollection services) => services
        .AddSingleton<AuctionServices>()
        .AddSingleton<AuctionTrees>()
        .AddSingleton<EscrowServices>()
        .AddSingleton(new AggregateRoute("auction", "trading.auction"))
        .AddSingleton(new AggregateRoute("escrow", "trading.escrow"))
        .AddSingleton(new WakeRoute("auction", static (grains, stream) => grains.GetGrain<IAuctionGrain>(stream)))
        .AddProcess<AuctionToEscrow>()
        .AddProcess<EscrowToAuction>()
        .AddProcess<EscrowToListing>()
        .AddProcess<ListingToEscrow>()
        .AddProcess<AuctionToListing>()
        .AddProcess<ListingToAuction>();
}
