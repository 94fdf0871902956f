using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;

namespace IpMarket.Domain.Catalogue.Listings.Documents;

/// <summary>Adds a document, or puts it in another's place. Its bytes and name are in the vault already.</summary>
/// <param name="Replaces">The number of the document it takes the place of; null = none.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.add-document/1")]
public sealed record AddListingDocument(
    [property: Id(0)] ListingDocumentKind Kind,
    [property: Id(1)] DocumentVisibility Visibility,
    [property: Id(2)] string Sha256,
    [property: Id(3)] FileKind File,
    [property: Id(4)] long Bytes,
    [property: Id(5)] PersonalRef Name,
    [property: Id(6)] DateOnly? IssuedOn,
    [property: Id(7)] int? Replaces,
    [property: Id(8), LookedUp] TitlePackRules? Rules = null,
    [property: Id(9), LookedUp] PartyStanding? Seller = null) : ICommand
{
    /// <summary>The patent it is about, in a listing of several; null = the first one, or the whole listing.</summary>
    [Id(10)]
    public string? Patent { get; init; }
}

/// <summary>Takes a document away.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.remove-document/1")]
public sealed record RemoveListingDocument([property: Id(0)] int Number) : ICommand;
