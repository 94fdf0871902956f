using IpMarket.Adapters.Storage;

namespace IpMarket.Server.Hosting;

/// <summary>
/// Configuration as the server reads it: command line before environment before file. <c>Storage</c> has its own
/// options.
/// </summary>
public sealed class MarketSettings
{
    /// <summary>Loads the demo market and its accounts on an empty store; only on loopback.</summary>
    public bool Demo { get; set; }

    /// <summary>Where people reach the market, without a slash at the end; stands in the codes on papers.</summary>
    public string? PublicUrl { get; set; }

    public ClusterSettings Cluster { get; set; } = new();

    public StorageOptions Storage { get; set; } = new();

    public static MarketSettings From(IConfiguration configuration, string dataFolder)
    {
        var settings = configuration.Get<MarketSettings>() ?? new MarketSettings();
        settings.Storage.DataFolder = dataFolder;
        return settings;
    }
}

/// <summary>Section <c>Cluster</c>: where this silo listens. It clusters with nobody: one silo, on loopback.</summary>
public sealed class ClusterSettings
{
    public string Id { get; set; } = "ipmarket";

    /// <summary>Silo-to-silo port; 0 takes a free one.</summary>
    public int SiloPort { get; set; }

    /// <summary>Client port; 0 takes a free one.</summary>
    public int GatewayPort { get; set; }
}
