using System.Collections.Immutable;
using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Listings.Terms;

/// <summary>How high the fee of an open licence may be, from a day on. Not the law's text: configuration.</summary>
/// <param name="From">The first day it holds.</param>
/// <param name="Until">The last day, itself included; null = until changed.</param>
/// <param name="FixedFenMax">A fixed fee, or an entry fee, in fen.</param>
/// <param name="SalesBpMax">A rate on net sales, in basis points.</param>
/// <param name="ProfitBpMax">A rate on profit, in basis points.</param>
/// <param name="SourceZh">Where it was read.</param>
[GenerateSerializer, Immutable, Alias("catalogue.open-licence-rule/1")]
public sealed record OpenLicenceRule(
    [property: Id(0)] DateOnly From,
    [property: Id(1)] DateOnly? Until,
    [property: Id(2)] long FixedFenMax,
    [property: Id(3)] int SalesBpMax,
    [property: Id(4)] int ProfitBpMax,
    [property: Id(5)] string SourceZh,
    [property: Id(6)] string SourceEn);

/// <summary>The bounds of open licences' fees by their days.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.open-licence-rules/1")]
public sealed record OpenLicenceRules([property: Id(0)] ImmutableArray<OpenLicenceRule> Rules)
{
    private const string File = "IpMarket.Domain.Catalogue.Listings.Terms.open-licence-rules.v1.json";

    /// <summary>Those that come with the house.</summary>
    public static readonly OpenLicenceRules House = Load();

    /// <summary>Reads a file of such rules.</summary>
    /// <exception cref="JsonException">It is none, or a bound, a day or a source in it is not acceptable.</exception>
    public static OpenLicenceRules Read(Stream file)
    {
        var rules = JsonSerializer.Deserialize<ImmutableArray<OpenLicenceRule>>(file, EventCodec.Options);
        foreach (var rule in rules)
        {
            if (Fault(rule) is { } fault) throw new JsonException($"The rule from {rule.From:yyyy-MM-dd}: {fault}");
        }

        return new OpenLicenceRules(rules);
    }

    /// <summary>The rule of the day; null where none holds: then there is no bound.</summary>
    public OpenLicenceRule? On(DateOnly day) => Rules.LastOrDefault(rule => rule.From <= day && !(rule.Until < day));

    private static string? Fault(OpenLicenceRule rule)
    {
        if (rule.FixedFenMax is < 1 or > Limits.AmountFenMax) return "the bound of a fixed fee is out of range.";
        if (rule.SalesBpMax is < 1 or > EquityTerms.WholeBp || rule.ProfitBpMax is < 1 or > EquityTerms.WholeBp)
            return $"a rate lies between 1 and {EquityTerms.WholeBp} basis points.";
        if (rule.Until < rule.From) return "its last day lies before its first.";
        return string.IsNullOrWhiteSpace(rule.SourceZh) || string.IsNullOrWhiteSpace(rule.SourceEn)
            ? "its source is due in both languages."
            : null;
    }

    private static OpenLicenceRules Load()
    {
        using var stream = typeof(OpenLicenceRules).Assembly.GetManifestResourceStream(File)!;
        return Read(stream);
    }
}
