using IpMarket.Adapters.Search;
using IpMarket.Adapters.Views;
using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Grains.Catalogue;
using IpMarket.Server.Endpoints.Catalogue.Listings;
using IpMarket.Server.Endpoints.Catalogue.Patents;

namespace IpMarket.Server.Hosting.Areas;

/// <summary>
/// The catalogue: its grains and processes, its views, the embedded search in this process's own folder.
/// </summary>
public static class CatalogueHosting
{
    public static void AddCatalogue(this IServiceCollection services, MarketSettings settings)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(settings);
        services
            .AddCatalogueGrains()
            .AddViewGroup<CatalogueViews, CatalogueViewContext>()
            .AddEmbeddedSearch(Path.Combine(settings.Storage.DataFolder, "search"))
            .AddSingleton<PatentPresenter>()
            .AddSingleton<ListingLists>()
            .AddScoped<ListingPresenter>();
    }
}
