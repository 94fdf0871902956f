using System.Text;
using System.Text.Json;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Listings;

/// <summary>
/// P13, item by item: which papers are owed, after practice.md and the articles it names. In the order of the kinds:
/// extract, filing notice, receipts, declaration, co-owners, resolution, appraisal, pledgee, report, mandate; R
/// required, o optional, - not applicable.
/// </summary>
public sealed class TitlePackRulesTests
{
    private static readonly DateOnly Day = new(2026, 11, 26);
    private static readonly TitlePackFacts Plain = new(
        PatentType.Invention, LegalStanding.InForce, 1, false, false, false, false, false, ListingMode.Sale);

    public static TheoryData<string, TitlePackFacts, string> Table => new()
    {
        { "a company's invention for sale", Plain, "R-RR-R---R" },
        { "a person's", Plain with { IsNaturalPerson = true }, "R-RR-----R" },
        { "of a status not shown", Plain with { Legal = LegalStanding.Unspecified }, "R-RR-R---R" },
        { "an application", Plain with { Legal = LegalStanding.Pending }, "-RoR-R---R" },
        { "co-owned", Plain with { Holders = 2 }, "R-RRRR---R" },
        { "co-owned, agreed", Plain with { Holders = 3, HaveCoOwnersAgreed = true }, "R-RRoR---R" },
        { "a sole holder has no co-owners' agreement", Plain with { HaveCoOwnersAgreed = true }, "R-RR-R---R" },
        { "pledged", Plain with { IsPledged = true }, "R-RR-R-R-R" },
        { "a state company's", Plain with { IsStateOwned = true }, "R-RR-RR--R" },
        { "a public institute's", Plain with { IsPublicResearch = true }, "R-RR-Ro--R" },
        { "a state-owned public institute's", Plain with { IsPublicResearch = true, IsStateOwned = true }, "R-RR-Ro--R" },
        { "a utility model", Plain with { Type = PatentType.UtilityModel }, "R-RR-R--RR" },
        { "a design", Plain with { Type = PatentType.Design }, "R-RR-R--RR" },
        { "of a kind not known", Plain with { Type = null }, "R-RR-R---R" },
        { "ordinary licence", Plain with { Mode = ListingMode.OrdinaryLicence }, "R-RR-o---R" },
        { "ordinary licence, co-owned", Plain with { Mode = ListingMode.OrdinaryLicence, Holders = 2 }, "R-RRoo---R" },
        { "ordinary licence, a person's", Plain with { Mode = ListingMode.OrdinaryLicence, IsNaturalPerson = true }, "R-RR-----R" },
        { "ordinary licence, pledged", Plain with { Mode = ListingMode.OrdinaryLicence, IsPledged = true }, "R-RR-o-R-R" },
        { "exclusive licence, co-owned", Plain with { Mode = ListingMode.ExclusiveLicence, Holders = 2 }, "R-RRRR---R" },
        { "sole licence, state", Plain with { Mode = ListingMode.SoleLicence, IsStateOwned = true }, "R-RR-Ro--R" },
        { "open licence, utility model", Plain with { Mode = ListingMode.OpenLicence, Type = PatentType.UtilityModel }, "R-RR-R--RR" },
        { "open licence, co-owned", Plain with { Mode = ListingMode.OpenLicence, Holders = 2 }, "R-RRRR---R" },
        { "contribution", Plain with { Mode = ListingMode.EquityContribution }, "R-RR-Ro--R" },
        { "contribution, state", Plain with { Mode = ListingMode.EquityContribution, IsStateOwned = true }, "R-RR-RR--R" },
        { "contribution, pledged", Plain with { Mode = ListingMode.EquityContribution, IsPledged = true }, "R-RR-RoR-R" },
        { "realisation", Plain with { Mode = ListingMode.PledgeRealisation, IsPledged = true }, "R-RR-R-R-R" },
        { "realisation, state", Plain with { Mode = ListingMode.PledgeRealisation, IsPledged = true, IsStateOwned = true }, "R-RR-RRR-R" },
        {
            "all at once",
            new TitlePackFacts(PatentType.Design, LegalStanding.InForce, 4, false, true, false, true, false, ListingMode.Sale),
            "R-RRRRRRRR"
        },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void What_is_owed_follows_from_the_facts(string what, TitlePackFacts facts, string expected)
    {
        var due = string.Concat(ListingDocuments.TitleKinds.Select(kind =>
            TitlePackRules.Default.For(kind, facts, Day)!.Due switch
            {
                TitleDue.Required => 'R', TitleDue.Optional => 'o', _ => '-',
            }));
        Assert.True(expected == due, $"{what}: {due}, not {expected}");
    }

    [Fact]
    public void Every_combination_of_facts_finds_a_rule_for_every_item_from_the_first_day_on()
    {
        bool[] both = [false, true];
        foreach (var mode in Enum.GetValues<ListingMode>())
        foreach (var legal in Enum.GetValues<LegalStanding>())
        foreach (var type in new PatentType?[] { null, PatentType.Invention, PatentType.UtilityModel, PatentType.Design })
        foreach (var holders in new[] { 0, 1, 2 })
        foreach (var pledged in both)
        foreach (var person in both)
        foreach (var state in both)
        {
            var facts = new TitlePackFacts(type, legal, holders, false, pledged, person, state, !state, mode);
            foreach (var kind in ListingDocuments.TitleKinds)
                Assert.NotNull(TitlePackRules.Default.For(kind, facts, new DateOnly(2026, 1, 1)));
        }
    }

    [Fact]
    public void Every_rule_says_why_and_after_which_source_in_both_languages()
    {
        Assert.All(TitlePackRules.Default.Rules, rule =>
        {
            Assert.True(ListingDocuments.IsTitle(rule.Item));
            Assert.All(new[] { rule.ReasonZh, rule.SourceZh }, text => Assert.Contains(text, IsHan));
            Assert.All(new[] { rule.ReasonEn, rule.SourceEn }, text => Assert.True(text.Length > 0 && !text.Any(IsHan)));
        });
        Assert.All(Enum.GetValues<ListingDocumentKind>(), kind => Assert.Contains(ListingDocuments.NameOf(kind).Zh, IsHan));
    }

    [Fact]
    public void The_law_that_binds_is_not_marked_as_unsure_and_the_houses_readings_are()
    {
        bool Unsure(ListingDocumentKind kind, TitlePackFacts facts) => TitlePackRules.Default.For(kind, facts, Day)!.IsUnsure;
        Assert.False(Unsure(ListingDocumentKind.PledgeeConsent, Plain with { IsPledged = true }));
        Assert.False(Unsure(ListingDocumentKind.CoOwnerConsent, Plain with { Holders = 2 }));
        Assert.True(Unsure(ListingDocumentKind.FiledAppraisal, Plain with { IsStateOwned = true }));
        Assert.True(Unsure(ListingDocumentKind.InternalResolution, Plain));
    }

    [Fact]
    public void A_rule_holds_from_its_first_day_to_its_last()
    {
        var rules = Read("""
            "when": "Always", "modes": [], "due": "Required", "maxAgeDays": 10, "from": "2026-03-01", "until": "2026-03-31"
            """);
        TitleRule? On(int month, int day) => rules.For(ListingDocumentKind.RegisterExtract, Plain, new DateOnly(2026, month, day));
        Assert.Equal((null, null), (On(2, 28), On(4, 1)));
        Assert.Equal((10, 10), (On(3, 1)!.MaxAgeDays, On(3, 31)!.MaxAgeDays));
        Assert.True(rules.HasAgeLimit(ListingDocumentKind.RegisterExtract, new DateOnly(2026, 3, 31)));
        Assert.False(rules.HasAgeLimit(ListingDocumentKind.RegisterExtract, new DateOnly(2026, 4, 1)));
    }

    [Fact]
    public void A_file_in_which_an_item_is_open_is_no_configuration() => Assert.Throws<JsonException>(() => Read("""
        "when": "Pledged", "modes": [], "due": "Required", "maxAgeDays": null, "from": "2026-03-01", "until": null
        """));

    private static TitlePackRules Read(string rule) => TitlePackRules.Read(new MemoryStream(Encoding.UTF8.GetBytes(
        "[" + string.Join(',', ListingDocuments.TitleKinds.Select(kind => $$"""
            {"item": "{{kind}}", {{rule}}, "reasonZh": "因", "reasonEn": "why", "sourceZh": "源", "sourceEn": "source", "isUnsure": false}
            """)) + "]")));

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';
}
