using System.Net;
using IpMarket.Adapters.Storage;
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
        RefuseOpenDemo(app, settings);
        var held = await Prepare(settings.Storage, cancel);
        try
        {
            await app.StartAsync(cancel);
            var server = app.Services.GetRequiredService<IServer>();
            if (server.Features.Get<IServerAddressesFeature>() is not { } listening) return held;
            if (settings is { Demo: false, PublicUrl: null })
            {
                await Console.Error.WriteLineAsync(
                    "PublicUrl is not set: the codes on papers will name an address nobody else can open.");
            }

            await Console.Out.WriteLineAsync($"IpMarket: {string.Join(" ", listening.Addresses)}");
            return held;
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    /// <summary>Takes the data folder (SQLite) and brings the schema up, where this process may.</summary>
    public static async Task<IDisposable?> Prepare(StorageOptions storage, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(storage);
        var held = storage.Kind == StorageKind.Sqlite ? DataFolderLock.Take(storage.DataFolder) : null;
        try
        {
            if (storage.Kind == StorageKind.Sqlite || storage.AdminConnection is { Length: > 0 })
            {
                await Schema.Migrate(storage, cancel);
            }
            else if (await Schema.Missing(storage, cancel) is { Count: > 0 } missing)
            {
                throw new StorageException($"The database lacks {string.Join(", ", missing)}; run the verb migrate.");
            }

            return held;
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    /// <summary>Demo accounts' passwords are printed, so a demo is never offered to a network.</summary>
    private static void RefuseOpenDemo(WebApplication app, MarketSettings settings)
    {
        if (!settings.Demo) return;
        if (app.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            throw new StorageException(
                "Demo=true listens on loopback only; take Kestrel:Endpoints out and use --urls.");
        }

        var addresses = (app.Configuration["urls"] ?? string.Join(';', app.Urls))
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var address in addresses)
        {
            var host = BindingAddress.Parse(address).Host.Trim('[', ']');
            var loopback = host == "localhost" || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
            if (!loopback) throw new StorageException($"Demo=true listens on loopback only, not at {address}.");
        }
    }
}
