using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Gate;

/// <summary>
/// Which deals a foreign buyer may take, written down from the texts and tried in every combination. Modes: S sale,
/// E exclusive, O sole, N ordinary, P open licence, Q equity, R realisation.
/// </summary>
public sealed class BuyerGateTests
{
    private const string Letters = "SEONPQR";
    private const string All = Letters;

    private static readonly PartyStanding Domestic = new(
        "party:buyer", OnboardingStatus.Verified, false, [PartyKind.Enterprise], []);

    private static readonly PartyStanding Foreign = Domestic with { Facts = [PartyFactKind.Foreign] };

    private static readonly Choice[][] Questions =
    [
        [
            // P16: defence and secret patents never to foreigners; what the authority approved is domestic.
            new("", f => f, ""),
            new("secret", f => f.With(EncumbranceKind.Secret), All),
            new("secret approved", f => f.With(EncumbranceKind.Secret).Consented(), All),
            new("secret permitted", f => f.With(EncumbranceKind.Secret).Permitted("party:buyer"), All),
        ],
        [
            // 技术进出口管理条例 2, 29-38: prohibited no, restricted by licence; facts §5: on no list is not yet a yes.
            new("unchecked", f => f, All),
            new("checked", f => f.With(EncumbranceKind.ExportCheck), ""),
            new("prohibited", f => f.With(EncumbranceKind.ExportProhibited), All),
            new("prohibited permitted", f => f.With(EncumbranceKind.ExportProhibited).Permitted("party:buyer"), All),
            new("checked, then prohibited", f => f.With(EncumbranceKind.ExportCheck)
                .With(EncumbranceKind.ExportProhibited), All),
            new("restricted", f => f.With(EncumbranceKind.ExportRestricted), All),
            new("restricted, consent of no buyer", f => f.With(EncumbranceKind.ExportRestricted).Consented(), All),
            new("restricted, permit for another", f => f.With(EncumbranceKind.ExportRestricted)
                .Permitted("party:other"), All),
            new("restricted, permit", f => f.With(EncumbranceKind.ExportRestricted).Permitted("party:buyer"), ""),
            new("restricted, permit to license", f => f.With(EncumbranceKind.ExportRestricted)
                .Permitted("party:buyer", ListingMode.OrdinaryLicence), "SEOPQR"),
            new("checked, then restricted", f => f.With(EncumbranceKind.ExportCheck)
                .With(EncumbranceKind.ExportRestricted), All),
            new("restricted, permit, then prohibited", f => f.With(EncumbranceKind.ExportRestricted)
                .Permitted("party:buyer").With(EncumbranceKind.ExportProhibited), All),
        ],
        [
            // 科技进步法 34: transfer or exclusive licence of a publicly funded right by the agency's approval.
            new("", f => f, ""),
            new("funded", f => f.With(EncumbranceKind.PublicFunding), "SEQR"),
            new("funded, approval for another", f => f.With(EncumbranceKind.PublicFunding)
                .Permitted("party:other"), "SEQR"),
            new("funded, approved", f => f.With(EncumbranceKind.PublicFunding).Permitted("party:buyer"), ""),
        ],
        // What says nothing about foreigners changes nothing for them.
        [new("", f => f, ""), new("pledge", f => f.With(EncumbranceKind.Pledge), "")],
    ];

