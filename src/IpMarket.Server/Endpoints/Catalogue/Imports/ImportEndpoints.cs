using IpMarket.Adapters.Import;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Server.Endpoints.Catalogue.Patents;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Catalogue.Imports;

/// <summary>
/// Files of patents, previewed before they are applied: of the centre's handler, and of verified parties, who may bring
/// what they may enter by form. One import is one file.
/// </summary>
public static class ImportEndpoints
{
    private const string Multipart = "multipart/form-data";

    /// <summary>The file and what multipart puts around it.</summary>
    private const long BodyBytesMax = Limits.ImportFileBytesMax + 65_536;

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/api/imports").WithTags("Catalogue");
        imports.MapGet("", List).WithName("listImports").ForSignedIn().Reads("views-imports");
        imports.MapGet("/{id:stream(import)}", Get).WithName("getImport").ForSignedIn();
        imports.MapGet("/{id:stream(import)}/rows", Rows).WithName("listImportRows").ForSignedIn();
        imports.MapGet("/template", Template).WithName("getImportTemplate").ForSignedIn()
            .Produces(StatusCodes.Status200OK, contentType: ImportTemplate.MediaType);
        imports.MapPost("", Preview).WithName("previewImport").Accepts<ImportUpload>(Multipart)
            .ForSignedIn().Writes().TakesUpTo(BodyBytesMax).AtMost("imports", 20);
        imports.MapPost("/{id:stream(import)}/apply", Apply).WithName("applyImport").ForSignedIn().Writes();
        imports.MapPost("/{id:stream(import)}/undo", Undo).WithName("undoImport").ForSignedIn().Writes();
    }

    private static async Task<Answer<Page<ImportItem>>> List(
        [AsParameters] PageQuery page, Caller caller, ImportLists lists, CancellationToken cancel) =>
        await lists.Page(page, caller, cancel);

    private static async Task<Answer<ImportView>> Get(
        string id, Caller caller, ImportDesk desk, ImportLists lists) => await Present(id, caller, desk, lists);

    private static async Task<Answer<Page<ImportRowView>>> Rows(
        string id,
        [AsParameters] PageQuery page,
        [FromQuery] RowVerdict? verdict,
        HttpContext http,
        Caller caller,
        ImportDesk desk)
    {
        var found = await ImportAccess.Find(id, caller, desk);
        if (found.Refusal is { } refusal) return refusal;
        var rows = await desk.Grain(id).Rows(verdict, page.Skip, page.Take);
        var isEnglish = Languages.IsEnglish(http.Request);
        return page.Of([.. rows.Rows.Select(row => ImportRowView.Of(row, isEnglish))], rows.Total);
    }

    private static IResult Template([FromQuery] ImportTemplateKind? kind, HttpContext http)
    {
        var isEnglish = Languages.IsEnglish(http.Request);
        var wanted = kind ?? ImportTemplateKind.Patents;
        var name = wanted == ImportTemplateKind.Patents
            ? (isEnglish ? "patents.xlsx" : "专利导入模板.xlsx")
            : (isEnglish ? "legal-events.xlsx" : "法律事件导入模板.xlsx");
        return Results.File(ImportTemplate.Workbook(wanted, isEnglish), ImportTemplate.MediaType, name);
    }

    private static async Task<Answer<ImportView>> Preview(
        HttpContext http,
        Call call,
        ImportDesk desk,
        ImportLists lists,
        IGrainFactory grains,
        CancellationToken cancel)
    {
        var origin = await PatentEntry.Of(call.Caller, grains);
        if (origin.Refusal is { } barred) return barred;
        var party = origin.Value == FactOrigin.Party ? call.Caller.Party : null;
        // A repeat is the import's to answer.
        if (party is not null
            && !(await desk.Grain(ImportDesk.IdOf(call.Context)).Get()).State.Exists
            && await lists.Open(party, call.Caller.At, cancel) >= Limits.ImportsOpenPerPartyMax)
        {
            return Refusal.Of(
                ImportRefusal.TooManyOpen,
                ("hours", Limits.ImportOpenHours),
                ("max", Limits.ImportsOpenPerPartyMax));
        }

        var upload = await Read(http.Request, cancel);
        if (upload.Refusal is { } unread) return unread;
        var (name, bytes) = upload.Value;
        var previewed = await desk.Preview(call.Context, name, bytes, party, cancel);
        if (previewed.Refusal is { } refusal) return refusal;
        return await Present(previewed.Value, call.Caller, desk, lists);
    }

    /// <summary>What a file says is written when it is applied: a party must be one that may write then.</summary>
    private static async Task<Answer<ImportView>> Apply(
        string id, Call call, ImportDesk desk, ImportLists lists, IGrainFactory grains)
    {
        var found = await ImportAccess.FindToAct(id, call.Caller, desk);
        if (found.Refusal is { } unseen) return unseen;
        var origin = await PatentEntry.Of(call.Caller, grains);
        if (origin.Refusal is { } barred) return barred;
        var outcome = await desk.Grain(id).Apply(call.Context);
        if (outcome.Refusal is { } refusal) return refusal;
        return await Present(id, call.Caller, desk, lists);
    }

    private static async Task<Answer<ImportView>> Undo(string id, Call call, ImportDesk desk, ImportLists lists)
    {
        var found = await ImportAccess.FindToAct(id, call.Caller, desk);
        if (found.Refusal is { } unseen) return unseen;
        var outcome = await desk.Grain(id).Undo(call.Context);
        if (outcome.Refusal is { } refusal) return refusal;
        return await Present(id, call.Caller, desk, lists);
    }

    private static async Task<Outcome<ImportView>> Present(
        string id, Caller caller, ImportDesk desk, ImportLists lists)
    {
        var found = await ImportAccess.Find(id, caller, desk);
        if (found.Refusal is { } refusal) return refusal;
        var party = found.Value.State.Party;
        return ImportView.Of(found.Value, party is null ? null : await lists.NameOf(party), caller);
    }

    /// <summary>The one file of the form; what its sender says of its type is not asked.</summary>
    private static async Task<Outcome<(string Name, byte[] Bytes)>> Read(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
            return Refusal.Of(RequestRefusal.MediaTypeNotTaken, ("expected", Multipart));
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancel);
        }
        catch (Exception error) when (error is IOException and not BadHttpRequestException)
        {
            return Refusal.Of(RequestRefusal.ParameterMalformed, ("field", "file"));
        }
        catch (InvalidDataException)
        {
            return Refusal.Of(RequestRefusal.RequestTooLarge, ("max", Limits.ImportFileBytesMax));
        }

        if (form.Files is not [{ Name: "file" } file])
            return Refusal.Of(RequestRefusal.ParameterMalformed, ("field", "file"));
        var bytes = new byte[file.Length];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, cancel);
        return (file.FileName, bytes);
    }
}

/// <summary>The form an import is sent in: exactly one file.</summary>
/// <param name="File">At most 20 MB.</param>
public sealed record ImportUpload([property: FromForm(Name = "file")] IFormFile File);
