using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Submission;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Domain.Tests.Catalogue.Gate;
using IpMarket.Domain.Tests.Catalogue.Portfolio;
using IpMarket.Domain.Tests.Catalogue.Terms;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Submission;

/// <summary>What a draft's page says is still missing is what a submission would be refused for, all of it at once.</summary>
public sealed class WantingTests
{
    private static readonly SellerFacts Unverified = AFiledListing.Seller with
    {
        Standing = AFiledListing.Seller.Standing! with { Status = OnboardingStatus.ToBeSupplemented },
    };

    private static readonly Listing Bare = Listing.Empty.After(
        new ListingDrafted(AnOffer.Granted.Stream, "party:seller", AnOffer.Sale));

    private static readonly PatentStanding Seized = AnOffer.Granted with
    {
        Gate = APatentWith.Nothing.With(EncumbranceKind.Preservation),
    };

    public static TheoryData<string, Listing, SellerFacts?, PatentStanding?, string> Drafts => new()
    {
        { "complete", Complete(), AFiledListing.Seller, AnOffer.Granted, "" },
        { "no papers", Bare, AFiledListing.Seller, AnOffer.Granted, "TITLE_PACK_INCOMPLETE" },
        {
            "not verified, no papers", Bare, Unverified, AnOffer.Granted,
            "SELLER_NOT_VERIFIED TITLE_PACK_INCOMPLETE"
        },
        { "nobody's", Bare, null, AnOffer.Granted, "SELLER_NOT_VERIFIED" },
        {
            "seized, no papers", Bare, AFiledListing.Seller, Seized, "PROCEDURES_SUSPENDED TITLE_PACK_INCOMPLETE"
        },
        { "ended", Bare, AFiledListing.Seller, AnOffer.Granted with { Legal = LegalStanding.Ended }, "PATENT_ENDED" },
        { "unknown", Bare, AFiledListing.Seller, null, "PATENT_UNKNOWN" },
        {
            "terms and papers missing", Bare.After(new ListingRevised(AnOffer.Licence with { ModeTerms = null })),
            AFiledListing.Seller, AnOffer.Granted, "PRICE_TERMS_MISSING TITLE_PACK_INCOMPLETE"
        },
        {
            "submitted", APortfolio.Published(), AFiledListing.Seller, AnOffer.Granted with { Legal = LegalStanding.Ended },
            ""
        },
    };

    [Theory]
    [MemberData(nameof(Drafts))]
    public void All_that_is_wanting_is_told_in_the_order_of_precedence(
        string what, Listing listing, SellerFacts? seller, PatentStanding? patent, string wanting)
    {
        var command = new SubmitListing([], Guid.Empty, seller, patent);
        var told = SubmissionCheck.Wanting(listing, command, AnOffer.Moment);
        Assert.Equal($"{what}: {wanting}", $"{what}: {string.Join(' ', told.Select(refusal => refusal.Code))}");
    }

    [Fact]
    public void The_first_of_them_is_what_a_submission_is_refused_for()
    {
        var command = new SubmitListing([], Guid.NewGuid(), AFiledListing.Seller with { Names = ["乙公司"] }, Seized);
        Assert.Equal("NOT_THE_HOLDER", ListingDecider.Decide(Bare, command, AnOffer.Moment).Refusal!.Code);
        Assert.Equal(
            "NOT_THE_HOLDER", SubmissionCheck.Wanting(Bare, command, AnOffer.Moment)[0].Code);
    }

    [Fact]
    public void Other_holders_are_named_on_submission_and_not_missed_before()
    {
        var shared = AnOffer.Granted with { HolderNames = ["甲公司", "乙公司"] };
        var command = new SubmitListing([], Guid.NewGuid(), AFiledListing.Seller, shared);
        Assert.Equal("CO_HOLDERS_MISSING", ListingDecider.Decide(Complete(), command, AnOffer.Moment).Refusal!.Code);
        Assert.Empty(SubmissionCheck.Wanting(Complete(), command, AnOffer.Moment));
    }

    [Fact]
    public void Of_several_patents_the_fault_of_one_names_it_and_the_rest_is_told_too()
    {
        var seized = APortfolio.Right(
            APortfolio.Second, APatentWith.Nothing.With(EncumbranceKind.Preservation));
        var command = APortfolio.Submit(seized, APortfolio.Right(APortfolio.Third));
        var told = Assert.Single(SubmissionCheck.Wanting(APortfolio.Draft(), command, APortfolio.Sellers));
        Assert.Equal(("PROCEDURES_SUSPENDED", "CN202110771509.6"), (told.Code, told.Figures["patent"].Text));
    }

    [Fact]
    public void Missing_papers_are_named_and_nothing_is_said_of_old_ones_where_there_are_none()
    {
        var told = Assert.Single(SubmissionCheck.Wanting(
            Bare, new SubmitListing([], Guid.Empty, AFiledListing.Seller, AnOffer.Granted), AnOffer.Moment));
        Assert.StartsWith("权属材料不齐，不能提交。缺少：", told.Zh, StringComparison.Ordinal);
        Assert.Contains("专利登记簿副本", told.Zh, StringComparison.Ordinal);
        Assert.StartsWith("The title pack is not complete. Missing: ", told.En, StringComparison.Ordinal);
        Assert.DoesNotContain("过期", told.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("Outdated", told.En, StringComparison.Ordinal);
        Assert.DoesNotContain("none", told.En, StringComparison.Ordinal);
        Assert.Equal("", told.Figures["outdated"].Text);
    }

    private static Listing Complete() =>
        AFiledListing.Draft(AnOffer.Sale, AnOffer.Granted).After(AFiledListing.Declared);
}
