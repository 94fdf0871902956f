using System.Collections.Immutable;
using IpMarket.Adapters.Import.Tables.Formats;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Import.Tables;

/// <summary>Finds the header of a table, so its format, and reads the rows below it.</summary>
internal static class TableReader
{
    /// <summary>Rows looked at for a header; exports begin with a few lines of their own.</summary>
    private const int PreambleMax = 20;

    private static readonly TableFormat[] Formats =
    [
        new GooglePatentsTable(), new LensTable(), new EspacenetTable(), new LegalEventsTable(),
        new NamedColumnsTable(),
    ];

    /// <summary>
    /// Null when no row is the header of a format. Reading ends at the first row above the bound, so a file of too many
    /// costs no more than one of just enough.
    /// </summary>
    public static Outcome<PatentFile>? Read(IEnumerable<TableRow> rows, string container)
    {
        Columns? header = null;
        TableFormat? format = null;
        var looked = 0;
        var read = new List<PatentFileRow>();
        foreach (var row in rows)
        {
            if (format is null)
            {
                if (++looked > PreambleMax) return null;
                if (row.Fault is not null) continue;
                header = new Columns(row);
                format = Array.Find(Formats, candidate => candidate.Knows(header));
            }
            else if (!row.IsBlank)
            {
                if (read.Count == Limits.ImportRowsMax) return TooMany(read.Count + 1);
                read.Add(ReadRow(format, header!, row));
            }
        }

        if (format is null) return null;
        if (read.Count == 0) return Refusal.Of(PatentFileRefusal.NoRows);
        // Each event is a fact of its own, in the file's order.
        var isEvents = format.Format == PatentFileFormat.LegalEvents;
        return new PatentFile(format.Format, isEvents ? [.. read] : LaterWins(read), container);
    }

    /// <summary>How many rows there are is not known: counting goes no further.</summary>
    private static Refusal TooMany(int rows) =>
        Refusal.Of(ImportRefusal.TooManyRows, ("rows", rows), ("max", Limits.ImportRowsMax));

    private static PatentFileRow ReadRow(TableFormat format, Columns header, TableRow row)
    {
        var facts = new RowFacts(row.Line);
        if (row.Fault is { } fault) facts.Fail(row.Line, fault);
        else if (row.Width > header.Width)
        {
            facts.Fail(row.Line, Refusal.Of(
                PatentRowRefusal.RowWiderThanHeader, ("cells", row.Width), ("columns", header.Width)));
        }
        else
        {
            format.Read(new Cells(header, row, facts), facts);
        }

        return facts.RowOrPublication();
    }

    /// <summary>
    /// Of several rows of one patent the one with the latest publication speaks; the others add what it leaves out. So
    /// an application never takes back what the grant says, and the same file twice says the same.
    /// </summary>
    private static ImmutableArray<PatentFileRow> LaterWins(List<PatentFileRow> rows)
    {
        var latest = new Dictionary<string, PatentFileRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row is not { Fault: null, Number.Key: { } key }) continue;
            if (!latest.TryGetValue(key, out var known) || Day(row) >= Day(known)) latest[key] = row;
        }

        return
        [
            .. rows.Select(row =>
            {
                if (row is not { Fault: null, Number.Key: { } key } || ReferenceEquals(latest[key], row)) return row;
                var gaps = row.Facts.GapsOf(latest[key].Facts);
                return row with
                {
                    Facts = gaps with { Publications = row.Facts.Publications },
                    Status = latest[key].Status is null ? row.Status : null,
                    Title = row.Facts.TitleZh ?? row.Facts.TitleEn,
                };
            }),
        ];
    }

    private static DateOnly Day(PatentFileRow row) => row.Facts.Publications.Max(p => p.Date) ?? DateOnly.MinValue;
}
