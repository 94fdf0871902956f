using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Grains.Catalogue.Processes;
using IpMarket.Grains.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarket.Grains.Catalogue;

public static class CatalogueRegistration
{
    /// <summary>What the grains of the catalogue need, and its processes.</summary>
    public static IServiceCollection AddCatalogueGrains(this IServiceCollection services) => services
        .AddSingleton<IListingSurroundings, ListingSurroundings>()
        .AddSingleton(new WakeRoute(
            PatentNumber.StreamWord, static (grains, stream) => grains.GetGrain<IPatentGrain>(stream)))
        .AddProcess<ListingToPatent>()
        .AddProcess<JoinPublications>();
}
