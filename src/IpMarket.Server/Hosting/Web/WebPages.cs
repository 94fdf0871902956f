using System.Security.Cryptography;
using IpMarket.Domain.Kernel;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.Extensions.FileProviders;

namespace IpMarket.Server.Hosting.Web;

/// <summary>
/// The web app's files, and its page for every address that is not the API's. Each response has a nonce of its own: the
/// page's styles and scripts carry it, nothing else runs.
/// </summary>
public static class WebPages
{
    /// <summary>What the built page holds wherever the nonce belongs.</summary>
    public const string NoncePlaceholder = "__CSP_NONCE__";

    private static readonly string[] NotPages = ["/api", "/hubs", "/openapi", "/docs", "/health", "/assets"];

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Features.Set(new Nonce(nonce));
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers.ContentSecurityPolicy = Policy(http.Request, nonce);
        return next(http);
    });

    /// <summary>The app's files; before routing, which would claim every address for the page.</summary>
    public static void UseWebFiles(this WebApplication app, string folder)
    {
        if (!Directory.Exists(folder)) return;
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
                    ? "public, max-age=31536000, immutable"
                    : "no-cache",
        });
    }

    /// <summary>The app's page at every address that is not the API's; a patent's number has a dot in it.</summary>
    public static void MapWebPage(this WebApplication app, string folder)
    {
        var index = Path.Combine(folder, "index.html");
        if (!File.Exists(index)) return;
        // Reading only: a write that no route takes must be told so, not shown a page.
        app.MapMethods("{*path}", [HttpMethods.Get, HttpMethods.Head], (RequestDelegate)(http => Page(http, index)))
            .WithOrder(int.MaxValue)
            .ExcludeFromDescription();
    }

    private static async Task Page(HttpContext http, string index)
    {
        if (!(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            || NotPages.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            await Problems.Write(http, KernelRefusal.NotFound);
            return;
        }

        var page = await File.ReadAllTextAsync(index, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(
            page.Replace(NoncePlaceholder, http.Features.Get<Nonce>()!.Value, StringComparison.Ordinal),
            http.RequestAborted);
    }

    /// <summary>
    /// antd injects style elements (they carry the nonce), ECharts' tooltips style attributes. The API's readable
    /// description brings its own inline script and styles and gets them on its own page only.
    /// </summary>
    private static string Policy(HttpRequest request, string nonce)
    {
        var isDescription = request.Path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase);
        var own = isDescription ? "'self' 'unsafe-inline'" : $"'self' 'nonce-{nonce}'";
        return "default-src 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; "
            + $"img-src 'self' data:; font-src 'self' data:; connect-src 'self'; script-src {own}; "
            + $"style-src-elem {own}; style-src-attr 'unsafe-inline'";
    }
}

/// <summary>The nonce of this response.</summary>
public sealed record Nonce(string Value);
