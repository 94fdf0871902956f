using System.Text;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.EventFiles;

namespace IpMarket.Server.Endpoints.Trading.Auctions;

/// <summary>
/// A stream as its public event file, up to what is durable now. Secrets stay out, their digests keep the chain whole.
/// </summary>
public sealed class EventFile(string stream) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var journal = httpContext.RequestServices.GetRequiredService<IJournal>();
        var cancel = httpContext.RequestAborted;
        var page = await journal.ReadStream(stream, 0, Limits.ViewBatchEventsMax, cancel);
        var response = httpContext.Response;
        response.ContentType = EventFileLine.MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition =
            $"attachment; filename=\"{stream.Replace(':', '-')}.ndjson\"";
        await Line(response, EventFileLine.Header(stream), cancel);
        while (page.Count > 0)
        {
            foreach (var record in page) await Line(response, EventFileLine.Record(record), cancel);
            var last = page[^1];
            page = page.Count < Limits.ViewBatchEventsMax
                ? []
                : await journal.ReadStream(stream, last.Version, Limits.ViewBatchEventsMax, cancel);
            if (page.Count > 0) continue;
            var hash = Convert.ToHexStringLower(last.Hash);
            await Line(response, EventFileLine.End(last.Version, hash), cancel);
        }
    }

    private static Task Line(HttpResponse response, string line, CancellationToken cancel) =>
        response.WriteAsync(line + "\n", Encoding.UTF8, cancel);
}
