using System.Globalization;

namespace IpMarket.Benchmarks.Bids;

/// <summary>Options of <c>bids</c>.</summary>
internal sealed record BidsOptions
{
    public const string Usage =
        """
        bids: accepted durable bids a second against a row-lock procedure under pgbench
          --seconds N      of each round (5)
          --rounds N       of each measurement, alternating; medians count (3)
          --store NAME     postgres, sqlite or both (both)
          --path NAME      grain, signalr or both (both)
          --callers N      in process (256)
          --connections N  SignalR connections, each with up to 4 bids under way (64)
        """;

    public int Seconds { get; private init; } = 5;

    public int Rounds { get; private init; } = 3;

    public string Store { get; private init; } = "both";

    public string Path { get; private init; } = "both";

    public int Callers { get; private init; } = 256;

    public int Connections { get; private init; } = 64;

    public TimeSpan Round => TimeSpan.FromSeconds(Seconds);

    public static BidsOptions Parse(string[] args)
    {
        var options = new BidsOptions();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var value = args[i + 1];
            options = args[i] switch
            {
                "--seconds" => options with { Seconds = Number(value) },
                "--rounds" => options with { Rounds = Number(value) },
                "--store" => options with { Store = value },
                "--path" => options with { Path = value },
                "--callers" => options with { Callers = Number(value) },
                "--connections" => options with { Connections = Number(value) },
                _ => throw new ArgumentException($"Unknown option {args[i]}.\n{Usage}", nameof(args)),
            };
        }

        return options;
    }

    public bool Has(string store, string path) =>
        (Store == "both" || Store == store) && (Path == "both" || Path == path);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
