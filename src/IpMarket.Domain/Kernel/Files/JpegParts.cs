using System.Buffers.Binary;

namespace IpMarket.Domain.Kernel.Files;

/// <summary>
/// JPEG (ITU-T T.81): markers from SOI to EOI, a frame before the first scan. Phones append further whole pictures
/// (previews, gain maps) and zeros: those are pictures too.
/// </summary>
internal static class JpegParts
{
    internal const byte Soi = 0xD8;
    internal const byte Eoi = 0xD9;
    internal const byte Sos = 0xDA;

    public static ReadOnlySpan<byte> Start => [0xFF, Soi, 0xFF];

    public static FileRefusal? Fault(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes;
        do
        {
            if (Picture(rest) is not { } end) return FileRefusal.FileDamaged;
            rest = rest[end..].TrimStart((byte)0);
        }
        while (rest.StartsWith(Start));

        return rest.IsEmpty ? null : FileRefusal.FileHasMore;
    }

    /// <summary>Where the picture that begins here ends; null when it does not.</summary>
    private static int? Picture(ReadOnlySpan<byte> bytes)
    {
        var (at, hasFrame, hasScan) = (2, false, false);
        while (at + 1 < bytes.Length)
        {
            if (bytes[at] != 0xFF) return null;
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            at += 2;
            if (marker == Eoi) return hasScan ? at : null;
            if (marker is Soi or 0x00) return null;
            if (IsAlone(marker)) continue;
            if (at + 2 > bytes.Length) return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            if (length < 2 || at + length > bytes.Length) return null;
            at += length;
            hasFrame |= IsFrame(marker);
            if (marker != Sos) continue;
            if (!hasFrame) return null;
            hasScan = true;
            at = AfterScan(bytes, at);
        }

        return null;
    }

    /// <summary>The next marker that is neither a stuffed byte nor a restart.</summary>
    internal static int AfterScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (at + 1 < bytes.Length)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0) return bytes.Length;
            at += next;
            if (at + 1 < bytes.Length && bytes[at + 1] is not 0x00 and not (>= 0xD0 and <= 0xD7)) return at;
            at += 2;
        }

        return bytes.Length;
    }

    internal static bool IsAlone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD7);

    /// <summary>SOF0 to SOF15 without DHT, JPG and DAC.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;
}
