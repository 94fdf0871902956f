namespace IpMarket.Adapters.Import;

/// <summary>What the letters of a text say of its language, where they do.</summary>
internal static class Letters
{
    /// <summary>Han characters without kana or hangul among them.</summary>
    public static bool IsChinese(string text) => text.Any(IsHan) && !text.Any(IsOtherEastAsian);

    /// <summary>Latin letters and no other writing; a text in another European language passes too.</summary>
    public static bool IsLatin(string text) =>
        text.Any(char.IsAsciiLetter)
        && !text.Any(c => char.IsLetter(c) && c is not (< '\u0250' or 'α' or 'β' or 'γ' or 'µ' or 'μ'));

    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    private static bool IsOtherEastAsian(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\uAC00' and <= '\uD7A3';
}
