using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.EventFiles;
using IpMarket.Domain.Trading.Proofs;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Server.Endpoints.Trading.Proofs;

/// <summary>
/// An auction's bundle up to a version that is durable: keys, rule profile, every record's public part with the signed
/// heads among them, and a signature over the last.
/// </summary>
public sealed class BundleFile(string auction, long version, ProfileRef profile) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var services = httpContext.RequestServices;
        var journal = services.GetRequiredService<IJournal>();
        var signer = services.GetRequiredService<ProofSigner>();
        var cancel = httpContext.RequestAborted;
        var last = (await journal.ReadStream(auction, version - 1, 1, cancel))[0];

        // Signed first, so that the keys written before the records hold the one used.
        var end = await signer.End(last, cancel);
        var found = services.GetRequiredService<IRuleProfiles>().Versions(profile.Code)
            .FirstOrDefault(held => held.Version == profile.Version);
        var text = found is null ? null : JsonSerializer.Serialize(found, EventCodec.Options);
        var front = await signer.Front(
            ProofFileLine.Bundle(auction), [ProofFileLine.Profile(profile.Code, profile.Version, text)], cancel);

        var response = httpContext.Response;
        ProofFile.Begin(response, $"{auction.Replace(':', '-')}.bundle.ndjson");
        foreach (var line in front) await ProofFile.Line(response, line, cancel);
        for (var written = 0L; written < version;)
        {
            var take = (int)Math.Min(Limits.ViewBatchEventsMax, version - written);
            foreach (var record in await journal.ReadStream(auction, written, take, cancel))
            {
                await ProofFile.Line(response, EventFileLine.Record(record), cancel);
                written = record.Version;
            }
        }

        await ProofFile.Line(response, end, cancel);
    }
}
