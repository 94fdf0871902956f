using System.Text;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Testing.Files;
using Xunit;

namespace IpMarket.Domain.Tests.Kernel.Files;

/// <summary>What a file is, whatever it calls itself; the fixtures are made here, byte by byte.</summary>
public sealed class FileContentTests
{
    private const string NotTaken = "FILE_TYPE_NOT_TAKEN";
    private const string Damaged = "FILE_DAMAGED";
    private const string HasMore = "FILE_HAS_MORE";
    private static readonly byte[] Html = Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>");
    private static readonly byte[] Zip = [.. "PK\u0003\u0004"u8, .. new byte[26], .. "PK\u0005\u0006"u8, .. new byte[18]];

    [Fact]
    public void Whole_files_of_the_three_kinds_are_taken()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(FileKind.Pdf, FileContent.Check(SmallFiles.Pdf()).Value);
            Assert.Equal(FileKind.Png, FileContent.Check(SmallFiles.Png()).Value);
            Assert.Equal(FileKind.Jpeg, FileContent.Check(SmallFiles.Jpeg()).Value);
        }
    }

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "nothing", [], NotTaken },
        { "HTML", Html, NotTaken },
        { "HTML after white space", [.. "  \n"u8, .. Html], NotTaken },
        { "SVG", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"), NotTaken },
        { "a ZIP", Zip, NotTaken },
        { "a GIF", [.. "GIF89a"u8, .. new byte[20]], NotTaken },
        { "an executable", [.. "MZ"u8, .. new byte[80]], NotTaken },
        { "a PDF with something before", [.. "x"u8, .. SmallFiles.Pdf()], NotTaken },
        { "HTML that begins as a PDF", [.. "%PDF-1.7\n"u8, .. Html], Damaged },
        { "HTML that begins and ends as a PDF", [.. "%PDF-1.7\n"u8, .. Html, .. "\n%%EOF"u8], Damaged },
        { "a PDF of version 9", Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(SmallFiles.Pdf()).Replace("%PDF-1.7", "%PDF-9.7")), Damaged },
        { "a PDF without its cross-reference", Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(SmallFiles.Pdf()).Replace("startxref", "start_ref")), Damaged },
        { "a PDF whose reference lies past its end", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<<>>endobj\nstartxref\n99999999\n%%EOF"), Damaged },
        { "a PDF and a ZIP", [.. SmallFiles.Pdf(), .. Zip], HasMore },
        { "a PDF and HTML", [.. SmallFiles.Pdf(), .. Html], HasMore },
        { "HTML that begins as a PNG", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Html], Damaged },
        { "a PNG's signature alone", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], Damaged },
        { "a PNG without a picture", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Header(1), .. SmallFiles.Chunk("IEND", [])], Damaged },
        { "a PNG of no width", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Header(0), .. SmallFiles.Chunk("IDAT", [1]), .. SmallFiles.Chunk("IEND", [])], Damaged },
        { "a PNG that does not begin with its header", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. SmallFiles.Chunk("IDAT", [1]), .. SmallFiles.Chunk("IEND", [])], Damaged },
        { "a PNG and a ZIP", [.. SmallFiles.Png(), .. Zip], HasMore },
        { "a PNG and HTML", [.. SmallFiles.Png(), .. Html], HasMore },
        { "HTML that begins as a JPEG", [0xFF, 0xD8, 0xFF, .. Html], Damaged },
        { "a JPEG's start alone", [0xFF, 0xD8, 0xFF, 0xE0], Damaged },
        { "a JPEG without a picture", [0xFF, 0xD8, 0xFF, 0xD9], Damaged },
        { "a JPEG of comments", [0xFF, 0xD8, 0xFF, 0xFE, 0, 4, 1, 2, 0xFF, 0xD9], Damaged },
        { "a JPEG and a ZIP", [.. SmallFiles.Jpeg(), .. Zip], HasMore },
        { "a JPEG and HTML", [.. SmallFiles.Jpeg(), .. Html], HasMore },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_is_something_else_cut_short_or_two_things_at_once_is_refused(string what, byte[] bytes, string code)
    {
        var refusal = FileContent.Check(bytes).Refusal;
        Assert.True(refusal?.Code == code, $"{what}: {refusal?.Code ?? "taken"}");
        Assert.DoesNotContain("{", refusal!.Zh + refusal.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        foreach (var whole in new[] { SmallFiles.Png(), SmallFiles.Jpeg() })
        {
            for (var length = 0; length < whole.Length; length++)
                Assert.NotNull(FileContent.Check(whole.AsSpan(0, length)).Refusal);
        }

        var pdf = SmallFiles.Pdf();
        for (var length = 0; length < pdf.Length - 1; length++)
            Assert.NotNull(FileContent.Check(pdf.AsSpan(0, length)).Refusal);
    }

    [Fact]
    public void Ten_thousand_damaged_files_are_refused_or_taken_and_never_more_than_that()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var i = 0; i < 10_000; i++)
        {
            var file = (i % 3) switch { 0 => SmallFiles.Pdf(), 1 => SmallFiles.Png(), _ => SmallFiles.Jpeg() };
            for (var hits = random.Next(1, 6); hits > 0; hits--) file[random.Next(file.Length)] = (byte)random.Next(256);
            var cut = file.AsSpan(0, random.Next(file.Length + 1));
            var answer = FileContent.Check(cut);
            Assert.True(answer.IsAccepted || answer.Refusal!.Status == 415, $"seed {seed}, file {i}");
        }
    }

    [Fact]
    public void A_changed_byte_of_a_PNG_is_seen_by_its_checksum()
    {
        var png = SmallFiles.Png();
        for (var at = 16; at < png.Length - 12; at++)
        {
            var changed = (byte[])png.Clone();
            changed[at] ^= 0x40;
            Assert.NotNull(FileContent.Check(changed).Refusal);
        }
    }

    [Fact]
    public void A_phones_picture_with_another_behind_it_is_a_picture()
    {
        byte[] two = [.. SmallFiles.Jpeg(), .. SmallFiles.Jpeg(), 0, 0, 0];
        Assert.Equal(FileKind.Jpeg, FileContent.Check(two).Value);
        Assert.Equal("FILE_DAMAGED", FileContent.Check(two.AsSpan(0, two.Length - 5)).Refusal!.Code);
    }

    [Theory]
    [InlineData("登记簿副本.pdf", "登记簿副本.pdf")]
    [InlineData("C:\\temp\\副本.PDF", "副本.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("a.pdf.exe", "a.pdf")]
    [InlineData("a.php", "a.pdf")]
    [InlineData("v1.2", "v1.2.pdf")]
    [InlineData("\u202Efdp.exe", "fdp.pdf")]
    [InlineData("a\0b\r\nc\u200B.pdf", "abc.pdf")]
    [InlineData("a\"b<c>:d|e?f*.pdf", "a_b_c__d_e_f_.pdf")]
    [InlineData("...", "document.pdf")]
    [InlineData("", "document.pdf")]
    [InlineData(null, "document.pdf")]
    public void A_name_is_made_safe_to_show_and_to_save_under(string? given, string kept) =>
        Assert.Equal(kept, FileNames.Clean(given, FileKind.Pdf));

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        var name = FileNames.Clean(string.Concat(Enumerable.Repeat("𠮷", 90)) + ".png", FileKind.Png);
        Assert.Equal(FileNames.StemCharsMax + 4, name.Length);
        Assert.False(char.IsHighSurrogate(name[FileNames.StemCharsMax - 1]));
    }

    private static byte[] Header(byte width) => SmallFiles.Chunk("IHDR", [0, 0, 0, width, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
}
