using System.Text.Json;
using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel.Journal;
using Orleans.Hosting;
using Orleans.Storage;

namespace IpMarket.Adapters.Storage.Snapshots;

/// <summary>
/// Orleans' grain storage <c>snapshots</c> over ADO.NET, with the texts of the scripts 0101. Its key holds neither the
/// grain's type nor tells numbers spelled differently apart, so each grain class names its state itself and every grain
/// key is <c>word:rest</c>.
/// </summary>
public static class SnapshotStorage
{
    public const string Name = "snapshots";

    public static ISiloBuilder AddSnapshotStorage(this ISiloBuilder silo, StorageOptions storage) =>
        silo.AddAdoNetGrainStorage(Name, options =>
        {
            var postgres = storage.Kind == StorageKind.Postgres;
            // Orleans maps the second name to Microsoft.Data.Sqlite.
            options.Invariant = postgres ? "Npgsql" : "System.Data.SQLite";
            options.ConnectionString = postgres
                ? StoreContexts.PostgresConnection(storage, "state")
                : StoreContexts.SqliteConnection(storage, "state");
            options.GrainStorageSerializer = new JournalJson();
        });

    /// <summary>States as JSON with the options of events.</summary>
    private sealed class JournalJson : IGrainStorageSerializer
    {
        public BinaryData Serialize<T>(T? input) =>
            new(JsonSerializer.SerializeToUtf8Bytes(input, EventCodec.Options));

        public T Deserialize<T>(BinaryData input) =>
            JsonSerializer.Deserialize<T>(input.ToMemory().Span, EventCodec.Options)!;
    }
}
