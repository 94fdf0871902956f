using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Server.Demo.Catalogue;
using IpMarket.Server.Demo.Lots;
using IpMarket.Server.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpMarket.Server.Demo;

/// <summary>The demo, only where <c>Demo=true</c>; elsewhere nothing of it exists.</summary>
public static class DemoHosting
{
    public static void AddDemo(this IServiceCollection services, MarketSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!settings.Demo) return;
        services.TryAddSingleton<PartyRecords>();
        services
            .AddSingleton<PageWatch>()
            .AddSingleton<DemoHealth>()
            .AddSingleton<DemoAccounts>()
            .AddSingleton<DemoSteps>()
            .AddSingleton<DemoParties>()
            .AddSingleton<DemoCatalogue>()
            .AddSingleton<DemoPapers>()
            .AddSingleton<DemoOffice>()
            .AddSingleton<DemoRobots>()
            .AddSingleton<DemoMarket>()
            .AddHostedService<DemoService>()
            .AddHealthChecks().AddCheck<DemoHealth>("demo", tags: ["ready"]);
    }

    /// <summary>Notes that somebody looks: any request but the health checks.</summary>
    public static void UseDemo(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetService<PageWatch>() is not { } pages) return;
        app.Use((http, next) =>
        {
            if (!http.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)) pages.Asked();
            return next(http);
        });
    }
}
