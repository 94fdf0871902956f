using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;

namespace IpMarket.Adapters.Import.Tables.Formats;

/// <summary>
/// Espacenet: lists are parted by semicolons, or by line breaks once a spreadsheet saved it; names end in their
/// country.
/// </summary>
internal sealed class EspacenetTable : TableFormat
{
    public override PatentFileFormat Format => PatentFileFormat.Espacenet;

    public override bool Knows(Columns header) => header.HasAll(
        "TITLE", "PUBLICATIONNUMBER", "PUBLICATIONDATE", "INVENTORS", "APPLICANTS", "INTERNATIONALCLASSIFICATION");

    public override void Read(Cells cells, RowFacts row)
    {
        var numbers = cells.List(Semicolons, "PUBLICATIONNUMBER").OfType<Said>().ToList();
        var days = cells.List(Semicolons, "PUBLICATIONDATE").OfType<Said>().ToList();
        for (var i = 0; i < numbers.Count; i++)
        {
            // Which of two publications a single day belongs to is not said.
            row.Publication(numbers[i], days.Count == numbers.Count ? days[i] : null);
        }

        row.ApplicationIfChinese(cells.One("APPLICATIONNUMBER"));
        row.Filed(cells.One("DATEOFAPPLICATION"));
        row.Family(FamilyTie.Priority, cells.List(Semicolons, "PRIORITYNUMBERS"));
        Title(cells.One("TITLE"), row);
        row.Applicants(cells.List(Semicolons, "APPLICANTS").Select(WithoutCountry));
        row.Inventors(cells.List(Semicolons, "INVENTORS").Select(WithoutCountry));
        foreach (var symbol in cells.List(Semicolons, "INTERNATIONALCLASSIFICATION")) row.Ipc(symbol);
    }

    private static Said? WithoutCountry(Said? said)
    {
        if (said is not { } value) return null;
        if (value.Text is not [.., '[', >= 'A' and <= 'Z', >= 'A' and <= 'Z', ']']) return value;
        var name = value.Text.AsSpan(..^4);
        while (name is [.., var last] && (last == '_' || char.IsWhiteSpace(last))) name = name[..^1];
        return name.IsEmpty ? null : value with { Text = name.ToString() };
    }
}
