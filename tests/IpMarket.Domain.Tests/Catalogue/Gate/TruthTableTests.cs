using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Gate;

/// <summary>
/// Which modes each fact closes, written down from the texts of law and not from the code, and tried in every
/// combination: a mode is open exactly when none of the facts closes it. Modes: S sale, E exclusive, O sole,
/// N ordinary, P open licence, Q equity, R realisation.
/// </summary>
public sealed class TruthTableTests
{
    private const string Letters = "SEONPQR";

    /// <summary>The choices of each question: what is added to the facts, and what it closes.</summary>
    private static readonly Choice[][] Questions =
    [
        [
            // 专利法 50, 细则 85: open licence after the grant; 质押登记办法 11(3): no pledge before it.
            new(f => f, ""),
            new(f => f with { Legal = LegalStanding.Pending }, "PR"),
            new(f => f with { Legal = LegalStanding.Unspecified }, "PR"),
            // 专利法 42, 44, 47.
            new(f => f with { Legal = LegalStanding.Ended }, "SEONPQR"),
        ],
        [
            // 专利法 50(1): utility models and designs need an evaluation report for an open licence.
            new(f => f, ""),
            new(f => f with { Type = PatentType.UtilityModel }, "P"),
        ],
        [
            // 专利法 14: co-owners alone give ordinary licences only.
            new(f => f, ""),
            new(f => f.OwnedBy("甲公司", "乙公司", "丙公司"), "SEOPQR"),
            new(f => f.OwnedBy("甲公司", "乙公司", "丙公司").CoOwnersConsent(["乙公司", "丙公司"]), ""),
            // 专利法 14(1): what they agreed decides, for the ordinary licence too.
            new(f => f.OwnedBy("甲公司", "乙公司").AgreedAlone(ListingMode.Sale), "EONPQR"),
        ],
        [
            // 民法典 436: nothing to realise without a pledge. 444, 细则 86(4): nothing else without the pledgee.
            new(f => f, "R"),
            new(f => f.With(EncumbranceKind.Pledge), "SEONPQR"),
            new(f => f.With(EncumbranceKind.Pledge).Consented(), ""),
        ],
        // 细则 104, 105, 86(2); licences: house rule.
        [new(f => f, ""), new(f => f.With(EncumbranceKind.Preservation, new DateOnly(2026, 12, 31)), "SEONPQR")],
        // 细则 103, 105, 86(2); exclusive and sole licences: house rule after 民法典 870.
        [
            new(f => f, ""),
            new(f => f.With(EncumbranceKind.Suspension), "SEOPQR"),
            new(f => f.With(EncumbranceKind.OwnershipDispute), "SEOPQR"),
        ],
        // 技术合同解释 25; 细则 86(1).
        [
            new(f => f, ""),
            new(f => f.With(EncumbranceKind.ExclusiveLicence), "EONP"),
            new(f => f.With(EncumbranceKind.SoleLicence), "EONP"),
        ],
        [new(f => f, ""), new(f => f.With(EncumbranceKind.OrdinaryLicence), "EO")],
        // 专利法 51(3), 50.
        [new(f => f, ""), new(f => f.With(EncumbranceKind.OpenLicence), "EOP")],
        [
            // 国防专利条例 7, 22–24: by approval; never by public announcement.
            new(f => f, ""),
            new(f => f.With(EncumbranceKind.Secret), "SEONPQR"),
            new(f => f.With(EncumbranceKind.Secret).Consented(), "P"),
        ],
        [
            // 细则 86(3); house rule after 技术进出口管理条例 2: an open licence is for foreigners too.
            new(f => f, ""),
            new(f => f.With(EncumbranceKind.FeeArrears), "P"),
            new(f => f.With(EncumbranceKind.ExportRestricted), "P"),
        ],
    ];

    /// <summary>These are shown and close nothing, whatever else is the case.</summary>
    private static readonly ImmutableArray<EncumbranceKind> Shown =
    [
        EncumbranceKind.PublicFunding,
        EncumbranceKind.InvalidationRequest,
        EncumbranceKind.TwinApplication,
        EncumbranceKind.CompleterPreemption,
        EncumbranceKind.ClientPreemption,
        EncumbranceKind.CoDeveloperPreemption,
    ];

    [Fact]
    public void Every_combination_of_facts_opens_exactly_the_modes_none_of_them_closes()
    {
        var combinations = 1;
        foreach (var choices in Questions) combinations *= choices.Length;
        Assert.Equal(62_208, combinations);
        var wrong = Enumerable.Range(0, combinations).AsParallel().WithDegreeOfParallelism(2)
            .Select(Fault).OfType<string>().Take(20).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void What_only_informs_closes_nothing()
    {
        foreach (var kind in Shown)
        {
            foreach (var legal in Enum.GetValues<LegalStanding>())
            {
                var facts = APatentWith.Nothing with { Legal = legal };
                var (before, after) = (Open(facts), Open(facts.With(kind)));
                Assert.Equal(before, after);
            }
        }
    }

    private static string? Fault(int number)
    {
        var (facts, closed) = Combine(number);
        var (open, expected) = (Open(facts), Without(closed));
        return open == expected ? null : $"{number}: open {open}, expected {expected}";
    }

    private static (GateFacts Facts, HashSet<char> Closed) Combine(int number)
    {
        var facts = APatentWith.Nothing;
        var closed = new HashSet<char>();
        foreach (var choices in Questions)
        {
            var choice = choices[number % choices.Length];
            number /= choices.Length;
            facts = choice.Add(facts);
            closed.UnionWith(choice.Closes);
        }

        return (facts, closed);
    }

    private static string Open(GateFacts facts) => string.Concat(
        ListingGate.AskAll(facts, ["甲公司"], APatentWith.Now, HouseGateRules.Default)
            .Where(answer => answer.IsOpen).Select(answer => Letters[(int)answer.Mode]));

    private static string Without(HashSet<char> closed) => string.Concat(Letters.Where(mode => !closed.Contains(mode)));

    private sealed record Choice(Func<GateFacts, GateFacts> Add, string Closes);
}
