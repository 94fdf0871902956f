using IpMarket.Adapters.Search;
using IpMarket.Adapters.Search.Meilisearch;
using IpMarket.Adapters.Storage;
using IpMarket.Server.Demo;
using IpMarket.Server.Hosting.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IpMarket.Server.Hosting;

/// <summary>
/// Runs a composed host: takes the data folder, brings the schema up, listens until it is told to stop.
/// </summary>
public static class MarketRun
{
    /// <summary>Starts and waits for the end.</summary>
    public static async Task RunMarket(this WebApplication app, CancellationToken cancel)
    {
        using var held = await app.StartMarket(cancel);
        await app.WaitForShutdownAsync(cancel);
    }

    /// <summary>Starts; the answer is the hold on the data folder, kept for as long as the host runs.</summary>
    /// <exception cref="StorageException">Another process holds the folder, or the store is not as it must
    /// be.</exception>
    public static async Task<IDisposable?> StartMarket(this WebApplication app, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(app);
        var settings = app.Services.GetRequiredService<MarketSettings>();
        var server = app.Services.GetRequiredService<IServer>();
        var listens = server is not NoServer;
        if (settings.Demo) ListenAddresses.RefuseOpenDemo(app);
        var held = await Prepare(settings.Storage, cancel);
        try
        {
            if (settings.Demo) await DemoService.RefuseOtherData(app.Services, cancel);
            if (listens)
            {
                ListenAddresses.RefuseTaken(app);
                await RefuseSilentSearch(app, settings.Search, cancel);
                await StartLines.Database(app.Services, settings.Storage, cancel);
            }

            await app.StartAsync(cancel);
            if (!listens) return held;
            await StartLines.Index(app.Services, cancel);
            if (settings is { Demo: false, PublicUrl: null })
            {
                await Console.Error.WriteLineAsync(
                    "PublicUrl is not set: the codes on papers will name an address nobody else can open.");
            }

            var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            await StartLines.Say("IpMarket", string.Join(" ", addresses));
            return held;
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    /// <exception cref="StorageException">The search engine is a server, and it does not answer.</exception>
    private static async Task RefuseSilentSearch(WebApplication app, SearchOptions search, CancellationToken cancel)
    {
        if (search.Kind != SearchKind.Meilisearch) return;
        if (await app.Services.GetRequiredService<MeilisearchCatalogue>().IsHealthy(cancel)) return;
        throw new StorageException(
            $"Meilisearch at {search.Url} does not answer; start it, or correct Search:Url.");
    }

    /// <summary>Takes the data folder (SQLite) and brings the schema up, where this process may.</summary>
    public static async Task<IDisposable?> Prepare(StorageOptions storage, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(storage);
        var held = storage.Kind == StorageKind.Sqlite ? DataFolderLock.Take(storage.DataFolder) : null;
        try
        {
            if (storage.Kind == StorageKind.Sqlite || storage.AdminConnection is { Length: > 0 })
                await Schema.Migrate(storage, cancel);
            // Asked as the application's role, so that one that cannot sign in is named before anything is started.
            if (storage.Kind == StorageKind.Postgres && await Schema.Missing(storage, cancel) is { Count: > 0 } missing)
                throw new StorageException($"The database lacks {string.Join(", ", missing)}; run the verb migrate.");

            return held;
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }
}
