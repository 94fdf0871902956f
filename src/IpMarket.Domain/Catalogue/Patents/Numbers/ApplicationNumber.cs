using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace IpMarket.Domain.Catalogue.Patents.Numbers;

/// <summary>
/// A Chinese application number (申请号). Since 2003-10-01 (ZC 0006-2003): year of four digits, type digit, serial of
/// seven, check character; before: year of two digits, type digit, serial of five, check character. The check character
/// is Σ digitᵢ·weightᵢ mod 11 with weights 2,3,4,5,6,7,8,9,2,3,4,5; 10 is written X. The year is not the filing year of
/// a divisional application, so no rule compares the two.
/// </summary>
public readonly partial record struct ApplicationNumber
{
    /// <summary>The year of the market's invented patents (示例, P14).</summary>
    public const int DemoYear = 2099;

    private const int FirstYearOfLongForm = 2003;
    private const int FirstYear = 1985;

    private ApplicationNumber(string digits) => Digits = digits;

    /// <summary>12 digits, or 8 for numbers given before 2003-10; without the check character.</summary>
    public string Digits { get; }

    /// <summary>0–9 or X.</summary>
    public char Check => CheckCharacter(Digits);

    /// <summary>The year in the number, four digits.</summary>
    public int Year => Digits.Length == 12 ? Number(Digits[..4]) : 1900 + Number(Digits[..2]) switch
    {
        < 85 and var late => late + 100,
        var early => early,
    };

    public PatentType Type => TypeOf(Digits[Digits.Length == 12 ? 4 : 2])!.Value;

    /// <summary>True for the invented patents of a demo market.</summary>
    public bool IsDemo => Year == DemoYear;

    /// <summary>What names the patent: <c>CN202110771508</c>.</summary>
    public string Key => "CN" + Digits;

    /// <summary>As printed: <c>CN202110771508.1</c>.</summary>
    public override string ToString() => Digits is null ? "" : $"CN{Digits}.{Check}";

    /// <summary>The check character of 8 or 12 digits.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++) sum += (digits[i] - '0') * ((i % 8) + 2);
        return (sum % 11) switch { 10 => 'X', var rest => (char)('0' + rest) };
    }

    /// <summary>
    /// Makes the number of these digits, for data that carry no check character. Null when they are none.
    /// </summary>
    public static ApplicationNumber? OfDigits(string digits) => Of(digits, null, out _);

    /// <summary>Reads folded text; <paramref name="fault"/> is set when it has the form but not the content.</summary>
    internal static bool TryRead(
        string folded, out ApplicationNumber number, [NotNullWhen(false)] out NumberRefusal? fault)
    {
        number = default;
        fault = NumberRefusal.NotAPatentNumber;
        if (Standard().Match(folded) is { Success: true } standard)
            return Take(FromStandard(standard), null, out number, out fault);
        var match = Long().Match(folded);
        if (!match.Success) match = ShortWithDot().Match(folded);
        if (!match.Success) match = ShortWithPrefix().Match(folded);
        if (!match.Success) return false;
        var check = match.Groups["check"] is { Success: true } group ? group.Value[0] : (char?)null;
        return Take(match.Groups["digits"].Value, check, out number, out fault);
    }

    private static bool Take(
        string digits, char? check, out ApplicationNumber number, [NotNullWhen(false)] out NumberRefusal? fault)
    {
        var made = Of(digits, check, out var why);
        number = made ?? default;
        fault = made is null ? why : null;
        return made is not null;
    }

    private static ApplicationNumber? Of(string digits, char? check, out NumberRefusal fault)
    {
        fault = NumberRefusal.NotAPatentNumber;
        if (digits.Length is not 8 and not 12 || digits.Any(c => !char.IsAsciiDigit(c))) return null;
        var number = new ApplicationNumber(digits);
        fault = NumberRefusal.UnknownYearOrType;
        if (TypeOf(digits[digits.Length == 12 ? 4 : 2]) is null) return null;
        var (first, last) = digits.Length == 12 ? (FirstYearOfLongForm, DemoYear) : (FirstYear, FirstYearOfLongForm);
        if (number.Year < first || number.Year > last) return null;
        fault = NumberRefusal.WrongCheckCharacter;
        return check is null || check == number.Check ? number : null;
    }

    /// <summary>1 and 8 (PCT) 发明, 2 and 9 (PCT) 实用新型, 3 外观设计.</summary>
    private static PatentType? TypeOf(char digit) => digit switch
    {
        '1' or '8' => PatentType.Invention,
        '2' or '9' => PatentType.UtilityModel,
        '3' => PatentType.Design,
        _ => null,
    };

    /// <summary>10 2021 00 1286633 → 2021 1 1286633; a serial over seven digits is none we know how to write.</summary>
    private static string FromStandard(Match match)
    {
        var serial = match.Groups["serial"].Value;
        if (!serial.StartsWith("00", StringComparison.Ordinal)) return "";
        return match.Groups["year"].Value + match.Groups["type"].Value + serial[2..];
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^(CN|ZL)?(?<digits>[0-9]{12})(\\.?(?<check>[0-9X]))?([A-WYZ][0-9]?)?$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Long();

    [GeneratedRegex(
        "^(CN)?(?<digits>[0-9]{8})\\.(?<check>[0-9X])([A-WYZ][0-9]?)?$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex ShortWithDot();

    [GeneratedRegex(
        "^ZL(?<digits>[0-9]{8})(\\.?(?<check>[0-9X]))?([A-WYZ][0-9]?)?$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex ShortWithPrefix();

    [GeneratedRegex("^(CN)?(?<type>[123])0(?<year>[0-9]{4})(?<serial>[0-9]{9})$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Standard();
}
