using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IpMarket.Domain.Parties.Identities;

/// <summary>
/// 公民身份号码 (GB 11643-1999): six digits of region, a date of birth, three digits of order, and the check character of
/// ISO 7064 MOD 11-2 (X is ten). Every change of a single character and every swap of two neighbours is found. Personal
/// data: it stands in the vault only and is never printed whole.
/// </summary>
public readonly record struct IdNumber
{
    /// <summary>Characters of a number.</summary>
    public const int Length = 18;

    private const string CheckCharacters = "10X98765432";

    /// <summary>
    /// First two digits of a region: provinces, and Taiwan, Hong Kong and Macao of residence permits.
    /// </summary>
    private static readonly string[] Regions =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
        "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
    ];

    private readonly string value;

    private IdNumber(string value) => this.value = value;

    /// <summary>The date of birth the number says.</summary>
    public DateOnly Born => DateOnly.ParseExact(value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>First two and last two characters, the rest as stars: what others than its owner may see.</summary>
    public string Masked => $"{value[..2]}**************{value[^2..]}";

    /// <summary>
    /// Reads a number; full-width characters and a small x are folded, blanks dropped. False when form, region (a
    /// province, or 9 of a foreigner's permanent residence card), date or check character are wrong, or the date lies
    /// before 1900.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IdNumber number)
    {
        number = default;
        var folded = Folding.Code(text);
        if (folded.Length != Length) return false;
        if (folded.AsSpan(0, Length - 1).ContainsAnyExceptInRange('0', '9')) return false;
        if (folded[0] != '9' && !Regions.Contains(folded[..2])) return false;
        if (!DateOnly.TryParseExact(folded[6..14], "yyyyMMdd", out var born) || born.Year < 1900) return false;
        if (folded[^1] != CheckCharacter(folded.AsSpan(0, Length - 1))) return false;
        number = new IdNumber(folded);
        return true;
    }

    /// <summary>The check character of the first 17 digits.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> first17)
    {
        var rest = 0;
        foreach (var c in first17) rest = (rest + (c - '0')) * 2 % 11;
        return CheckCharacters[rest];
    }

    /// <summary>
    /// The whole number, for the vault and for its digest; named so that nobody prints it by accident.
    /// </summary>
    public string Reveal() => value;

    public override string ToString() => Masked;
}
