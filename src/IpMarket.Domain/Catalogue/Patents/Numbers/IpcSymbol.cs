using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace IpMarket.Domain.Catalogue.Patents.Numbers;

/// <summary>
/// A symbol of the International Patent Classification: section A–H, class of two digits, subclass letter, main group
/// of 1–4 digits, subgroup of 2–6 (CPC's are longer than IPC's). Sources that name only a class or subclass are kept
/// so.
/// </summary>
public readonly partial record struct IpcSymbol
{
    private IpcSymbol(string text) => Text = text;

    /// <summary>As shown: <c>C22B 34/22</c>, <c>C25C</c>, <c>C01</c>.</summary>
    public string Text { get; }

    public override string ToString() => Text ?? "";

    /// <summary>
    /// Reads <c>A24B   15/18    (2006.01)</c>, <c>A23L1/0067</c>, <c>H04W  84/    20            A I</c>, WIPO's storage
    /// form <c>C22B0034220000</c> and the packed form <c>C07D41700</c>.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IpcSymbol symbol)
    {
        symbol = default;
        if (text is null || text.Length > 80) return false;
        var folded = NumberText.HalfWidth(text).Trim().ToUpperInvariant();
        if (Spelled().Match(folded) is { Success: true } spelled)
            symbol = Of(spelled, spelled.Groups["sub"].Value);
        else if (Storage().Match(folded) is { Success: true } storage)
            symbol = Of(storage, WithoutPadding(storage.Groups["sub"].Value));
        else if (Packed().Match(folded) is { Success: true } packed)
            symbol = Of(packed, packed.Groups["sub"].Value);
        else if (Coarse().Match(folded) is { Success: true } coarse)
            symbol = new IpcSymbol(coarse.Value);
        return symbol.Text is not null;
    }

    private static IpcSymbol Of(Match match, string subgroup) =>
        new($"{match.Groups["subclass"].Value} {Main(match.Groups["main"].Value)}/{subgroup}");

    private static string Main(string digits) => digits.TrimStart('0') is { Length: > 0 } main ? main : "0";

    /// <summary>The storage form fills six places with zeros on the right; two digits always stay.</summary>
    private static string WithoutPadding(string digits) => digits[..2] + digits[2..].TrimEnd('0');

    [GeneratedRegex(
        "^(?<subclass>[A-H][0-9]{2}[A-Z])\\s*(?<main>[0-9]{1,4})\\s*/\\s*(?<sub>[0-9]{2,6})"
        + "\\s*(\\([0-9]{4}\\.[0-9]{2}\\))?(\\s+[A-Z]){0,3}$",
        RegexOptions.ExplicitCapture,
        1_000)]
    private static partial Regex Spelled();

    [GeneratedRegex(
        "^(?<subclass>[A-H][0-9]{2}[A-Z])(?<main>[0-9]{4})(?<sub>[0-9]{6})$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Storage();

    [GeneratedRegex(
        "^(?<subclass>[A-H][0-9]{2}[A-Z])(?<main>[0-9]{3})(?<sub>[0-9]{2})$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Packed();

    [GeneratedRegex("^[A-H][0-9]{2}[A-Z]?$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Coarse();
}
