using System.Globalization;
using System.Text;

namespace IpMarket.Domain.Catalogue;

/// <summary>Text people enter, made clean: what cannot be seen cannot be hidden in it.</summary>
public static class PlainText
{
    /// <summary>
    /// Control characters but line feed and tab; bidi and zero-width marks; lone surrogates are format too.
    /// </summary>
    public static bool IsForbidden(char c) =>
        c is not '\n' and not '\t'
        && (char.IsControl(c)
            || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse);

    /// <summary>
    /// Normalised (NFC), ends trimmed, line ends as line feeds, without forbidden characters; empty when nothing stays.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) continue;
            if (rune.IsBmp && IsForbidden((char)rune.Value)) continue;
            kept.Append(rune);
        }

        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }
}
