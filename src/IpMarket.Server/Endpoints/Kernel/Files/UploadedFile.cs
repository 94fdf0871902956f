using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Files;

namespace IpMarket.Server.Endpoints.Kernel.Files;

/// <summary>A file somebody sent: whole, of a kind the house takes, judged by its content.</summary>
/// <param name="Name">Cleaned, with the ending of what it is.</param>
public sealed record UploadedFile(byte[] Bytes, FileKind Kind, string Name)
{
    /// <summary>What a form around a file may take.</summary>
    public const int FormBytesMax = 16_384;

    /// <summary>Uploads one caller may send a second.</summary>
    public const int PerSecond = 10;

    /// <summary>Refused when it is missing, too large, or not what it seems.</summary>
    public static async Task<Outcome<UploadedFile>> Read(IFormFile? file, CancellationToken cancel)
    {
        if (file is null) return Refusal.Of(FileRefusal.FileMissing);
        if (file.Length > Limits.DocumentBytesMax)
            return Refusal.Of(RequestRefusal.RequestTooLarge, ("max", Limits.DocumentBytesMax));
        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(bytes, cancel);
        var kind = FileContent.Check(bytes);
        return kind.Refusal is { } refusal
            ? refusal
            : new UploadedFile(bytes, kind.Value, FileNames.Clean(file.FileName, kind.Value));
    }
}
