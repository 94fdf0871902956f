using System.Collections.Immutable;
using System.Text.Json;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Gate;

/// <summary>What a rule does to a mode.</summary>
public enum GateEffect
{
    None,

    /// <summary>Shown, not blocking.</summary>
    Notes,

    Closes,
}

/// <summary>
/// Where the law does not say clearly: what this centre does, from a day on, and why. Configuration, never law.
/// </summary>
/// <param name="Rule">One whose statute is <see cref="Statute.House"/>.</param>
/// <param name="From">The first day it holds.</param>
/// <param name="Until">The last day, itself included; null = until changed.</param>
/// <param name="SourceZh">Shown beside every finding.</param>
[GenerateSerializer, Immutable, Alias("catalogue.house-gate-rule/1")]
public sealed record HouseGateRule(
    [property: Id(0)] GateRule Rule,
    [property: Id(1)] ImmutableArray<ListingMode> Closes,
    [property: Id(2)] ImmutableArray<ListingMode> Notes,
    [property: Id(3)] DateOnly From,
    [property: Id(4)] DateOnly? Until,
    [property: Id(5)] string SourceZh,
    [property: Id(6)] string SourceEn);

/// <summary>The centre's own rules of the gate.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.house-gate-rules/1")]
public sealed record HouseGateRules([property: Id(0)] ImmutableArray<HouseGateRule> Rules)
{
    private const string File = "IpMarket.Domain.Catalogue.Gate.house-gate-rules.v1.json";

    /// <summary>Those that come with the house.</summary>
    public static readonly HouseGateRules Default = Load();

    /// <summary>Reads a file of such rules.</summary>
    /// <exception cref="JsonException">
    /// It is none, a rule of law is among them, a rule is incomplete, or two of the same rule hold on one day.
    /// </exception>
    public static HouseGateRules Read(Stream file)
    {
        var rules = JsonSerializer.Deserialize<ImmutableArray<HouseGateRule>>(file, EventCodec.Options);
        foreach (var rule in rules)
        {
            if (Fault(rule) is { } fault) throw new JsonException($"{rule.Rule}: {fault}");
            if (rules.Any(other => other != rule && other.Rule == rule.Rule && Overlap(other, rule)))
                throw new JsonException($"{rule.Rule}: two rows hold on one day.");
            if (GateLaw.GroundOf(rule.Rule).Statute != Statute.House)
                throw new JsonException($"{rule.Rule} is law, not a rule of the house: it cannot be configured.");
        }

        return new HouseGateRules(rules);
    }

    /// <summary>The rule as it stands on the day; null when the house has none then.</summary>
    public HouseGateRule? On(GateRule rule, DateOnly day) =>
        Rules.LastOrDefault(row => row.Rule == rule && row.From <= day && !(row.Until < day));

    public GateEffect EffectOf(GateRule rule, ListingMode mode, DateOnly day) => On(rule, day) switch
    {
        { } found when found.Closes.Contains(mode) => GateEffect.Closes,
        { } found when found.Notes.Contains(mode) => GateEffect.Notes,
        _ => GateEffect.None,
    };

    private static string? Fault(HouseGateRule rule)
    {
        if (!Enum.IsDefined(rule.Rule)) return "there is no such rule.";
        if (rule.Closes.IsDefault || rule.Notes.IsDefault) return "the modes it closes and those it notes are due.";
        if (rule.Closes.Intersect(rule.Notes).Any()) return "a mode is closed or noted, not both.";
        if (rule.Until < rule.From) return "its last day lies before its first.";
        return string.IsNullOrWhiteSpace(rule.SourceZh) || string.IsNullOrWhiteSpace(rule.SourceEn)
            ? "its source is due in both languages."
            : null;
    }

    private static bool Overlap(HouseGateRule one, HouseGateRule other) =>
        !(one.Until < other.From) && !(other.Until < one.From);

    private static HouseGateRules Load()
    {
        using var stream = typeof(HouseGateRules).Assembly.GetManifestResourceStream(File)!;
        return Read(stream);
    }
}
