using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace IpMarket.Domain.Catalogue.Patents.Numbers;

/// <summary>
/// A Chinese publication or grant number (公开号, 授权公告号): seven digits (until about 2007) or nine, the first of
/// which is the type 1, 2 or 3, and a kind: A published, B/C granted invention, U/Y utility model, S/D design. A and B
/// of one patent keep the same digits.
/// </summary>
public readonly partial record struct PublicationNumber
{
    private PublicationNumber(string digits, string kind)
    {
        Digits = digits;
        Kind = kind;
    }

    /// <summary>7 or 9 digits.</summary>
    public string Digits { get; }

    /// <summary><c>A</c>, <c>B2</c>; empty when it was not written.</summary>
    public string Kind { get; }

    public PatentType Type => Digits[0] switch
    {
        '1' => PatentType.Invention,
        '2' => PatentType.UtilityModel,
        _ => PatentType.Design,
    };

    /// <summary>What names a patent of which only this is known: <c>CN105886788</c>, without the kind.</summary>
    public string Key => "CN" + Digits;

    /// <summary>As printed: <c>CN105734615B</c>.</summary>
    public override string ToString() => Digits is null ? "" : $"CN{Digits}{Kind}";

    internal static bool TryRead(
        string folded, out PublicationNumber number, [NotNullWhen(false)] out NumberRefusal? fault)
    {
        number = default;
        fault = NumberRefusal.NotAPatentNumber;
        var match = Form().Match(folded);
        if (!match.Success) return false;
        var digits = match.Groups["digits"].Value;
        fault = NumberRefusal.UnknownYearOrType;
        if (digits[0] is < '1' or > '3') return false;
        number = new PublicationNumber(digits, match.Groups["kind"].Value);
        fault = null;
        return true;
    }

    [GeneratedRegex(
        "^((CN)?(?<digits>[0-9]{9})|CN(?<digits>[0-9]{7}))(?<kind>[A-CUYSD][0-9]?)?$",
        RegexOptions.ExplicitCapture,
        1_000)]
    private static partial Regex Form();
}
