using IpMarket.Domain.Kernel;

namespace IpMarket.Server.Endpoints.Kernel.Public;

/// <summary>Market time, for clients that keep a countdown.</summary>
/// <param name="Now">Now, UTC.</param>
/// <param name="Speed">Market seconds in a second of the wall; 1 in production.</param>
public sealed record MarketTime(DateTimeOffset Now, double Speed);

public static class TimeEndpoints
{
    public static void MapTime(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/time", Get).WithTags("Kernel").WithName("getTime").ForEveryone();

    private static Answer<MarketTime> Get(IMarketClock clock) => new MarketTime(clock.Now, clock.Speed);
}
