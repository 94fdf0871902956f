using System.Globalization;
using System.Text.RegularExpressions;

namespace IpMarket.Domain.Kernel.Numbering;

/// <summary>Gives the next number; the house's processes only.</summary>
/// <param name="Subject">The stream whose event needs it.</param>
/// <param name="Rule">How the series writes its numbers now; a number given keeps its writing.</param>
[GenerateSerializer, Immutable, Alias("kernel.series.issue-number/1")]
public sealed record IssueNumber(
    [property: Id(0)] string Subject,
    [property: Id(1), LookedUp] SeriesRule Rule) : ICommand;

/// <summary>Marks a given number as void; the house's processes only.</summary>
[GenerateSerializer, Immutable, Alias("kernel.series.void-number/1")]
public sealed record VoidNumber(
    [property: Id(0)] int Number,
    [property: Id(1)] string Reason) : ICommand;

/// <summary>How the numbers of one series are written.</summary>
/// <param name="Prefix">2 to 20 capitals and dashes; with the year it names the series' stream.</param>
/// <param name="Year">The calendar year (UTC+8) of the events that need numbers.</param>
/// <param name="Pattern">What papers print, holding <c>{year}</c> and <c>{number}</c>.</param>
[GenerateSerializer, Immutable, Alias("kernel.series-rule/1")]
public sealed partial record SeriesRule(
    [property: Id(0)] string Prefix,
    [property: Id(1)] int Year,
    [property: Id(2)] string Pattern)
{
    public const string StreamWord = "series";

    private const int DigitsMin = 5;

    public string Stream => Ids.Of(StreamWord, $"{Prefix}-{Year}");

    /// <summary>Safe in addresses and stream names: <c>NOTICE-2026-00001</c>.</summary>
    public string Text(int number) =>
        $"{Prefix}-{Year}-{number.ToString(CultureInfo.InvariantCulture).PadLeft(DigitsMin, '0')}";

    /// <summary>As papers print it.</summary>
    public string Display(int number) => Pattern
        .Replace("{year}", Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{number}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Whether prefix and pattern can be used; asked of the configuration at start.</summary>
    public static bool IsUsable(string prefix, string pattern) =>
        PrefixForm().IsMatch(prefix)
        && pattern.Contains("{year}", StringComparison.Ordinal)
        && pattern.Contains("{number}", StringComparison.Ordinal);

    [GeneratedRegex("^[A-Z][A-Z-]{0,18}[A-Z]$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex PrefixForm();
}
