using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace IpMarket.Benchmarks.Bids;

/// <summary>What the load process is told on the first line of its standard input.</summary>
internal sealed record HubLoadSetup(Uri Address, string Auction, IReadOnlyList<string> Tokens, int BidsUnderWay);

/// <summary>
/// The other process of the SignalR path: one connection a bidder. After the set-up, each line of its standard input is
/// the seconds of a round, answered by one line with what was counted.
/// </summary>
internal static class HubLoad
{
    public static async Task<int> Run(TextReader input, Report report)
    {
        var setup = JsonSerializer.Deserialize<HubLoadSetup>((await input.ReadLineAsync())!)!;
        var lines = new List<HubConnection>();
        foreach (var token in setup.Tokens)
        {
            var line = new HubConnectionBuilder()
                .WithUrl(
                    new Uri(setup.Address, "/hubs/auctions"),
                    options => options.Headers["Authorization"] = "Bearer " + token)
                .Build();
            await line.StartAsync();
            lines.Add(line);
        }

        var bidding = new Bidding(lines.Count * setup.BidsUnderWay, 1, async (caller, id, amount) =>
        {
            var answer = await lines[caller % lines.Count].InvokeAsync<HubAnswer>(
                "PlaceBid", setup.Auction, id.ToString("D"), amount);
            return answer.Accepted ? Verdict.Accepted : answer.Problem!.Code switch
            {
                "BELOW_NEXT_MINIMUM" => Verdict.Refused,
                "UNKNOWN_ASK_AGAIN" => Verdict.Unknown,
                var code => throw new InvalidOperationException($"A bid was refused: {code}."),
            };
        });
        await report.Line(new { connected = lines.Count });
        while (await input.ReadLineAsync() is { Length: > 0 } round)
        {
            var seconds = double.Parse(round, CultureInfo.InvariantCulture);
            await report.Line(await bidding.Round(TimeSpan.FromSeconds(seconds)));
        }

        foreach (var line in lines) await line.DisposeAsync();
        return 0;
    }

    private sealed record HubAnswer(bool Accepted, HubProblem? Problem);

    private sealed record HubProblem(string Code);
}
