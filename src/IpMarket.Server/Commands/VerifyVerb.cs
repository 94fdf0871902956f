using System.CommandLine;
using IpMarket.Domain.Trading.EventFiles;

namespace IpMarket.Server.Commands;

/// <summary>
/// <c>verify FILE</c>: re-derives price, extensions and winner of an exported event file and checks its chain. Needs no
/// store and no host.
/// </summary>
internal static class VerifyVerb
{
    public static void AddTo(RootCommand root)
    {
        var file = Verb.Word("FILE", "An event file, as GET /api/auctions/{id}/events gives it.");
        var verb = Verb.Of(
            "verify",
            "Checks an exported event file: 0 sound, 1 broken, 2 no event file.",
            (parsed, _) => Verify(parsed.GetValue(file)!));
        verb.Add(file);
        root.Add(verb);
    }

    /// <returns>0 sound; 1 broken, with version and field; 2 no event file.</returns>
    private static async Task<int> Verify(string path)
    {
        if (!File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no file {path}.");
            return (int)EventFileResult.NotAnEventFile;
        }

        await using var bytes = File.OpenRead(path);
        var finding = EventFileVerifier.Verify(bytes);
        var place = finding.Result == EventFileResult.Sound ? Console.Out : Console.Error;
        await place.WriteLineAsync(EventFileVerifier.Describe(finding));
        return (int)finding.Result;
    }
}
