using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Import.Tables;

/// <summary>Text of separated values: whichever separator makes a header that is known.</summary>
internal static class CsvIntake
{
    private static readonly char[] Separators = [',', '\t', ';'];

    public static Outcome<PatentFile> Read(byte[] file)
    {
        if (TextIntake.Decode(file) is not { } text) return Refusal.Of(PatentFileRefusal.FormatUnknown);
        foreach (var separator in Separators)
        {
            var rows = new CsvRows(text.Utf8, separator);
            var read = TableReader.Read(rows.Read(), $"CSV {text.Encoding}");
            if (rows.Stopped is { } stopped) return stopped;
            if (read is not null) return read.Value;
        }

        return Refusal.Of(PatentFileRefusal.FormatUnknown);
    }
}
