using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Subject;

/// <summary>
/// 技术秘密 without a patent: no register names its holder, so the seller's declaration and papers do, and the desk
/// judges them. What follows a draft is every listing's way.
/// </summary>
internal static class KnowHowDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Draft(DraftListing command, string party, Moment moment)
    {
        if (command.Patent.Length > 0) return Decided.No(KnowHowRefusal.KnowHowWithPatent);
        return ListingDecider.OfferTermsFault(command.Offer, null, command.OpenLicence, moment) is { } unfit
            ? unfit
            : Decided.As(new ListingDrafted("", party, command.Offer));
    }

    /// <summary>Know-how stays know-how, and what is about a patent stays about it; null where it does.</summary>
    public static Refusal? ChangeFault(Listing listing, ListingOffer offer) =>
        listing.IsKnowHow == (offer.Subject?.Kind == SubjectKind.KnowHow)
            ? null
            : TermsFault.Of(KnowHowRefusal.KnowHowStays, "subject.kind");
}
