using System.Text;

namespace IpMarket.Testing.Import;

/// <summary>Damages a file as transport, editors and strangers do.</summary>
public static class Mutations
{
    private static readonly string[] Foreign =
    [
        "<", ">", "&", "&x;", "&#0;", "&#x110000;", "]]>", "<!--", "<![CDATA[", "<?xml version=\"1.0\"?>", "\0", "\uFFFE",
        "<!DOCTYPE x [<!ENTITY a \"b\">]>", "\u202E", "0", "00000000", "=\"", "</base:DocumentID>", "<doc-number>",
        "\"", "\"\"", ",", ",,,,,,", ";", "\t", "\r", "\n", "\r\n\r\n", "\uFEFF", "申请号", "公开号,标题\n", "CN", "2099.02.30",
        "<FONT", "</em>", "[US]", "PK\u0003\u0004",
    ];

    /// <summary>One to four damages of the bytes, as the random numbers say.</summary>
    public static byte[] Of(byte[] file, Random random)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(random);
        var bytes = new List<byte>(file);
        var head = Math.Min(bytes.Count, 8_000);
        for (var damages = random.Next(1, 5); damages > 0 && bytes.Count > 1; damages--)
        {
            // Most of what is taken stands at the beginning, so most damage is done there.
            var at = random.Next(random.Next(4) == 0 ? bytes.Count : Math.Min(head, bytes.Count));
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = (byte)random.Next('0', '9' + 1);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 200), bytes.Count - at));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Foreign[random.Next(Foreign.Length)]));
                    break;
                case 5:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 400), bytes.Count - at)));
                    break;
                default:
                    var digit = bytes.FindIndex(at, b => b is >= (byte)'0' and <= (byte)'9');
                    if (digit >= 0) bytes[digit] = (byte)random.Next('0', '9' + 1);
                    break;
            }
        }

        return [.. bytes];
    }
}
