using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel;

namespace IpMarket.Benchmarks.Search;

/// <summary>The shapes questions come in, each an endless supply of different ones.</summary>
internal static class SearchShapes
{
    public static IReadOnlyList<(string Shape, Func<Random, CatalogueQuery> Ask)> All { get; } =
    [
        ("empty", _ => new CatalogueQuery()),
        ("facets", _ => new CatalogueQuery { WithFacets = true }),
        ("zh1", random => Text(Of(random, "钒", "钛", "渣", "铁", "矿", "酸"))),
        ("zh2", random => Text(Piece(random, 2))),
        ("zh3", random => Text(Piece(random, 3))),
        ("zh4", random => Text(Of(random, MadePatents.Means))),
        ("zh6", random => Text(Piece(random, 2) + " " + Of(random, MadePatents.Means))),
        ("zh8", random => Text(Of(random, MadePatents.Things) + Of(random, MadePatents.Means))),
        ("abstract", random => Text(Of(random, MadePatents.Effects))),
        ("en", random => Text(Of(random, MadePatents.English))),
        ("mixed", random => Text($"{Of(random, "V2O5", "TiO2", "vanadium")} {Of(random, MadePatents.Means)}")),
        ("synonym", random => Text(Of(random, "TiO2", "V2O5", "ilmenite", "钛白", "VRFB", "stone coal"))),
        ("typo", random => Text(Of(random, "vanadim", "titaniun", "ilmenit", "electrolite", "leeching", "pentoxyde"))),
        ("pinyin", random => Text(Of(random, "fanzha", "panzhihua", "haimiantai", "gaoluzha", "taibaifen", "chengde"))),
        ("initials", random => Text(Of(random, "fzz", "gtz", "qfyl", "cdfy", "pzhjty"))),
        ("number", random => Text($"{100_000_000 + random.Next(100_000)}")),
        ("numberBegin", random => Text($"2012{random.Next(1, 3)}10")),
        ("applicant", random => new CatalogueQuery { Applicant = Of(random, MadePatents.Places) }),
        ("ipc", random => new CatalogueQuery { IpcPrefixes = [Of(random, "C22B", "C01G 23", "H01M", "C22B 34")] }),
        ("filters", random => Text(Of(random, "钒", "钛")) with
        {
            Statuses = [MarketStatus.ForSale], Types = ["Invention"], PriceMax = Money.Cny(20_000_000),
        }),
        ("zh2Facets", random => Text(Piece(random, 2)) with { WithFacets = true, Types = ["Invention"] }),
        ("sort", random => Text(Of(random, "钒", "钛")) with { Sort = CatalogueSort.Newest }),
        ("deep", random => Text(Of(random, "钒", "钛")) with { Offset = 5_000 }),
        ("typing", random => Text(Of(random, "v", "tit", "钒", "fan", "高炉", "pzh")) with
        {
            IsTyping = true, WithFacets = true, Limit = SearchLimits.SuggestionsMax,
        }),
        ("nothing", random => Text(Of(random, "量子纠缠通信", "区块链溯源", "zzzzzz"))),
    ];

    private static CatalogueQuery Text(string text) => new() { Text = text };

    private static string Of(Random random, params string[] words) => words[random.Next(words.Length)];

    private static string Piece(Random random, int characters)
    {
        while (true)
        {
            var word = Of(random, MadePatents.Things);
            if (word.Length < characters) continue;
            return word.Substring(random.Next(word.Length - characters + 1), characters);
        }
    }
}
