using System.Collections.Immutable;
using IpMarket.Domain.Kernel.Numbering;

namespace IpMarket.Domain.Kernel.Papers;

/// <summary>Who issues papers here and how it numbers them: configuration.</summary>
/// <param name="Name">The centre's name; stands beside the seal.</param>
/// <param name="Code">统一社会信用代码; empty when not given.</param>
/// <param name="Address">Empty when not given.</param>
/// <param name="PublicUrl">Where people check papers, without a slash at the end.</param>
/// <param name="IsDemo">示例: everything this market issues is an example.</param>
/// <param name="Mark">代字: begins every number papers print, e.g. 钒钛交易.</param>
/// <param name="Series">By kind's code: another prefix or pattern than the usual.</param>
public sealed record PaperOffice(
    string Name,
    string Code,
    string Address,
    string PublicUrl,
    bool IsDemo,
    string Mark,
    ImmutableDictionary<string, SeriesStyle> Series)
{
    private const string UsualPattern = "{mark}{kind}〔{year}〕{number}号";

    /// <summary>Where a paper is checked.</summary>
    /// <param name="number">The paper's.</param>
    /// <param name="fingerprint">The paper's; its first 16 characters are used.</param>
    public string CheckAddress(string number, string fingerprint) =>
        $"{PublicUrl}/papers/{number}?h={fingerprint[..CheckCharacters]}";

    /// <summary>Characters of a fingerprint that stand on the paper.</summary>
    public const int CheckCharacters = 16;

    /// <summary>How numbers of a kind are written in a year.</summary>
    public SeriesRule RuleOf(PaperKind kind, int year)
    {
        var style = Series.GetValueOrDefault(kind.Code);
        var pattern = (style?.Pattern ?? UsualPattern)
            .Replace("{mark}", Mark, StringComparison.Ordinal)
            .Replace("{kind}", kind.Mark, StringComparison.Ordinal);
        return new SeriesRule(style?.Prefix ?? kind.Prefix, year, pattern);
    }

    /// <summary>What is wrong with the configured series; null when nothing is.</summary>
    public string? FirstFault(IReadOnlyCollection<PaperKind> kinds)
    {
        if (Series.Keys.FirstOrDefault(code => kinds.All(kind => kind.Code != code)) is { } unknown)
            return $"No kind of paper is {unknown}; known are {string.Join(", ", kinds.Select(k => k.Code))}.";
        var rules = kinds.Select(kind => RuleOf(kind, 2000)).ToList();
        if (rules.Find(rule => !SeriesRule.IsUsable(rule.Prefix, rule.Pattern)) is { } odd)
            return $"A series needs a prefix of 2–20 capitals, a pattern of {{year}} and {{number}}: {odd.Prefix}.";
        return rules.GroupBy(rule => rule.Prefix, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } same
            ? $"Two kinds of paper share the prefix {same.Key}."
            : null;
    }
}

/// <summary>How a kind's numbers are written here, where not as usual.</summary>
/// <param name="Prefix">Of addresses and streams.</param>
/// <param name="Pattern">Of the print: <c>{mark} {kind} {year} {number}</c>.</param>
public sealed record SeriesStyle(string? Prefix, string? Pattern);
