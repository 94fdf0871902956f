using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Terms;

/// <summary>Terms are held against the right as it is when the listing comes out, and when it goes on.</summary>
public sealed class TermsAtTheDeskTests
{
    private static readonly DutyHolder Reviewer = DutyHolder.With(CentreRole.Reviewer);
    private static readonly Moment Moment = new(AnOffer.Now, new Actor("user:reviewer", null));
    private static readonly ListingOffer OfApplication = AnOffer.Sale.About(SubjectKind.PatentApplication);
    private static readonly PatentStanding EndsEarly =
        AnOffer.Granted with { TermEndsOn = new DateOnly(2030, 1, 1) };

    private static readonly OpenLicenceRules Stricter =
        new([OpenLicenceRules.House.On(new DateOnly(2026, 11, 26))! with { FixedFenMax = 1 }]);

    /// <summary>What is offered, the right at the submission and now, the house's bounds now, what is wrong.</summary>
    private static readonly (ListingOffer Offer, PatentStanding Then, PatentStanding Now, OpenLicenceRules? Rules,
        TermsRefusal? Fault)[] Table =
    [
        (OfApplication, AnOffer.Application, AnOffer.Application, null, null),
        (OfApplication, AnOffer.Application, AnOffer.Granted, null, TermsRefusal.SubjectIsGranted),
        (AnOffer.Sale.About(SubjectKind.Patent), AnOffer.Granted, AnOffer.Granted, null, null),
        (AnOffer.Licence, AnOffer.Granted, AnOffer.Granted, null, null),
        (AnOffer.Licence, AnOffer.Granted, EndsEarly, null, TermsRefusal.LicenceOutlivesTheRight),
        (AnOffer.Open, AnOffer.Granted, AnOffer.Granted, null, null),
        (AnOffer.Open, AnOffer.Granted, AnOffer.Granted, Stricter, TermsRefusal.OpenFeeAboveGuidance),
        (
            AnOffer.Sale.Priced(AnOffer.Days(new DateOnly(2026, 11, 25), new DateOnly(2027, 1, 1)), 1_000),
            AnOffer.Granted,
            AnOffer.Granted,
            null,
            TermsRefusal.InstalmentDayPast),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_publication_asks_again_whether_the_terms_fit_the_right(int row)
    {
        var (offer, then, now, rules, fault) = Table[row];
        var publish = new PublishListing(Reviewer, now, AFiledListing.Seller) { OpenLicence = rules };
        var refusal = ListingDecider.Decide(AFiledListing.Handled(offer, then), publish, Moment).Refusal;
        Assert.Equal(fault is { } code ? Refusal.CodeOf(code.ToString()) : null, refusal?.Code);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_resumption_asks_again_whether_the_terms_fit_the_right(int row)
    {
        var (offer, then, now, rules, fault) = Table[row];
        var lookup = new ListingLookup(now, AFiledListing.Seller, Domain.Catalogue.Gate.HouseGateRules.Default);
        var resume = new ResumeListing("已恢复", Reviewer, lookup) { OpenLicence = rules };
        var refusal = ListingDecider.Decide(AFiledListing.Suspended(offer, then), resume, Moment).Refusal;
        Assert.Equal(fault is { } code ? Refusal.CodeOf(code.ToString()) : null, refusal?.Code);
    }
}
