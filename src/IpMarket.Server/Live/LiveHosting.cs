using IpMarket.Domain.Kernel;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace IpMarket.Server.Live;

/// <summary>SignalR as the house runs it.</summary>
public static class LiveHosting
{
    /// <summary>Browsers take the line for dead after 10 silent seconds.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(4);

    public static void AddLive(this IServiceCollection services)
    {
        services
            .AddSignalR(hubs =>
            {
                hubs.MaximumParallelInvocationsPerClient = 4;
                hubs.MaximumReceiveMessageSize = Limits.HubMessageBytesMax;
                hubs.KeepAliveInterval = KeepAlive;
                hubs.EnableDetailedErrors = false;
                hubs.AddFilter<HubGuard>();
            })
            .AddJsonProtocol(protocol => HttpJson.Apply(protocol.PayloadSerializerOptions));

        // The last protocol of a name is the one spoken.
        services
            .AddSingleton<IHubProtocol, HubProtocol>()
            .AddSingleton<HubGuard>()
            .AddSingleton<HubLines>()
            .AddHostedService(provider => provider.GetRequiredService<HubLines>())
            .AddSingleton<RoomRelay>()
            .AddHostedService(provider => provider.GetRequiredService<RoomRelay>());
    }

    public static void MapAuctionHub(this IEndpointRouteBuilder routes) =>
        routes.MapHub<AuctionHub>("/hubs/auctions", line => line.CloseOnAuthenticationExpiration = true)
            .DisableRequestTimeout();
}
