using IpMarket.Domain.Catalogue.Import;

namespace IpMarket.Adapters.Import.Xml;

/// <summary>A publication in WIPO's standard ST.96, of any office, one patent a file.</summary>
internal static class St96Format
{
    public static readonly XmlFormat Format = new(
        PatentFileFormat.WipoSt96, "PatentPublication", "BibliographicData", "Abstract", Read);

    private static PatentFileRow Read(XmlPart bibliography)
    {
        var row = new RowFacts(bibliography.Line);
        foreach (var publication in bibliography.At("PatentPublicationIdentification"))
        {
            row.Publication(
                First(publication, "IPOfficeCode"),
                First(publication, "PublicationNumber"),
                First(publication, "PatentDocumentKindCode"),
                First(publication, "PublicationDate"));
        }

        foreach (var application in bibliography.At("ApplicationIdentification"))
        {
            // Other offices' application numbers name nothing here; their rights are known by the publication.
            if (First(application, "IPOfficeCode")?.Text is null or "CN")
                row.ApplicationIfChinese(First(application, "ApplicationNumber", "ApplicationNumberText"));
            row.Filed(First(application, "FilingDate"));
        }

        foreach (var claim in bibliography.At("PriorityClaimBag", "PriorityClaim"))
        {
            row.Priority(
                First(claim, "IPOfficeCode"),
                First(claim, "ApplicationNumber", "ApplicationNumberText"),
                First(claim, "FilingDate"));
        }

        foreach (var title in bibliography.At("InventionTitleBag", "InventionTitle")) Title(row, title);
        foreach (var ipc in bibliography.At("PatentClassificationBag", "IPCRClassificationBag", "IPCRClassification"))
            row.Ipc(Symbol(ipc));
        row.Applicants(bibliography.At("PartyBag", "ApplicantBag", "Applicant").Select(Name));
        row.Inventors(bibliography.At("PartyBag", "InventorBag", "Inventor").Select(Name));
        row.Abstract(bibliography.At("Abstract", "P").Select(paragraph => paragraph.Said()));
        return row.RowOrPublication();
    }

    private static Said? First(XmlPart part, params ReadOnlySpan<string> path) =>
        part.At(path).FirstOrDefault()?.Said();

    /// <summary>A title that does not say its language is read by its letters.</summary>
    private static void Title(RowFacts row, XmlPart title)
    {
        if (title.Said() is not { } said) return;
        var language = title.Attribute("languageCode") ?? (Letters.IsChinese(said.Text) ? "zh" : "en");
        if (language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) row.TitleZh(said);
        else if (language.StartsWith("en", StringComparison.OrdinalIgnoreCase)) row.TitleEn(said);
    }

    private static Said? Symbol(XmlPart ipc)
    {
        string Column(string name) => First(ipc, name)?.Text ?? "";
        // The subgroup 00 is one, not zeros that stand for nothing.
        var subgroup = ipc.At("Subgroup").Any() ? First(ipc, "Subgroup")?.Text ?? "00" : "";
        var text = $"{Column("Section")}{Column("Class")}{Column("Subclass")} {Column("MainGroup")}/{subgroup}";
        return text == " /" ? null : new Said(text, ipc.Line);
    }

    /// <summary>An organisation's as it stands, a person's with the last name last.</summary>
    private static Said? Name(XmlPart party)
    {
        foreach (var name in party.At("PublicationContact", "Name").Concat(party.At("Contact", "Name")))
        {
            if (First(name, "OrganizationName", "OrganizationStandardName") is { } organisation) return organisation;
            if (First(name, "EntityName") is { } entity) return entity;
            if (First(name, "PersonName", "PersonFullName") is { } whole) return whole;
            foreach (var person in name.At("PersonName", "PersonStructuredName"))
            {
                string[] parts = ["FirstName", "MiddleName", "LastName"];
                var words = parts.Select(part => First(person, part)?.Text).OfType<string>().ToList();
                if (words.Count > 0) return new Said(string.Join(' ', words), person.Line);
            }
        }

        return null;
    }
}
