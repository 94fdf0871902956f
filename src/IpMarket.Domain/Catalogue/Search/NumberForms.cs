using System.Text;
using System.Text.RegularExpressions;

namespace IpMarket.Domain.Catalogue.Search;

/// <summary>
/// The forms in which one number is stored and asked for, so that any spelling meets any other: without blanks, dots,
/// dashes and slashes; with and without its office; with and without check character or kind letter. It reads what may
/// be meant and verifies nothing.
/// </summary>
public static partial class NumberForms
{
    /// <summary>Every form of a printed number, upper case, to be stored as exact terms.</summary>
    public static IReadOnlySet<string> Stored(string printed)
    {
        if (Spelling.Read(printed) is not { } number) return AskedNumber.None.Exact;
        var (office, core, check, kind) = number;
        return new HashSet<string>(StringComparer.Ordinal)
        {
            core, office + core, core + check, office + core + check, core + kind, office + core + kind,
        };
    }

    /// <summary>
    /// How a typed text may be meant as a number; <see cref="AskedNumber.None"/> when it cannot be one.
    /// </summary>
    public static AskedNumber Asked(string typed)
    {
        if (Spelling.Read(typed) is not { } number) return AskedNumber.None;
        var (office, core, check, kind) = number;
        var exact = new HashSet<string>(StringComparer.Ordinal) { office + core + check };
        // The kind letter tells publications of one number apart and only ranks: CN105734615A finds CN105734615B.
        if (kind.Length > 0) exact.Add(office + core + kind);
        foreach (var form in Standard(office, core)) exact.Add(form);
        return new AskedNumber(exact, (check + kind).Length > 0 ? null : office + core);
    }

    /// <summary>
    /// The office's 15-digit form (two digits for the type, four for the year, nine for the serial, no check
    /// character) as application numbers; inventions and utility models may have come through the PCT (8 and 9).
    /// </summary>
    private static string[] Standard(string office, string core)
    {
        var match = StandardForm().Match(core);
        if (!match.Success || office is not ("" or "CN")) return [];
        var (year, serial) = (match.Groups["year"].Value, match.Groups["serial"].Value);
        return match.Groups["type"].Value switch
        {
            "10" => [$"{year}1{serial}", $"{year}8{serial}"],
            "20" => [$"{year}2{serial}", $"{year}9{serial}"],
            _ => [$"{year}3{serial}"],
        };
    }

    [GeneratedRegex(
        "^(?<type>10|20|30)(?<year>(19|20)[0-9]{2})00(?<serial>[0-9]{7})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex StandardForm();

    /// <summary>A number taken apart; absent parts are empty. <c>ZL</c> is the office <c>CN</c>.</summary>
    private sealed partial record Spelling(string Office, string Core, string Check, string Kind)
    {
        private const int ChineseDigits = 12;

        public static Spelling? Read(string text)
        {
            var squeezed = new StringBuilder(text.Length);
            foreach (var c in SearchText.Fold(text))
            {
                if (char.IsAsciiLetterOrDigit(c) || c == '.') squeezed.Append(char.ToUpperInvariant(c));
                else if (!char.IsWhiteSpace(c) && c is not ('-' or '/' or '(' or ')' or ':')) return null;
            }

            var match = Shape().Match(squeezed.ToString());
            if (!match.Success) return null;
            var office = match.Groups["office"].Value is var name && name == "ZL" ? "CN" : name;
            var (core, check) = (match.Groups["digits"].Value, match.Groups["check"].Value.TrimStart('.'));
            if (check.Length == 0 && core.Length == ChineseDigits + 1 && office is ("" or "CN"))
                (core, check) = (core[..ChineseDigits], core[ChineseDigits..]);
            return new Spelling(office, core, check, match.Groups["kind"].Value);
        }

        [GeneratedRegex(
            @"^(?<office>[A-Z]{2})?(?<digits>[0-9]{4,20})(?<check>\.[0-9X]|X)?(?<kind>[A-WYZ][0-9]?)?\.?$",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
        private static partial Regex Shape();
    }
}

/// <param name="Exact">Stored forms of the number meant.</param>
/// <param name="Beginning">What a stored form may begin with; null where a whole number was typed.</param>
public sealed record AskedNumber(IReadOnlySet<string> Exact, string? Beginning)
{
    /// <summary>The text is no number.</summary>
    public static readonly AskedNumber None = new(new HashSet<string>(StringComparer.Ordinal), null);

    public bool IsNumber => Exact.Count > 0;
}
