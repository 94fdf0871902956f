using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Import;

namespace IpMarket.Adapters.Import;

/// <summary>Where one format keeps its facts.</summary>
/// <param name="Format">Its name.</param>
/// <param name="Root">The local name of its root element.</param>
/// <param name="Bibliography">The element below the root that holds every fact taken.</param>
/// <param name="Without">An element in it whose text is never taken: the abstract.</param>
/// <param name="Row">Reads the one patent of the file.</param>
internal sealed record CnipaFormat(
    PatentFileFormat Format, string Root, string Bibliography, string Without, Func<XmlPart, PatentFileRow> Row);

/// <summary>The publications of the Chinese office, one patent a file.</summary>
internal static class CnipaFormats
{
    public static readonly CnipaFormat[] All =
    [
        new(
            PatentFileFormat.CnipaBusiness, "PatentDocumentAndRelated", "BibliographicData", "Abstract", ReadBusiness),
        new(
            PatentFileFormat.CnipaDocument, "cn-patent-document", "cn-bibliographic-data", "abstract", ReadDocument),
    ];

    /// <summary>
    /// The newer schema says every value twice, as printed (<c>original</c>) and unified (<c>standard</c>): the printed
    /// one is taken, and its number must be the unified one's.
    /// </summary>
    private static PatentFileRow ReadBusiness(XmlPart bibliography)
    {
        var row = new RowFacts(bibliography.Line);
        foreach (var application in Both(bibliography.At("ApplicationReference")))
        {
            row.Application(application.At("DocumentID", "DocNumber").FirstOrDefault());
            row.Filed(application.At("DocumentID", "Date").FirstOrDefault());
        }

        foreach (var document in Printed(bibliography.At("PublicationReference")).SelectMany(p => p.At("DocumentID")))
        {
            row.Publication(
                document.At("WIPOST3Code").FirstOrDefault(),
                document.At("DocNumber").FirstOrDefault(),
                document.At("Kind").FirstOrDefault(),
                document.At("Date").FirstOrDefault());
        }

        foreach (var title in Printed(bibliography.At("InventionTitle"))) row.Title(title);
        foreach (var ipc in bibliography.At("ClassificationIPCRDetails", "ClassificationIPCR"))
            row.Ipc(ipc.At("Text").FirstOrDefault(text => text.Value() is not null) ?? Columns(ipc));
        row.Applicants(Printed(bibliography.At("Parties", "ApplicantDetails", "Applicant"))
            .Select(Name).OfType<XmlPart>());
        row.Inventors(Printed(bibliography.At("Parties", "InventorDetails", "Inventor"))
            .Where(inventor => inventor.Attribute("publicationMark") != "1")
            .Select(Name).OfType<XmlPart>());
        return row.Row();
    }

    private static PatentFileRow ReadDocument(XmlPart bibliography)
    {
        var row = new RowFacts(bibliography.Line);
        foreach (var document in bibliography.At("application-reference", "document-id"))
        {
            row.Application(document.At("doc-number").FirstOrDefault());
            row.Filed(document.At("date").FirstOrDefault());
        }

        foreach (var document in bibliography.At("cn-publication-reference", "document-id"))
        {
            row.Publication(
                document.At("country").FirstOrDefault(),
                document.At("doc-number").FirstOrDefault(),
                document.At("kind").FirstOrDefault(),
                document.At("date").FirstOrDefault());
        }

        foreach (var title in bibliography.At("invention-title")) row.Title(title);
        foreach (var text in bibliography.At("classifications-ipcr", "classification-ipcr", "text")) row.Ipc(text);
        row.Applicants(bibliography.At("cn-parties", "cn-applicants", "cn-applicant", "addressbook", "name"));
        row.Inventors(bibliography.At("cn-parties", "cn-inventors", "cn-inventor")
            .Where(inventor => inventor.Attribute("cn-not-to-be-published-request-by-inventor") != "yes")
            .SelectMany(inventor => inventor.At("name")));
        return row.Row();
    }

    /// <summary>The printed ones where there are any, else all.</summary>
    private static List<XmlPart> Printed(IEnumerable<XmlPart> parts)
    {
        var all = parts.ToList();
        var printed = all.Where(IsPrinted).ToList();
        return printed.Count > 0 ? printed : all;
    }

    /// <summary>Printed ones first, then the unified ones.</summary>
    private static IEnumerable<XmlPart> Both(IEnumerable<XmlPart> parts) => parts.OrderBy(part => !IsPrinted(part));

    private static bool IsPrinted(XmlPart part) => part.Attribute("dataFormat") == "original";

    /// <summary>A person's or an organisation's; in Chinese where the book is kept in several languages.</summary>
    private static XmlPart? Name(XmlPart party)
    {
        var books = party.At("AddressBook").OrderBy(book => book.Attribute("lang") is not (null or "zh"));
        return books.SelectMany(book => book.At("Name").Concat(book.At("OrganizationName")))
            .FirstOrDefault(name => name.Value() is not null);
    }

    /// <summary>The symbol where it is given in columns only; its line is the classification's.</summary>
    private static XmlPart? Columns(XmlPart ipc)
    {
        string Column(string name) => ipc.At(name).FirstOrDefault()?.Value() ?? "";
        var subclass = Column("Section") + Column("MainClass") + Column("Subclass");
        var text = $"{subclass} {Column("MainGroup")}/{Subgroup(ipc)}";
        if (text == " /") return null;
        var part = new XmlPart("Text", ipc.Line, ImmutableDictionary<string, string>.Empty);
        part.Add(text);
        return part;
    }

    /// <summary>The column <c>00</c> is a subgroup, not one of the zeros that stand for nothing.</summary>
    private static string Subgroup(XmlPart ipc) => ipc.At("Subgroup").FirstOrDefault() is { } column
        ? column.Value() ?? "00"
        : "";
}
