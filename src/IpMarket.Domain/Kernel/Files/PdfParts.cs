namespace IpMarket.Domain.Kernel.Files;

/// <summary>
/// PDF (ISO 32000): a version line, objects, and at the very end <c>startxref</c>, the place of the cross-reference and
/// <c>%%EOF</c>. What the objects hold is not read: browsers get it as a download in a sandbox.
/// </summary>
internal static class PdfParts
{
    /// <summary>Where the end marks must stand, counted from the end.</summary>
    private const int TailBytes = 1_024;

    private static ReadOnlySpan<byte> Eof => "%%EOF"u8;

    public static FileRefusal? Fault(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || bytes[5] is not ((byte)'1' or (byte)'2') || bytes[6] != '.')
            return FileRefusal.FileDamaged;
        var end = bytes.LastIndexOf(Eof);
        if (end < 0) return FileRefusal.FileDamaged;
        var before = bytes[Math.Max(0, end - TailBytes)..end];
        var mark = before.LastIndexOf("startxref"u8);
        if (mark < 0 || PlaceOf(before[(mark + 9)..]) is not { } place) return FileRefusal.FileDamaged;
        if (place >= end || bytes[..end].IndexOf(" obj"u8) < 0) return FileRefusal.FileDamaged;
        foreach (var b in bytes[(end + Eof.Length)..])
        {
            if (b is not (0x00 or 0x09 or 0x0A or 0x0C or 0x0D or 0x1A or 0x20)) return FileRefusal.FileHasMore;
        }

        return null;
    }

    /// <summary>The number between white space; null when there is something else.</summary>
    private static long? PlaceOf(ReadOnlySpan<byte> text)
    {
        var digits = text.Trim(" \t\r\n\0\f"u8);
        return digits.Length is > 0 and <= 12 && System.Buffers.Text.Utf8Parser.TryParse(
            digits, out long place, out var read) && read == digits.Length
            ? place
            : null;
    }
}
