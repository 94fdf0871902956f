using System.Text;

namespace IpMarket.Domain.Parties.Identities;

/// <summary>How spellings of the same thing are made equal before they are compared.</summary>
public static class Folding
{
    /// <summary>
    /// A code or number: full-width characters become half-width, letters capitals; blanks, dashes and dots are
    /// dropped. Characters that stay foreign to the code make its parser refuse it.
    /// </summary>
    public static string Code(string? text)
    {
        var folded = new StringBuilder();
        foreach (var c in text ?? "")
        {
            var half = HalfWidth(c);
            if (char.IsWhiteSpace(half) || half is '-' or '.' or '\u2013' or '\u2014') continue;
            folded.Append(char.ToUpperInvariant(half));
        }

        return folded.ToString();
    }

    /// <summary>
    /// A name as it is compared with a register's: width folded (both kinds of brackets are one), blanks dropped,
    /// letters capitals. Never shown.
    /// </summary>
    public static string Name(string? text)
    {
        var folded = new StringBuilder();
        foreach (var c in (text ?? "").Normalize(NormalizationForm.FormKC))
        {
            if (char.IsWhiteSpace(c)) continue;
            folded.Append(char.ToUpperInvariant(HalfWidth(c)));
        }

        return folded.ToString();
    }

    /// <summary>Whether two names are the same name, written differently or not.</summary>
    public static bool SameName(string? left, string? right) =>
        Name(left) is { Length: > 0 } name && name == Name(right);

    private static char HalfWidth(char c) => c switch
    {
        '\u3000' => ' ',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };
}
