using System.Diagnostics.CodeAnalysis;

namespace IpMarket.Domain.Parties.Identities;

/// <summary>
/// 统一社会信用代码: 18 characters of digits and capital letters without I, O, S, V, Z. The last is the check character
/// of GB 32100-2015: 31 − (Σ valueᵢ · 3^(i−1) mod 31) mod 31 over the first 17. Because 31 is prime, every change of a
/// single character and every swap of two neighbours is found.
/// </summary>
public readonly record struct CreditCode
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 18;

    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCode(string value) => Value = value;

    /// <summary>The 18 characters, capitals.</summary>
    public string Value { get; }

    /// <summary>The stream whose first claim decides whose code it is.</summary>
    public string Stream => "credit-code:" + Value;

    /// <summary>
    /// Reads a code as people write it: full-width characters and small letters are folded, blanks and dashes dropped.
    /// False when the form, the region's six digits or the check character are wrong.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CreditCode code)
    {
        code = default;
        var folded = Folding.Code(text);
        if (folded.Length != Length || folded.Any(c => !Alphabet.Contains(c))) return false;
        if (folded.AsSpan(2, 6).ContainsAnyExceptInRange('0', '9')) return false;
        if (folded[^1] != CheckCharacter(folded.AsSpan(0, Length - 1))) return false;
        code = new CreditCode(folded);
        return true;
    }

    /// <summary>The check character of the first 17, which must be of the code's alphabet.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> first17)
    {
        var (sum, weight) = (0, 1);
        foreach (var c in first17)
        {
            sum += Alphabet.IndexOf(c) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    public override string ToString() => Value ?? "";
}
