using Npgsql;

namespace IpMarket.Adapters.Storage.Postgres;

/// <summary>
/// Sources that use PostgreSQL's built-in types only: the first question need not wait until the driver has read the
/// catalogue of types, for which everybody else at that source would queue.
/// </summary>
internal static class BuiltInTypes
{
    public static NpgsqlDataSource Source(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConfigureTypeLoading(loading => loading.EnableTypeLoading(false));
        return builder.Build();
    }
}
