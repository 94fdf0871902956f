using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Portfolio;

/// <summary>The seller put a further patent into the listing while it was with him.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.patent-added/1")]
public sealed record ListingPatentAdded([property: Id(0)] string Patent) : IEvent;

/// <summary>The seller took a further patent out, and with it the papers that were about it.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.patent-removed/1")]
public sealed record ListingPatentRemoved([property: Id(0)] string Patent) : IEvent;
