using System.Text;

namespace IpMarket.Domain.Trading.EventFiles;

/// <summary>Reads a file line by line, without taking more than a line into memory.</summary>
internal static class FileLines
{
    private const int LineBytesMax = 1_048_576;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The lines without their LF; null for one that is not UTF-8, too long, or has no LF.</summary>
    public static IEnumerable<string?> Of(Stream file)
    {
        var line = new MemoryStream();
        var buffer = new byte[65_536];
        int read;
        while ((read = file.Read(buffer, 0, buffer.Length)) > 0)
        {
            for (var from = 0; from < read;)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', from, read - from);
                line.Write(buffer, from, (end < 0 ? read : end) - from);
                if (line.Length > LineBytesMax)
                {
                    yield return null;
                    yield break;
                }

                from = end < 0 ? read : end + 1;
                if (end < 0) continue;
                yield return Decode(line);
                line.SetLength(0);
            }
        }

        if (line.Length > 0) yield return null;
    }

    private static string? Decode(MemoryStream line)
    {
        try
        {
            return Utf8.GetString(line.GetBuffer(), 0, (int)line.Length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
