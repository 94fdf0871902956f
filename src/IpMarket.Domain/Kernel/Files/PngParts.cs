using System.Buffers.Binary;

namespace IpMarket.Domain.Kernel.Files;

/// <summary>
/// PNG (ISO/IEC 15948): signature, then chunks of length, name, data and CRC-32; IHDR first, IEND last.
/// </summary>
internal static class PngParts
{
    private const int HeaderBytes = 13;
    private const int AroundBytes = 12;
    private static readonly uint[] CrcTable = MakeTable();

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static FileRefusal? Fault(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes[Signature.Length..];
        for (var (isFirst, hasData) = (true, false); ; isFirst = false)
        {
            if (rest.Length < AroundBytes) return FileRefusal.FileDamaged;
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - AroundBytes) return FileRefusal.FileDamaged;
            var named = rest.Slice(4, 4 + (int)length);
            if (Crc(named) != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]))
                return FileRefusal.FileDamaged;
            var name = named[..4];
            if (isFirst && !(name.SequenceEqual("IHDR"u8) && IsHeader(named[4..]))) return FileRefusal.FileDamaged;
            hasData |= name.SequenceEqual("IDAT"u8);
            rest = rest[(AroundBytes + (int)length)..];
            if (!name.SequenceEqual("IEND"u8)) continue;
            if (!hasData) return FileRefusal.FileDamaged;
            return rest.IsEmpty ? null : FileRefusal.FileHasMore;
        }
    }

    internal static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes) crc = CrcTable[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static bool IsHeader(ReadOnlySpan<byte> data) =>
        data.Length == HeaderBytes
        && BinaryPrimitives.ReadUInt32BigEndian(data) > 0
        && BinaryPrimitives.ReadUInt32BigEndian(data[4..]) > 0;

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var n = 0u; n < table.Length; n++)
        {
            var c = n;
            for (var bit = 0; bit < 8; bit++) c = (c & 1) == 0 ? c >> 1 : 0xEDB88320 ^ (c >> 1);
            table[n] = c;
        }

        return table;
    }
}
