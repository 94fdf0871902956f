using IpMarket.Domain.Catalogue.Import;

namespace IpMarket.Adapters.Import.Xml;

/// <summary>The publications of the Chinese office, one patent a file.</summary>
internal static class CnipaFormats
{
    public static readonly XmlFormat[] All =
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
            row.Application(First(application.At("DocumentID", "DocNumber")));
            row.Filed(First(application.At("DocumentID", "Date")));
        }

        foreach (var document in Printed(bibliography.At("PublicationReference")).SelectMany(p => p.At("DocumentID")))
        {
            row.Publication(
                First(document.At("WIPOST3Code")),
                First(document.At("DocNumber")),
                First(document.At("Kind")),
                First(document.At("Date")));
        }

        foreach (var title in Printed(bibliography.At("InventionTitle"))) Title(row, title);
        foreach (var ipc in bibliography.At("ClassificationIPCRDetails", "ClassificationIPCR"))
            row.Ipc(First(ipc.At("Text").Where(text => text.Value() is not null)) ?? Columns(ipc));
        row.Applicants(Printed(bibliography.At("Parties", "ApplicantDetails", "Applicant"))
            .Select(Name));
        row.Inventors(Printed(bibliography.At("Parties", "InventorDetails", "Inventor"))
            .Where(inventor => inventor.Attribute("publicationMark") != "1")
            .Select(Name));
        row.Abstract(bibliography.At("Abstract", "Paragraphs").Select(paragraph => paragraph.Said()));
        return row.Row();
    }

    private static PatentFileRow ReadDocument(XmlPart bibliography)
    {
        var row = new RowFacts(bibliography.Line);
        foreach (var document in bibliography.At("application-reference", "document-id"))
        {
            row.Application(First(document.At("doc-number")));
            row.Filed(First(document.At("date")));
        }

        foreach (var document in bibliography.At("cn-publication-reference", "document-id"))
        {
            row.Publication(
                First(document.At("country")),
                First(document.At("doc-number")),
                First(document.At("kind")),
                First(document.At("date")));
        }

        foreach (var claim in bibliography.At("priority-claims", "priority-claim"))
            row.Priority(First(claim.At("country")), First(claim.At("doc-number")), First(claim.At("date")));

        foreach (var title in bibliography.At("invention-title")) Title(row, title);
        foreach (var text in bibliography.At("classifications-ipcr", "classification-ipcr", "text"))
            row.Ipc(text.Said());
        row.Applicants(bibliography.At("cn-parties", "cn-applicants", "cn-applicant", "addressbook", "name")
            .Select(name => name.Said()));
        row.Inventors(bibliography.At("cn-parties", "cn-inventors", "cn-inventor")
            .Where(inventor => inventor.Attribute("cn-not-to-be-published-request-by-inventor") != "yes")
            .SelectMany(inventor => inventor.At("name")).Select(name => name.Said()));
        row.Abstract(bibliography.At("abstract", "p").Select(paragraph => paragraph.Said()));
        return row.Row();
    }

    private static Said? First(IEnumerable<XmlPart> parts) => parts.FirstOrDefault()?.Said();

    private static void Title(RowFacts row, XmlPart title)
    {
        if (title.Attribute("lang")?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true)
            row.TitleEn(title.Said());
        else row.TitleZh(title.Said());
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
    private static Said? Name(XmlPart party)
    {
        var books = party.At("AddressBook").OrderBy(book => book.Attribute("lang") is not (null or "zh"));
        return books.SelectMany(book => book.At("Name").Concat(book.At("OrganizationName")))
            .Select(name => name.Said())
            .FirstOrDefault(name => name is not null);
    }

    /// <summary>The symbol where it is given in columns only; its line is the classification's.</summary>
    private static Said? Columns(XmlPart ipc)
    {
        string Column(string name) => First(ipc.At(name))?.Text ?? "";
        var subclass = Column("Section") + Column("MainClass") + Column("Subclass");
        var text = $"{subclass} {Column("MainGroup")}/{Subgroup(ipc)}";
        return text == " /" ? null : new Said(text, ipc.Line);
    }

    /// <summary>The column <c>00</c> is a subgroup, not one of the zeros that stand for nothing.</summary>
    private static string Subgroup(XmlPart ipc) => ipc.At("Subgroup").FirstOrDefault() is { } column
        ? column.Value() ?? "00"
        : "";
}
