namespace IpMarket.Server.Endpoints.Parties.Onboarding;

/// <summary>What kind of file a scan is, judged by its content; names and headers say nothing.</summary>
public static class ScanTypes
{
    private const string Pdf = "application/pdf";
    private const string Png = "image/png";
    private const string Jpeg = "image/jpeg";

    /// <summary>The media type, or null when it is none of those taken.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8)) return Pdf;
        if (bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return Png;
        return bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? Jpeg : null;
    }

    /// <summary>Browsers show these in a sandbox; a PDF they do not, so it is downloaded.</summary>
    public static bool IsImage(string mediaType) => mediaType != Pdf;

    public static string ExtensionOf(string mediaType) => mediaType switch
    {
        Pdf => ".pdf",
        Png => ".png",
        _ => ".jpg",
    };
}
