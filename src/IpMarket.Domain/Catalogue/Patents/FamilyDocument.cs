using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using IpMarket.Domain.Catalogue.Patents.Numbers;

namespace IpMarket.Domain.Catalogue.Patents;

/// <summary>How a document belongs to a patent's family (同族).</summary>
public enum FamilyTie
{
    /// <summary>优先权: an earlier application the patent claims the priority of.</summary>
    Priority,

    /// <summary>同族成员: a publication a source counts to the family.</summary>
    Member,
}

/// <summary>A document of a patent's family as a source gives it; nothing of it is looked up or completed.</summary>
/// <param name="Tie">How it belongs to it.</param>
/// <param name="Office">The office's two letters; empty where the source's text names none.</param>
/// <param name="Number">
/// Its number as printed, without office and kind; the whole text where it cannot be told apart.
/// </param>
/// <param name="Kind"><c>A1</c>, <c>B</c>, for priorities also <c>P</c> (provisional); empty when not said.</param>
/// <param name="Date">The filing's day of a priority, the publication's of a member; null when not said.</param>
[GenerateSerializer, Immutable, Alias("catalogue.family-document/1")]
public sealed partial record FamilyDocument(
    [property: Id(0)] FamilyTie Tie,
    [property: Id(1)] string Office,
    [property: Id(2)] string Number,
    [property: Id(3)] string Kind,
    [property: Id(4)] DateOnly? Date)
{
    /// <summary>Characters of a number; a longer text is none.</summary>
    public const int NumberCharsMax = 60;

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>What tells it from the others; a day may come to be known later.</summary>
    internal (FamilyTie, string, string, string) Key => (Tie, Office, Number, Kind);

    /// <summary>
    /// Reads <c>US 201161550506 P 20111024</c>, <c>KR20130006425U 20130801</c>, <c>US 2013/0101709 A1</c>. Null when
    /// there is no figure in it or it is too long.
    /// </summary>
    public static FamilyDocument? Read(FamilyTie tie, string text)
    {
        var words = text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        var day = words.SkipLast(1).Any(word => word.Any(char.IsAsciiDigit)) ? Day(words[^1]) : null;
        var rest = string.Concat(day is null ? words : words[..^1]);
        if (rest.Length is 0 or > NumberCharsMax || !rest.Any(char.IsAsciiDigit)) return null;
        var match = Shape().Match(rest.ToUpperInvariant());
        return match.Success
            ? new FamilyDocument(
                tie, match.Groups["office"].Value, match.Groups["number"].Value, match.Groups["kind"].Value, day)
            : new FamilyDocument(tie, "", string.Join(' ', day is null ? words : words[..^1]), "", day);
    }

    /// <summary>Of its parts; null as above.</summary>
    public static FamilyDocument? Of(FamilyTie tie, string? office, string number, DateOnly? day)
    {
        var printed = string.Concat(number.Where(c => !char.IsWhiteSpace(c)));
        if (printed.Length is 0 or > NumberCharsMax || !printed.Any(char.IsAsciiDigit)) return null;
        var isOffice = office is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'];
        return new FamilyDocument(tie, isOffice ? office! : "", printed, "", day);
    }

    /// <summary>The patent this document would be here; null where its number says no patent beyond doubt.</summary>
    public PatentNumber? ToPatent()
    {
        if (Office.Length == 0 || !PatentNumber.TryParse(Office + Number + Kind, out var patent)) return null;
        // A foreign application's number may be the publication's of another patent.
        return Tie == FamilyTie.Member || patent.Kind == NumberKind.Application ? patent : null;
    }

    /// <summary>One entry a document, priorities first, in the order of offices and numbers.</summary>
    internal static ImmutableArray<FamilyDocument> Merge(
        ImmutableArray<FamilyDocument> known, ImmutableArray<FamilyDocument> seen)
    {
        if (seen.IsEmpty) return known;
        var merged = known.ToDictionary(document => document.Key);
        foreach (var document in seen)
        {
            var before = merged.GetValueOrDefault(document.Key)?.Date;
            merged[document.Key] = document with { Date = document.Date ?? before };
        }

        return
        [
            .. merged.Values.OrderBy(document => document.Tie)
                .ThenBy(document => document.Office, StringComparer.Ordinal)
                .ThenBy(document => document.Number, StringComparer.Ordinal)
                .ThenBy(document => document.Kind, StringComparer.Ordinal),
        ];
    }

    public override string ToString() => string.Join(' ', new[]
    {
        Office, Number, Kind, Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    }.Where(part => !string.IsNullOrEmpty(part)));

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(
            text, ["yyyyMMdd", "yyyy-M-d", "yyyy.M.d", "yyyy/M/d"], CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var day)
        && day.Year is >= 1800 and <= 2999
            ? day
            : null;

    /// <summary>The text is short and every repetition bounded, so no clock decides what is read.</summary>
    [GeneratedRegex(
        @"^(?<office>[A-Z]{2})-?(?<number>[A-Z]{0,2}[0-9]([0-9/.\-A-Z]{0,50}?[0-9])??(\.X)?)-?"
        + @"\(?(?<kind>[A-Z][0-9]?)?\)?$",
        Plain,
        Timeout.Infinite)]
    private static partial Regex Shape();
}
