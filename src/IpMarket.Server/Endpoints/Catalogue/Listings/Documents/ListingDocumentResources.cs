using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Catalogue.Listings.Documents;

/// <summary>The documents of a listing the caller may read.</summary>
/// <param name="DocumentsMax">How many stand at most.</param>
/// <param name="FileBytesMax">Bytes one may have.</param>
/// <param name="BytesMax">Bytes all may have together.</param>
/// <param name="BytesUsed">Bytes of all that stand, those the caller may not read included; 0 for outsiders.</param>
public sealed record ListingDocumentsView(
    string Id,
    long Version,
    IReadOnlyList<string> Abilities,
    IReadOnlyList<ListingDocumentView> Items,
    int DocumentsMax,
    long FileBytesMax,
    long BytesMax,
    long BytesUsed) : IHasVersion;

/// <param name="Number">Names it within the listing.</param>
/// <param name="Name">The file's name; empty once its party was erased.</param>
/// <param name="IssuedOn">The day its issuer dated it.</param>
/// <param name="Sha256">64 hex.</param>
/// <param name="Href">Where its bytes are read.</param>
public sealed record ListingDocumentView(
    int Number,
    ListingDocumentKind Kind,
    DocumentVisibility Visibility,
    string Name,
    string MediaType,
    long Bytes,
    DateOnly? IssuedOn,
    DateTimeOffset? AddedAt,
    string Sha256,
    string Href)
{
    /// <summary>The further patent it is about; null of the first patent's and of the whole listing's.</summary>
    public required string? Patent { get; init; }
}

/// <summary>What comes with a file, as the form's fields.</summary>
/// <param name="Kind">A <see cref="ListingDocumentKind"/> by its name.</param>
/// <param name="Visibility">A <see cref="DocumentVisibility"/> by its name; absent = inside.</param>
/// <param name="IssuedOn"><c>2026-01-31</c>; absent where it does not count.</param>
/// <param name="Replaces">The number of the document it takes the place of.</param>
/// <param name="Patent">The stream of the patent it is about, of several; absent = the first, or the whole.</param>
public sealed record ListingDocumentForm(
    [property: FromForm(Name = "kind")] string? Kind,
    [property: FromForm(Name = "visibility")] string? Visibility,
    [property: FromForm(Name = "issuedOn")] string? IssuedOn,
    [property: FromForm(Name = "replaces")] string? Replaces,
    [property: FromForm(Name = "patent")] string? Patent);
