using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Portfolio;

/// <summary>Puts a further patent into the listing.</summary>
/// <param name="Patent">The patent's stream; of a joined publication the one it belongs to is taken.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.add-patent/1")]
public sealed record AddListingPatent(
    [property: Id(0)] string Patent,
    [property: Id(1), LookedUp] PatentStanding? Standing = null,
    [property: Id(2), LookedUp] SellerFacts? Seller = null) : ICommand;

/// <summary>Takes a further patent out.</summary>
/// <param name="Patent">The patent's stream.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.remove-patent/1")]
public sealed record RemoveListingPatent([property: Id(0)] string Patent) : ICommand;
