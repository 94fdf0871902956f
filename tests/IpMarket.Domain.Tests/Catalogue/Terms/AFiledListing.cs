using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;

namespace IpMarket.Domain.Tests.Catalogue.Terms;

/// <summary>Listings of 甲公司 that bring every title paper there may be, as far on their way as is asked.</summary>
internal static class AFiledListing
{
    public static readonly PersonalRef Words = new("party:seller", "party:seller/word/1");

    public static readonly ListingTitleDeclared Declared =
        new(TitleDeclaration.CurrentText, Words, new string('a', 64));

    public static readonly SellerFacts Seller = new(
        new PartyStanding("party:seller", OnboardingStatus.Verified, false, [PartyKind.Enterprise], []), ["甲公司"]);

    public static Listing Draft(ListingOffer offer, PatentStanding patent) => ListingDocuments.TitleKinds
        .Select(IEvent (kind) => new ListingDocumentAdded(Paper(kind), null))
        .Prepend(new ListingDrafted(patent.Stream, "party:seller", offer))
        .Aggregate(Listing.Empty, After);

    /// <summary>Its handler has found it complete.</summary>
    public static Listing Handled(ListingOffer offer, PatentStanding patent) => Draft(offer, patent)
        .After(new ListingSubmitted(
            patent.Stream, new Guid(1, 2, 3, new byte[8]), ["甲公司"], ApprovalRoute.HandlerThenReviewer))
        .After(new ListingHandled(new DutyStep(CentreRole.Handler, "user:handler")));

    public static Listing Suspended(ListingOffer offer, PatentStanding patent) => Handled(offer, patent)
        .After(new ListingPublished(new DutyStep(CentreRole.Reviewer, "user:reviewer")))
        .After(new ListingSuspended([new SuspensionReason("RULE", "原因", "reason")], null));

    public static Listing After(this Listing listing, IEvent fact) => listing.Evolve(
        new Recorded(1, "listing:a", 1, AnOffer.Now, Guid.Empty, null, fact));

    private static ListingDocument Paper(ListingDocumentKind kind) => new(
        (int)kind + 1,
        kind,
        DocumentVisibility.Inside,
        $"{(int)kind:x64}",
        FileKind.Pdf,
        1_000,
        Words,
        WorkingCalendar.DayOf(AnOffer.Now));
}
