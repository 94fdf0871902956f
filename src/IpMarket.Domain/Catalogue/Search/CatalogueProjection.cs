using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;

namespace IpMarket.Domain.Catalogue.Search;

/// <summary>How patents and listings become documents of the search: pure, from their states alone.</summary>
public static class CatalogueProjection
{
    /// <summary>
    /// The document of a patent in this state; null when it has none: unknown, or joined to another whose document is
    /// found by its number too.
    /// </summary>
    /// <param name="stream">The patent's stream.</param>
    /// <param name="patent">Its state.</param>
    /// <param name="known">The document so far: what it says of the market stays.</param>
    public static CatalogueDocument? Of(string stream, Patent patent, CatalogueDocument? known)
    {
        if (!patent.Exists || patent.JoinedTo is not null) return null;
        var facts = patent.Facts;
        var seen = patent.DecidingStatus ?? (patent.Statuses.IsEmpty ? null : patent.Statuses[^1]);
        return new CatalogueDocument
        {
            Patent = stream,
            Numbers =
            [
                .. facts.Publications.Select(publication => publication.ToString())
                    .Prepend(patent.Number!).Distinct(StringComparer.Ordinal),
            ],
            TitleZh = facts.TitleZh,
            TitleEn = facts.TitleEn,
            AbstractZh = facts.AbstractZh,
            Applicants = facts.Applicants,
            Inventors = facts.Inventors,
            IpcCodes = facts.Ipc,
            Type = patent.Type?.ToString(),
            LegalStatus = seen?.Text,
            FilingDate = facts.FilingDate,
            PublicationDate = facts.PublicationDate,
            IsDemo = patent.IsDemo,
            Listing = known?.Listing,
            Auction = known?.Auction,
        };
    }

    /// <summary>
    /// The document with what a listing in this state says of it. One that does not hold the patent changes only what
    /// it said itself before: a draft of somebody else hides no offer.
    /// </summary>
    public static CatalogueDocument With(CatalogueDocument document, string stream, Listing listing)
    {
        var holds = listing.IsPublic || listing.State is ListingState.Submitted or ListingState.Handled;
        if (!holds && document.Listing?.Id != stream) return document;
        return document with
        {
            Listing = new ListingFacts(
                stream, listing.State.ToString(), StatusOf(listing.State), listing.Offer.AskingPrice)
            {
                Mode = listing.Offer.Mode,
                PriceForm = listing.Offer.ModeTerms?.Price?.Form,
                Technology = listing.Offer.Technology,
                Patents = listing.Further.Length + 1,
            },
            Auction = listing.Auction,
        };
    }

    /// <summary>The document of a patent the listing offers no more.</summary>
    public static CatalogueDocument Without(CatalogueDocument document, string stream) =>
        document.Listing?.Id == stream ? document with { Listing = null, Auction = null } : document;

    /// <summary>What everybody may see of a listing in this state.</summary>
    public static MarketStatus StatusOf(ListingState state) => state switch
    {
        ListingState.Published or ListingState.ContractDue => MarketStatus.ForSale,
        ListingState.InAuction => MarketStatus.InAuction,
        ListingState.Sold => MarketStatus.Sold,
        ListingState.Suspended => MarketStatus.Suspended,
        _ => MarketStatus.NotListed,
    };
}
