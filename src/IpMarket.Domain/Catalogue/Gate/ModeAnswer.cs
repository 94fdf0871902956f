using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Gate;

/// <summary>What the gate asks of a patent, copied at one version of its stream.</summary>
/// <param name="Holders">The register's holders.</param>
[GenerateSerializer, Immutable, Alias("catalogue.gate-facts/1")]
public sealed record GateFacts(
    [property: Id(0)] LegalStanding Legal,
    [property: Id(1)] PatentType? Type,
    [property: Id(2)] ImmutableArray<string> Holders,
    [property: Id(3)] EncumbranceBook Encumbrances)
{
    /// <summary>What the timeline's codes tell beside the status; the kind and number of it they do not.</summary>
    [Id(4)]
    public ImmutableArray<LifeMark> Marks { get; init; } = [];

    /// <summary>Which holder may act for which.</summary>
    [Id(5)]
    public ImmutableArray<CoOwnerMandate> Mandates { get; init; } = [];

    /// <param name="patent">The patent.</param>
    /// <param name="rules">Terms by the law's versions.</param>
    /// <param name="on">The day its status is asked for.</param>
    public static GateFacts Of(Patent patent, PatentRules rules, DateOnly on)
    {
        var life = patent.LifeAt(rules, on);
        return new GateFacts(life.Standing, patent.Type, patent.HolderNames, patent.Encumbrances)
        {
            Marks = life.Marks,
            Mandates = patent.Life.Ownership?.Mandates ?? [],
        };
    }
}

/// <summary>What a rule found.</summary>
/// <param name="Encumbrance">The encumbrance it is about; null when about none.</param>
/// <param name="Said">In both languages, with figures; its code is the rule's.</param>
/// <param name="House">The house's rule it rests on; null when it is law.</param>
[GenerateSerializer, Immutable, Alias("catalogue.gate-finding/1")]
public sealed record GateFinding(
    [property: Id(0)] GateRule Rule,
    [property: Id(1)] int? Encumbrance,
    [property: Id(2)] Refusal Said,
    [property: Id(3)] HouseGateRule? House)
{
    /// <summary>As a command is refused with it: what is the matter, the article, what would cure it.</summary>
    public Refusal AsRefusal()
    {
        var (ground, cure) = (GateLaw.GroundOf(Rule), GateLaw.CureOf(Rule));
        var statute = GateLaw.TextOf(ground.Statute);
        var (openZh, openEn) = ground.IsToBeVerified ? ("，待核实", ", to be verified") : ("", "");
        return Said with
        {
            Zh = $"{Said.Zh}（{statute.Zh}：{ground.ArticleZh}{openZh}）{cure?.Zh}",
            En = $"{Said.En} ({statute.En}, {ground.ArticleEn}{openEn}) {cure?.En}".TrimEnd(),
        };
    }
}

/// <summary>What may be done in one mode.</summary>
/// <param name="Refusals">Why not, by precedence; empty = open.</param>
/// <param name="Notices">What whoever takes it should know; shown, not blocking.</param>
[GenerateSerializer, Immutable, Alias("catalogue.mode-answer/1")]
public sealed record ModeAnswer(
    [property: Id(0)] ListingMode Mode,
    [property: Id(1)] ImmutableArray<GateFinding> Refusals,
    [property: Id(2)] ImmutableArray<GateFinding> Notices)
{
    public bool IsOpen => Refusals.IsEmpty;

    /// <summary>Why it may not even be submitted: what no paper in the seller's hand would cure.</summary>
    public GateFinding? BarsSubmission =>
        Refusals.FirstOrDefault(finding => GateLaw.CureOf(finding.Rule) is not { IsAPaper: true });
}
