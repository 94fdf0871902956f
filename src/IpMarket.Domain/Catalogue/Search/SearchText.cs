using System.Globalization;
using System.Text;
using IpMarket.Domain.Catalogue.Search.Words;

namespace IpMarket.Domain.Catalogue.Search;

/// <summary>
/// How text is cut for every engine: full-width forms and raised or lowered figures folded, Latin in lower case,
/// traditional characters simplified, runs of Chinese (and kana, hangul) told from words.
/// </summary>
public static class SearchText
{
    /// <summary>Full-width ASCII and blank → ASCII; ₀–₉, ⁰–⁹ → 0–9. Characters keep their places and case.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = Fold(source[i]);
    });

    /// <summary>The runs of a text in order; whatever is neither letter nor digit parts them.</summary>
    public static IEnumerable<TextRun> Runs(string text)
    {
        var run = new List<string>();
        var starts = new List<int>();
        var isHan = false;
        var at = 0;
        foreach (var rune in Fold(text).EnumerateRunes())
        {
            var joins = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;
            if (run.Count > 0 && (!joins || IsHan(rune) != isHan))
            {
                yield return new TextRun(isHan, [.. run], [.. starts]);
                run.Clear();
                starts.Clear();
            }

            if (joins)
            {
                isHan = IsHan(rune);
                run.Add(isHan ? Simplified(rune) : Rune.ToLowerInvariant(rune).ToString());
                starts.Add(at);
            }

            at += rune.Utf16SequenceLength;
        }

        if (run.Count > 0) yield return new TextRun(isHan, [.. run], [.. starts]);
    }

    /// <summary><c>c22b 34/12</c> → <c>C22B34/12</c>: IPC codes without blanks, upper case.</summary>
    public static string Ipc(string code) =>
        new([.. Fold(code).Where(c => !char.IsWhiteSpace(c)).Select(char.ToUpperInvariant)]);

    private static string Simplified(Rune rune) =>
        rune.IsBmp ? Tables.Simplify((char)rune.Value).ToString() : rune.ToString();

    private static char Fold(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' or '\u00A0' => ' ',
        >= '\u2080' and <= '\u2089' => (char)(c - 0x2080 + '0'),
        '\u2070' or (>= '\u2074' and <= '\u2079') => (char)(c - 0x2070 + '0'),
        '\u00B9' => '1',
        '\u00B2' or '\u00B3' => (char)(c - 0x00B0 + '0'),
        _ => c,
    };

    /// <summary>Scripts written without blanks between words.</summary>
    private static bool IsHan(Rune rune) => rune.Value is (>= 0x2E80 and <= 0x2FDF) or (>= 0x3005 and <= 0x3007)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xAC00 and <= 0xD7AF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}

/// <param name="IsHan">Chinese characters, each a letter of its own; otherwise one word.</param>
/// <param name="Characters">The characters in order, folded, lower case.</param>
/// <param name="Starts">Where each of them begins in the text, in UTF-16 units.</param>
public sealed record TextRun(bool IsHan, IReadOnlyList<string> Characters, IReadOnlyList<int> Starts)
{
    public string Text => string.Concat(Characters);
}
