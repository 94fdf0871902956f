using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Patents.Life.Words;

/// <summary>Why the words of a source name no legal event, by descending precedence.</summary>
public enum LegalTextRefusal
{
    [RefusalText(
        "“{text}”不是已知的法律事件名称，请填写法律事件代码（如 GR01）。",
        "'{text}' is no known name of a legal event; give its code (GR01, say).",
        Status = 400)]
    LegalTextUnknown,

    [RefusalText(
        "“{text}”可能是 {codes} 中的任一种，无法确定；请填写代码。",
        "'{text}' may be any of {codes}; give the code.",
        Status = 400)]
    LegalTextAmbiguous,

    [RefusalText(
        "“{text}”与“{other}”说的不是同一种法律事件。", "'{text}' and '{other}' are not the same legal event.", Status = 400)]
    LegalTextsDisagree,
}

/// <summary>
/// Which code the words of the gazette or of a search mean: the house's list of names, and the words the house itself
/// has for a code. A name that covers several events needs a code, or details that begin with the name of one.
/// </summary>
public static class LegalTexts
{
    /// <summary>Details that begin with fewer characters of a name may begin with another word.</summary>
    private const int PrefixCharsMin = 4;

    private const int CharsShown = 40;

    private static readonly FrozenDictionary<string, Meaning> ByName = Load();

    private static readonly ImmutableArray<string> Prefixes =
    [
        .. ByName.Keys.Where(name => name.Length >= PrefixCharsMin).OrderByDescending(name => name.Length),
    ];

    /// <summary>The code a source means.</summary>
    /// <param name="code">The code as the source writes it; null when it has none.</param>
    /// <param name="text">A name, or a code in its place; null when it has none. One of the two is needed.</param>
    /// <param name="detail">What the source says further; null when nothing.</param>
    public static Outcome<LegalCode> Read(string? code, string? text, string? detail)
    {
        var known = text is null ? null : ByName.GetValueOrDefault(Fold(text));
        if (code is not null)
        {
            if (LegalCodes.Find(code) is not { } given)
                return Refusal.Of(LifeRefusal.LegalCodeUnknown, ("code", Short(code)));
            return known is null || known.Allows(given.Code) ? given : Disagree(text!, code);
        }

        ArgumentNullException.ThrowIfNull(text);
        if (LegalCodes.Find(text) is { } written) return written;
        if (known is null) return Refusal.Of(LegalTextRefusal.LegalTextUnknown, ("text", Short(text)));
        if (detail is not null && Beginning(Fold(detail)) is { Code: { } told })
            return known.Allows(told) ? LegalCodes.Find(told)! : Disagree(text, detail);
        return known.Code is { } one
            ? LegalCodes.Find(one)!
            : Refusal.Of(
                LegalTextRefusal.LegalTextAmbiguous,
                ("text", Short(text)),
                ("codes", string.Join(", ", known.Among)));
    }

    /// <summary>The name details begin with; one that covers several may be followed by one of them.</summary>
    private static Meaning? Beginning(string detail)
    {
        Meaning? found = null;
        while ((found is null || found.Among.Length > 1)
            && Prefixes.FirstOrDefault(name => detail.StartsWith(name, StringComparison.Ordinal)) is { } name)
            (found, detail) = (ByName[name], detail[name.Length..]);
        return found;
    }

    /// <summary>
    /// Letters and digits only, half-width, capitals, without 的: <c>专利权（质押）登记的生效</c> and <c>专利权质押登记生效</c>
    /// are one name.
    /// </summary>
    private static string Fold(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormKC)
            .Where(character => char.IsLetterOrDigit(character) && character != '的')
            .Select(char.ToUpperInvariant));

    private static string Short(string text) => text.Length > CharsShown ? text[..CharsShown] + "…" : text;

    private static Refusal Disagree(string text, string other) =>
        Refusal.Of(LegalTextRefusal.LegalTextsDisagree, ("text", Short(text)), ("other", Short(other)));

    private static FrozenDictionary<string, Meaning> Load()
    {
        using var stream = Assembly.GetExecutingAssembly()
            .GetManifestResourceStream($"{typeof(LegalTexts).Namespace}.legal-texts.json")!;
        var file = JsonSerializer.Deserialize<File>(stream, EventCodec.Options)!;
        var names = new Dictionary<string, Meaning>(StringComparer.Ordinal);
        foreach (var (text, code, among) in file.Texts)
            names.TryAdd(Fold(text), new Meaning(code, among.IsDefaultOrEmpty ? [code!] : among));
        var own = LegalCodes.All.SelectMany(code => (string[])[code.Zh, code.En], (code, words) => (code.Code, words))
            .GroupBy(one => Fold(one.words), one => one.Code, StringComparer.Ordinal);
        foreach (var words in own)
        {
            var codes = words.Distinct(StringComparer.Ordinal).ToImmutableArray();
            names.TryAdd(words.Key, new Meaning(codes.Length == 1 ? codes[0] : null, codes));
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>What a name means.</summary>
    /// <param name="Code">The event where nothing further is said; null when it may be several.</param>
    /// <param name="Among">The events it may be.</param>
    private sealed record Meaning(string? Code, ImmutableArray<string> Among)
    {
        public bool Allows(string code) => Among.Contains(code, StringComparer.Ordinal);
    }

    private sealed record File(string Source, ImmutableArray<NamedText> Texts);

    private sealed record NamedText(string Text, string? Code, ImmutableArray<string> Among);
}
