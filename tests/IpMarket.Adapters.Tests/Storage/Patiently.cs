using Npgsql;

namespace IpMarket.Adapters.Tests.Storage;

/// <summary>
/// Asks again while the store cannot be reached in time: on a busy machine opening a connection may take longer than the
/// two seconds the house waits, and that is not what the faults here are about.
/// </summary>
internal static class Patiently
{
    private const int TriesMax = 20;

    public static async Task<T> Read<T>(Func<Task<T>> ask)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await ask();
            }
            catch (Exception error) when (tries < TriesMax
                && error is TimeoutException or NpgsqlException { InnerException: TimeoutException or IOException })
            {
            }
        }
    }
}
