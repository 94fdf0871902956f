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
    /// <exception cref="JsonException">It is none, or a rule of law is among them.</exception>
    public static HouseGateRules Read(Stream file)
    {
        var rules = JsonSerializer.Deserialize<ImmutableArray<HouseGateRule>>(file, EventCodec.Options);
        foreach (var rule in rules)
        {
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

    private static HouseGateRules Load()
    {
        using var stream = typeof(HouseGateRules).Assembly.GetManifestResourceStream(File)!;
        return Read(stream);
    }
}
