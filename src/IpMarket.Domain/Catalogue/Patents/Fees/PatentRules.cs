using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Patents.Fees;

/// <summary>Where a rule was read, as pages show it.</summary>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
/// <param name="IsSure">False: not read in the law's own text; shown as 待核实.</param>
public sealed record RuleSource(string Zh, string En, bool IsSure);

/// <summary>A rule that holds for days (of filing, or due) in a range; an open end is null.</summary>
public abstract record DatedRule(DateOnly? From, DateOnly? To, RuleSource Source)
{
    /// <summary>Both ends included; an open end is null.</summary>
    public bool Holds(DateOnly day) => !(day < From) && !(day > To);
}

/// <summary>How long a right lasts, by the day it was filed.</summary>
/// <param name="Years">Whole years from the filing date.</param>
public sealed record TermRule(PatentType Type, DateOnly? From, DateOnly? To, int Years, RuleSource Source)
    : DatedRule(From, To, Source);

/// <summary>The annual fees of a type, by the day they are due.</summary>
public sealed record FeeRule(
    PatentType Type, DateOnly? From, DateOnly? To, ImmutableArray<FeeBracket> Years, RuleSource Source)
    : DatedRule(From, To, Source);

/// <summary>The full fee of each of the patent years from <paramref name="From"/> to <paramref name="To"/>.</summary>
public sealed record FeeBracket(int From, int To, long Fen);

/// <summary>The grace period after a due day, with its surcharge.</summary>
/// <param name="Percents">
/// Of the full annual fee, whatever is reduced; one for each month late, the first month first. Their number is the
/// length of the period in months.
/// </param>
public sealed record GraceRule(DateOnly? From, DateOnly? To, ImmutableArray<int> Percents, RuleSource Source)
    : DatedRule(From, To, Source);

/// <summary>How a right that lapsed for a fee is restored.</summary>
/// <param name="Months">From the receipt of the office's notice.</param>
/// <param name="FeeFen">The fee of the request; the unpaid fee and its surcharge come on top.</param>
/// <param name="ForceMajeureYears">With force majeure: at most so many years after the due day.</param>
public sealed record RestorationRule(
    DateOnly? From, DateOnly? To, int Months, long FeeFen, int ForceMajeureYears, RuleSource Source)
    : DatedRule(From, To, Source);

/// <summary>
/// Terms and fees by the versions of the law. Data, not code: the house's own file, or the one the configuration names.
/// Of rules that hold on one day the first counts.
/// </summary>
/// <param name="RemindDays">So many days before a fee is due, or its grace ends, watchers are told.</param>
public sealed record PatentRules(
    ImmutableArray<TermRule> Terms,
    ImmutableArray<FeeRule> Fees,
    ImmutableArray<GraceRule> Graces,
    ImmutableArray<RestorationRule> Restorations,
    ImmutableArray<int> RemindDays)
{
    private static readonly JsonSerializerOptions Json = new(EventCodec.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The rules that come with the house.</summary>
    public static readonly PatentRules House = LoadHouse();

    public TermRule? TermOf(PatentType type, DateOnly filedOn) =>
        Terms.FirstOrDefault(rule => rule.Type == type && rule.Holds(filedOn));

    public FeeRule? FeesOf(PatentType type, DateOnly due) =>
        Fees.FirstOrDefault(rule => rule.Type == type && rule.Holds(due));

    public GraceRule? GraceOf(DateOnly due) => Graces.FirstOrDefault(rule => rule.Holds(due));

    public RestorationRule? RestorationOf(DateOnly receivedOn) =>
        Restorations.FirstOrDefault(rule => rule.Holds(receivedOn));

    /// <summary>Reads rules from JSON.</summary>
    /// <exception cref="JsonException">The text is none, or a figure is out of its bounds.</exception>
    public static PatentRules Read(Stream json)
    {
        var rules = JsonSerializer.Deserialize<PatentRules>(json, Json)
            ?? throw new JsonException("The rules are empty.");
        return rules.Fault() is { } fault ? throw new JsonException($"The rules are wrong: {fault}.") : rules;
    }

    private string? Fault()
    {
        if (Terms.IsDefaultOrEmpty || Terms.Any(rule => rule.Years is < 1 or > 50)) return "terms";
        if (Fees.IsDefault || Fees.Any(rule => rule.Years.IsDefaultOrEmpty
            || rule.Years.Any(years => years.From < 1 || years.To < years.From || years.Fen < 0))) return "fees";
        if (Graces.IsDefault || Graces.Any(rule => rule.Percents.IsDefaultOrEmpty
            || rule.Percents.Any(percent => percent is < 0 or > 1_000))) return "graces";
        if (Restorations.IsDefault || Restorations.Any(rule => rule.Months < 1 || rule.FeeFen < 0))
            return "restorations";
        return RemindDays.IsDefault || RemindDays.Any(days => days is < 0 or > 366) ? "remindDays" : null;
    }

    private static PatentRules LoadHouse()
    {
        using var stream = Assembly.GetExecutingAssembly()
            .GetManifestResourceStream($"{typeof(PatentRules).Namespace}.patent-rules.v1.json")!;
        return Read(stream);
    }
}
