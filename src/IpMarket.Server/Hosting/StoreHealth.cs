using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IpMarket.Server.Hosting;

/// <summary>Ready when the journal answers and the clock is trusted.</summary>
public sealed class StoreHealth(IJournal journal, IMarketClock clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await journal.LastPos(cancellationToken);
        return clock.IsTrusted
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The clock differs too much from the database's.");
    }
}

public static class HealthRoutes
{
    /// <summary>Live: the process answers. Ready: it can do its work.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks(
            "/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
    }
}
