using System.Buffers.Binary;

namespace IpMarket.Domain.Kernel.Files;

/// <summary>
/// A JPEG without what its application and comment segments tell: kept are JFIF, the colour profile and Adobe's colour
/// transform, which change how it looks, and the orientation. Pictures behind the first, which phones append, go.
/// </summary>
internal static class JpegMetadata
{
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;
    private const byte Comment = 0xFE;

    private static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;

    /// <summary>Of a file <see cref="JpegParts"/> found whole.</summary>
    public static byte[] Without(ReadOnlySpan<byte> bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write([0xFF, JpegParts.Soi]);
        var isTurned = false;
        for (var at = 2; ;)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == JpegParts.Eoi || JpegParts.IsAlone(marker))
            {
                kept.Write([0xFF, marker]);
                if (marker == JpegParts.Eoi) return kept.ToArray();
                at += 2;
                continue;
            }

            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            var content = bytes[(at + 4)..end];
            if (marker == JpegParts.Sos) end = JpegParts.AfterScan(bytes, end);
            if (marker == App0) kept.Write(WithoutThumbnail(content));
            else if (IsShown(marker, content)) kept.Write(bytes[at..end]);
            else if (!isTurned && OrientationOf(marker, content) is { } turned)
            {
                kept.Write(Segment(turned));
                isTurned = true;
            }

            at = end;
        }
    }

    private static bool IsShown(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        App2 => content.StartsWith("ICC_PROFILE\0"u8),
        App14 => content.StartsWith("Adobe"u8),
        >= App0 and <= App15 or Comment => false,
        _ => true,
    };

    /// <summary>
    /// JFIF's version and density with a thumbnail of 0 × 0: the small picture may show what was cut out of the large
    /// one (ISO/IEC 10918-5). Of other APP0 segments nothing.
    /// </summary>
    private static byte[] WithoutThumbnail(ReadOnlySpan<byte> content)
    {
        const int Fixed = 14;
        const int Described = Fixed - 2;
        return content.Length >= Fixed && content.StartsWith("JFIF\0"u8)
            ? [0xFF, App0, 0, Fixed + 2, .. content[..Described], 0, 0]
            : [];
    }

    private static byte? OrientationOf(byte marker, ReadOnlySpan<byte> content) =>
        marker == App1 && content.StartsWith(Exif) ? Orientation.Read(content[Exif.Length..]) : null;

    private static byte[] Segment(byte orientation)
    {
        var tiff = Orientation.Write(orientation);
        return [0xFF, App1, 0, (byte)(2 + Exif.Length + tiff.Length), .. Exif, .. tiff];
    }
}
