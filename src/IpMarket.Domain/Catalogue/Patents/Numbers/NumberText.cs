using System.Text;

namespace IpMarket.Domain.Catalogue.Patents.Numbers;

/// <summary>How spellings of a number are made equal before they are read.</summary>
internal static class NumberText
{
    /// <summary>Characters of a spelling that is looked at; longer ones are refused.</summary>
    public const int CharsMax = 40;

    /// <summary>
    /// Full-width characters become half-width, letters capitals; blanks, dashes and the brackets around a kind
    /// (<c>KR20150000637 (U)</c>) are dropped. Null when the text is empty, too long, or holds a character no number
    /// has (a zero-width or bidi mark, a letter outside A–Z).
    /// </summary>
    public static string? Fold(string? text)
    {
        if (text is null || text.Length > CharsMax) return null;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var half = char.ToUpperInvariant(HalfWidth(c));
            if (char.IsWhiteSpace(half) || half is '-' or '\u2010' or '\u2011' or '\u2013' or '\u2014') continue;
            if (half is '(' or ')') continue;
            if (!char.IsAsciiLetterOrDigit(half) && half is not '.' and not '/') return null;
            folded.Append(half);
        }

        return folded.Length == 0 ? null : folded.ToString();
    }

    /// <summary>The same text in half-width characters.</summary>
    public static string HalfWidth(string text) => string.Concat(text.Select(HalfWidth));

    private static char HalfWidth(char c) => c switch
    {
        '\u3000' => ' ',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };
}
