using System.Text;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Testing.Files;
using Xunit;

namespace IpMarket.Domain.Tests.Kernel.Files;

/// <summary>What everybody sees of a picture: what it looks like, and nothing of where, by whom and with what.</summary>
public sealed class PictureMetadataTests
{
    private static readonly byte[] Xmp = [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta GPSLatitude='26,58N'/>"u8];
    private static readonly byte[] Profile = [.. "ICC_PROFILE\0"u8, 1, 1, 9, 9];

    [Fact]
    public void A_jpeg_loses_place_words_and_previews_and_keeps_what_it_looks_like()
    {
        var plain = SmallFiles.Jpeg();
        var profile = SmallFiles.Segment(0xE2, Profile);
        var adobe = SmallFiles.Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]);
        var photo = plain.With(
            SmallFiles.Segment(0xE1, Exif(1, isBig: true)),
            SmallFiles.Segment(0xE1, Xmp),
            profile,
            SmallFiles.Segment(0xE2, [.. "MPF\0MM"u8]),
            SmallFiles.Segment(0xE0, [.. "JFXX\0preview"u8]),
            SmallFiles.Segment(0xED, [.. "Photoshop 3.0\0 by N"u8]),
            SmallFiles.Segment(0xE5, [.. "maker's own"u8]),
            adobe,
            SmallFiles.Segment(0xFE, [.. "shot at 26.58N"u8]));
        byte[] withMore = [.. photo, .. SmallFiles.Jpeg().With(SmallFiles.Segment(0xE1, Exif(6, isBig: true))), 0, 0];

