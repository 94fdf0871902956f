using IpMarket.Adapters.Import;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Testing;
using Xunit;

namespace IpMarket.Adapters.Tests.Import;

/// <summary>Every file of the shared data, and what must come of it, counted by hand in the files.</summary>
public sealed class EveryRealFileTests
{
    private static readonly (string File, string Outcome)[] Table =
    [
        ("README.md", "FORMAT_UNKNOWN"),
        ("cnipa-pss/cnipa-pss-bci-733.csv", "NamedColumns: 551 new, 172 changed, 0 unchanged, 10 refused"),
        (
            "cnipa-xml-new/CN102015000481495CN00001152124630AFULZH20221021CN00D.XML",
            "CnipaBusiness: 1 new, 0 changed, 0 unchanged, 0 refused"),
        (
            "cnipa-xml-new/CN102021000991218CN00001137839490AFULZH20211210CN00Y.XML",
            "CnipaBusiness: 1 new, 0 changed, 0 unchanged, 0 refused"),
        ("cnipa-xml-old/cn_old1.xml", "CnipaDocument: 1 new, 0 changed, 0 unchanged, 0 refused"),
        ("cnipa-xml-old/cn_old2.xml", "CnipaDocument: 1 new, 0 changed, 0 unchanged, 0 refused"),
        ("cnipa-xml-old/cn_old3.xml", "CnipaDocument: 1 new, 0 changed, 0 unchanged, 0 refused"),
        ("espacenet/pizza_small.csv", "Espacenet: 25 new, 0 changed, 0 unchanged, 0 refused"),
        ("espacenet/pizza_small_fromexcel.csv", "Espacenet: 25 new, 0 changed, 0 unchanged, 0 refused"),
        ("google-patents/gp-search-uav-example.csv", "GooglePatents: 29 new, 0 changed, 0 unchanged, 0 refused"),
        ("ipc/IPC_3.txt", "FORMAT_UNKNOWN"),
        ("ipc/IPC_4.txt", "FORMAT_UNKNOWN"),
        ("ipc/IPC_8.txt", "FORMAT_UNKNOWN"),
        ("ipc/es_C01G.json", "FORMAT_UNKNOWN"),
        ("ipc/es_C09C.json", "FORMAT_UNKNOWN"),
        ("ipc/es_C21B.json", "FORMAT_UNKNOWN"),
        ("ipc/es_C21C.json", "FORMAT_UNKNOWN"),
        ("ipc/es_C21D.json", "FORMAT_UNKNOWN"),
        ("ipc/es_C22B.json", "FORMAT_UNKNOWN"),
        ("ipc/es_C22C.json", "FORMAT_UNKNOWN"),
        ("ipc/es_C22F.json", "FORMAT_UNKNOWN"),
        ("ipc/es_C23C.json", "FORMAT_UNKNOWN"),
        ("ipc/es_C25C.json", "FORMAT_UNKNOWN"),
        ("ipc/es_H01M.json", "FORMAT_UNKNOWN"),
        ("legal-codes/inpadoc_cn_event_codes.csv", "FORMAT_UNKNOWN"),
        ("lens/lens-export-head-120.csv", "Lens: 120 new, 0 changed, 0 unchanged, 0 refused"),
        ("meilisearch/openapi-1.53.0.json", "FORMAT_UNKNOWN"),
        ("vti/vti-known-patents.csv", "NamedColumns: 38 new, 0 changed, 0 unchanged, 0 refused"),
        ("vti/wipo-ewaste-vti-127.csv", "NamedColumns: 127 new, 0 changed, 0 unchanged, 0 refused"),
        ("wipo-st96/PatentPublication_Example.xml", "WipoSt96: 1 new, 0 changed, 0 unchanged, 0 refused"),
    ];

    public static TheoryData<string, string> Files =>
        new(Table.Select(row => new TheoryDataRow<string, string>(row.File, row.Outcome)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_file_gives_what_was_counted_by_hand(string file, string outcome)
    {
        var patents = new Dictionary<string, Patent>(StringComparer.Ordinal);

        Assert.Equal(outcome, Import(file, patents));
        if (outcome.Contains(": ", StringComparison.Ordinal))
            Assert.Contains(": 0 new, 0 changed, ", Import(file, patents), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_names_every_file_there_is()
    {
        var folder = Path.GetDirectoryName(SharedData.File("README.md"))!;

        Assert.Equal(
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
            Table.Select(row => row.File).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_chinese_offices_list_is_551_patents_and_ten_rows_that_are_none()
    {
        var patents = new Dictionary<string, Patent>(StringComparer.Ordinal);
        Import("cnipa-pss/cnipa-pss-bci-733.csv", patents);
        var refused = Read("cnipa-pss/cnipa-pss-bci-733.csv").Rows.Where(row => row.Fault is not null).ToList();

        Assert.Equal(551, patents.Count(patent => patent.Value.Exists));
        Assert.Equal(172, patents.Count(patent => patent.Value.Facts.Publications.Length == 2));
        Assert.Equal(Enumerable.Range(725, 10), refused.Select(row => row.Line));
        Assert.All(refused, row => Assert.Equal("NOT_A_CN_APPLICATION", row.Fault!.Code));
    }

    [Fact]
    public void Both_copies_of_the_espacenet_export_say_the_same()
    {
        var clean = Read("espacenet/pizza_small.csv").Rows.ToDictionary(
            row => row.Number!.Key, row => row.Facts, StringComparer.Ordinal);
        var saved = Read("espacenet/pizza_small_fromexcel.csv").Rows.ToDictionary(
            row => row.Number!.Key, row => row.Facts, StringComparer.Ordinal);

        Assert.Equal(clean.Count, saved.Count);
        Assert.All(saved, row => Assert.Equal(clean[row.Key], row.Value));
    }

    private static string Import(string file, Dictionary<string, Patent> patents)
    {
        var read = new PatentFileReader().Read(File.ReadAllBytes(SharedData.File(file)));
        if (read.Refusal is { } refusal) return refusal.Code;
        var verdicts = new List<RowVerdict>();
        foreach (var row in read.Value.Rows)
        {
            var stream = row.Number?.Stream ?? "";
            var preview = RowPreview.Of(
                row, patents.GetValueOrDefault(stream, Patent.Empty), file, default, PatentRules.House);
            if (preview.Row.Verdict != RowVerdict.Refused) patents[stream] = preview.After;
            verdicts.Add(preview.Row.Verdict);
        }

        int Of(RowVerdict verdict) => verdicts.Count(one => one == verdict);
        return $"{read.Value.Format}: {Of(RowVerdict.New)} new, {Of(RowVerdict.Changed)} changed, "
            + $"{Of(RowVerdict.Unchanged)} unchanged, {Of(RowVerdict.Refused)} refused";
    }

    private static PatentFile Read(string file) =>
        new PatentFileReader().Read(File.ReadAllBytes(SharedData.File(file))).Value;
}
