using System.Net.Http.Headers;
using IpMarket.Adapters.Search.Lucene;
using IpMarket.Adapters.Search.Meilisearch;
using IpMarket.Adapters.Search.Meilisearch.Client;
using IpMarket.Adapters.Views;
using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpMarket.Adapters.Search;

public static class SearchRegistration
{
    /// <summary>The embedded engine in a folder of this process, and what fills it. Needs <c>IJournal</c>.</summary>
    public static IServiceCollection AddEmbeddedSearch(this IServiceCollection services, string folder) =>
        services.AddEngine(_ => new LuceneCatalogue(folder));

    /// <summary>A Meilisearch server, and what fills it. Needs <c>IJournal</c>.</summary>
    public static IServiceCollection AddMeilisearch(this IServiceCollection services, SearchOptions options) =>
        services.AddEngine(provider => Meilisearch(options, provider.GetRequiredService<TimeProvider>()));

    /// <summary>The engine alone, as tests and benchmarks use it.</summary>
    public static MeilisearchCatalogue Meilisearch(SearchOptions options, TimeProvider time)
    {
        var http = new HttpClient
        {
            BaseAddress = new Uri(options.Url.TrimEnd('/') + "/"),
            Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
        };
        if (options.Key.Length > 0)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Key);
        return new MeilisearchCatalogue(new MeilisearchClient(http, time), options.Index, time);
    }

    private static IServiceCollection AddEngine<TEngine>(
        this IServiceCollection services, Func<IServiceProvider, TEngine> make)
        where TEngine : class, ICatalogueSearch, ICatalogueIndex
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ViewPositions>();
        services.TryAddSingleton<IViewPositions>(provider => provider.GetRequiredService<ViewPositions>());
        return services
            .AddSingleton<SynonymsInForce>()
            .AddSingleton(make)
            .AddSingleton<ICatalogueSearch>(provider => provider.GetRequiredService<TEngine>())
            .AddSingleton<ICatalogueIndex>(provider => provider.GetRequiredService<TEngine>())
            .AddSingleton<ICatalogueDocuments, CatalogueDocuments>()
            .AddSingleton<INewMatches, NewMatches>()
            .AddSingleton<CatalogueFollower>()
            .AddSingleton<IPositioned>(provider => provider.GetRequiredService<CatalogueFollower>())
            .AddHostedService(provider => provider.GetRequiredService<CatalogueFollower>());
    }
}
