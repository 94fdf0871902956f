using System.Text.RegularExpressions;
using IpMarket.Domain.Catalogue.Import;

namespace IpMarket.Adapters.Import.Tables.Formats;

/// <summary>
/// Espacenet: lists are parted by semicolons, or by line breaks once a spreadsheet saved it; names end in their
/// country.
/// </summary>
internal sealed partial class EspacenetTable : TableFormat
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
        Title(cells.One("TITLE"), row);
        row.Applicants(cells.List(Semicolons, "APPLICANTS").Select(WithoutCountry));
        row.Inventors(cells.List(Semicolons, "INVENTORS").Select(WithoutCountry));
        foreach (var symbol in cells.List(Semicolons, "INTERNATIONALCLASSIFICATION")) row.Ipc(symbol);
    }

    private static Said? WithoutCountry(Said? said) =>
        said is { } value && Country().Replace(value.Text, "") is { Length: > 0 } name
            ? value with { Text = name }
            : null;

    [GeneratedRegex("[\\s_]*\\[[A-Z]{2}\\]$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Country();
}
