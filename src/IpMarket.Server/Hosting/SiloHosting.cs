using System.Net;
using System.Net.Sockets;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Parties;
using Orleans.Configuration;

namespace IpMarket.Server.Hosting;

/// <summary>The one silo of this process, on loopback.</summary>
public static class SiloHosting
{
    public static void AddSilo(this WebApplicationBuilder builder, MarketSettings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        var cluster = settings.Cluster;
        var (siloPort, gatewayPort) = Ports(cluster);
        builder.Host.UseOrleans(silo => silo
            .UseLocalhostClustering(siloPort, gatewayPort, serviceId: cluster.Id, clusterId: cluster.Id)
            .Configure<SiloMessagingOptions>(options =>
                options.ResponseTimeout = TimeSpan.FromMilliseconds(Limits.GrainTimeoutMs)));
        builder.Services
            .AddSingleton<IAggregateLog, AggregateLog>()
            .AddSingleton<AggregateServices>()
            .AddPartiesGrains()
            .AddHostedService<Poker>();
    }

    private static (int Silo, int Gateway) Ports(ClusterSettings cluster)
    {
        using var first = Free(cluster.SiloPort);
        using var second = Free(cluster.GatewayPort);
        return (PortOf(first, cluster.SiloPort), PortOf(second, cluster.GatewayPort));
    }

    /// <summary>Two at once, so that the system cannot name the same port twice.</summary>
    private static TcpListener? Free(int wanted)
    {
        if (wanted != 0) return null;
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int PortOf(TcpListener? listener, int wanted) =>
        listener is null ? wanted : ((IPEndPoint)listener.LocalEndpoint).Port;
}
