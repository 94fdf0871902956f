using System.Globalization;
using System.Text;

namespace IpMarket.Domain.Kernel;

/// <summary>Why a text is not taken, by descending precedence.</summary>
public enum TextRefusal
{
    [RefusalText("“{field}”不能为空。", "{field} must not be empty.", Status = 400)]
    TextMissing,

    [RefusalText("“{field}”最多 {max} 个字符。", "{field} holds at most {max} characters.", Status = 400)]
    TextTooLong,

    [RefusalText(
        "“{field}”含有不可见、控制或改变书写方向的字符（{character}）。",
        "{field} holds an invisible, control or direction-changing character ({character}).",
        Status = 400)]
    TextNotClean,
}

/// <summary>
/// The one rule for text that people write: no control, direction-changing, zero-width or private-use characters, no
/// half characters; trimmed, Unicode NFC, of bounded length. Two texts that look alike are then alike.
/// </summary>
public static class CleanText
{
    /// <summary>The cleaned text of one line, of 1 to <paramref name="max"/> UTF-16 units.</summary>
    /// <param name="field">The member's name, for the refusal.</param>
    /// <param name="text">What was written.</param>
    /// <param name="max">Longest text taken, counted after cleaning.</param>
    public static Outcome<string> Line(string field, string? text, int max = Limits.NameCharsMax) =>
        Of(field, text, max, lines: false);

    /// <summary>As <see cref="Line"/>, with line breaks and tabs allowed.</summary>
    public static Outcome<string> Lines(string field, string? text, int max = Limits.TextCharsMax) =>
        Of(field, text, max, lines: true);

    /// <summary>The first character that is never taken, as <c>U+202E</c>; null when there is none.</summary>
    public static string? Forbidden(ReadOnlySpan<char> text, bool lines)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var used) != System.Buffers.OperationStatus.Done)
                return $"U+{(int)text[0]:X4}";
            if (!IsTaken(rune, lines)) return $"U+{rune.Value:X4}";
            text = text[used..];
        }

        return null;
    }

    private static Outcome<string> Of(string field, string? text, int max, bool lines)
    {
        if (string.IsNullOrWhiteSpace(text)) return Refusal.Of(TextRefusal.TextMissing, ("field", field));
        if (Forbidden(text, lines) is { } character)
            return Refusal.Of(TextRefusal.TextNotClean, ("field", field), ("character", character));
        var clean = text.Trim().Normalize(NormalizationForm.FormC);
        return clean.Length <= max
            ? clean
            : Refusal.Of(TextRefusal.TextTooLong, ("field", field), ("max", max));
    }

    private static bool IsTaken(Rune rune, bool lines) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => lines && rune.Value is (int)'\n' or '\r' or '\t',
        // Format covers the direction marks and isolates, the zero-width characters, the soft hyphen and the tags.
        UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate => false,
        // Blank but not a space: the Hangul fillers and the combining grapheme joiner.
        _ => rune.Value is not (0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0),
    };
}
