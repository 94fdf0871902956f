using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Search.Words;

namespace IpMarket.Domain.Catalogue.Search;

/// <summary>An IPC code of the trade and what it is about, in our own words.</summary>
/// <param name="Code">A section, class, subclass, main group or subgroup: <c>C22B 34/22</c>.</param>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
/// <param name="Parent">The code above it; null at the top.</param>
public sealed record IpcTitle(string Code, string Zh, string En, string? Parent);

/// <summary>The codes vanadium and titanium patents stand under, from the class down.</summary>
public static class IpcTitles
{
    private const string MainGroup = "/00";

    /// <summary>In the order of the file: a code after the one above it.</summary>
    public static ImmutableArray<IpcTitle> All { get; } = [.. Read()];

    /// <summary>Per code the codes below it that do not begin with it, none of them with a blank.</summary>
    private static readonly Dictionary<string, ImmutableArray<string>> Below = All.ToDictionary(
        title => SearchText.Ipc(title.Code),
        title => ImmutableArray.CreateRange(Under(title.Code).Select(SearchText.Ipc)
            .Where(code => !code.StartsWith(SearchText.Ipc(title.Code), StringComparison.Ordinal))),
        StringComparer.Ordinal);

    /// <summary>
    /// What the codes begin with, without blanks, that a filter by this one means: a main group (<c>C22B 34/00</c>)
    /// stands for its whole group, a code of <see cref="All"/> for those below it too, whose symbols need not begin
    /// with its own. Empty for a text without letters and figures.
    /// </summary>
    public static IEnumerable<string> Beginnings(string code)
    {
        var asked = SearchText.Ipc(code);
        if (asked.Length == 0) return [];
        return asked.EndsWith(MainGroup, StringComparison.Ordinal)
            ? [asked[..^(MainGroup.Length - 1)]]
            : [asked, .. Below.GetValueOrDefault(asked, [])];
    }

    private static IEnumerable<string> Under(string code) => All.Where(title => title.Parent == code)
        .SelectMany(title => Under(title.Code).Prepend(title.Code));

    private static IEnumerable<IpcTitle> Read()
    {
        var path = new List<(int Depth, string Code)>();
        foreach (var line in Tables.Lines("ipc-titles.txt"))
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            var depth = parts[0].TakeWhile(c => c == '-').Count();
            var code = parts[0].TrimStart('-').Trim();
            while (path.Count > 0 && path[^1].Depth >= depth) path.RemoveAt(path.Count - 1);
            yield return new IpcTitle(code, parts[1], parts[2], path.Count == 0 ? null : path[^1].Code);
            path.Add((depth, code));
        }
    }
}
