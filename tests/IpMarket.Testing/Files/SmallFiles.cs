using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace IpMarket.Testing.Files;

/// <summary>Whole small files of the kinds the house takes, made anew; each like no other.</summary>
public static class SmallFiles
{
    /// <summary>A PDF of one empty page, padded within to a length where one is asked for.</summary>
    public static byte[] Pdf(int? length = null)
    {
        var mark = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var head = $"%PDF-1.7\n%{mark}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n";
        string Tail(int at) => string.Create(
            CultureInfo.InvariantCulture,
            $"\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n{at:00000000}\n%%EOF\n");
        var pad = length is { } wanted ? "%" + new string('x', wanted - head.Length - Tail(0).Length - 1) : "";
        return Encoding.ASCII.GetBytes(head + pad + Tail(head.Length + pad.Length + 1));
    }

    /// <summary>A PNG of one random pixel.</summary>
    public static byte[] Png()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write([0, .. RandomNumberGenerator.GetBytes(3)]);
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A,
            .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]),
            .. Chunk("IDAT", packed.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    /// <summary>A chunk of a PNG with its checksum.</summary>
    public static byte[] Chunk(string name, byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        var (length, crc) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc(named));
        return [.. length, .. named, .. crc];
    }

    /// <summary>The parts of a JPEG as decoders walk them; its one scan holds random bytes.</summary>
    public static byte[] Jpeg() =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0, .. Enumerable.Repeat((byte)0, 16)]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        .. RandomNumberGenerator.GetBytes(12).Where(b => b != 0xFF), 0xFF, 0x00, 0xFF, 0xD0, 0x12,
        0xFF, 0xD9,
    ];

    /// <summary>A segment of a JPEG.</summary>
    public static byte[] Segment(byte marker, byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];
    }

    /// <summary>
    /// A TIFF block as cameras write it into EXIF, in their order of bytes: maker, orientation, and a place on earth.
    /// </summary>
    public static byte[] Exif(ushort orientation, bool isBig)
    {
        byte[] Two(ushort value) => isBig ? [(byte)(value >> 8), (byte)(value & 255)] : [(byte)(value & 255), (byte)(value >> 8)];
        byte[] Four(ushort value) => isBig ? [0, 0, .. Two(value)] : [.. Two(value), 0, 0];
        byte[] Entry(ushort tag, ushort type, ushort count, byte[] value) => [.. Two(tag), .. Two(type), .. Four(count), .. value];
        return
        [
            .. isBig ? "MM"u8 : "II"u8, .. Two(42), .. Four(8),
            .. Two(3),
            .. Entry(0x010F, 2, 4, [.. "Cam\0"u8]),
            .. Entry(0x0112, 3, 1, [.. Two(orientation), 0, 0]),
            .. Entry(0x8825, 4, 1, Four(50)),
            .. Four(0),
            .. Two(1),
            .. Entry(0x0001, 2, 2, [.. "N\0\0\0"u8]),
            .. Four(0),
            .. "26.58N 101.72E"u8,
        ];
    }

    /// <summary>With these segments or chunks after the start of a JPEG, or after the header of a PNG.</summary>
    public static byte[] With(this byte[] picture, params byte[][] parts)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var at = picture[0] == 0xFF ? 2 : 33;
        return [.. picture[..at], .. parts.SelectMany(part => part), .. picture[at..]];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }
}
