using IpMarket.Adapters.Import;
using IpMarket.Adapters.Views;
using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Grains.Catalogue.Import;
using IpMarket.Server.Endpoints.Catalogue.Imports;

namespace IpMarket.Server.Hosting;

/// <summary>Import of files: the reader, the grain's process, the list.</summary>
public static class ImportHosting
{
    public static void AddImports(this IServiceCollection services) => services
        .AddSingleton<IPatentFileReader, PatentFileReader>()
        .AddSingleton<ImportDesk>()
        .AddSingleton<ImportLists>()
        .AddSingleton(provider => new DemoNumbers(provider.GetRequiredService<MarketSettings>().Demo))
        .AddImportGrains()
        .AddViewGroup<ImportViews, ImportViewContext>();
}
