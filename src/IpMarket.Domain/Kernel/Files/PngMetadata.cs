using System.Buffers.Binary;

namespace IpMarket.Domain.Kernel.Files;

/// <summary>
/// A PNG without words, times and camera data: kept are the chunks that change how it looks, and the orientation.
/// </summary>
internal static class PngMetadata
{
    private const int NameBytes = 4;

    /// <summary>Length, name and CRC.</summary>
    private const int AroundBytes = 12;

    /// <summary>Chunks a reader may pass over, but that colours, transparency or movement need.</summary>
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "hIST", "pHYs", "sPLT", "cICP", "mDCV", "cLLI",
        "acTL", "fcTL", "fdAT",
    };

    /// <summary>Of a file <see cref="PngParts"/> found whole.</summary>
    public static byte[] Without(ReadOnlySpan<byte> bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(PngParts.Signature);
        for (var rest = bytes[PngParts.Signature.Length..]; !rest.IsEmpty;)
        {
            var whole = AroundBytes + (int)BinaryPrimitives.ReadUInt32BigEndian(rest);
            var name = rest.Slice(4, NameBytes);
            if (IsShown(name)) kept.Write(rest[..whole]);
            else if (name.SequenceEqual("eXIf"u8) && Orientation.Read(rest[8..(whole - 4)]) is { } turned)
                kept.Write(Chunk(turned));
            rest = rest[whole..];
        }

        return kept.ToArray();
    }

    /// <summary>A small first letter says that a reader may pass the chunk over.</summary>
    private static bool IsShown(ReadOnlySpan<byte> name) =>
        char.IsAsciiLetterUpper((char)name[0]) || Shown.Contains(System.Text.Encoding.Latin1.GetString(name));

    private static byte[] Chunk(byte orientation)
    {
        byte[] named = [.. "eXIf"u8, .. Orientation.Write(orientation)];
        var chunk = new byte[4 + named.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(chunk, named.Length - NameBytes);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + named.Length), PngParts.Crc(named));
        return chunk;
    }
}
