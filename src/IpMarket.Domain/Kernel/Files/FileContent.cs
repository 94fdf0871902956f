namespace IpMarket.Domain.Kernel.Files;

/// <summary>The kinds of file the house takes from people.</summary>
public enum FileKind
{
    Pdf,
    Png,
    Jpeg,
}

/// <summary>What a file is, judged by its content from the first byte to the last.</summary>
public static class FileContent
{
    /// <summary>
    /// The kind of a whole file that is nothing else besides: it begins as that kind, its parts follow each other as
    /// the format says, and it ends where the format ends.
    /// </summary>
    public static Outcome<FileKind> Check(ReadOnlySpan<byte> bytes)
    {
        if (ByStart(bytes) is not { } kind) return Refusal.Of(FileRefusal.FileTypeNotTaken);
        return Fault(bytes, kind) is { } fault ? fault : kind;
    }

    /// <summary>
    /// The file as everybody may see it: of a picture only what is needed to show it, without the place, the device and
    /// the words that cameras and programs write into it; how it is turned stays. Doing it twice changes nothing. A PDF
    /// is left as it is. A picture that is not whole is refused: what it holds is not known.
    /// </summary>
    public static Outcome<byte[]> WithoutMetadata(byte[] bytes, FileKind kind)
    {
        if (kind == FileKind.Pdf) return bytes;
        if (Fault(bytes, kind) is { } fault) return fault;
        return kind == FileKind.Png ? PngMetadata.Without(bytes) : JpegMetadata.Without(bytes);
    }

    /// <summary>What it begins as; of files that were checked when they came.</summary>
    public static FileKind? ByStart(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8)) return FileKind.Pdf;
        if (bytes.StartsWith(PngParts.Signature)) return FileKind.Png;
        return bytes.StartsWith(JpegParts.Start) ? FileKind.Jpeg : null;
    }

    private static Refusal? Fault(ReadOnlySpan<byte> bytes, FileKind kind)
    {
        var fault = kind switch
        {
            FileKind.Pdf => PdfParts.Fault(bytes),
            FileKind.Png => PngParts.Fault(bytes),
            _ => JpegParts.Fault(bytes),
        };
        return fault is { } found ? Refusal.Of(found, ("kind", kind.ToString().ToUpperInvariant())) : null;
    }

    public static string MediaTypeOf(FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Png => "image/png",
        _ => "image/jpeg",
    };

    public static string ExtensionOf(FileKind kind) => kind switch
    {
        FileKind.Pdf => ".pdf",
        FileKind.Png => ".png",
        _ => ".jpg",
    };
}
