using System.Text.Json;
using IpMarket.Adapters.Search;
using IpMarket.Adapters.Storage;
using IpMarket.Adapters.Views;
using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Grains.Catalogue;
using IpMarket.Server.Endpoints.Catalogue.Listings;
using IpMarket.Server.Endpoints.Catalogue.Patents;
using IpMarket.Server.Endpoints.Catalogue.Patents.Life;

namespace IpMarket.Server.Hosting.Areas;

/// <summary>
/// The catalogue: its grains and processes, its views, the search in this process's own folder or on a server.
/// </summary>
public static class CatalogueHosting
{
    public static void AddCatalogue(this IServiceCollection services, MarketSettings settings)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(settings);
        services
            .AddSingleton(RulesOf(settings.Patents))
            .AddCatalogueGrains()
            .AddViewGroup<CatalogueViews, CatalogueViewContext>()
            .AddSingleton<WatchLists>()
            .AddSingleton<IWatchers>(static provider => provider.GetRequiredService<WatchLists>())
            .AddSingleton<PatentPresenter>()
            .AddSingleton<LifePresenter>()
            .AddSingleton<ListingLists>()
            .AddScoped<ListingPresenter>();
        if (settings.Search.Kind == SearchKind.Meilisearch) services.AddMeilisearch(settings.Search);
        else services.AddEmbeddedSearch(Path.Combine(settings.Storage.DataFolder, "search"));
    }

    /// <exception cref="StorageException">The file cannot be read; the message says why.</exception>
    private static PatentRules RulesOf(PatentSettings settings)
    {
        if (settings.RulesFile is not { Length: > 0 } file) return PatentRules.House;
        try
        {
            using var json = File.OpenRead(file);
            return PatentRules.Read(json);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StorageException($"Patents:RulesFile: {fault.Message}", fault);
        }
    }
}
