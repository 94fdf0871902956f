using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;
using IpMarket.Grains.Catalogue.Import;

namespace IpMarket.Server.Endpoints.Catalogue.Imports;

/// <summary>Takes a file in: what the endpoint and the executable's verb have in common.</summary>
public sealed class ImportDesk(IPatentFileReader reader, IDocumentStore documents, IGrainFactory grains)
{
    public IImportGrain Grain(string id) => grains.GetGrain<IImportGrain>(id);

    /// <summary>
    /// Reads the file, keeps it and compares it with the catalogue; answers the import's stream. A file that is refused
    /// whole leaves nothing behind.
    /// </summary>
    /// <param name="context">The command names the import.</param>
    /// <param name="path">What the sender calls the file; folders are dropped.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="party">The verified party the sender brings it for; null: the centre.</param>
    /// <param name="cancel">Stops before it is kept.</param>
    public async Task<Outcome<string>> Preview(
        CommandContext context,
        string path,
        ReadOnlyMemory<byte> bytes,
        string? party,
        CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(path);
        var name = CleanText.Line("fileName", path[(path.LastIndexOfAny(['/', '\\']) + 1)..]);
        if (name.Refusal is { } dirty) return dirty;
        var read = reader.Read(bytes);
        if (read.Refusal is { } broken)
        {
            // The reader knows the house's bound only.
            return party is not null && broken.Is(ImportRefusal.TooManyRows)
                ? PartyImports.Fault(default, Limits.ImportRowsMax + 1)!
                : broken;
        }

        if (party is not null && PartyImports.Fault(read.Value.Format, read.Value.Rows.Length) is { } fault)
            return fault;
        var document = await documents.Put(bytes, MediaType(read.Value.Container), cancel);
        var id = IdOf(context);
        var outcome = party is null
            ? await Grain(id).Preview(context, name.Value, document)
            : await Grain(id).PreviewForParty(context, name.Value, document, party);
        return outcome.Map(_ => id);
    }

    /// <summary>The stream of the import this command begins.</summary>
    public static string IdOf(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Ids.Create(PatentImport.StreamWord, context.CommandId, context.Actor);
    }

    private static string MediaType(string container) => container switch
    {
        "XML" => "application/xml",
        "XLSX" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "XLS" => "application/vnd.ms-excel",
        _ => "text/csv",
    };
}
