using IpMarket.Adapters.Search.Lucene;
using IpMarket.Adapters.Views;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpMarket.Adapters.Search;

public static class SearchRegistration
{
    /// <summary>The embedded engine in a folder of this process, and what fills it. Needs <c>IJournal</c>.</summary>
    public static IServiceCollection AddEmbeddedSearch(this IServiceCollection services, string folder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ViewPositions>();
        services.TryAddSingleton<IViewPositions>(provider => provider.GetRequiredService<ViewPositions>());
        return services
            .AddSingleton(_ => new LuceneCatalogue(folder))
            .AddSingleton<ICatalogueSearch>(provider => provider.GetRequiredService<LuceneCatalogue>())
            .AddSingleton<ICatalogueIndex>(provider => provider.GetRequiredService<LuceneCatalogue>())
            .AddSingleton<CatalogueFollower>()
            .AddSingleton<IPositioned>(provider => provider.GetRequiredService<CatalogueFollower>())
            .AddHostedService(provider => provider.GetRequiredService<CatalogueFollower>());
    }
}
