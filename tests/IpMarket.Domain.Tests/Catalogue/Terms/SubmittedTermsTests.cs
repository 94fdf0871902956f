using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Terms;

/// <summary>What a submission asks of the terms, and what stays of them in the journal.</summary>
public sealed class SubmittedTermsTests
{
    [Theory]
    [InlineData(ListingMode.Sale, null)]
    [InlineData(ListingMode.ExclusiveLicence, TermsRefusal.LicenceTermsMissing)]
    [InlineData(ListingMode.SoleLicence, TermsRefusal.LicenceTermsMissing)]
    [InlineData(ListingMode.OrdinaryLicence, TermsRefusal.LicenceTermsMissing)]
    [InlineData(ListingMode.OpenLicence, TermsRefusal.OpenLicenceTermsMissing)]
    [InlineData(ListingMode.EquityContribution, TermsRefusal.EquityTermsMissing)]
    [InlineData(ListingMode.PledgeRealisation, TermsRefusal.PledgeTermsMissing)]
    public void A_submission_needs_the_terms_of_its_mode(ListingMode mode, TermsRefusal? missing)
    {
        var priced = mode == ListingMode.EquityContribution ? null : new ModeTerms { Price = new PriceTerms() };
        var offer = new ListingOffer(priced is null ? null : Money.Cny(1), "一种提钒方法", "")
        {
            Mode = mode, ModeTerms = priced,
        };
        var patent = mode == ListingMode.PledgeRealisation ? Agreed : AnOffer.Granted;
        Assert.Equal(
            missing is { } code ? Refusal.CodeOf(code.ToString()) : null, Submit(offer, patent)?.Code);
    }

    [Fact]
    public void A_submission_in_another_mode_than_sale_needs_its_price() => Assert.True(
        Submit(AnOffer.Licence with { ModeTerms = null, AskingPrice = null }, AnOffer.Granted)!
            .Is(TermsRefusal.PriceTermsMissing));

    [Fact]
    public void A_sound_offer_of_every_mode_is_submitted()
    {
        (ListingOffer Offer, PatentStanding Patent)[] offers =
        [
            (AnOffer.Sale, AnOffer.Granted),
            (AnOffer.Licence, AnOffer.Granted),
            (AnOffer.Licence with { Mode = ListingMode.ExclusiveLicence }, AnOffer.Granted),
            (AnOffer.Licence with { Mode = ListingMode.SoleLicence }, AnOffer.Granted),
            (AnOffer.Open, AnOffer.Granted),
            (AnOffer.Equity, AnOffer.Granted),
            (AnOffer.Pledge, Agreed),
        ];
        Assert.All(offers, pair => Assert.Null(Submit(pair.Offer, pair.Patent)));
    }

    [Fact]
    public void Terms_that_were_right_when_saved_are_held_against_the_right_again_at_the_submission() => Assert.True(
        Submit(AnOffer.Licence, AnOffer.Granted with { TermEndsOn = new DateOnly(2030, 1, 1) })!
            .Is(TermsRefusal.LicenceOutlivesTheRight));

    [Fact]
    public void An_offer_comes_back_from_the_journal_as_it_was_written()
    {
        var offer = AnOffer.Sale.Priced(AnOffer.Amounts(50, 50), 100) with
        {
            Subject = new() { Kind = Domain.Catalogue.Listings.Subject.SubjectKind.PatentWithKnowHow, KnowHow = "诀窍" },
            Technology = new() { Fields = [Domain.Catalogue.Technology.VtiField.TitaniumSlag], SlagGrade = 8_500 },
        };
        var drafted = new ListingDrafted("patent:CN201210288271", "party:seller", offer);
        var (text, _) = EventCodec.Encode(drafted, null);
        var (read, _) = EventCodec.Decode(typeof(ListingDrafted), text, null);
        Assert.Equivalent(drafted, read, strict: true);
        Assert.Equal(text, EventCodec.Encode(read, null).Public);
    }

    private static readonly PatentStanding Agreed = AnOffer.Pledged with
    {
        Gate = AnOffer.Pledged.Gate! with
        {
            Encumbrances = AnOffer.Pledged.Gate.Encumbrances with
            {
                Consents =
                [
                    new Consent(
                        1,
                        1,
                        [],
                        [ListingMode.PledgeRealisation],
                        Gate.APatentWith.Basis,
                        Gate.APatentWith.Recorded,
                        null,
                        null),
                ],
            },
        },
    };

    private static Refusal? Submit(ListingOffer offer, PatentStanding patent) => ListingDecider.Decide(
        AFiledListing.Draft(offer, patent),
        new SubmitListing([], new Guid(1, 2, 3, new byte[8]), AFiledListing.Seller, patent),
        AnOffer.Moment).Refusal;
}
