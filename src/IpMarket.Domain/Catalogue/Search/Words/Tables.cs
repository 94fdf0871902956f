using System.Collections.Frozen;

namespace IpMarket.Domain.Catalogue.Search.Words;

/// <summary>Tables of characters and words that are part of the house, one file each.</summary>
internal static class Tables
{
    private static readonly FrozenDictionary<char, char> Simplified = Lines("simplified.txt")
        .SelectMany(line => Enumerable.Range(0, line.Length / 2).Select(i => (line[2 * i], line[(2 * i) + 1])))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>A traditional character's simplified form; any other as it is.</summary>
    public static char Simplify(char c) => Simplified.GetValueOrDefault(c, c);

    /// <summary>Lines of a file beside this one, without empty ones and those that begin with <c>#</c>.</summary>
    public static string[] Lines(string file)
    {
        var name = $"{typeof(Tables).Namespace}.{file}";
        using var stream = typeof(Tables).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => !line.StartsWith('#')),
        ];
    }
}
