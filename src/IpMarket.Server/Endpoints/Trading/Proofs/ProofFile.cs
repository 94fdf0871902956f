using System.Text;
using IpMarket.Domain.Trading.EventFiles;

namespace IpMarket.Server.Endpoints.Trading.Proofs;

/// <summary>Lines as a file to keep, each ended by LF.</summary>
public sealed class ProofFile(string name, IEnumerable<string> lines) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        Begin(httpContext.Response, name);
        foreach (var line in lines) await Line(httpContext.Response, line, httpContext.RequestAborted);
    }

    internal static void Begin(HttpResponse response, string name)
    {
        response.ContentType = EventFileLine.MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
    }

    internal static Task Line(HttpResponse response, string line, CancellationToken cancel) =>
        response.WriteAsync(line + "\n", Encoding.UTF8, cancel);
}
