using System.Collections.Immutable;

namespace IpMarket.Domain.Catalogue.Listings.Portfolio;

/// <summary>A patent that is offered together with the listing's first one, for one price (专利组合).</summary>
/// <param name="Patent">Its stream.</param>
/// <param name="Holders">The register's holders named at submission; empty before one.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.further-patent/1")]
public sealed record FurtherPatent(
    [property: Id(0)] string Patent,
    [property: Id(1)] ImmutableArray<string> Holders);
