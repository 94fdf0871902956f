using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Proofs;

namespace IpMarket.Server.Endpoints.Trading.Proofs;

/// <summary>Signs the front and the end of files that prove something, when they are asked for.</summary>
public sealed class ProofSigner(IMarketKeys keys, IMarketClock clock)
{
    /// <summary>The end line over a record that is durable, and with it over all before.</summary>
    public async Task<string> End(JournalRecord last, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(last);
        var hash = Convert.ToHexStringLower(last.Hash);
        var statement = Statements.Flush(last.Stream, last.Version, hash);
        return ProofFileLine.End(last.Version, hash, await keys.Sign(statement, clock.Now, cancel));
    }

    /// <summary>Header, every key, what else, and the line that signs them.</summary>
    public async Task<IReadOnlyList<string>> Front(
        string header, IEnumerable<string> more, CancellationToken cancel)
    {
        var rest = more.ToList();
        while (true)
        {
            var known = await keys.All(cancel);
            List<string> lines = [header, .. known.Select(ProofFileLine.Key), .. rest];
            var digests = lines.Select(ProofFileLine.Digest).ToList();
            var signature = await keys.Sign(Statements.Front(digests), clock.Now, cancel);
            // A key that came between the two is not in these lines.
            if (known.Any(key => key.Id == signature.Key)) return [.. lines, ProofFileLine.Front(digests, signature)];
        }
    }
}
