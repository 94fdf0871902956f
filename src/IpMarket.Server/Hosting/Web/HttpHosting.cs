using System.Text.Json;
using System.Threading.RateLimiting;
using IpMarket.Domain.Kernel;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Endpoints.Kernel.Rebuilding;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;

namespace IpMarket.Server.Hosting.Web;

/// <summary>HTTP as the house speaks it: limits, time-out, JSON, problems.</summary>
public static class HttpHosting
{
    /// <summary>Requests one address may make a second, with a reserve of as many; robots and tests raise it.</summary>
    private const int RequestsPerSecond = 1_000;

    public static void AddHttp(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.RequestBodyBytesMax;
            kestrel.Limits.MaxRequestLineSize = 16_384;
        });
        builder.Services
            .ConfigureHttpJsonOptions(options => HttpJson.Apply(options.SerializerOptions))
            .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
            .Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto)
            .Configure<FormOptions>(options => options.MultipartBodyLengthLimit = Limits.ImportFileBytesMax)
            .Configure<RouteOptions>(options => options.SetParameterPolicy<StreamConstraint>("stream"))
            .AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy
            {
                Timeout = TimeSpan.FromMilliseconds(Limits.HttpTimeoutMs),
                WriteTimeoutResponse = http => Problems.Write(http, KernelRefusal.UnknownAskAgain),
            })
            .AddResponseCompression(options =>
            {
                options.EnableForHttps = false;
                options.Providers.Add<BrotliCompressionProvider>();
                options.Providers.Add<GzipCompressionProvider>();
            })
            .AddRateLimiter(limits =>
            {
                limits.OnRejected = async (context, _) =>
                    await Problems.Write(context.HttpContext, KernelRefusal.TooManyRequests);
                limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Bucket);
            })
            .AddSingleton<CallRates>()
            .AddSingleton<Rebuilds>();
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
    }

    /// <summary>Failures outermost, then the address's rate; routing, session and command are the gate's.</summary>
    public static void UseHttp(this WebApplication app, string webFolder)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseForwardedHeaders();
        app.UseMiddleware<Failures>();
        app.UseResponseCompression();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseWebFiles(webFolder);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseMiddleware<Gate>();
    }

    private static RateLimitPartition<string> Bucket(HttpContext http) => RateLimitPartition.GetTokenBucketLimiter(
        http.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 2 * RequestsPerSecond,
            TokensPerPeriod = RequestsPerSecond / 10,
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            QueueLimit = 0,
        });
}
