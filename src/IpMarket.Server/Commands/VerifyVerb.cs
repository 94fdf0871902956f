using System.CommandLine;
using IpMarket.Domain.Trading.EventFiles;

namespace IpMarket.Server.Commands;

/// <summary>
/// <c>verify FILE</c>: re-derives price, extensions and winner of an exported event file or bundle and checks its
/// chain; of bundles and receipts also signatures and proofs. Needs no store and no host.
/// </summary>
internal static class VerifyVerb
{
    public static void AddTo(RootCommand root)
    {
        var file = Verb.Word(
            "FILE",
            "What GET /api/auctions/{id}/events, …/bundle or …/bids/{version}/receipt gives.");
        var keys = new Option<string[]>("--key")
        {
            Description = "Id of a key that counts, as published at /api/keys; may be given more than once.",
        };
        var verb = Verb.Of(
            "verify",
            "Checks an event file, bundle or receipt: 0 sound, 1 broken, 2 no such file.",
            (parsed, _) => Verify(parsed.GetValue(file)!, parsed.GetValue(keys) ?? []));
        verb.Add(file);
        verb.Add(keys);
        root.Add(verb);
    }

    /// <returns>0 sound; 1 broken, with version and field; 2 no such file.</returns>
    private static async Task<int> Verify(string path, string[] keys)
    {
        if (!File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no file {path}.");
            return (int)EventFileResult.NotAnEventFile;
        }

        await using var bytes = File.OpenRead(path);
        var finding = EventFileVerifier.Verify(bytes, keys.Length > 0 ? keys.ToHashSet(StringComparer.Ordinal) : null);
        var place = finding.Result == EventFileResult.Sound ? Console.Out : Console.Error;
        await place.WriteLineAsync(EventFileVerifier.Describe(finding));
        if (finding.Proofs is not null && keys.Length == 0)
            await place.WriteLineAsync("Its keys were compared with nothing: name those of /api/keys with --key.");
        return (int)finding.Result;
    }
}
