using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Tests.Catalogue.Terms;

namespace IpMarket.Domain.Tests.Catalogue.KnowHow;

/// <summary>Know-how of 甲公司 without a patent, offered and on its way.</summary>
internal static class AKnowHow
{
    public static readonly Moment BySeller = new(AnOffer.Now, new Actor("user:seller", "party:seller"));

    public static readonly ListingSubject Subject = new()
    {
        Kind = SubjectKind.KnowHow, Title = "钛渣酸解工艺控制", IsTextPublic = true,
    };

    public static ListingOffer Offered(ListingMode mode = ListingMode.Sale) => new(null, "用于攀枝花钛渣", "")
    {
        Mode = mode,
        Subject = Subject,
        ModeTerms = new ModeTerms
        {
            Price = mode == ListingMode.EquityContribution ? null : new PriceTerms { Way = PriceWay.Negotiated },
            Licence = mode is ListingMode.ExclusiveLicence or ListingMode.SoleLicence or ListingMode.OrdinaryLicence
                ? new LicenceTerms { Years = 20 }
                : null,
            Equity = mode == ListingMode.EquityContribution ? AnOffer.Equity.ModeTerms!.Equity : null,
        },
    };

    /// <summary>Its draft with every paper know-how may owe but those named, and the declaration.</summary>
    public static Listing Draft(ListingOffer offer, params ListingDocumentKind[] without)
    {
        ListingDocumentKind[] kinds =
        [
            ListingDocumentKind.InternalResolution, ListingDocumentKind.ListingMandate,
            ListingDocumentKind.ConfidentialityStatement,
        ];
        return kinds.Except(without)
            .Select(IEvent (kind) => new ListingDocumentAdded(
                new ListingDocument(
                    (int)kind + 1,
                    kind,
                    DocumentVisibility.Inside,
                    $"{(int)kind:x64}",
                    FileKind.Pdf,
                    1_000,
                    AFiledListing.Words,
                    null),
                null))
            .Prepend(new ListingDrafted("", "party:seller", offer))
            .Append(AFiledListing.Declared with { TextVersion = TitleDeclaration.KnowHowText })
            .Aggregate(Listing.Empty, AFiledListing.After);
    }

    public static string? Drafted(ListingOffer offer, string patent = "") => ListingDecider.Decide(
        Listing.Empty, new DraftListing(patent, offer, AFiledListing.Seller), BySeller).Refusal?.Code;

    public static Outcome<IReadOnlyList<IEvent>> Submitted(Listing listing, SellerFacts? seller = null) =>
        ListingDecider.Decide(
            listing,
            new SubmitListing([], new Guid(1, 2, 3, new byte[8]), seller ?? AFiledListing.Seller),
            BySeller);
}
