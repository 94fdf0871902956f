using System.Collections.Immutable;
using System.Reflection;

namespace IpMarket.Domain.Catalogue.Gate;

/// <summary>A text of law a rule rests on, by its name and the day of the version that was read.</summary>
public enum Statute
{
    /// <summary>The centre's own rule; its source says why.</summary>
    [StatuteText("本中心规则", "house rule", "")]
    House,

    [StatuteText("专利法", "Patent Law", "2020-10-17")]
    PatentLaw,

    [StatuteText("专利法实施细则", "Patent Law Rules", "2023-12-11")]
    PatentRules,

    [StatuteText("民法典", "Civil Code", "2020-05-28")]
    CivilCode,

    [StatuteText("最高人民法院关于适用民法典有关担保制度的解释", "Interpretation on Security", "2020-12-31")]
    SecurityInterpretation,

    [StatuteText(
        "最高人民法院关于审理技术合同纠纷案件适用法律若干问题的解释",
        "Interpretation on Technology Contracts",
        "2020-12-29")]
    TechnologyContracts,

    [StatuteText("专利权质押登记办法", "Patent Pledge Registration Measures", "2021-11-15")]
    PledgeMeasures,

    [StatuteText("科学技术进步法", "Science and Technology Progress Law", "2021-12-24")]
    ScienceProgress,

    [StatuteText("国防专利条例", "Defence Patent Regulations", "2004-09-17")]
    DefencePatents,

    [StatuteText("技术进出口管理条例", "Technology Trade Regulations", "2020-11-29")]
    TechnologyTrade,
}

/// <summary>The names of a statute and the day of the version read, <c>2020-10-17</c>; empty for house rules.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class StatuteTextAttribute(string zh, string en, string version) : Attribute
{
    public string Zh { get; } = zh;

    public string En { get; } = en;

    public string Version { get; } = version;
}

/// <summary>The article a rule rests on.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class GroundAttribute(Statute statute, string articleZh, string articleEn) : Attribute
{
    public Statute Statute { get; } = statute;

    public string ArticleZh { get; } = articleZh;

    public string ArticleEn { get; } = articleEn;

    /// <summary>
    /// The article was not read in a text of the law: 待核实 stands wherever it is cited, until somebody has.
    /// </summary>
    public bool IsToBeVerified { get; init; }
}

/// <summary>What would open the mode again.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class CureAttribute(string zh, string en) : Attribute
{
    public string Zh { get; } = zh;

    public string En { get; } = en;

    /// <summary>
    /// A paper the seller brings with his submission and the handler records: it is due before the desk's first step,
    /// not before the submission.
    /// </summary>
    public bool IsAPaper { get; init; }
}

/// <summary>Article, version and cure of each rule.</summary>
public static class GateLaw
{
    private static readonly ImmutableDictionary<GateRule, (GroundAttribute Ground, CureAttribute? Cure)> Rules =
        Enum.GetValues<GateRule>().ToImmutableDictionary(
            rule => rule, rule => (Of<GroundAttribute>(rule)!, Of<CureAttribute>(rule)));

    private static readonly ImmutableDictionary<Statute, StatuteTextAttribute> Statutes =
        Enum.GetValues<Statute>().ToImmutableDictionary(
            statute => statute, statute => Of<StatuteTextAttribute>(statute)!);

    public static GroundAttribute GroundOf(GateRule rule) => Rules[rule].Ground;

    /// <summary>Null for what only informs.</summary>
    public static CureAttribute? CureOf(GateRule rule) => Rules[rule].Cure;

    public static StatuteTextAttribute TextOf(Statute statute) => Statutes[statute];

    private static TAttribute? Of<TAttribute>(Enum member)
        where TAttribute : Attribute =>
        member.GetType().GetField(member.ToString())!.GetCustomAttribute<TAttribute>();
}
