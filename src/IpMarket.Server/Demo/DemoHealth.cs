using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IpMarket.Server.Demo;

/// <summary>Ready once the demo is loaded, so that nobody meets half of it.</summary>
public sealed class DemoHealth : IHealthCheck
{
    private volatile bool loaded;

    public void Loaded() => loaded = true;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            loaded ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The demo is being loaded."));
}
