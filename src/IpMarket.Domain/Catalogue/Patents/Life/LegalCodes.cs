using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Patents.Life;

/// <summary>A code of the INPADOC legal events for CN, with our own words for it.</summary>
/// <param name="Code">As INPADOC writes it: <c>GR01</c>.</param>
/// <param name="Effect">What it does to the status.</param>
/// <param name="Zh">What it means, in Chinese.</param>
/// <param name="En">The same in English.</param>
public sealed record LegalCode(string Code, LegalEffect Effect, string Zh, string En);

/// <summary>The table of legal event codes, read from the house's own data file.</summary>
public static class LegalCodes
{
    private static readonly File Table = Load();

    private static readonly FrozenDictionary<string, LegalCode> ByCode =
        Table.Codes.ToFrozenDictionary(code => code.Code, StringComparer.Ordinal);

    /// <summary>Every code, in alphabetic order.</summary>
    public static ImmutableArray<LegalCode> All => Table.Codes;

    /// <summary>Where the codes come from, and who wrote the words.</summary>
    public static string Source => Table.Source;

    /// <summary>The code in any case, blanks around it ignored; null when the table does not have it.</summary>
    public static LegalCode? Find(string text) => ByCode.GetValueOrDefault(text.Trim().ToUpperInvariant());

    private static File Load()
    {
        using var stream = Assembly.GetExecutingAssembly()
            .GetManifestResourceStream($"{typeof(LegalCodes).Namespace}.legal-codes.json")!;
        return JsonSerializer.Deserialize<File>(stream, EventCodec.Options)!;
    }

    private sealed record File(string Source, ImmutableArray<LegalCode> Codes);
}
