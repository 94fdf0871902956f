using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Endpoints.Kernel.Files;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Parties.Onboarding;

/// <summary>A scan that is kept; forms name it by its hash.</summary>
/// <param name="Sha256">64 hex.</param>
/// <param name="MediaType">As the content says.</param>
/// <param name="Bytes">Its length.</param>
public sealed record DocumentView(string Sha256, string MediaType, long Bytes);

/// <summary>
/// Scans of licences, identity cards, powers of attorney. Each is its party's, encrypted under the party's key, and
/// read back only by the party's members and the centre's desk.
/// </summary>
public static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/api/documents").WithTags("Parties");
        documents.MapForm("", Upload).WithName("uploadDocument").ForSignedIn().Writes()
            .TakesUpTo(Limits.DocumentBytesMax + UploadedFile.FormBytesMax)
            .AtMost("uploads", UploadedFile.PerSecond)
            .DisableAntiforgery();
        documents.MapGet("/{sha256:regex(^[0-9a-f]{{64}}$)}", Read).WithName("readDocument").ForSignedIn()
            .Produces(200, contentType: "application/octet-stream");
    }

    /// <summary>For the party the form or <c>X-Party</c> names; the antiforgery token is the gate's affair.</summary>
    private static async Task<Answer<DocumentView>> Upload(
        IFormFile? file, [FromForm] string? party, Call call, PartyDesk desk, CancellationToken cancel)
    {
        var id = party is { Length: > 0 } ? party : call.Caller.Party;
        if (!StreamConstraint.IsStream("party", id)) return Refusal.Of(PartyInputRefusal.PartyNotNamed);
        var state = (await desk.Party(id!).Get()).State;
        if (!state.Exists) return Refusal.Of(PartyRefusal.PartyUnknown);
        if (!state.IsMemberAt(call.Caller.User, call.Caller.At)) return Refusal.Of(PartyRefusal.MembersOnly);
        if (state.ClosedAt is not null) return Refusal.Of(PartyRefusal.Closed);
        var sent = await UploadedFile.Read(file, cancel);
        if (sent.Refusal is { } unfit) return unfit;
        var sha256 = await desk.Records.KeepScan(id!, sent.Value.Bytes, cancel);
        if (sha256.Refusal is { } full) return full;
        return new DocumentView(
            sha256.Value, FileContent.MediaTypeOf(sent.Value.Kind), sent.Value.Bytes.Length);
    }

    private static async Task<IResult> Read(
        string sha256, string? party, HttpContext http, Caller caller, PartyDesk desk, CancellationToken cancel)
    {
        var id = party ?? caller.Party;
        var seen = StreamConstraint.IsStream("party", id)
            ? await desk.See(id!, caller)
            : Refusal.Of(PartyInputRefusal.PartyNotNamed);
        if (seen.Refusal is { } refusal) return ServedFile.Refused(refusal);
        if (!PartyAbilities.ReadsPersonal(seen.Value.State, caller.Duties, caller.Moment))
            return ServedFile.Refused(Refusal.Of(KernelRefusal.NotAllowed));
        return await desk.Records.ReadScan(id!, sha256, cancel) is { } bytes && FileContent.ByStart(bytes) is { } kind
            ? ServedFile.Of(http, bytes, kind, sha256[..12] + FileContent.ExtensionOf(kind))
            : ServedFile.Refused(Refusal.Of(KernelRefusal.NotFound));
    }
}
