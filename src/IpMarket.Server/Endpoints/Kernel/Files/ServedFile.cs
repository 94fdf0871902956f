using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Files;
using Microsoft.Net.Http.Headers;

namespace IpMarket.Server.Endpoints.Kernel.Files;

/// <summary>
/// Bytes that came from people, as they go out: never cached, never guessed at, in a sandbox. Browsers show pictures in
/// it; a PDF they do not, so it is downloaded.
/// </summary>
public static class ServedFile
{
    public static IResult Of(HttpContext http, byte[] bytes, FileKind kind, string name)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var disposition = new ContentDispositionHeaderValue(kind == FileKind.Pdf ? "attachment" : "inline");
        disposition.SetHttpFileName(name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(bytes, FileContent.MediaTypeOf(kind));
    }

    /// <summary>A refusal where the answer is bytes otherwise.</summary>
    public static IResult Refused(Refusal refusal) => new Problematic(refusal);

    private sealed class Problematic(Refusal refusal) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Problems.Write(httpContext, refusal);
    }
}
