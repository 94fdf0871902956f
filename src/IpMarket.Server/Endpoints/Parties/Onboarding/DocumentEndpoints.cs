using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

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
    /// <summary>What a form around the file may take.</summary>
    private const int FormBytesMax = 16_384;

    private const int UploadsPerSecond = 10;

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/api/documents").WithTags("Parties");
        documents.MapPost("", Upload).WithName("uploadDocument").ForSignedIn().Writes()
            .TakesUpTo(Limits.DocumentBytesMax + FormBytesMax).AtMost("uploads", UploadsPerSecond)
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
        if (file is null) return Refusal.Of(PartyInputRefusal.FileMissing);
        if (file.Length > Limits.DocumentBytesMax)
            return Refusal.Of(RequestRefusal.RequestTooLarge, ("max", Limits.DocumentBytesMax));
        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(bytes, cancel);
        if (ScanTypes.Of(bytes) is not { } type) return Refusal.Of(PartyInputRefusal.FileTypeNotTaken);
        var sha256 = await desk.Records.KeepScan(id!, bytes, cancel);
        if (sha256.Refusal is { } full) return full;
        return new DocumentView(sha256.Value, type, bytes.Length);
    }

    private static async Task<IResult> Read(
        string sha256, string? party, HttpContext http, Caller caller, PartyDesk desk, CancellationToken cancel)
    {
        var id = party ?? caller.Party;
        var seen = StreamConstraint.IsStream("party", id)
            ? await desk.See(id!, caller)
            : Refusal.Of(PartyInputRefusal.PartyNotNamed);
        if (seen.Refusal is { } refusal) return new Problematic(refusal);
        if (!PartyAbilities.ReadsPersonal(seen.Value.State, caller.Duties, caller.Moment))
            return new Problematic(Refusal.Of(KernelRefusal.NotAllowed));
        if (await desk.Records.ReadScan(id!, sha256, cancel) is not { } bytes || ScanTypes.Of(bytes) is not { } type)
            return new Problematic(Refusal.Of(KernelRefusal.NotFound));
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue(
            ScanTypes.IsImage(type) ? "inline" : "attachment")
        {
            FileName = sha256[..12] + ScanTypes.ExtensionOf(type),
        }.ToString();
        return Results.Bytes(bytes, type);
    }

    /// <summary>A refusal where the answer is bytes otherwise.</summary>
    private sealed class Problematic(Refusal refusal) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Problems.Write(httpContext, refusal);
    }
}
