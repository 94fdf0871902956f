using System.Text;

namespace IpMarket.Adapters.Import.Tables;

/// <summary>Bytes of a text file as UTF-8, and the encoding they came in.</summary>
/// <param name="Utf8">May hold bytes that are no UTF-8; they read as U+FFFD.</param>
/// <param name="Encoding">As people call it; the person who previews the file sees it.</param>
internal readonly record struct DecodedText(ReadOnlyMemory<byte> Utf8, string Encoding);

/// <summary>
/// Tells a text's encoding by its bytes. A byte that fits none is never replaced by a likely one: it reads as U+FFFD,
/// and the row that needs it is refused.
/// </summary>
internal static class TextIntake
{
    /// <summary>Null when the bytes are no text.</summary>
    public static DecodedText? Decode(byte[] file)
    {
        if (file is [0xEF, 0xBB, 0xBF, ..]) return new DecodedText(file.AsMemory(3), "utf-8");
        if (file is [0xFF, 0xFE, ..]) return Recode(file.AsSpan(2), Encoding.Unicode, "utf-16");
        if (file is [0xFE, 0xFF, ..]) return Recode(file.AsSpan(2), Encoding.BigEndianUnicode, "utf-16");
        if (Array.IndexOf(file, (byte)0) >= 0) return null;
        var (valid, invalid) = CountUtf8(file);
        // A few broken characters among many good ones are damage, not another encoding.
        if (invalid == 0 || valid > invalid) return new DecodedText(file, "utf-8");
        var name = Legacy(file);
        var legacy = CodePagesEncodingProvider.Instance.GetEncoding(
            name, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))!;
        return Recode(file, legacy, name);
    }

    private static DecodedText Recode(ReadOnlySpan<byte> bytes, Encoding encoding, string name)
    {
        var text = encoding.GetString(bytes);
        return new DecodedText(Encoding.UTF8.GetBytes(text), name);
    }

    /// <summary>
    /// Line ends of carriage returns alone are a Macintosh's. Chinese characters of GB take two bytes above 0x80 nearly
    /// always, so their runs are even; accented letters mostly stand alone.
    /// </summary>
    private static string Legacy(byte[] file)
    {
        if (Array.IndexOf(file, (byte)'\n') < 0 && Array.IndexOf(file, (byte)'\r') >= 0) return "macintosh";
        int even = 0, runs = 0, length = 0;
        foreach (var b in file)
        {
            if (b >= 0x80) length++;
            else if (length > 0)
            {
                runs++;
                if (length % 2 == 0) even++;
                length = 0;
            }
        }

        return even * 2 >= runs ? "gb18030" : "windows-1252";
    }

    private static (int Valid, int Invalid) CountUtf8(byte[] file)
    {
        int valid = 0, invalid = 0;
        var rest = file.AsSpan();
        while (!rest.IsEmpty)
        {
            var ascii = rest.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) break;
            rest = rest[ascii..];
            var status = Rune.DecodeFromUtf8(rest, out _, out var consumed);
            if (status == System.Buffers.OperationStatus.Done) valid++;
            else invalid++;
            rest = rest[consumed..];
        }

        return (valid, invalid);
    }
}
