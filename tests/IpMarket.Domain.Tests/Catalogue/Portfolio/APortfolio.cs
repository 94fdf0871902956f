using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Tests.Catalogue.Gate;
using IpMarket.Domain.Tests.Catalogue.Terms;

namespace IpMarket.Domain.Tests.Catalogue.Portfolio;

/// <summary>Listings of 甲公司 that offer three patents together, with every paper there may be.</summary>
internal static class APortfolio
{
    public const string Second = "patent:CN202110771509";
    public const string Third = "patent:CN202110771510";
    public static readonly Guid Round = new(1, 2, 3, new byte[8]);
    public static readonly Moment Sellers = new(AnOffer.Now, new Actor("user:seller", "party:seller"));

    public static PatentStanding Right(string stream, GateFacts? facts = null)
    {
        facts ??= APatentWith.Nothing;
        return new(stream, true, false, facts.Legal, facts.Holders, null) { Gate = facts };
    }

    public static Listing Draft(ListingOffer? offer = null) =>
        AFiledListing.Draft(offer ?? AnOffer.Sale, AnOffer.Granted)
            .With(Second, 20).With(Third, 40)
            .After(AFiledListing.Declared);

    public static Listing With(this Listing listing, string patent, int from) => ListingDocuments.TitleKinds
        .Where(ListingDocuments.IsOfEachPatent)
        .Select(IEvent (kind) => new ListingDocumentAdded(Paper(kind, patent, from + (int)kind), null))
        .Prepend(new ListingPatentAdded(patent))
        .Aggregate(listing, AFiledListing.After);

    public static Listing Published(ListingOffer? offer = null) => Draft(offer)
        .After(new ListingSubmitted(
            AnOffer.Granted.Stream, Round, ["甲公司"], ApprovalRoute.HandlerThenReviewer)
        {
            Further = [new FurtherPatent(Second, ["甲公司"]), new FurtherPatent(Third, ["甲公司"])],
        })
        .After(new ListingHandled(new DutyStep(CentreRole.Handler, "user:handler")))
        .After(new ListingPublished(new DutyStep(CentreRole.Reviewer, "user:reviewer")));

    public static SubmitListing Submit(params ImmutableArray<PatentStanding> further) =>
        new([], Round, AFiledListing.Seller, AnOffer.Granted) { Further = further };

    public static ListingLookup Lookup(params ImmutableArray<PatentStanding> further) =>
        new(AnOffer.Granted, AFiledListing.Seller, HouseGateRules.Default) { Further = further };

    public static ListingDocument Paper(ListingDocumentKind kind, string? patent, int number) => new(
        number, kind, DocumentVisibility.Inside, $"{number:x64}", FileKind.Pdf, 1_000, AFiledListing.Words,
        WorkingCalendar.DayOf(AnOffer.Now))
    {
        Patent = patent,
    };
}
