using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Gate;

public sealed class EncumbranceDeciderTests
{
    private static readonly Moment At = new(APatentWith.Now, new Actor("user:handler"));
    private static readonly Patent Granted = Seen("授权");

    [Fact]
    public void What_is_recorded_is_never_deleted_only_ended()
    {
        var pledged = After(Granted, Record(Granted, Terms(EncumbranceKind.Pledge)));
        Assert.True(pledged.Encumbrances.Find(1)!.BindsAt(APatentWith.Now));
        var free = After(pledged, End(pledged, 1, EncumbranceEnding.Ended));
        var ended = Assert.Single(free.Encumbrances.Encumbrances);
        Assert.Equal((EncumbranceEnding.Ended, false), (ended.Ending, ended.BindsAt(APatentWith.Now)));
        Assert.Equal("ENCUMBRANCE_ENDED_ALREADY", End(free, 1, EncumbranceEnding.Ended).Refusal?.Code);
        var again = After(free, Record(free, Terms(EncumbranceKind.Pledge)));
        Assert.Equal(2, again.Encumbrances.Encumbrances[^1].Number);
    }

    [Fact]
    public void A_pledged_patent_takes_no_second_pledge()
    {
        var pledged = After(Granted, Record(Granted, Terms(EncumbranceKind.Pledge)));
        var second = Record(pledged, Terms(EncumbranceKind.Pledge) with { Reference = "Y2" });
        Assert.Equal("PLEDGED_ALREADY", second.Refusal?.Code);
    }

    [Theory]
    [InlineData(EncumbranceKind.Pledge)]
    [InlineData(EncumbranceKind.OpenLicence)]
    public void An_application_has_neither_pledge_nor_open_licence(EncumbranceKind kind)
    {
        Assert.Equal("NOT_GRANTED_YET", Record(Seen("公布"), Terms(kind)).Refusal?.Code);
    }

    [Fact]
    public void The_same_again_is_no_news_and_what_is_out_of_its_bounds_is_refused()
    {
        var preservation = Terms(EncumbranceKind.Preservation) with { Until = new DateOnly(2026, 12, 31) };
        var preserved = After(Granted, Record(Granted, preservation));
        Assert.Equal("NOTHING_NEW", Record(preserved, preservation).Refusal?.Code);
        Assert.Equal("until", Field(Record(Granted, preservation with { From = new DateOnly(2027, 1, 1) })));
        Assert.Equal("modes", Field(Record(Granted, preservation with { Modes = [ListingMode.Sale] })));
        Assert.Equal("others", Field(Record(Granted, preservation with { Others = ["a", "a"] })));
        Assert.Equal("reference", Field(Record(Granted, preservation with { Reference = new string('x', 201) })));
        var sourceless = new RecordEncumbrance(preservation, APatentWith.Basis with { Source = " " });
        Assert.Equal("source", Field(EncumbranceDecider.Decide(Granted, sourceless, At)));
    }

    [Fact]
    public void A_provisional_or_unknown_patent_takes_none()
    {
        var provisional = Granted with { Kind = NumberKind.Publication };
        Assert.Equal(
            "ENCUMBRANCE_OF_PROVISIONAL", Record(provisional, Terms(EncumbranceKind.Pledge)).Refusal?.Code);
        Assert.Equal("UNKNOWN", Record(Patent.Empty, Terms(EncumbranceKind.Pledge)).Refusal?.Code);
    }

    [Fact]
    public void A_term_is_renewed_forwards_only_and_a_pledge_has_none()
    {
        var until = new DateOnly(2026, 12, 31);
        var preserved = After(
            Granted, Record(Granted, Terms(EncumbranceKind.Preservation) with { Until = until }));
        Assert.Equal("until", Field(Renew(preserved, 1, until)));
        var renewed = After(preserved, Renew(preserved, 1, until.AddMonths(6)));
        Assert.Equal(until.AddMonths(6), renewed.Encumbrances.Find(1)!.Terms.Until);
        var pledged = After(renewed, Record(renewed, Terms(EncumbranceKind.Pledge)));
        Assert.Equal("WITHOUT_TERM", Renew(pledged, 2, until.AddYears(2)).Refusal?.Code);
        Assert.Equal("ENCUMBRANCE_UNKNOWN", Renew(pledged, 3, until).Refusal?.Code);
    }

    [Fact]
    public void A_patent_found_void_is_at_once_seen_as_ended()
    {
        var attacked = After(Granted, Record(Granted, Terms(EncumbranceKind.InvalidationRequest)));
        Assert.Equal(LegalStanding.InForce, attacked.Standing);
        Assert.Equal(LegalStanding.Ended, After(attacked, End(attacked, 1, EncumbranceEnding.Invalidated)).Standing);
        Assert.Equal(
            LegalStanding.InForce, After(attacked, End(attacked, 1, EncumbranceEnding.PartlyInvalidated)).Standing);
        var pledged = After(Granted, Record(Granted, Terms(EncumbranceKind.Pledge)));
        Assert.Equal("NOT_ITS_ENDING", End(pledged, 1, EncumbranceEnding.Invalidated).Refusal?.Code);
    }

