using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Grains.Catalogue.Processes;
using IpMarket.Grains.Catalogue.Watching;
using IpMarket.Grains.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpMarket.Grains.Catalogue;

public static class CatalogueRegistration
{
    /// <summary>
    /// What the grains of the catalogue need, and its processes. The host adds <c>WorkingCalendar</c> and
    /// <c>IWatchers</c>, and <c>PatentRules</c> and
    /// <c>HouseGateRules</c> where they are not the house's.
    /// </summary>
    public static IServiceCollection AddCatalogueGrains(this IServiceCollection services)
    {
        services.TryAddSingleton(PatentRules.House);
        services.TryAddSingleton(HouseGateRules.Default);
        return services
            .AddSingleton<IListingSurroundings, ListingSurroundings>()
            .AddSingleton(new WakeRoute(
                PatentNumber.StreamWord, static (grains, stream) => grains.GetGrain<IPatentGrain>(stream)))
            .AddSingleton(new WakeRoute(
                Watchlist.StreamWord, static (grains, stream) => grains.GetGrain<IWatchlistGrain>(stream)))
            .AddProcess<ListingToPatent>()
            .AddProcess<JoinPublications>()
            .AddProcess<RecheckListings>()
            .AddProcess<WatchedPatents>();
    }
}
