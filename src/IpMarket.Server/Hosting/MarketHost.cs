using IpMarket.Server.Demo;
using IpMarket.Server.Endpoints;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Hosting.Areas;
using IpMarket.Server.Hosting.Web;
using IpMarket.Server.Live;
using Microsoft.AspNetCore.Hosting.Server;

namespace IpMarket.Server.Hosting;

/// <summary>How the host is started.</summary>
/// <param name="Configuration">Arguments of the form <c>--Name=value</c>, which outrank environment and file.</param>
/// <param name="DataFolder">Full path of the data folder.</param>
/// <param name="Urls">Addresses to listen at; null: as configured, else http://localhost:5080.</param>
public sealed record MarketLaunch(string[] Configuration, string DataFolder, string? Urls = null)
{
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Tests replace services here, last of all.</summary>
    public Action<WebApplicationBuilder>? Adjust { get; init; }

    /// <summary>True for verbs: everything runs but nobody is listened to.</summary>
    public bool WithoutHttp { get; init; }
}

/// <summary>The composition of the server: every adapter, the silo, sign-in, HTTP, all routes.</summary>
public static class MarketHost
{
    public static WebApplication Build(MarketLaunch launch)
    {
        ArgumentNullException.ThrowIfNull(launch);
        var builder = Builder(launch);
        if (launch.Urls is { } urls) builder.WebHost.UseUrls(urls);
        else if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls(MarketLaunch.DefaultUrl);
        var settings = MarketSettings.From(builder.Configuration, launch.DataFolder);
        builder.Services.AddSingleton(settings);
        builder.AddStorage(settings);
        builder.AddSilo(settings);
        builder.Services.AddCatalogue(settings);
        builder.AddPapers(settings);
        builder.AddHttp();
        builder.Services.AddImports();
        builder.Services.AddSignIn();
        builder.Services.AddTrading(settings);
        builder.Services.AddLive();
        builder.Services.AddApiDescription();
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: ["ready"]);
        builder.Services.AddDemo(settings);
        if (launch.WithoutHttp) builder.Services.AddSingleton<IServer, NoServer>();
        launch.Adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseDemo();
        app.UseHttp(Folders.Web);
        app.MapMarket();
        app.MapHealth();
        app.MapApiDescription();
        app.MapWebPage(Folders.Web);
        ((IEndpointRouteBuilder)app).RequireAccessOnEveryRoute();
        return app;
    }

    /// <summary>The configuration <see cref="Build"/> would run with.</summary>
    public static MarketSettings Settings(MarketLaunch launch)
    {
        ArgumentNullException.ThrowIfNull(launch);
        return MarketSettings.From(Builder(launch).Configuration, launch.DataFolder);
    }

    private static WebApplicationBuilder Builder(MarketLaunch launch) =>
        WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = launch.Configuration,
            ContentRootPath = AppContext.BaseDirectory,
        });
}
