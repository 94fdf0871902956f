namespace IpMarket.Domain.Catalogue.Listings.Period;

/// <summary>The last auction of a listing that was held and ended without a sale.</summary>
/// <param name="Auction">Its stream.</param>
/// <param name="Auctions">How many there were, it included.</param>
[GenerateSerializer, Immutable, Alias("catalogue.unsold-auction/1")]
public sealed record UnsoldAuction([property: Id(0)] string Auction, [property: Id(1)] int Auctions)
{
    /// <summary>After an auction has given the listing back; one that was called off does not count.</summary>
    public static UnsoldAuction? After(UnsoldAuction? before, ListingLeftAuction left) => left.WasCalledOff
        ? before
        : new UnsoldAuction(left.Auction, (before?.Auctions ?? 0) + 1);
}
