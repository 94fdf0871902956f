using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Import;

/// <summary>
/// What holds beside the patents' own rules for a file a party brings: the rules of the form by which it enters one
/// patent. It adds what is not here and changes nothing that is.
/// </summary>
public static class PartyImports
{
    /// <summary>Why such a file is refused whole; null when it is not.</summary>
    /// <param name="format">What it is: legal events are the centre's to record.</param>
    /// <param name="rows">How many rows it has.</param>
    public static Refusal? Fault(PatentFileFormat format, int rows) =>
        format == PatentFileFormat.LegalEvents ? Refusal.Of(ImportRefusal.LegalEventsAreTheCentres)
        : rows > Limits.ImportPartyRowsMax
            ? Refusal.Of(ImportRefusal.TooManyRows, ("rows", rows), ("max", Limits.ImportPartyRowsMax))
        : null;

    /// <summary>
    /// The rows as a party's: one patent is entered once, so the first of several rows of a patent says what all of
    /// them say, and the others point to it.
    /// </summary>
    /// <param name="rows">As the file has them, in its order.</param>
    /// <param name="takesDemo">Whether invented application numbers are taken, as in a demonstration market.</param>
    public static ImmutableArray<PatentFileRow> Rows(ImmutableArray<PatentFileRow> rows, bool takesDemo)
    {
        var all = rows.ToBuilder();
        var earlier = new EarlierRows();
        var firsts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < all.Count; index++)
        {
            var row = all[index];
            if (row is not { Fault: null, Number: { } number }) continue;
            if (number.IsDemo && !takesDemo)
            {
                all[index] = row with
                {
                    Fault = Refusal.Of(PatentRowRefusal.DemoNumber, ("year", ApplicationNumber.DemoYear)),
                };
            }
            else if (firsts.TryAdd(number.Stream, index))
            {
                earlier.Note(number.Stream, row);
            }
            else
            {
                var first = all[firsts[number.Stream]];
                var changed = first.Facts.DifferencesTo(row.Facts).Where(said => said.Before is not null)
                    .Select(said => said.Field);
                var other = earlier.OtherThan(number.Stream, changed, PatentRowRefusal.TakenOverEarlierRow);
                earlier.Note(number.Stream, row);
                all[firsts[number.Stream]] = first with
                {
                    Facts = first.Facts.With(row.Facts), Status = row.Status ?? first.Status, Title = null,
                };
                all[index] = row with
                {
                    Fault = other ?? Refusal.Of(PatentRowRefusal.TakenWithEarlierRow, ("line", first.Line)),
                    Title = row.Title ?? row.Facts.TitleZh ?? row.Facts.TitleEn,
                };
            }
        }

        return all.ToImmutable();
    }
}
