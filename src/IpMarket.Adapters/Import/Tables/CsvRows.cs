using CsvHelper;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Import.Tables;

/// <summary>
/// The rows of a text of separated values. A quote that is not closed where its field ends costs its own line only:
/// reading goes on at the next one.
/// </summary>
internal sealed class CsvRows(ReadOnlyMemory<byte> utf8, char separator)
{
    /// <summary>Bytes read again after unclosed quotes, in sizes of the file.</summary>
    private const int AgainMax = 4;

    private const int CellsMax = 1_000;

    /// <summary>Set when reading was given up: the file goes beyond a bound.</summary>
    public Refusal? Stopped { get; private set; }

    public IEnumerable<TableRow> Read()
    {
        CsvMalformedRecord? bad = null;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator,
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record => bad = record,
        };
        int from = 0, line = 0;
        long again = 0;
        while (from < utf8.Length)
        {
            using var csv = CsvReader.Create(utf8[from..], options);
            var next = -1;
            while (next < 0)
            {
                bad = null;
                if (!csv.Read()) break;
                var at = checked((int)(line + csv.LineNumber));
                if (bad is { Reason: CsvMalformedReason.TextAfterClosingQuote or CsvMalformedReason.UnterminatedQuote })
                {
                    yield return new TableRow(at, [], Refusal.Of(PatentRowRefusal.QuoteNotClosed));
                    var end = EndOfLine(csv.RawRecord);
                    if (end < 0) continue;
                    again += csv.RawRecord.Length;
                    (next, line) = (checked((int)(from + csv.ByteOffset + end)), at);
                }
                else if (csv.FieldCount > CellsMax)
                {
                    Stopped = Beyond(at, "cells", CellsMax);
                    yield break;
                }
                else
                {
                    yield return new TableRow(at, csv.Current.ToArray());
                }
            }

            if (next < 0) yield break;
            if (again > (long)AgainMax * utf8.Length)
            {
                Stopped = Beyond(line, "quotes", AgainMax);
                yield break;
            }

            from = next;
        }
    }

    public static Refusal Beyond(int line, string bound, int max) => Refusal.Of(
        PatentFileRefusal.FileBeyondBounds, ("line", line), ("bound", bound), ("max", max));

    /// <summary>Where the line after the first begins; below 0 when there is none.</summary>
    private static int EndOfLine(ReadOnlySpan<byte> record)
    {
        var end = record.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0) return end;
        return record[end] == '\r' && end + 1 < record.Length && record[end + 1] == '\n' ? end + 2 : end + 1;
    }
}
