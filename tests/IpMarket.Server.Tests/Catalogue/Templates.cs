using System.IO.Compression;
using System.Xml.Linq;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Reads a template as a person does: its columns, and the example beside each explanation.</summary>
internal static class Templates
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static (string[] Header, string[] Example) Read(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        var sheets = zip.Entries.Where(part => part.FullName.Contains("worksheets/", StringComparison.Ordinal))
            .OrderBy(part => part.FullName, StringComparer.Ordinal)
            .Select(part => Rows(part)).ToArray();
        var header = sheets.Single(rows => rows.Length == 1)[0];
        var explanations = sheets.Single(rows => rows.Length > 1);
        return (header, [.. explanations.Skip(1).Select(row => row[2])]);
    }

    private static string[][] Rows(ZipArchiveEntry part)
    {
        using var content = part.Open();
        return
        [
            .. XDocument.Load(content).Descendants(Sheet + "row")
                .Select(row => row.Elements(Sheet + "c").Select(cell => cell.Value).ToArray()),
        ];
    }
}
