using IpMarket.Domain.Catalogue.Import;

namespace IpMarket.Adapters.Import.Tables.Formats;

/// <summary>
/// Google Patents: publications of many offices, without application numbers and classes; names parted by commas.
/// </summary>
internal sealed class GooglePatentsTable : TableFormat
{
    /// <summary>What follows a comma inside a name: forms of companies, and marks of generations.</summary>
    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "Inc", "LLC", "Ltd", "Ltda", "Limited", "Corp", "Corporation", "Co", "Company", "LP", "LLP", "PLC", "SA",
        "SAS", "SpA", "Srl", "BV", "NV", "AG", "KG", "GmbH", "AB", "AS", "Oy", "Jr", "Sr", "II", "III", "IV",
        "Co Ltd", "GmbH & Co KG",
    };

    public override PatentFileFormat Format => PatentFileFormat.GooglePatents;

    public override bool Knows(Columns header) =>
        header.HasAll("ID", "TITLE", "ASSIGNEE", "INVENTORAUTHOR", "PUBLICATIONDATE");

    public override void Read(Cells cells, RowFacts row)
    {
        row.Publication(cells.One("ID"), cells.One("PUBLICATIONDATE"));
        row.Filed(cells.One("FILINGCREATIONDATE"));
        Title(cells.One("TITLE"), row);
        row.Applicants(Names(cells.One("ASSIGNEE")));
        row.Inventors(Names(cells.One("INVENTORAUTHOR")));
    }

    /// <summary><c>Kespry, Inc., 国家电网公司</c> are two names.</summary>
    private static IEnumerable<Said?> Names(Said? said)
    {
        if (said is not { } value) return [];
        var names = new List<string>();
        foreach (var part in value.Text.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var isSuffix = Suffixes.Contains(part.Replace(".", "", StringComparison.Ordinal).TrimEnd(','));
            if (isSuffix && names.Count > 0) names[^1] += ", " + part;
            else names.Add(part);
        }

        return names.Select(name => name.Trim())
            .Where(name => name.Length > 0)
            .Select(name => (Said?)new Said(name, value.Line));
    }
}
