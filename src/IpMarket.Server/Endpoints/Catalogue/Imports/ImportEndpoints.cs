using IpMarket.Adapters.Import;
using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Server.Endpoints.Catalogue.Imports;

/// <summary>The handler's: files of patents, previewed before they are applied. One import is one file.</summary>
public static class ImportEndpoints
{
    private const string Multipart = "multipart/form-data";

    /// <summary>The file and what multipart puts around it.</summary>
    private const long BodyBytesMax = Limits.ImportFileBytesMax + 65_536;

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/api/imports").WithTags("Catalogue");
        imports.MapGet("", List).WithName("listImports")
            .ForCentre(CentreRole.Handler, CentreRole.Supervisor).Reads("views-imports");
        imports.MapGet("/{id:stream(import)}", Get).WithName("getImport")
            .ForCentre(CentreRole.Handler, CentreRole.Supervisor);
        imports.MapGet("/{id:stream(import)}/rows", Rows).WithName("listImportRows")
            .ForCentre(CentreRole.Handler, CentreRole.Supervisor);
        imports.MapGet("/template", Template).WithName("getImportTemplate").ForSignedIn()
            .Produces(StatusCodes.Status200OK, contentType: ImportTemplate.MediaType);
        imports.MapPost("", Preview).WithName("previewImport").Accepts<ImportUpload>(Multipart)
            .ForCentre(CentreRole.Handler).Writes().TakesUpTo(BodyBytesMax).AtMost("imports", 20);
        imports.MapPost("/{id:stream(import)}/apply", Apply).WithName("applyImport")
            .ForCentre(CentreRole.Handler).Writes();
        imports.MapPost("/{id:stream(import)}/undo", Undo).WithName("undoImport")
            .ForCentre(CentreRole.Handler).Writes();
    }

    private static async Task<Answer<Page<ImportItem>>> List(
        [AsParameters] PageQuery page,
        Caller caller,
        IDbContextFactory<ImportViewContext> views,
        CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        var rows = await context.Imports
            .OrderByDescending(row => row.PreviewedAt).ThenBy(row => row.Id)
            .Skip(page.Skip).Take(page.Take).ToListAsync(cancel);
        var total = await context.Imports.LongCountAsync(cancel);
        return page.Of([.. rows.Select(row => ImportItem.Of(row, caller))], total);
    }

    private static async Task<Answer<ImportView>> Get(string id, Caller caller, ImportDesk desk) =>
        await Present(id, caller, desk);

    private static async Task<Answer<Page<ImportRowView>>> Rows(
        string id,
        [AsParameters] PageQuery page,
        [FromQuery] RowVerdict? verdict,
        HttpContext http,
        ImportDesk desk)
    {
        var grain = desk.Grain(id);
        if (!(await grain.Get()).State.Exists) return Refusal.Of(ImportRefusal.ImportUnknown);
        var rows = await grain.Rows(verdict, page.Skip, page.Take);
        var isEnglish = Languages.IsEnglish(http.Request);
        return page.Of([.. rows.Rows.Select(row => ImportRowView.Of(row, isEnglish))], rows.Total);
    }

    private static IResult Template(HttpContext http) => Results.File(
        ImportTemplate.Workbook(Languages.IsEnglish(http.Request)),
        ImportTemplate.MediaType,
        Languages.IsEnglish(http.Request) ? "patents.xlsx" : "专利导入模板.xlsx");

    private static async Task<Answer<ImportView>> Preview(
        HttpContext http, Call call, ImportDesk desk, CancellationToken cancel)
    {
        var upload = await Read(http.Request, cancel);
        if (upload.Refusal is { } unread) return unread;
        var (name, bytes) = upload.Value;
        var previewed = await desk.Preview(call.Context, name, bytes, cancel);
        if (previewed.Refusal is { } refusal) return refusal;
        return await Present(previewed.Value, call.Caller, desk);
    }

    private static async Task<Answer<ImportView>> Apply(string id, Call call, ImportDesk desk)
    {
        var outcome = await desk.Grain(id).Apply(call.Context);
        if (outcome.Refusal is { } refusal) return refusal;
        return await Present(id, call.Caller, desk);
    }

    private static async Task<Answer<ImportView>> Undo(string id, Call call, ImportDesk desk)
    {
        var outcome = await desk.Grain(id).Undo(call.Context);
        if (outcome.Refusal is { } refusal) return refusal;
        return await Present(id, call.Caller, desk);
    }

    private static async Task<Outcome<ImportView>> Present(string id, Caller caller, ImportDesk desk)
    {
        var read = await desk.Grain(id).Get();
        if (!read.State.Exists) return Refusal.Of(ImportRefusal.ImportUnknown);
        return ImportView.Of(read, caller);
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
