using System.CommandLine;
using IpMarket.Domain.Trading.Proofs;

namespace IpMarket.Server.Commands;

/// <summary><c>rotate-key</c>: a new signing key from now on; the old ones stay published with their dates.</summary>
internal static class KeyVerb
{
    public static void AddTo(Command root) => root.Add(Verb.Of(
        "rotate-key", "Makes a new signing key; what older keys signed stays verifiable.", Rotate));

    private static Task<int> Rotate(ParseResult parsed, CancellationToken cancel) =>
        Verb.WithoutHttp(parsed, async services =>
        {
            var key = await services.GetRequiredService<IMarketKeys>().Rotate(cancel);
            await Console.Out.WriteLineAsync($"Key {key.Id} signs from {key.From:O} on.");
            return 0;
        });
}
