using IpMarket.Adapters.Storage;
using IpMarket.Adapters.Storage.Postgres;
using IpMarket.Adapters.Storage.Snapshots;
using IpMarket.Adapters.Storage.Sqlite;
using IpMarket.Adapters.Storage.State;
using IpMarket.Adapters.Views;
using IpMarket.Adapters.Views.Parties;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Server.Hosting;

/// <summary>Picks the adapters of the store by <c>Storage:Kind</c>: journal, state, snapshots, the views.</summary>
public static class StorageHosting
{
    public static void AddStorage(this WebApplicationBuilder builder, MarketSettings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        var storage = settings.Storage;
        builder.Services.AddSingleton(storage);
        if (storage.Kind == StorageKind.Postgres)
        {
            builder.Services.AddSingleton<IJournal>(provider => new JournalTail(new PostgresJournal(
                storage.RequireConnection(), provider.GetRequiredService<ILogger<PostgresJournal>>())));
        }
        else
        {
            builder.Services.AddSingleton<IJournal>(provider => new JournalTail(new SqliteJournal(
                storage.JournalFile, provider.GetRequiredService<ILogger<SqliteJournal>>())));
        }

        builder.Services.AddState(storage, settings.Clock).AddKernelViews().AddPartiesViews();
        builder.Host.UseOrleans(silo => silo.AddSnapshotStorage(storage));
    }
}
