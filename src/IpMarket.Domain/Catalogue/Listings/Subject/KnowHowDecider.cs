using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Subject;

/// <summary>
/// 技术秘密 without a patent: no register names its holder, so the seller's declaration and papers do, and the desk
/// judges them. What follows a submission is every listing's way.
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

    /// <param name="listing">With its seller.</param>
    /// <param name="command">What the seller asks, with what was looked up.</param>
    /// <param name="seller">Verified.</param>
    /// <param name="moment">Now.</param>
    public static Outcome<IReadOnlyList<IEvent>> Submit(
        Listing listing, SubmitListing command, SellerFacts seller, Moment moment)
    {
        var lookup = ListingDecider.Lookup(null, seller, command.House, []);
        if (KnowHowRules.Gate(listing.Offer.Mode) is { } closed) return closed;
        if (TermsCheck.Missing(listing.Offer) is { } missing) return missing;
        if (ListingDecider.OfferTermsFault(listing.Offer, null, command.OpenLicence, moment) is { } past) return past;
        var pack = TitlePackDecider.Submit(listing, lookup, command.TitlePack ?? TitlePackRules.Default, moment);
        if (pack.Refusal is { } incomplete) return incomplete;
        if (ListingDecider.ChosenPeriodFault(listing, lookup, command.Periods, moment) is { } tooShort) return tooShort;
        if (listing.Reservation == command.Reservation || listing.LapsedReservations.Contains(command.Reservation))
            return Decided.No(ListingRefusal.ReservationLapsed);
        return Decided.As(
            new ListingSubmitted("", command.Reservation, [], ListingDecider.AtLeastTwo(command.Route))
            {
                Pack = pack.Value,
            });
    }
}
