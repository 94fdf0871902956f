using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Import.Tables;

/// <summary>
/// Workbooks: <c>.xlsx</c> (a zip) and the older <c>.xls</c>. The first sheet with a header that is known is read.
/// </summary>
internal static class WorkbookIntake
{
    private const int InflatedBytesMax = 100_000_000;
    private const int SheetRowsMax = 100_000;
    private const int CellsMax = 300;

    /// <summary>Cells a sheet claims, empty ones included: each is looked at.</summary>
    private const int SheetCellsMax = 30_000_000;

    private const int SheetsMax = 50;

    private static readonly ExcelReaderConfiguration Settings = Configured();

    public static bool IsWorkbook(ReadOnlySpan<byte> file) => IsZip(file) || IsCompound(file);

    public static Outcome<PatentFile> Read(byte[] file)
    {
        var kind = IsZip(file) ? "XLSX" : "XLS";
        try
        {
            if (IsZip(file) && Inflated(file) > InflatedBytesMax)
                return CsvRows.Beyond(0, "bytes", InflatedBytesMax);
            if (IsCompound(file) && !HasSoundSectors(file)) return Broken("sector size");
            using var reader = ExcelReaderFactory.CreateReader(new BudgetStream(file), Settings);
            var sheets = 0;
            do
            {
                var rows = new SheetRows(reader);
                var read = TableReader.Read(rows.Read(), kind);
                if (rows.Stopped is { } stopped) return stopped;
                if (read is not null) return read.Value;
            }
            while (++sheets < SheetsMax && reader.NextResult());
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The library shows a broken workbook by whatever its parser stumbles over.
            return Broken(broken.GetType().Name);
        }

        return Refusal.Of(PatentFileRefusal.FormatUnknown);
    }

    private static Refusal Broken(string detail) => Refusal.Of(
        PatentFileRefusal.FileBroken, ("line", 0), ("column", 0), ("detail", detail));

    private static bool IsZip(ReadOnlySpan<byte> file) => file is [(byte)'P', (byte)'K', 3, 4, ..];

    private static bool IsCompound(ReadOnlySpan<byte> file) =>
        file is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..];

    /// <summary>
    /// The sizes of sectors there are, 512 or 4,096 and 64 bytes, as powers of two; the library would make room for
    /// any.
    /// </summary>
    private static bool HasSoundSectors(ReadOnlySpan<byte> file) =>
        file.Length >= 512 && file[30..34] is [9 or 12, 0, 6, 0];

    /// <summary>Bytes in all the zip's parts, counted, not believed; stops above the bound.</summary>
    private static long Inflated(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        var buffer = new byte[81_920];
        long bytes = 0;
        foreach (var part in zip.Entries)
        {
            using var content = part.Open();
            int read;
            while (bytes <= InflatedBytesMax && (read = content.Read(buffer)) > 0) bytes += read;
        }

        return bytes;
    }

    private static ExcelReaderConfiguration Configured()
    {
        // The old format names its code pages by number; the library asks the process for them, so this comes first.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding("gb18030") };
    }

    private sealed class SheetRows(IExcelDataReader reader)
    {
        /// <summary>Set when the sheet goes beyond a bound.</summary>
        public Refusal? Stopped { get; private set; }

        public IEnumerable<TableRow> Read()
        {
            // A damaged sheet claims hundreds of millions of rows, or so many that their number turns negative, and the
            // library looks for each.
            if (reader.RowCount is < 0 or > SheetRowsMax)
            {
                Stopped = CsvRows.Beyond(reader.RowCount, "rows", SheetRowsMax);
                yield break;
            }

            if ((long)reader.RowCount * reader.FieldCount > SheetCellsMax)
            {
                Stopped = CsvRows.Beyond(0, "cells", SheetCellsMax);
                yield break;
            }

            for (var line = 1; reader.Read(); line++)
            {
                if (IsWide())
                {
                    Stopped = CsvRows.Beyond(line, "cells", CellsMax);
                    yield break;
                }

                var cells = new string[Math.Min(reader.FieldCount, CellsMax)];
                for (var i = 0; i < cells.Length; i++) cells[i] = Text(reader.GetValue(i));
                yield return new TableRow(line, cells);
            }
        }

        /// <summary>Something stands beyond the bound; empty columns that are only formatted do not count.</summary>
        private bool IsWide()
        {
            for (var i = CellsMax; i < reader.FieldCount; i++)
                if (!string.IsNullOrWhiteSpace(Text(reader.GetValue(i)))) return true;
            return false;
        }

        private static string Text(object? value) => value switch
        {
            null => "",
            DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
    }
}
