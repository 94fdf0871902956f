using System.Text.Json;
using IpMarket.Adapters.Search;
using IpMarket.Adapters.Storage;
using IpMarket.Adapters.Views;
using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Grains.Catalogue;
using IpMarket.Server.Endpoints.Catalogue.Listings;
using IpMarket.Server.Endpoints.Catalogue.Listings.Documents;
using IpMarket.Server.Endpoints.Catalogue.Listings.Period;
using IpMarket.Server.Endpoints.Catalogue.Listings.TitlePack;
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
            .AddSingleton(RulesOf(
                "Patents:RulesFile", settings.Patents.RulesFile, PatentRules.House, PatentRules.Read))
            .AddSingleton(RulesOf(
                "Patents:TitlePackFile",
                settings.Patents.TitlePackFile,
                TitlePackRules.Default,
                TitlePackRules.Read))
            .AddSingleton(RulesOf(
                "Patents:ListingPeriodRulesFile",
                settings.Patents.ListingPeriodRulesFile,
                ListingPeriodRules.Default,
                ListingPeriodRules.Read))
            .AddSingleton(RulesOf(
                "Patents:GateRulesFile", settings.Patents.GateRulesFile, HouseGateRules.Default, HouseGateRules.Read))
            .AddSingleton(RulesOf(
                "Patents:OpenLicenceRulesFile",
                settings.Patents.OpenLicenceRulesFile,
                OpenLicenceRules.House,
                OpenLicenceRules.Read))
            .AddCatalogueGrains()
            .AddViewGroup<CatalogueViews, CatalogueViewContext>()
            .AddSingleton<WatchLists>()
            .AddSingleton<IWatchers>(static provider => provider.GetRequiredService<WatchLists>())
            .AddSingleton<IAlertingSearches, SavedSearchLists>()
            .AddSingleton<PatentPresenter>()
            .AddSingleton<LifePresenter>()
            .AddSingleton<ListingLists>()
            .AddSingleton<PeriodLists>()
            .AddSingleton<PeriodPresenter>()
            .AddScoped<ListingPresenter>()
            .AddScoped<ListingActs>()
            .AddScoped<ListingRecords>()
            .AddScoped<TitlePackPresenter>();
        if (settings.Search.Kind == SearchKind.Meilisearch) services.AddMeilisearch(settings.Search);
        else services.AddEmbeddedSearch(Path.Combine(settings.Storage.DataFolder, "search"));
    }

    /// <exception cref="StorageException">The file cannot be read; the message says why.</exception>
    internal static T RulesOf<T>(string setting, string? file, T house, Func<Stream, T> read)
    {
        if (file is not { Length: > 0 }) return house;
        try
        {
            using var json = File.OpenRead(file);
            return read(json);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StorageException($"{setting}: {fault.Message}", fault);
        }
    }
}
