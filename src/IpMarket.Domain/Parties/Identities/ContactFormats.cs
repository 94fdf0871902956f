using System.Diagnostics.CodeAnalysis;

namespace IpMarket.Domain.Parties.Identities;

/// <summary>Forms of the numbers a party leaves with the centre. All of them are vault data.</summary>
public static class ContactFormats
{
    /// <summary>Digits an account number may have: bank practice, no national rule fixes one length.</summary>
    public const int AccountDigitsMin = 8;

    public const int AccountDigitsMax = 30;

    /// <summary>
    /// A mobile: eleven digits of the mainland's plan (1, then 3–9), written with or without +86, kept without; or
    /// another country's in E.164 (+ and 7–15 digits), kept with the plus.
    /// </summary>
    public static bool TryMobile([NotNullWhen(true)] string? text, out string mobile)
    {
        var folded = Folding.Code(text);
        if (folded.StartsWith("+86", StringComparison.Ordinal)) folded = folded[3..];
        else if (folded.StartsWith("0086", StringComparison.Ordinal)) folded = folded[4..];
        mobile = folded;
        if (folded.StartsWith('+')) return folded.Length is >= 8 and <= 16 && OnlyDigits(folded.AsSpan(1));
        return folded.Length == 11 && OnlyDigits(folded) && folded[0] == '1' && folded[1] >= '3';
    }

    /// <summary>
    /// An account number: digits only, <see cref="AccountDigitsMin"/>–<see cref="AccountDigitsMax"/>.
    /// </summary>
    public static bool TryAccount([NotNullWhen(true)] string? text, out string account)
    {
        account = Folding.Code(text);
        return account.Length is >= AccountDigitsMin and <= AccountDigitsMax && OnlyDigits(account);
    }

    /// <summary>
    /// A mail address: one @ with something on both sides and a dot after it, at most 254 characters, no blank.
    /// </summary>
    public static bool TryMail([NotNullWhen(true)] string? text, out string mail)
    {
        mail = (text ?? "").Trim();
        var at = mail.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && mail.Length <= 254
            && mail.LastIndexOf('@') == at
            && mail.IndexOf('.', at) > at + 1
            && !mail.EndsWith('.')
            && !mail.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
    }

    private static bool OnlyDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
