using System.Globalization;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;

namespace IpMarket.Adapters.Import.Tables.Formats;

/// <summary>
/// Lens.org: the header of 2015 (<c>Publication Number</c>, days as dd/mm/yy) or the newer one (<c>Display Key</c>);
/// lists are parted by two semicolons.
/// </summary>
internal sealed class LensTable : TableFormat
{
    public override PatentFileFormat Format => PatentFileFormat.Lens;

    public override bool Knows(Columns header) =>
        header.HasAll("JURISDICTION", "KIND", "APPLICANTS", "INVENTORS", "PUBLICATIONYEAR")
        && header.HasAny("DISPLAYKEY", "PUBLICATIONNUMBER");

    public override void Read(Cells cells, RowFacts row)
    {
        // The year of four digits stands beside the day of two.
        var year = int.TryParse(
            cells.One("PUBLICATIONYEAR")?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? read
            : 0;
        row.Publication(
            cells.One("DISPLAYKEY", "PUBLICATIONNUMBER"), () => Day("date", cells.One("PUBLICATIONDATE"), year, row));
        row.ApplicationIfChinese(cells.One("APPLICATIONNUMBER"));
        row.Filed(Day("date", cells.One("APPLICATIONDATE"), year, row));
        row.Family(FamilyTie.Priority, cells.List(Semicolons, "PRIORITYNUMBERS"));
        row.Family(FamilyTie.Member, cells.List(Semicolons, "SIMPLEFAMILYMEMBERS"));
        Title(cells.One("TITLE"), row);
        row.Abstract([Cells.WithoutMarks(cells.One("ABSTRACT"))]);
        row.Applicants(cells.List(Semicolons, "APPLICANTS"));
        row.Inventors(cells.List(Semicolons, "INVENTORS"));
        foreach (var symbol in cells.List(Semicolons, "IPCRCLASSIFICATIONS")) row.Ipc(symbol);
    }

    private static DateOnly? Day(string field, Said? said, int year, RowFacts row)
    {
        if (said is not { } value) return null;
        if ((Days.Read(value.Text) ?? Days.ReadShort(value.Text, year)) is { } day) return day;
        row.Fail(value.Line, RowFacts.Malformed(field, value.Text));
        return null;
    }
}