    [Fact]
    public void A_consent_is_given_by_co_owners_or_about_an_encumbrance_and_can_be_withdrawn()
    {
        Assert.Equal("givers", Field(Consent(Granted, null)));
        Assert.Equal("NOT_A_CO_OWNER", Consent(Granted, null, "丙公司").Refusal?.Code);
        Assert.Equal("ENCUMBRANCE_UNKNOWN", Consent(Granted, 1).Refusal?.Code);
        var consented = After(Granted, Consent(Granted, null, "乙公司"));
        Assert.Equal("乙公司", Assert.Single(consented.Encumbrances.CoOwnersFor(ListingMode.Sale, APatentWith.Now)));
        var withdrawn = After(consented, EncumbranceDecider.Decide(
            consented, new WithdrawConsent(1, APatentWith.Basis), At));
        Assert.Empty(withdrawn.Encumbrances.CoOwnersFor(ListingMode.Sale, APatentWith.Now));
        Assert.Equal("ENCUMBRANCE_ENDED_ALREADY", EncumbranceDecider.Decide(
            withdrawn, new WithdrawConsent(1, APatentWith.Basis), At).Refusal?.Code);
        Assert.Equal("CONSENT_UNKNOWN", EncumbranceDecider.Decide(
            withdrawn, new WithdrawConsent(2, APatentWith.Basis), At).Refusal?.Code);
    }

    [Fact]
    public void A_check_of_the_export_catalogue_and_a_permit_for_a_buyer_name_the_day_of_their_paper()
    {
        var undated = APatentWith.Basis with { SeenOn = null };
        Assert.Equal("CHECK_UNDATED", EncumbranceDecider.Decide(
            Granted, new RecordEncumbrance(Terms(EncumbranceKind.ExportCheck), undated), At).Refusal?.Code);
        var restricted = After(Granted, Record(Granted, Terms(EncumbranceKind.ExportRestricted)));
        var permit = new RecordConsent(1, [], [ListingMode.Sale], undated) { Buyer = "party:buyer" };
        Assert.Equal("CHECK_UNDATED", EncumbranceDecider.Decide(restricted, permit, At).Refusal?.Code);
        var permitted = After(
            restricted, EncumbranceDecider.Decide(restricted, permit with { Basis = APatentWith.Basis }, At));
        var (book, item) = (permitted.Encumbrances, permitted.Encumbrances.Encumbrances[0]);
        Assert.True(book.IsPermitted(item, "party:buyer", ListingMode.Sale, APatentWith.Now));
        Assert.False(book.IsPermitted(item, "party:other", ListingMode.Sale, APatentWith.Now));
        Assert.False(book.IsConsented(item, ListingMode.Sale, APatentWith.Now));
    }

    [Fact]
    public void Only_restricted_exports_and_public_funding_are_permitted_buyer_by_buyer()
    {
        foreach (var kind in Enum.GetValues<EncumbranceKind>())
        {
            var patent = After(Granted, Record(Granted, Terms(kind)));
            var permit = new RecordConsent(1, [], [ListingMode.Sale], APatentWith.Basis) { Buyer = "party:buyer" };
            var isPermitted = kind is EncumbranceKind.ExportRestricted or EncumbranceKind.PublicFunding;
            Assert.Equal(
                isPermitted ? null : "NOT_PERMITTED_BY_BUYER",
                EncumbranceDecider.Decide(patent, permit, At).Refusal?.Code);
        }

        Assert.Equal("buyer", Field(EncumbranceDecider.Decide(
            Granted,
            new RecordConsent(null, ["乙公司"], [ListingMode.Sale], APatentWith.Basis) { Buyer = "party:buyer" },
            At)));
    }

    [Fact]
    public void A_patent_holds_no_more_than_its_limit()
    {
        var full = Granted;
        for (var i = 1; i <= Limits.EncumbrancesMax; i++)
            full = After(full, Record(full, Terms(EncumbranceKind.OrdinaryLicence) with { Reference = $"{i}" }));
        Assert.Equal(
            "TOO_MANY_ENCUMBRANCES", Record(full, Terms(EncumbranceKind.OrdinaryLicence)).Refusal?.Code);
    }

    private static Patent Seen(string status) => Evolve(
        Patent.Empty with
        {
            Number = "CN202110771508.1", Facts = PatentFacts.None with { Applicants = ["甲公司", "乙公司"] },
        },
        new PatentStatusSeen(new StatusSeen(status, "test", null)));

    private static Patent Evolve(Patent patent, IEvent fact) =>
        patent.Evolve(new Recorded(0, "patent:x", 0, APatentWith.Now, Guid.Empty, null, fact));

    private static EncumbranceTerms Terms(EncumbranceKind kind) => new(kind, "Y1", [], null, null, []);

    private static Outcome<IReadOnlyList<IEvent>> Record(Patent patent, EncumbranceTerms terms) =>
        EncumbranceDecider.Decide(patent, new RecordEncumbrance(terms, APatentWith.Basis), At);

    private static Outcome<IReadOnlyList<IEvent>> Renew(Patent patent, int number, DateOnly until) =>
        EncumbranceDecider.Decide(patent, new RenewEncumbrance(number, until, APatentWith.Basis), At);

    private static Outcome<IReadOnlyList<IEvent>> End(Patent patent, int number, EncumbranceEnding ending) =>
        EncumbranceDecider.Decide(patent, new EndEncumbrance(number, ending, null, APatentWith.Basis), At);

    private static Outcome<IReadOnlyList<IEvent>> Consent(
        Patent patent, int? about, params ImmutableArray<string> givers) => EncumbranceDecider.Decide(
        patent, new RecordConsent(about, givers, [ListingMode.Sale], APatentWith.Basis), At);

    private static string? Field(Outcome<IReadOnlyList<IEvent>> outcome) => outcome.Refusal?.Figures["field"].Text;

    private static Patent After(Patent patent, Outcome<IReadOnlyList<IEvent>> outcome)
    {
        Assert.Null(outcome.Refusal);
        foreach (var fact in outcome.Value) patent = Evolve(patent, fact);
        return patent;
    }
}
