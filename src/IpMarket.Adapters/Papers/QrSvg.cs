using System.Globalization;
using System.Text;
using QRCoder;

namespace IpMarket.Adapters.Papers;

/// <summary>A QR code as an inline SVG of one path: one unit a module, the quiet zone included.</summary>
internal static class QrSvg
{
    public static string Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                if (!rows[y][x]) continue;
                var from = x;
                while (x + 1 < rows[y].Length && rows[y][x + 1]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1h-{x - from + 1}z");
            }
        }

        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {rows.Count} {rows.Count}\" role=\"img\" "
            + $"aria-label=\"核验二维码\" shape-rendering=\"crispEdges\"><path d=\"{path}\"/></svg>";
    }
}