    [Fact]
    public void A_foreign_buyer_may_take_exactly_what_no_fact_closes_to_him()
    {
        var wrong = Combinations().Select(c => (c.Name, Open: Open(c.Facts, Foreign), Expected: Without(c.Closed)))
            .Where(c => c.Open != c.Expected).Select(c => $"{c.Name}: open {c.Open}, expected {c.Expected}").ToList();
        Assert.Equal(4 * 12 * 4 * 2, Combinations().Count());
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void A_domestic_buyer_is_asked_nothing()
    {
        Assert.All(Combinations(), combination => Assert.Equal(All, Open(combination.Facts, Domestic)));
        var stateOwned = Domestic with { Facts = [PartyFactKind.StateOwned, PartyFactKind.PublicResearch] };
        Assert.Equal(All, Open(APatentWith.Nothing.With(EncumbranceKind.ExportProhibited), stateOwned));
    }

    [Fact]
    public void Each_refusal_names_what_is_the_matter_the_article_and_the_cure()
    {
        var facts = APatentWith.Nothing.With(EncumbranceKind.Secret).With(EncumbranceKind.ExportProhibited)
            .With(EncumbranceKind.ExportRestricted).With(EncumbranceKind.PublicFunding);
        var findings = Ask(facts, ListingMode.Sale);
        Assert.Equal(
            [
                (GateRule.SecretToForeigner, 1),
                (GateRule.ProhibitedToForeigner, 2),
                (GateRule.RestrictedToForeigner, 3),
                (GateRule.FundingToForeigner, 4),
            ],
            findings.Select(finding => (finding.Rule, finding.Encumbrance!.Value)));
        var notChecked = Assert.Single(Ask(APatentWith.Nothing, ListingMode.Sale));
        foreach (var finding in findings.Append(notChecked))
        {
            var refusal = finding.AsRefusal();
            var cure = GateLaw.CureOf(finding.Rule);
            Assert.NotNull(cure);
            Assert.Contains(cure.Zh, refusal.Zh, StringComparison.Ordinal);
            Assert.Contains(cure.En, refusal.En, StringComparison.Ordinal);
            Assert.Contains(GateLaw.GroundOf(finding.Rule).ArticleZh, refusal.Zh, StringComparison.Ordinal);
            Assert.DoesNotContain("{", refusal.Zh + refusal.En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_not_verified_is_said_to_be_so_and_not_claimed()
    {
        var secret = Assert.Single(
            Ask(APatentWith.Nothing.With(EncumbranceKind.Secret).With(EncumbranceKind.ExportCheck), ListingMode.Sale));
        Assert.Contains("国防专利条例：第八条，待核实", secret.AsRefusal().Zh, StringComparison.Ordinal);
        Assert.Contains("art. 8, to be verified", secret.AsRefusal().En, StringComparison.Ordinal);
        var notChecked = Assert.Single(Ask(APatentWith.Nothing, ListingMode.Sale)).AsRefusal();
        Assert.Contains("钒钛条目待核实", notChecked.Zh, StringComparison.Ordinal);
        Assert.Contains("V/Ti entries are to be verified", notChecked.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_or_a_permit_counts_from_its_record_until_it_ends_or_is_withdrawn()
    {
        var at = APatentWith.Recorded;
        var check = APatentWith.Nothing.With(EncumbranceKind.ExportCheck);
        Assert.NotEmpty(BuyerGate.Ask(check, Foreign, ListingMode.Sale, at.AddMicroseconds(-1)));
        Assert.Empty(BuyerGate.Ask(check, Foreign, ListingMode.Sale, at));
        var permit = APatentWith.Nothing.With(EncumbranceKind.ExportRestricted).Permitted("party:buyer");
        var book = permit.Encumbrances;
        var withdrawn = permit with
        {
            Encumbrances = book with { Consents = [book.Consents[0] with { WithdrawnAt = at.AddDays(1) }] },
        };
        Assert.Empty(BuyerGate.Ask(withdrawn, Foreign, ListingMode.Sale, at));
        Assert.Equal(
            GateRule.RestrictedToForeigner,
            Assert.Single(BuyerGate.Ask(withdrawn, Foreign, ListingMode.Sale, at.AddDays(1))).Rule);
    }

    [Fact]
    public void A_permit_for_one_buyer_is_no_consent_for_all()
    {
        var facts = APatentWith.Nothing.With(EncumbranceKind.Pledge).Permitted("party:buyer");
        Assert.False(ListingGate.Ask(
            facts, ["甲公司"], ListingMode.Sale, APatentWith.Now, HouseGateRules.Default).IsOpen);
    }

    private static IEnumerable<(string Name, GateFacts Facts, string Closed)> Combinations()
    {
        var all = new[] { (Name: "", Facts: APatentWith.Nothing, Closed: "") }.AsEnumerable();
        foreach (var choices in Questions)
        {
            all = all.SelectMany(before => choices.Select(choice => (
                $"{before.Name} {choice.Name}".Trim(), choice.Add(before.Facts), before.Closed + choice.Closes)));
        }

        return all;
    }

    private static string Open(GateFacts facts, PartyStanding buyer) => string.Concat(
        Enum.GetValues<ListingMode>()
            .Where(mode => BuyerGate.Ask(facts, buyer, mode, APatentWith.Now).IsEmpty)
            .Select(mode => Letters[(int)mode]));

    private static string Without(string closed) => string.Concat(Letters.Where(mode => !closed.Contains(mode)));

    private static ImmutableArray<GateFinding> Ask(GateFacts facts, ListingMode mode) =>
        BuyerGate.Ask(facts, Foreign, mode, APatentWith.Now);

    private sealed record Choice(string Name, Func<GateFacts, GateFacts> Add, string Closes);
}
