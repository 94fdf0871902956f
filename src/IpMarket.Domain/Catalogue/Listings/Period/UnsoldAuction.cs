namespace IpMarket.Domain.Catalogue.Listings.Period;

/// <summary>The last auction of a listing that was held and ended without a sale.</summary>
/// <param name="Auction">Its stream.</param>
/// <param name="Auctions">How many there were under its rule profile, it included.</param>
[GenerateSerializer, Immutable, Alias("catalogue.unsold-auction/1")]
public sealed record UnsoldAuction([property: Id(0)] string Auction, [property: Id(1)] int Auctions)
{
    /// <summary>Code of the rule profile it was held under; null = unknown, it binds no other auction.</summary>
    [Id(2)]
    public string? Profile { get; init; }

    /// <summary>The last one under another profile; in its turn it leads to further ones, each profile once.</summary>
    [Id(3)]
    public UnsoldAuction? Other { get; init; }

    /// <summary>After an auction has given the listing back; one that was called off does not count.</summary>
    public static UnsoldAuction? After(UnsoldAuction? before, ListingLeftAuction left) => left.WasCalledOff
        ? before
        : new UnsoldAuction(left.Auction, (Of(before, left.Profile)?.Auctions ?? 0) + 1)
        {
            Profile = left.Profile, Other = Without(before, left.Profile),
        };

    private static UnsoldAuction? Of(UnsoldAuction? last, string? profile) =>
        last is null || last.Profile == profile ? last : Of(last.Other, profile);

    private static UnsoldAuction? Without(UnsoldAuction? last, string? profile) => last is null ? null
        : last.Profile == profile ? last.Other
        : last with { Other = Without(last.Other, profile) };
}
