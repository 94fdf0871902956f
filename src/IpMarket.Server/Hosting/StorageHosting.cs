using IpMarket.Adapters.Storage;
using IpMarket.Adapters.Storage.Postgres;
using IpMarket.Adapters.Storage.Sqlite;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Server.Hosting;

/// <summary>Picks the adapters of the store by <c>Storage:Kind</c>.</summary>
public static class StorageHosting
{
    public static void AddStorage(this IServiceCollection services, StorageOptions storage)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(storage);
        services.AddSingleton(storage);
        if (storage.Kind == StorageKind.Postgres)
        {
            services.AddSingleton<IJournal>(provider => new PostgresJournal(
                storage.RequireConnection(), provider.GetRequiredService<ILogger<PostgresJournal>>()));
        }
        else
        {
            services.AddSingleton<IJournal>(provider => new SqliteJournal(
                storage.JournalFile, provider.GetRequiredService<ILogger<SqliteJournal>>()));
        }
    }
}
