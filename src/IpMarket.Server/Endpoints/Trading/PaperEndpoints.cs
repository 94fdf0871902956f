using IpMarket.Adapters.Papers;
using IpMarket.Adapters.Views.Papers;
using IpMarket.Adapters.Views.Trading;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Parties;
using IpMarket.Grains.Kernel.Papers;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Trading;

/// <summary>The public check of a paper.</summary>
/// <param name="Number">As addresses carry it.</param>
/// <param name="Display">As the paper prints it.</param>
/// <param name="Kind">中文 name of its kind.</param>
/// <param name="Title">What stands at its top.</param>
/// <param name="Date">The day of the event it is about.</param>
/// <param name="Hash">Its fingerprint, 64 hex; empty when the number is void and never had a paper.</param>
/// <param name="Stands">False: void.</param>
/// <param name="VoidReason">Why it is void.</param>
/// <param name="SupersededBy">The number that takes a void paper's place.</param>
/// <param name="ErasedOn">When the content was erased with a person's data.</param>
/// <param name="Matches">Whether <c>?h=</c> is how the fingerprint begins; null when it was not asked.</param>
/// <param name="IsDemo">示例.</param>
/// <param name="DocumentUrl">The page, where the caller may read it.</param>
/// <param name="PdfUrl">The PDF, where the caller may read it and this server makes any.</param>
public sealed record PaperCheck(
    string Number,
    string Display,
    string Kind,
    string Title,
    DateOnly Date,
    string Hash,
    bool Stands,
    string? VoidReason,
    string? SupersededBy,
    DateOnly? ErasedOn,
    bool? Matches,
    bool IsDemo,
    string? DocumentUrl,
    string? PdfUrl);

/// <summary>A paper in a list.</summary>
/// <param name="Number">As addresses carry it.</param>
/// <param name="Display">As the paper prints it.</param>
/// <param name="Kind">中文 name of its kind.</param>
/// <param name="Title">What stands at its top.</param>
/// <param name="Date">The day of the event it is about.</param>
/// <param name="Subject">The stream it is about.</param>
/// <param name="About">What is auctioned there; null while the list of auctions does not know it.</param>
/// <param name="Stands">False: void.</param>
/// <param name="PdfUrl">The PDF, where this server makes any.</param>
public sealed record PaperListItem(
    string Number,
    string Display,
    string Kind,
    string Title,
    DateOnly Date,
    string Subject,
    string? About,
    bool Stands,
    string? PdfUrl);

/// <summary>Papers: the check anybody can make, and the pages for those they are for.</summary>
public static class PaperEndpoints
{
    private const int ReadsPerSecond = 20;
    private const int PrintsPerSecond = 2;

    /// <summary>A frozen page runs nothing and fetches nothing; as a frame it is nobody's.</summary>
    private const string FilePolicy =
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'self'";

    private static readonly CentreRole[] Desk =
    [
        CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver, CentreRole.Cashier, CentreRole.Accountant,
        CentreRole.Supervisor,
    ];

    public static void MapPapers(this IEndpointRouteBuilder routes)
    {
        var papers = routes.MapGroup("/api/papers").WithTags("Trading");
        papers.MapGet("", List).WithName("listPapers").ForEveryone().Reads("views-papers");
        papers.MapGet("/{number}", Check).WithName("checkPaper").ForEveryone().AtMost("papers", ReadsPerSecond);
        papers.MapGet("/{number}/file", File).WithName("getPaperFile").ForEveryone()
            .AtMost("papers", ReadsPerSecond).Produces(200, contentType: "text/html");
        papers.MapGet("/{number}/pdf", Pdf).WithName("getPaperPdf").ForEveryone()
            .AtMost("paper-pdfs", PrintsPerSecond).Produces(200, contentType: "application/pdf");
    }

    /// <summary><paramref name="mine"/>: only what the caller's parties hold, not what is public.</summary>
    private static async Task<Answer<Page<PaperListItem>>> List(
        [AsParameters] PageQuery page,
        [FromQuery] string? subject,
        [FromQuery] bool? mine,
        HttpContext http,
        Caller caller,
        PaperList papers,
        TradingLists auctions,
        ChromiumPrinter printer,
        CancellationToken cancel)
    {
        if (subject is not null
            && !StreamConstraint.IsStream("auction", subject)
            && !StreamConstraint.IsStream(Listing.StreamWord, subject))
            return Refusal.Of(RequestRefusal.ParameterMalformed, ("field", "subject"));
        var reach = mine is true ? PaperReach.Held : IsDesk(caller) ? PaperReach.All : PaperReach.Readable;
        var (rows, total) = await papers.Page(
            subject, [.. caller.Memberships.Select(m => m.Party)], reach, page.Skip, page.Take, cancel);
        var titles = await auctions.Titles(
            [.. rows.Select(row => row.Subject)], Languages.IsEnglish(http.Request), cancel);
        return page.Of<PaperListItem>(
            [
                .. rows.Select(row => new PaperListItem(
                    row.Number,
                    row.Display,
                    row.Kind,
                    row.Title,
                    row.Date,
                    row.Subject,
                    titles.GetValueOrDefault(row.Subject),
                    row.Stands,
                    PdfOf(UrlOf(row.Number), printer))),
            ],
            total);
    }

