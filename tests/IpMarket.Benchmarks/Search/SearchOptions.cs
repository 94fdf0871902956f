using System.Globalization;

namespace IpMarket.Benchmarks.Search;

/// <summary>Options of <c>search</c>.</summary>
internal sealed record SearchOptions
{
    public const string Usage =
        """
        search: the embedded engine over generated vanadium-titanium patents
          --documents N    patents in the index (100000)
          --queries N      searches of each shape, after a tenth as many to warm up (400)
          --seed N         of the patents and the searches (1)
          --upserts N      documents a second that change while reads are measured again (200)
        ends with 1 when a shape's p99 is above 25 ms over 100000 documents or more; fewer are measured only
        """;

    public int Documents { get; private init; } = 100_000;

    public int Queries { get; private init; } = 400;

    public int Seed { get; private init; } = 1;

    public int Upserts { get; private init; } = 200;

    public static SearchOptions Parse(string[] args)
    {
        var options = new SearchOptions();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var value = int.Parse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture);
            options = args[i] switch
            {
                "--documents" => options with { Documents = value },
                "--queries" => options with { Queries = value },
                "--seed" => options with { Seed = value },
                "--upserts" => options with { Upserts = value },
                _ => throw new ArgumentException($"Unknown option {args[i]}.\n{Usage}", nameof(args)),
            };
        }

        return options;
    }
}
