using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Period;

/// <summary>
/// How an offer comes to its deal. A sale for one total is bid for where two or more want it (P8). All else — licences,
/// contributions, pledges, prices that run with the use — has no one figure to bid on: it is agreed upon by seller and
/// interested party (协议), and an officer records what they agreed.
/// </summary>
public static class DealForm
{
    /// <summary>A sale for one total, paid at once or by instalments, however the total comes about.</summary>
    /// <remarks>Know-how without a patent is never bid for (house rule).</remarks>
    public static bool FitsAuction(ListingOffer offer) =>
        offer.Subject?.Kind != SubjectKind.KnowHow && FitsAuction(offer.Mode, offer.ModeTerms?.Price?.Form);

    public static bool FitsAuction(ListingMode mode, PriceForm? form) =>
        mode == ListingMode.Sale && form is not (PriceForm.Royalty or PriceForm.EntryFeeAndRoyalty);

    /// <summary>Agreed upon by seller and interested party.</summary>
    public static bool IsAgreed(ListingOffer offer) => !FitsAuction(offer);

    /// <summary>
    /// Concluded with as many as come, the listing staying on offer: an ordinary licence excludes no other
    /// (技术合同解释25), an open one is whoever's that notifies and pays (专利法51).
    /// </summary>
    public static bool IsRepeatable(ListingMode mode) =>
        mode is ListingMode.OrdinaryLicence or ListingMode.OpenLicence;

    /// <summary>Whoever is interested may name a total; the fee of an open licence is the declared one.</summary>
    public static bool TakesOffers(ListingOffer offer) =>
        offer.Mode is not (ListingMode.EquityContribution or ListingMode.OpenLicence)
        && offer.ModeTerms?.Price?.Form is not (PriceForm.Royalty or PriceForm.EntryFeeAndRoyalty);

    /// <summary>The least total announced: the asking price, or where bidding begins; null where neither is.</summary>
    public static Money? Floor(ListingOffer offer) => offer.AskingPrice ?? offer.ModeTerms?.Price?.StartPrice;
}
