using System.Globalization;

namespace IpMarket.Adapters.Import;

/// <summary>The spellings of a day that have one meaning: the year of four digits first.</summary>
internal static class Days
{
    private static readonly string[] Spellings =
    [
        "yyyyMMdd", "yyyy-M-d", "yyyy.M.d", "yyyy/M/d", "yyyy年M月d日", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm:ss",
    ];

    public static DateOnly? Read(string text) =>
        DateTime.TryParseExact(
            text, Spellings, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? DateOnly.FromDateTime(day)
            : null;

    /// <summary>
    /// <c>25/04/13</c>, the day first. What happened did so by <paramref name="notAfter"/> and within a hundred years
    /// of it, so the century is known.
    /// </summary>
    public static DateOnly? ReadShort(string text, int notAfter)
    {
        if (text is not [_, _, '/', _, _, '/', var tens, var ones] || !char.IsAsciiDigit(tens)
            || !char.IsAsciiDigit(ones) || notAfter is < 1800 or > 2999)
            return null;
        var year = (notAfter / 100 * 100) + ((tens - '0') * 10) + (ones - '0');
        if (year > notAfter) year -= 100;
        return DateOnly.TryParseExact(
            FormattableString.Invariant($"{text[..6]}{year:D4}"),
            "dd/MM/yyyy",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day)
            ? day
            : null;
    }
}
