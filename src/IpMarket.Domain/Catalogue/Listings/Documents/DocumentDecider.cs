using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;

namespace IpMarket.Domain.Catalogue.Listings.Documents;

/// <summary>The rules of a listing's documents: the verified seller's affair while the listing is with him.</summary>
public static class DocumentDecider
{
    /// <summary>The Patent Law's first day: no paper about a patent is older.</summary>
    public static readonly DateOnly IssuedOnMin = new(1985, 4, 1);

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, AddListingDocument command, Moment moment)
    {
        if (!Enum.IsDefined(command.Kind)) return Malformed("kind");
        if (!Enum.IsDefined(command.Visibility)) return Malformed("visibility");
        if (command.Bytes is <= 0 or > Limits.DocumentBytesMax) return Malformed("bytes");
        if (!IsSha256(command.Sha256)) return Malformed("sha256");
        if (ListingDecider.NotWithSeller(listing, moment) is { } refusal) return refusal;
        if (command.Seller is not { IsVerified: true }) return Decided.No(ListingRefusal.SellerNotVerified);
        if (command.Visibility == DocumentVisibility.Public && !ListingDocuments.MayBePublic(command.Kind))
            return Decided.No(DocumentRefusal.TitlePaperNotPublic);
        if (command.Visibility == DocumentVisibility.Public && listing.IsKnowHow)
            return Decided.No(KnowHowRefusal.KnowHowPapersInside);
        if (IssueFault(command, moment) is { } fault) return fault;
        var patent = command.Patent == listing.Patent ? null : command.Patent;
        if (PatentFault(listing, command.Kind, patent) is { } strange) return strange;
        var pack = listing.Pack;
        if (command.Replaces is { } replaced && pack.Find(replaced) is null)
            return Decided.No(DocumentRefusal.DocumentUnknown, ("number", replaced));
        var standing = pack.Documents.Where(document => document.Number != command.Replaces).ToList();
        var item = new PackKey(command.Kind, patent);
        if (standing.Any(document => document.Key == item && document.Sha256 == command.Sha256))
            return Decided.No(DocumentRefusal.DocumentStandsAlready);
        if (standing.Count >= ListingDocuments.MaxOf(listing))
            return Decided.No(DocumentRefusal.TooManyDocuments, ("max", ListingDocuments.MaxOf(listing)));
        if (standing.Sum(document => document.Bytes) + command.Bytes > Limits.ListingDocumentsBytesMax)
            return Decided.No(DocumentRefusal.DocumentsTooLarge, ("max", Limits.ListingDocumentsBytesMax));
        if (pack.LastNumber >= Limits.ListingUploadsMax)
            return Decided.No(DocumentRefusal.TooManyUploads, ("max", Limits.ListingUploadsMax));
        var added = new ListingDocument(
            pack.LastNumber + 1,
            command.Kind,
            command.Visibility,
            command.Sha256,
            command.File,
            command.Bytes,
            command.Name,
            command.IssuedOn)
        {
            Patent = patent,
        };
        return Decided.As(new ListingDocumentAdded(added, command.Replaces));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, RemoveListingDocument command, Moment moment)
    {
        if (ListingDecider.NotWithSeller(listing, moment) is { } refusal) return refusal;
        return listing.Pack.Find(command.Number) is null
            ? Decided.No(DocumentRefusal.DocumentUnknown, ("number", command.Number))
            : Decided.As(new ListingDocumentRemoved(command.Number));
    }

    private static Outcome<IReadOnlyList<IEvent>> Malformed(string field) =>
        Decided.No(DocumentRefusal.DocumentMalformed, ("field", field));

    private static Refusal? PatentFault(Listing listing, ListingDocumentKind kind, string? patent)
    {
        if (patent is null) return null;
        if (!ListingDocuments.IsOfEachPatent(kind)) return Refusal.Of(PortfolioRefusal.PaperOfTheWhole);
        return listing.IsFurther(patent) ? null : Refusal.Of(PortfolioRefusal.PatentNotInListing);
    }

    private static Refusal? IssueFault(AddListingDocument command, Moment moment)
    {
        var today = WorkingCalendar.DayOf(moment.At);
        if (command.IssuedOn is { } issued)
            return issued < IssuedOnMin || issued > today ? Refusal.Of(DocumentRefusal.IssueDateImpossible) : null;
        return (command.Rules ?? TitlePackRules.Default).HasAgeLimit(command.Kind, today)
            ? Refusal.Of(DocumentRefusal.IssueDateMissing)
            : null;
    }

    private static bool IsSha256(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
