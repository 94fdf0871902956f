using IpMarket.Adapters.Import;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Testing;
using IpMarket.Testing.Import;
using Xunit;

namespace IpMarket.Adapters.Tests.Import;

/// <summary>What is taken from a publication in WIPO's standard ST.96.</summary>
public sealed class St96Tests
{
    [Fact]
    public void A_chinese_publication_is_known_by_its_application_number_and_says_all_of_it()
    {
        var row = Row(PublicationFiles.Bytes(St96Files.Publication()));

        Assert.Null(row.Fault);
        Assert.Equal((PublicationFiles.Number, PublicationFiles.Stream), (row.Number!.Text, row.Number.Stream));
        Assert.Equal((PublicationFiles.Title, null), (row.Facts.TitleZh, row.Facts.TitleEn));
        Assert.Equal(PublicationFiles.Abstract, row.Facts.AbstractZh);
        Assert.Equal(["示例钒钛有限公司", "示例大学"], row.Facts.Applicants);
        Assert.Equal(["示例甲", "Jane Doe"], row.Facts.Inventors);
        Assert.Equal(["C22B 34/22", "C01G 31/00"], row.Facts.Ipc);
        Assert.Equal(new DateOnly(2099, 3, 5), row.Facts.FilingDate);
        Assert.Equal([new Publication("CN199900001", "B", new DateOnly(2099, 12, 15))], row.Facts.Publications);
        Assert.Equal(
            [FamilyDocument.Of(FamilyTie.Priority, "JP", "2098-290922", new DateOnly(2098, 11, 8))!], row.Facts.Family);
    }

    [Fact]
    public void Another_offices_publication_is_known_by_itself_and_its_application_number_names_nothing()
    {
        var row = Row(PublicationFiles.Bytes(St96Files.Publication(
            "US", "13797521", "<pat:InventionTitle>Vanadium process</pat:InventionTitle>", "A process.")));

        Assert.Null(row.Fault);
        Assert.Equal("patent:US199900001", row.Number!.Stream);
        Assert.Equal((null, "Vanadium process", null), (row.Facts.TitleZh, row.Facts.TitleEn, row.Facts.AbstractZh));
    }

    [Theory]
    [InlineData("zh-CN", "一种方法", "一种方法", null)]
    [InlineData("en", "A process", null, "A process")]
    [InlineData("ja", "バナジウムの方法", null, null)]
    public void A_title_is_of_the_language_it_names(string language, string text, string? zh, string? en)
    {
        var facts = Row(PublicationFiles.Bytes(St96Files.Publication(
            title: $"<pat:InventionTitle com:languageCode=\"{language}\">{text}</pat:InventionTitle>"))).Facts;
        Assert.Equal((zh, en), (facts.TitleZh, facts.TitleEn));
    }

    [Fact]
    public void An_application_number_with_a_wrong_check_character_names_nothing_and_the_publication_stays()
    {
        var row = Row(PublicationFiles.Bytes(St96Files.Publication(application: "209910000001.5")));
        Assert.Equal((null, "patent:CN199900001"), (row.Fault, row.Number!.Stream));
    }

    [Fact]
    public void Wipos_own_example_says_what_a_person_reads_in_it()
    {
        var row = Row(File.ReadAllBytes(SharedData.File("wipo-st96/PatentPublication_Example.xml")));

        Assert.Equal("patent:US8936998", row.Number!.Stream);
        Assert.Equal("Manufcaturing method for room-temperature substrate bonding", row.Facts.TitleEn);
        Assert.Equal(new DateOnly(2013, 3, 12), row.Facts.FilingDate);
        Assert.Equal([new Publication("US8936998", "B2", new DateOnly(2015, 1, 20))], row.Facts.Publications);
        Assert.Equal(["H01L 21/30", "H01L 21/302", "H01L 21/324", "H01L 21/20"], [.. row.Facts.Ipc.Take(4)]);
        Assert.Equal(["Jun Utsumi", "Takayuki Goto", "Kensuke Ide"], [.. row.Facts.Inventors.Take(3)]);
        Assert.Contains("JP", row.Facts.Family[0].ToString(), StringComparison.Ordinal);
        Assert.Null(row.Facts.AbstractZh);
    }

    private static PatentFileRow Row(byte[] file)
    {
        var read = new PatentFileReader().Read(file);
        Assert.True(read.IsAccepted, read.Refusal?.En);
        Assert.Equal(PatentFileFormat.WipoSt96, read.Value.Format);
        return Assert.Single(read.Value.Rows);
    }
}
