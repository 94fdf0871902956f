using System.Globalization;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Grains.Catalogue;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Endpoints.Kernel.Files;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Catalogue.Listings.Documents;

/// <summary>
/// Documents of a listing: the seller adds and removes them while it is with him; everybody who sees the listing reads
/// the public ones, the seller and the desk all of them.
/// </summary>
public static class ListingDocumentEndpoints
{
    private const string NameWord = "document-name";

    public static void MapListingDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/api/listings/{id:stream(listing)}/documents").WithTags("Catalogue");
        documents.MapGet("", List).WithName("listListingDocuments").ForEveryone();
        documents.MapForm("", Add).WithName("addListingDocument").ForSignedIn().Writes()
            .TakesUpTo(Limits.DocumentBytesMax + UploadedFile.FormBytesMax)
            .AtMost("uploads", UploadedFile.PerSecond)
            .DisableAntiforgery();
        documents.MapDelete("/{document:int}", Remove).WithName("removeListingDocument").ForSignedIn().Writes();
        documents.MapGet("/{document:int}/file", Read).WithName("readListingDocument").ForEveryone()
            .Produces(200, contentType: "application/octet-stream");
    }

    private static async Task<Answer<ListingDocumentsView>> List(
        string id,
        HttpContext http,
        Caller caller,
        ListingPresenter presenter,
        ListingRecords records,
        CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var found = await presenter.Find(id, caller);
        if (found.Refusal is { } refusal) return refusal;
        var (_, version, listing) = found.Value;
        var isInside = ListingAccess.IsInside(ListingDuty.Of(listing), caller);
        var views = new List<ListingDocumentView>();
        foreach (var document in listing.Pack.Documents.Where(one => MayRead(one, isInside)))
            views.Add(Present(id, document, await records.Words(document.Name, cancel)));
        var mayChange = caller.ActsFor(listing.Seller) && listing.IsWithSeller;
        return new ListingDocumentsView(
            id,
            version,
            mayChange ? ["add", "remove"] : [],
            views,
            ListingDocuments.MaxOf(listing),
            Limits.DocumentBytesMax,
            Limits.ListingDocumentsBytesMax,
            isInside ? listing.Pack.Documents.Sum(document => document.Bytes) : 0);
    }

    private static async Task<Answer<Written>> Add(
        string id,
        IFormFile? file,
        [AsParameters] ListingDocumentForm form,
        Call call,
        ListingRecords records,
        TitlePackRules rules,
        CancellationToken cancel)
    {
        if (!Enum.TryParse<ListingDocumentKind>(form.Kind, out var kind) || !Enum.IsDefined(kind))
            return Malformed("kind");
        var visibility = DocumentVisibility.Inside;
        if (form.Visibility is not null
            && (!Enum.TryParse(form.Visibility, out visibility) || !Enum.IsDefined(visibility)))
            return Malformed("visibility");
        DateOnly? issuedOn = null;
        if (form.IssuedOn is { Length: > 0 } day)
        {
            if (!DateOnly.TryParseExact(
                day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
                return Malformed("issuedOn");
            issuedOn = read;
        }

        int? replaces = null;
        if (form.Replaces is { Length: > 0 } number)
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read))
                return Malformed("replaces");
            replaces = read;
        }

        if (form.Patent is { } about && !StreamConstraint.IsStream(PatentNumber.StreamWord, about))
            return Malformed("patent");
        var sent = await UploadedFile.Read(file, cancel);
        if (sent.Refusal is { } unfit) return unfit;
        var (bytes, fileKind, name) = sent.Value;
        if (visibility == DocumentVisibility.Public)
        {
            var shown = FileContent.WithoutMetadata(bytes, fileKind);
            if (shown.Refusal is { } damaged) return damaged;
            bytes = shown.Value;
        }

        var sha256 = ListingRecords.Sha256(bytes);
        var command = new AddListingDocument(
            kind, visibility, sha256, fileKind, bytes.Length, ListingRecords.RefOf(call, NameWord), issuedOn, replaces,
            rules,
            await records.Seller(call))
        {
            Patent = form.Patent,
        };
        return Written.Of(await records.Act(
            id,
            call,
            command,
            DocumentDecider.Decide,
            async seller => await records.KeepBytes(seller, id, sha256, bytes, cancel)
                ? await records.KeepWords(seller, call, NameWord, name, cancel)
                : Refusal.Of(DocumentRefusal.TooManyUploads, ("max", Limits.ListingUploadsMax)),
            (listing, add) => listing.AddDocument(call.Context, add),
            cancel));
    }

    private static Task<Answer<Written>> Remove(string id, int document, Call call, ListingActs acts) =>
        acts.On<IListingPackGrain>(id, call, listing => listing.RemoveDocument(
            call.Context, new RemoveListingDocument(document)));

    private static async Task<IResult> Read(
        string id,
        int document,
        HttpContext http,
        Caller caller,
        ListingPresenter presenter,
        ListingRecords records,
        CancellationToken cancel)
    {
        var found = await presenter.Find(id, caller);
        if (found.Refusal is { } refusal) return ServedFile.Refused(refusal);
        var listing = found.Value.State;
        var isInside = ListingAccess.IsInside(ListingDuty.Of(listing), caller);
        if (listing.Pack.Find(document) is not { } kept || !MayRead(kept, isInside))
            return ServedFile.Refused(Refusal.Of(DocumentRefusal.DocumentUnknown, ("number", document)));
        if (await records.Bytes(id, kept.Sha256, cancel) is not { } bytes)
            return ServedFile.Refused(Refusal.Of(KernelRefusal.NotFound));
        // Those that came before pictures were kept without it still hold what cameras write.
        if (kept.Visibility == DocumentVisibility.Public)
        {
            var shown = FileContent.WithoutMetadata(bytes, kept.File);
            if (!shown.IsAccepted) return ServedFile.Refused(Refusal.Of(KernelRefusal.NotFound));
            bytes = shown.Value;
        }

        var name = await records.Words(kept.Name, cancel);
        return ServedFile.Of(
            http, bytes, kept.File, name.Length > 0 ? name : $"{document}{FileContent.ExtensionOf(kept.File)}");
    }

    private static bool MayRead(ListingDocument document, bool isInside) =>
        isInside || document.Visibility == DocumentVisibility.Public;

    private static ListingDocumentView Present(string listing, ListingDocument document, string name) => new(
        document.Number,
        document.Kind,
        document.Visibility,
        name,
        FileContent.MediaTypeOf(document.File),
        document.Bytes,
        document.IssuedOn,
        document.AddedAt,
        document.Sha256,
        $"/api/listings/{listing}/documents/{document.Number}/file")
    {
        Patent = document.Patent,
    };

    private static Refusal Malformed(string field) =>
        Refusal.Of(DocumentRefusal.DocumentMalformed, ("field", field));
}
