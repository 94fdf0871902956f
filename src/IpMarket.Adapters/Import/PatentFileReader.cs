using System.Runtime.InteropServices;
using IpMarket.Adapters.Import.Tables;
using IpMarket.Adapters.Import.Xml;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Import;

/// <summary>Tells a file's format by its content and reads it.</summary>
public sealed class PatentFileReader : IPatentFileReader
{
    private static readonly XmlFormat[] XmlFormats = [.. CnipaFormats.All, St96Format.Format];

    public Outcome<PatentFile> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty) return Refusal.Of(PatentFileRefusal.FileEmpty);
        if (bytes.Length > Limits.ImportFileBytesMax)
            return Refusal.Of(PatentFileRefusal.FileTooLarge, ("max", Limits.ImportFileBytesMax));
        var file = MemoryMarshal.TryGetArray(bytes, out var array) && array.Count == array.Array!.Length
            ? array.Array
            : bytes.ToArray();
        if (WorkbookIntake.IsWorkbook(file)) return WorkbookIntake.Read(file);
        var root = XmlIntake.Root(file);
        if (root.Refusal is { } broken) return broken;
        if (root.Value.Length == 0) return CsvIntake.Read(file);
        if (Array.Find(XmlFormats, format => format.Root == root.Value) is not { } known)
            return Refusal.Of(PatentFileRefusal.FormatUnknown);
        return XmlIntake.Read(file, known.Bibliography, known.Abstract)
            .Map(bibliography => new PatentFile(known.Format, [known.Row(bibliography)], "XML"));
    }
}
