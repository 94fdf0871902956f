using System.Globalization;
using System.Text;

namespace IpMarket.Domain.Kernel.Files;

/// <summary>Names people's files come with, made safe to show and to save under.</summary>
public static class FileNames
{
    /// <summary>Characters of a name without its ending.</summary>
    public const int StemCharsMax = 80;

    /// <summary>
    /// The last part of a path, without control, invisible and reserved characters, cut to
    /// <see cref="StemCharsMax"/>, with the ending of what the file is, whatever it came with.
    /// </summary>
    public static string Clean(string? name, FileKind kind)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var stem = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                continue;
            stem.Append(rune.IsAscii && "<>:\"|?*%".Contains((char)rune.Value, StringComparison.Ordinal)
                ? "_"
                : rune.ToString());
        }

        var text = WithoutEnding(stem.ToString().Normalize(NormalizationForm.FormC)).Trim(' ', '.');
        if (text.Length > StemCharsMax)
        {
            text = text[..(char.IsHighSurrogate(text[StemCharsMax - 1]) ? StemCharsMax - 1 : StemCharsMax)];
            text = text.TrimEnd(' ', '.');
        }

        return (text.Length == 0 ? "document" : text) + FileContent.ExtensionOf(kind);
    }

    /// <summary>Endings of two to five letters go, one after the other: <c>a.pdf.exe</c> is <c>a</c>.</summary>
    private static string WithoutEnding(string text)
    {
        while (text.LastIndexOf('.') is var dot and >= 0 && text.Length - dot - 1 is >= 2 and <= 5
            && text.Skip(dot + 1).All(char.IsAsciiLetter))
            text = text[..dot].TrimEnd(' ', '.');
        return text;
    }
}