    private static async Task<Answer<PaperCheck>> Check(
        string number,
        [FromQuery] string? h,
        Caller caller,
        IGrainFactory grains,
        PaperList papers,
        ChromiumPrinter printer,
        CancellationToken cancel)
    {
        if (h is not null && (h.Length is 0 or > 64 || !h.All(char.IsAsciiHexDigit)))
            return Refusal.Of(RequestRefusal.ParameterMalformed, ("field", "h"));
        var (found, unknown) = await Find(number, grains);
        // What stands at its top is not what addresses carry; whoever holds the paper types the former.
        if (found is null && await papers.NumberOf(number, cancel) is { } printed)
            (found, _) = await Find(printed, grains);
        if (found is null) return unknown!;
        var (paper, head) = (found.Value.Paper, found.Value.Paper.Head!);
        var erasedAt = await found.Value.Grain.ErasedAt();
        var url = paper.Print is not null && erasedAt is null && MayRead(paper, caller)
            ? UrlOf(head.Number)
            : null;
        return new PaperCheck(
            head.Number,
            head.Display,
            head.KindName,
            head.Title,
            head.Date,
            paper.Print?.Fingerprint ?? "",
            paper.Stands,
            paper.Void?.Reason,
            paper.Void?.SupersededBy,
            erasedAt is { } at ? PaperDesk.DayOf(at) : null,
            h is null ? null : paper.Print?.Fingerprint.StartsWith(h, StringComparison.OrdinalIgnoreCase) == true,
            head.IsDemo,
            url is null ? null : url + "/file",
            url is null ? null : PdfOf(url, printer));
    }

    private static string UrlOf(string number) => $"/api/papers/{number}";

    private static string? PdfOf(string url, ChromiumPrinter printer) => printer.IsOffered ? url + "/pdf" : null;

    private static async Task<IResult> File(string number, HttpContext http, Caller caller, IGrainFactory grains)
    {
        var (read, refusal) = await Read(number, caller, grains);
        if (read is null) return (Answer)refusal!;
        var (head, print, bytes) = read;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = FilePolicy;
        headers.CacheControl = "no-store";
        headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(print.Sha256))}:";
        headers.ContentDisposition = $"inline; filename=\"{head.Number}.html\"";
        return TypedResults.Bytes(bytes, "text/html; charset=utf-8");
    }

    private static async Task<IResult> Pdf(
        string number, HttpContext http, Caller caller, IGrainFactory grains, ChromiumPrinter printer)
    {
        var (read, refusal) = await Read(number, caller, grains);
        if (read is null) return (Answer)refusal!;
        if (!printer.IsOffered) return (Answer)Refusal.Of(PaperRefusal.PdfNotOffered);
        if (await printer.Pdf(read.Bytes, http.RequestAborted) is not { } pdf)
            return (Answer)Refusal.Of(PaperRefusal.PdfNotMade);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{read.Head.Number}.pdf\"";
        return TypedResults.Bytes(pdf, "application/pdf");
    }

    private static async Task<(ReadPaper? Read, Refusal? Refusal)> Read(
        string number, Caller caller, IGrainFactory grains)
    {
        var (found, unknown) = await Find(number, grains);
        if (found is null) return (null, unknown);
        if (!MayRead(found.Value.Paper, caller))
            return (null, Refusal.Of(caller.IsSignedIn ? KernelRefusal.NotAllowed : KernelRefusal.NotSignedIn));
        var bytes = await found.Value.Grain.Read();
        return bytes.Refusal is { } refusal
            ? (null, refusal)
            : (new ReadPaper(found.Value.Paper.Head!, found.Value.Paper.Print!, bytes.Value), null);
    }

    /// <summary>By the number as somebody types it.</summary>
    private static async Task<((IPaperGrain Grain, Paper Paper)? Found, Refusal? Unknown)> Find(
        string number, IGrainFactory grains)
    {
        var text = number.Trim().ToUpperInvariant();
        if (PaperHead.IsNumber(text))
        {
            var grain = grains.GetGrain<IPaperGrain>(PaperHead.StreamOf(text));
            var paper = (await grain.Get()).State;
            if (paper.Exists) return ((grain, paper), null);
        }

        return (null, Refusal.Of(PaperRefusal.PaperUnknown, ("number", number)));
    }

    private static bool MayRead(Paper paper, Caller caller) =>
        paper.Head!.IsPublic
        || IsDesk(caller)
        || caller.Memberships.Any(membership => paper.Holders.Contains(membership.Party, StringComparer.Ordinal));

    private static bool IsDesk(Caller caller) => caller.IsAny(Desk);

    private sealed record ReadPaper(PaperHead Head, PaperPrint Print, byte[] Bytes);
}
