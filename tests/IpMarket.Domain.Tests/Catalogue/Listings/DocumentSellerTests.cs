using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Tests.Catalogue.Terms;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Listings;

/// <summary>Whose files a listing takes.</summary>
public sealed class DocumentSellerTests
{
    public static TheoryData<OnboardingStatus> Statuses => [.. Enum.GetValues<OnboardingStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Only_a_verified_seller_uploads(OnboardingStatus status)
    {
        var seller = AFiledListing.Seller.Standing! with { Status = status };
        Assert.Equal(seller.IsVerified ? null : "SELLER_NOT_VERIFIED", Upload(seller));
    }

    [Fact]
    public void Nobody_known_uploads_nothing() => Assert.Equal("SELLER_NOT_VERIFIED", Upload(null));

    private static string? Upload(PartyStanding? seller)
    {
        var photo = new AddListingDocument(
            ListingDocumentKind.Photo,
            DocumentVisibility.Public,
            new string('b', 64),
            FileKind.Png,
            1_000,
            AFiledListing.Words,
            null,
            null,
            Seller: seller);
        return DocumentDecider.Decide(
            AFiledListing.Draft(AnOffer.Sale, AnOffer.Granted), photo, AnOffer.Moment).Refusal?.Code;
    }
}
