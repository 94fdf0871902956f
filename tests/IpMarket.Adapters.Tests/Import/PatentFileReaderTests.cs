using System.Net;
using System.Net.Sockets;
using System.Text;
using IpMarket.Adapters.Import;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Testing.Import;
using Xunit;

namespace IpMarket.Adapters.Tests.Import;

/// <summary>What is taken from a publication, what is refused and with which words.</summary>
public sealed class PatentFileReaderTests
{
    private readonly PatentFileReader reader = new();

    public static TheoryData<string> Formats =>
        new((IEnumerable<string>)[PublicationFiles.New(), PublicationFiles.Old()]);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Both_formats_give_the_same_facts(string text)
    {
        var row = Row(text);

        Assert.Null(row.Fault);
        Assert.Equal(PublicationFiles.Number, row.Number!.Text);
        Assert.Equal(PublicationFiles.Stream, row.Number.Stream);
        Assert.Equal(PublicationFiles.Title, row.Facts.TitleZh);
        Assert.Equal(PublicationFiles.Abstract, row.Facts.AbstractZh);
        Assert.Equal(new DateOnly(2099, 3, 5), row.Facts.FilingDate);
        Assert.Equal(["示例钒钛有限公司"], row.Facts.Applicants);
        Assert.Equal(["C22B 34/22"], row.Facts.Ipc);
        Assert.Equal("CN199900001A", Assert.Single(row.Facts.Publications).ToString());
        Assert.Equal(new DateOnly(2099, 9, 1), row.Facts.Publications[0].Date);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void An_inventor_who_asked_not_to_be_named_is_not_named(string text) =>
        Assert.Equal(["示例甲"], Row(text).Facts.Inventors);

    [Fact]
    public void Zeros_in_place_of_values_are_no_facts()
    {
        var row = Row(PublicationFiles.New(date: "00000000", title: "0", ipc: "0"));

        Assert.Null(row.Fault);
        Assert.Null(row.Facts.FilingDate);
        Assert.Null(row.Facts.TitleZh);
        Assert.Equal(["C22B 34/22"], row.Facts.Ipc);
    }

    [Fact]
    public void A_title_keeps_its_marked_up_letters_and_loses_line_breaks() => Assert.Equal(
        "一种 V2O5 制备方法",
        Row(PublicationFiles.New(title: "一种\n   V<base:Sub>2</base:Sub>O<base:Sub>5</base:Sub> 制备方法")).Facts.TitleZh);

    [Fact]
    public void An_old_number_of_eight_digits_needs_no_prefix_where_the_element_says_what_it_is() =>
        Assert.Equal("CN95115608.X", Row(PublicationFiles.Old(number: "95115608X")).Number!.Text);

    [Fact]
    public void A_divisional_is_not_filed_in_the_year_of_its_number()
    {
        var row = Row(PublicationFiles.New("202111286633.X", "102021001286633", "20170424"));

        Assert.Null(row.Fault);
        Assert.Equal(new DateOnly(2017, 4, 24), row.Facts.FilingDate);
    }

    [Fact]
    public void A_wrong_check_character_refuses_the_row_with_its_line()
    {
        var row = Row(PublicationFiles.New(original: "209910000001.5"));

        Assert.Equal(PublicationFiles.NewNumberLine, row.Line);
        Assert.True(row.Fault!.Is(NumberRefusal.WrongCheckCharacter), row.Fault.En);
    }

    [Theory]
    [InlineData("209910000001.8", "102099000000002", "NUMBERS_DISAGREE")]
    [InlineData("199900001", "0", "UNKNOWN_YEAR_OR_TYPE")]
    [InlineData("US7776128B2", "0", "NOT_A_CN_APPLICATION")]
    [InlineData("0", "0", "APPLICATION_NUMBER_MISSING")]
    public void A_row_without_one_chinese_application_number_is_refused(string original, string standard, string code)
    {
        var row = Row(PublicationFiles.New(original, standard));

        Assert.Equal(code, row.Fault?.Code);
    }

    [Fact]
    public void The_unified_number_serves_where_there_is_no_printed_one() =>
        Assert.Equal(PublicationFiles.Number, Row(PublicationFiles.New(original: "0")).Number!.Text);

    [Theory]
    [InlineData("20990231", "C22B 34/22", "date")]
    [InlineData("20990305", "Z99", "IPC")]
    public void A_value_that_cannot_be_read_refuses_the_row(string date, string ipc, string field)
    {
        var fault = Row(PublicationFiles.New(date: date, ipc: ipc)).Fault!;

        Assert.True(fault.Is(PatentRowRefusal.ValueMalformed), fault.En);
        Assert.Equal(field, fault.Figures["field"].Text);
    }

    [Theory]
    [InlineData("", "FILE_EMPTY")]
    [InlineData("申请号,名称", "NO_ROWS")]
    [InlineData("%PDF-1.7", "FORMAT_UNKNOWN")]
    [InlineData("<html><body/></html>", "FORMAT_UNKNOWN")]
    [InlineData("<cn-patent-document/>", "BIBLIOGRAPHY_MISSING")]
    [InlineData("<cn-patent-document", "FILE_BROKEN")]
    public void A_file_that_is_no_publication_is_refused_whole(string text, string code) =>
        Assert.Equal(code, reader.Read(Encoding.UTF8.GetBytes(text)).Refusal?.Code);

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_truncated_file_is_refused_whole_with_the_line(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cut = text[..text.LastIndexOf("别的名称", StringComparison.Ordinal)];

        var refusal = reader.Read(PublicationFiles.Bytes(cut)).Refusal!;

        Assert.True(refusal.Is(PatentFileRefusal.FileBroken), refusal.En);
        Assert.Equal(cut.Count(c => c == '\n') + 1, refusal.Figures["line"].Number);
        Assert.Contains($"第 {refusal.Figures["line"].Number} 行", refusal.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_doctype_is_read_past_without_fetching_anything()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}/x.dtd";
        var secret = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(secret, "secret", TestContext.Current.CancellationToken);
        string[] doctypes =
        [
            """<!DOCTYPE business:PatentDocumentAndRelated SYSTEM "/DTDS/ExternalStandards/ipphdb-entities.dtd"[]>""",
            $"""<!DOCTYPE business:PatentDocumentAndRelated SYSTEM "{address}">""",
            $"""<!DOCTYPE business:PatentDocumentAndRelated PUBLIC "-//X//X" "{address}" [<!ENTITY % a SYSTEM "{address}"> %a;]>""",
        ];

        foreach (var doctype in doctypes)
            Assert.Equal(PublicationFiles.Title, Row(PublicationFiles.New(prolog: doctype)).Facts.TitleZh);
        var thief = $"""<!DOCTYPE x [<!ENTITY a SYSTEM "{new Uri(secret)}">]>""";
        var stolen = reader.Read(PublicationFiles.Bytes(PublicationFiles.New(prolog: thief, title: "&a;")));

        Assert.True(stolen.Refusal!.Is(PatentFileRefusal.FileBroken), stolen.Refusal!.En);
        Assert.False(listener.Pending());
        File.Delete(secret);
    }

    [Fact]
    public void Entities_that_multiply_are_refused()
    {
        var bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 30; i++) bomb.Append($"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">");
        bomb.Append("]>");

        var refusal = reader.Read(PublicationFiles.Bytes(PublicationFiles.New(prolog: bomb.ToString(), title: "&a29;"))).Refusal;

        Assert.Equal("FILE_BROKEN", refusal?.Code);
    }

    [Fact]
    public void A_nest_without_end_is_refused()
    {
        var deep = "<cn-patent-document>" + string.Concat(Enumerable.Repeat("<a>", 100_000));

        var refusal = reader.Read(Encoding.UTF8.GetBytes(deep)).Refusal!;

        Assert.True(refusal.Is(PatentFileRefusal.FileBeyondBounds), refusal.En);
    }

    [Fact]
    public void A_bibliography_without_end_is_refused()
    {
        var wide = "<cn-patent-document><cn-bibliographic-data>" + string.Concat(Enumerable.Repeat("<a/>", 100_000));

        var refusal = reader.Read(Encoding.UTF8.GetBytes(wide)).Refusal!;

        Assert.True(refusal.Is(PatentFileRefusal.FileBeyondBounds), refusal.En);
    }

    [Fact]
    public void A_file_of_20_MB_is_read_and_a_larger_one_is_not()
    {
        var text = PublicationFiles.Old();
        var filler = new string('v', Limits.ImportFileBytesMax - Encoding.UTF8.GetByteCount(text));
        var full = PublicationFiles.Bytes(text.Replace("别的名称", "别的名称" + filler, StringComparison.Ordinal));
        Assert.Equal(Limits.ImportFileBytesMax, full.Length);

        Assert.Equal(PublicationFiles.Title, Assert.Single(reader.Read(full).Value.Rows).Facts.TitleZh);
        Assert.Equal("FILE_TOO_LARGE", reader.Read(new byte[Limits.ImportFileBytesMax + 1]).Refusal?.Code);
    }

    private PatentFileRow Row(string text)
    {
        var read = reader.Read(PublicationFiles.Bytes(text));
        Assert.True(read.IsAccepted, read.Refusal?.En);
        return Assert.Single(read.Value.Rows);
    }
}