        Assert.True(FileContent.Check(withMore).IsAccepted);
        Assert.Equal(plain.With(profile, adobe), Shown(withMore, FileKind.Jpeg));
        Assert.Equal(plain, Shown(plain, FileKind.Jpeg));
    }

    [Fact]
    public void A_jpeg_loses_the_small_picture_in_its_first_segment_and_keeps_its_density()
    {
        var plain = SmallFiles.Jpeg();
        byte[] jfif = [.. "JFIF\0"u8, 1, 2, 1, 0, 72, 0, 96];
        var rest = plain[(2 + SmallFiles.Segment(0xE0, new byte[14]).Length)..];
        byte[] With(params byte[] thumbnail) => [0xFF, 0xD8, .. SmallFiles.Segment(0xE0, [.. jfif, .. thumbnail]), .. rest];
        Assert.Equal(With(0, 0), Shown(With([3, 1, .. "preview: "u8]), FileKind.Jpeg));
        Assert.Equal(With(0, 0), Shown(With(0, 0), FileKind.Jpeg));
        byte[] cut = [0xFF, 0xD8, .. SmallFiles.Segment(0xE0, [.. "JFIF\0"u8, 1, 2]), .. rest];
        Assert.Equal([0xFF, 0xD8, .. rest], Shown(cut, FileKind.Jpeg));
    }

    [Fact]
    public void Words_between_two_scans_go_too()
    {
        var plain = SmallFiles.Jpeg();
        byte[] Of(params byte[] between) => [.. plain[..^2], .. between, .. SmallFiles.Segment(0xDA, [1, 1, 0, 0, 63, 0]), 7, .. plain[^2..]];
        Assert.Equal(Of(), Shown(Of([0xFF, .. SmallFiles.Segment(0xFE, [.. "26.58N"u8])]), FileKind.Jpeg));
    }

    [Theory]
    [InlineData(1, true, null)]
    [InlineData(2, true, 2)]
    [InlineData(6, true, 6)]
    [InlineData(8, false, 8)]
    [InlineData(3, false, 3)]
    [InlineData(9, false, null)]
    [InlineData(0, true, null)]
    public void A_turned_picture_stays_turned(int orientation, bool isBig, int? kept)
    {
        var exif = SmallFiles.Exif((ushort)orientation, isBig);
        var jpeg = Shown(
            SmallFiles.Jpeg().With(SmallFiles.Segment(0xE1, [.. "Exif\0\0"u8, .. exif])), FileKind.Jpeg);
        var png = Shown(SmallFiles.Png().With(SmallFiles.Chunk("eXIf", exif)), FileKind.Png);

        Assert.Equal(kept, OrientationOf(jpeg));
        Assert.Equal(kept, OrientationOf(png));
    }

    [Fact]
    public void A_png_loses_words_and_times_and_keeps_colours_and_movement()
    {
        var plain = SmallFiles.Png();
        byte[][] shown =
        [
            SmallFiles.Chunk("gAMA", [0, 0, 177, 143]), SmallFiles.Chunk("pHYs", [0, 0, 11, 19, 0, 0, 11, 19, 1]),
            SmallFiles.Chunk("acTL", [0, 0, 0, 1, 0, 0, 0, 0]),
        ];
        byte[][] said =
        [
            SmallFiles.Chunk("tEXt", [.. "Author\0N"u8]), SmallFiles.Chunk("zTXt", [.. "Comment\0\0x"u8]),
            SmallFiles.Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0<GPS 26.58N/>"u8]),
            SmallFiles.Chunk("tIME", [7, 234, 11, 26, 0, 0, 0]), SmallFiles.Chunk("eXIf", SmallFiles.Exif(1, isBig: false)),
            SmallFiles.Chunk("caBX", [.. "provenance 26.58N"u8]),
        ];
        Assert.Equal(plain.With(shown), Shown(plain.With([.. said, .. shown]), FileKind.Png));
        Assert.Equal(plain, Shown(plain, FileKind.Png));
    }

    [Fact]
    public void Damaged_exif_tells_no_orientation_and_goes()
    {
        var whole = SmallFiles.Exif(6, isBig: true);
        var plain = SmallFiles.Jpeg();
        for (var length = 0; length < whole.Length; length++)
        {
            byte[] cut = [.. "Exif\0\0"u8, .. whole[..length]];
            var shown = Shown(plain.With(SmallFiles.Segment(0xE1, cut)), FileKind.Jpeg);
            Assert.DoesNotContain("Cam", Encoding.Latin1.GetString(shown), StringComparison.Ordinal);
        }

        byte[] far = [.. "Exif\0\0MM\0*"u8, 0xFF, 0xFF, 0xFF, 0xFF];
        Assert.Equal(plain, Shown(plain.With(SmallFiles.Segment(0xE1, far)), FileKind.Jpeg));
    }

    [Fact]
    public void What_is_no_whole_picture_is_refused_as_damaged_and_a_pdf_stays_as_it_is()
    {
        Assert.Equal("FILE_DAMAGED", FileContent.WithoutMetadata(SmallFiles.Jpeg()[..^3], FileKind.Jpeg).Refusal!.Code);
        Assert.Equal("FILE_DAMAGED", FileContent.WithoutMetadata(SmallFiles.Png()[..^3], FileKind.Png).Refusal!.Code);
        var pdf = SmallFiles.Pdf();
        Assert.Same(pdf, FileContent.WithoutMetadata(pdf, FileKind.Pdf).Value);
    }

    private static byte[] Exif(ushort orientation, bool isBig) =>
        [.. "Exif\0\0"u8, .. SmallFiles.Exif(orientation, isBig)];

    /// <summary>The picture as it is shown: whole, telling nothing, and the same when it is done again.</summary>
    private static byte[] Shown(byte[] picture, FileKind kind)
    {
        var shown = FileContent.WithoutMetadata(picture, kind).Value;
        Assert.Equal(kind, FileContent.Check(shown).Value);
        Assert.Equal(shown, FileContent.WithoutMetadata(shown, kind).Value);
        var text = Encoding.Latin1.GetString(shown);
        string[] told = ["26.58N", "26,58N", "Cam", "101.72E", "preview", "maker"];
        Assert.All(
            told,
            word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        return shown;
    }

    /// <summary>Found by its tag, type and count, as a reader of EXIF does.</summary>
    private static int? OrientationOf(byte[] picture)
    {
        byte[] entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0];
        var at = picture.AsSpan().IndexOf(entry);
        return at < 0 ? null : picture[at + 9];
    }
}
