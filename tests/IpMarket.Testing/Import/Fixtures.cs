using System.Text;

namespace IpMarket.Testing.Import;

/// <summary>One small file of each format and container that can be imported.</summary>
public static class Fixtures
{
    private static readonly string[][] Cells =
        [.. TableFiles.Chinese.TrimEnd().Split("\r\n").Select(line => line.Split(','))];

    public static IReadOnlyList<byte[]> EveryFormat { get; } =
    [
        PublicationFiles.Bytes(PublicationFiles.New()),
        PublicationFiles.Bytes(PublicationFiles.Old()),
        PublicationFiles.Bytes(St96Files.Publication()),
        .. ((string[])[
            TableFiles.Google, TableFiles.Lens2015, TableFiles.LensNewer, TableFiles.Espacenet,
            TableFiles.EspacenetFromExcel(), TableFiles.Chinese, TableFiles.LegalEvents,
        ]).Select(Encoding.UTF8.GetBytes),
        TableFiles.Gb(TableFiles.Chinese),
        TableFiles.Mac(TableFiles.EspacenetFromExcel("\u00A0")),
        Workbooks.Xlsx(Cells),
        Workbooks.Xls(Cells),
    ];
}
