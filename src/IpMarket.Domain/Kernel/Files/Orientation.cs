using System.Buffers.Binary;

namespace IpMarket.Domain.Kernel.Files;

/// <summary>
/// How a picture is turned, as EXIF (CIPA DC-008) says it in a TIFF block: 1 as it is, 2 to 8 mirrored or turned.
/// </summary>
internal static class Orientation
{
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;
    private const int EntryBytes = 12;

    /// <summary>The orientation of a TIFF block's first directory where it is one of 2 to 8, else null.</summary>
    public static byte? Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return null;
        var isBig = tiff.StartsWith("MM\0*"u8);
        if (!isBig && !tiff.StartsWith("II*\0"u8)) return null;
        var place = tiff[4..];
        var at = isBig
            ? BinaryPrimitives.ReadUInt32BigEndian(place)
            : BinaryPrimitives.ReadUInt32LittleEndian(place);
        if (at > tiff.Length - 2) return null;
        var entries = tiff[(int)at..];
        var count = Number(entries, isBig);
        entries = entries[2..];
        for (; count > 0 && entries.Length >= EntryBytes; count--, entries = entries[EntryBytes..])
        {
            if (Number(entries, isBig) != Tag) continue;
            var value = Number(entries[8..], isBig);
            return Number(entries[2..], isBig) == Short && value is >= 2 and <= 8 ? (byte)value : null;
        }

        return null;
    }

    /// <summary>A TIFF block that says nothing else.</summary>
    public static byte[] Write(byte orientation) =>
    [
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
        0, 1,
        0x01, 0x12, 0, (byte)Short, 0, 0, 0, 1, 0, orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort Number(ReadOnlySpan<byte> bytes, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
