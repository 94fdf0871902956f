using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Documents;

/// <summary>The seller added a document.</summary>
/// <param name="Replaces">The document whose place it takes; that one stands no more.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.document-added/1")]
public sealed record ListingDocumentAdded(
    [property: Id(0)] ListingDocument Document,
    [property: Id(1)] int? Replaces) : IEvent;

/// <summary>The seller took a document away; its bytes are kept, nobody is shown them.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.document-removed/1")]
public sealed record ListingDocumentRemoved([property: Id(0)] int Number) : IEvent;
