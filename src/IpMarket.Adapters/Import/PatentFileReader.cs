using System.Runtime.InteropServices;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Import;

/// <summary>Tells a file's format by its content and reads it.</summary>
public sealed class PatentFileReader : IPatentFileReader
{
    public Outcome<PatentFile> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty) return Refusal.Of(PatentFileRefusal.FileEmpty);
        if (bytes.Length > Limits.ImportFileBytesMax)
            return Refusal.Of(PatentFileRefusal.FileTooLarge, ("max", Limits.ImportFileBytesMax));
        var file = MemoryMarshal.TryGetArray(bytes, out var array) && array.Count == array.Array!.Length
            ? array.Array
            : bytes.ToArray();
        var root = XmlIntake.Root(file);
        if (root.Refusal is { } broken) return broken;
        if (Array.Find(CnipaFormats.All, format => format.Root == root.Value) is not { } known)
            return Refusal.Of(PatentFileRefusal.FormatUnknown);
        return XmlIntake.Read(file, known.Bibliography, known.Without)
            .Map(bibliography => new PatentFile(known.Format, [known.Row(bibliography)]));
    }
}
