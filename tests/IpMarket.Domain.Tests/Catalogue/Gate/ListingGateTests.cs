using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Kernel;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Gate;

public sealed class ListingGateTests
{
    [Fact]
    public void Every_rule_says_what_is_the_matter_and_cites_an_article_in_both_languages()
    {
        foreach (var rule in Enum.GetValues<GateRule>())
        {
            var ground = GateLaw.GroundOf(rule);
            var statute = GateLaw.TextOf(ground.Statute);
            var text = typeof(GateRule).GetField(rule.ToString())!.GetCustomAttribute<RefusalTextAttribute>();
            Assert.NotNull(text);
            Assert.True(HasHan(text.Zh));
            Assert.False(HasHan(text.En + ground.ArticleEn + statute.En));
            Assert.Equal(Figures(text.Zh), Figures(text.En));
            Assert.False(string.IsNullOrEmpty(ground.ArticleZh));
            Assert.Equal(ground.Statute == Statute.House, statute.Version.Length == 0);
        }
    }

    [Fact]
    public void What_closes_a_mode_says_what_would_open_it()
    {
        var facts = Enum.GetValues<EncumbranceKind>().Aggregate(
            APatentWith.Nothing.OwnedBy("甲公司", "乙公司", "丙公司") with { Legal = LegalStanding.Ended },
            (all, kind) => all.With(kind));
        var answers = ListingGate.AskAll(facts, ["丁公司"], APatentWith.Now, HouseGateRules.Default);
        var refusals = answers.SelectMany(answer => answer.Refusals).ToList();
        Assert.Contains(refusals, finding => finding.Rule == GateRule.Pledged);
        foreach (var finding in refusals)
        {
            Assert.NotNull(GateLaw.CureOf(finding.Rule));
            Assert.DoesNotContain("{", finding.AsRefusal().Zh + finding.AsRefusal().En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_refusal_names_the_encumbrance_the_article_and_the_cure()
    {
        var answer = Ask(APatentWith.Nothing.With(EncumbranceKind.Pledge), ListingMode.Sale);
        var finding = Assert.Single(answer.Refusals);
        Assert.Equal((GateRule.Pledged, 1), (finding.Rule, finding.Encumbrance));
        var refusal = finding.AsRefusal();
        Assert.Equal("PLEDGED", refusal.Code);
        Assert.Equal(
            "专利权已出质（Pledge-1），未经质权人同意不得转让或者许可他人使用。（民法典：第四百四十四条第二款）"
                + "提交质权人的书面同意，或者登记质押注销。",
            refusal.Zh);
        Assert.Equal("Sale", refusal.Figures["mode"].Text);
    }

    [Fact]
    public void A_preservation_binds_to_the_end_of_its_last_day_in_the_markets_zone()
    {
        var facts = APatentWith.Nothing.With(EncumbranceKind.Preservation, new DateOnly(2026, 6, 30));
        var lastMoment = new DateTimeOffset(2026, 6, 30, 15, 59, 59, TimeSpan.Zero);
        Assert.False(Ask(facts, ListingMode.Sale, lastMoment).IsOpen);
        Assert.True(Ask(facts, ListingMode.Sale, lastMoment.AddSeconds(1)).IsOpen);
    }

    [Fact]
    public void A_pledge_stands_past_its_term_until_its_cancellation_is_recorded()
    {
        var facts = APatentWith.Nothing.With(EncumbranceKind.Pledge, new DateOnly(2026, 6, 30));
        Assert.False(Ask(facts, ListingMode.Sale).IsOpen);
    }

    [Fact]
    public void A_fact_counts_from_the_instant_it_was_recorded()
    {
        var facts = APatentWith.Nothing.With(EncumbranceKind.Pledge);
        Assert.True(Ask(facts, ListingMode.Sale, APatentWith.Recorded.AddMicroseconds(-1)).IsOpen);
        Assert.False(Ask(facts, ListingMode.Sale, APatentWith.Recorded).IsOpen);
    }

    [Fact]
    public void A_consent_opens_only_the_modes_it_names_and_leaves_a_notice()
    {
        var facts = APatentWith.Nothing.With(EncumbranceKind.Pledge).Consented(ListingMode.OrdinaryLicence);
        Assert.Equal([ListingMode.OrdinaryLicence], Open(facts));
        var notice = Assert.Single(Ask(facts, ListingMode.OrdinaryLicence).Notices);
        Assert.Equal(GateRule.PledgeProceeds, notice.Rule);
    }

    [Theory]
    [InlineData(EncumbranceKind.ExclusiveLicence, "OrdinaryLicence")]
    [InlineData(EncumbranceKind.SoleLicence, "OrdinaryLicence")]
    [InlineData(EncumbranceKind.OrdinaryLicence, "ExclusiveLicence SoleLicence")]
    public void A_licensees_consent_opens_what_it_can(EncumbranceKind licence, string opened)
    {
        var without = Open(APatentWith.Nothing.With(licence));
        var with = Open(APatentWith.Nothing.With(licence).Consented());
        Assert.Equal(opened, string.Join(' ', with.Except(without)));
    }

    [Fact]
    public void The_pledgee_may_realise_the_pledge_and_nothing_else()
    {
        var pledge = new EncumbranceTerms(EncumbranceKind.Pledge, "Y1", ["攀枝花银行"], null, null, []);
        var facts = APatentWith.Nothing.With(pledge).Consented();
        Assert.Equal([ListingMode.PledgeRealisation], Open(facts, "攀枝花银行"));
        Assert.Contains(ListingMode.PledgeRealisation, Open(facts, "甲公司"));
        Assert.Empty(Open(facts, "路人公司"));
    }

    [Fact]
    public void Asked_for_no_seller_in_particular_one_holder_need_not_consent()
    {
        var facts = APatentWith.Nothing.OwnedBy("甲公司", "乙公司");
        Assert.Equal([ListingMode.OrdinaryLicence], Open(facts, null));
        facts = facts.CoOwnersConsent(["乙公司"], ListingMode.Sale);
        Assert.Equal([ListingMode.Sale, ListingMode.OrdinaryLicence], Open(facts, null));
        Assert.Equal([ListingMode.OrdinaryLicence], Open(facts, "乙公司"));
    }

    [Theory]
    [InlineData(LifeMark.Pledged, EncumbranceKind.Pledge, "")]
    [InlineData(LifeMark.Preserved, EncumbranceKind.Preservation, "ExclusiveLicence SoleLicence OrdinaryLicence")]
    [InlineData(LifeMark.Licensed, EncumbranceKind.OrdinaryLicence, "Sale EquityContribution PledgeRealisation")]
    [InlineData(
        LifeMark.OpenLicence, EncumbranceKind.OpenLicence, "Sale OrdinaryLicence EquityContribution PledgeRealisation")]
    public void What_the_register_shows_and_nobody_has_recorded_closes_until_it_is_read(
        LifeMark mark, EncumbranceKind kind, string open)
    {
        var bare = APatentWith.Nothing.With(EncumbranceKind.Pledge).Consented();
        if (kind == EncumbranceKind.Pledge) bare = APatentWith.Nothing;
        var unread = Open(bare with { Marks = [mark] });
        Assert.Equal(open, string.Join(' ', unread));
        var read = bare.With(kind);
        Assert.Equal(Open(read), Open(read with { Marks = [mark] }));
    }

    [Theory]
    [InlineData(
        MandateScope.Everything,
        "Sale ExclusiveLicence SoleLicence OrdinaryLicence OpenLicence EquityContribution")]
    [InlineData(MandateScope.Sale, "Sale OrdinaryLicence EquityContribution")]
    [InlineData(MandateScope.Licence, "ExclusiveLicence SoleLicence OrdinaryLicence OpenLicence")]
    [InlineData(MandateScope.Upkeep, "OrdinaryLicence")]
    public void A_co_owners_mandate_to_the_seller_is_his_consent_in_its_scope(MandateScope scope, string open)
    {
        var facts = APatentWith.Nothing.OwnedBy("甲公司", "乙公司");
        var mandate = new CoOwnerMandate("乙公司", "甲公司", scope, new DateOnly(2026, 11, 26));
        Assert.Equal(open, string.Join(' ', Open(facts with { Mandates = [mandate] })));
        var over = facts with { Mandates = [mandate with { Until = new DateOnly(2026, 11, 25) }] };
        Assert.Equal([ListingMode.OrdinaryLicence], Open(over));
        Assert.Equal([ListingMode.OrdinaryLicence], Open(facts with { Mandates = [mandate] }, "乙公司"));
    }

    [Fact]
    public void What_a_paper_in_the_sellers_hand_cures_does_not_bar_the_submission()
    {
        var facts = APatentWith.Nothing.With(EncumbranceKind.Pledge).OwnedBy("甲公司", "乙公司");
        var answer = Ask(facts, ListingMode.Sale);
        Assert.Equal([GateRule.Pledged, GateRule.CoOwnersMissing], answer.Refusals.Select(finding => finding.Rule));
        Assert.Null(answer.BarsSubmission);
        Assert.Equal(
            GateRule.ProceduresSuspended,
            Ask(facts.With(EncumbranceKind.Suspension), ListingMode.Sale).BarsSubmission!.Rule);
    }

    [Fact]
    public void A_house_rule_holds_from_its_first_day_to_its_last_and_says_why()
    {
        var facts = APatentWith.Nothing.With(EncumbranceKind.Preservation);
        var row = HouseGateRules.Default.Rules.Single(rule => rule.Rule == GateRule.PreservedLicence);
        HouseGateRules Until(DateOnly day) => new([row with { Until = day }]);
        var today = new DateOnly(2026, 11, 26);
        var closed = ListingGate.Ask(facts, null, ListingMode.OrdinaryLicence, APatentWith.Now, Until(today));
        Assert.Equal(row.SourceZh, Assert.Single(closed.Refusals).House!.SourceZh);
        Assert.True(ListingGate.Ask(
            facts, null, ListingMode.OrdinaryLicence, APatentWith.Now, Until(today.AddDays(-1))).IsOpen);
    }

    [Fact]
    public void A_file_of_house_rules_may_not_change_the_law()
    {
        const string Law = """
            [{"rule":"Pledged","closes":[],"notes":[],"from":"2026-01-01","until":null,"sourceZh":"","sourceEn":""}]
            """;
        Assert.Throws<JsonException>(() => HouseGateRules.Read(new MemoryStream(Encoding.UTF8.GetBytes(Law))));
    }

    private static bool HasHan(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');

    private static string Figures(string text) => string.Join(
        ' ', text.Split('{').Skip(1).Select(part => part.Split('}')[0]).Order(StringComparer.Ordinal));

    private static ModeAnswer Ask(GateFacts facts, ListingMode mode, DateTimeOffset? at = null) =>
        ListingGate.Ask(facts, ["甲公司"], mode, at ?? APatentWith.Now, HouseGateRules.Default);

    private static List<ListingMode> Open(GateFacts facts, string? seller = "甲公司")
    {
        ImmutableArray<string>? names = seller is null ? null : [seller];
        var answers = ListingGate.AskAll(facts, names, APatentWith.Now, HouseGateRules.Default);
        return [.. answers.Where(answer => answer.IsOpen).Select(answer => answer.Mode)];
    }
}
