using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Import;

/// <summary>
/// What a row would do to its patent: the patent's own rules decide, so the preview says what will happen.
/// </summary>
/// <param name="Row">In brief.</param>
/// <param name="Title">What the file calls the patent, in Chinese, else in English; null when it does not.</param>
/// <param name="Differences">Field by field what the catalogue would learn; empty unless it would.</param>
/// <param name="After">The patent as it would be; the next row of the same file meets it so.</param>
public sealed record RowPreview(
    ImportRow Row, string? Title, IReadOnlyList<FactDifference> Differences, Patent After)
{
    /// <summary>A row against its patent as it stands; <paramref name="source"/> is the file's name.</summary>
    public static RowPreview Of(PatentFileRow row, Patent patent, string source)
    {
        var title = row.Title ?? row.Facts.TitleZh ?? row.Facts.TitleEn;
        if (row.Fault is not null || row.Number is null)
            return new RowPreview(Brief(row, RowVerdict.Refused, row.Fault), title, [], patent);
        var decided = PatentDecider.Decide(patent, Command(row, source), default);
        if (decided.Refusal is { } refusal) return new RowPreview(OfRefusal(row, refusal), title, [], patent);
        var after = decided.Value.Aggregate(patent, (state, fact) =>
            state.Evolve(new Recorded(0, row.Number.Stream, 0, default, default, null, fact)));
        var verdict = patent.Exists ? RowVerdict.Changed : RowVerdict.New;
        return new RowPreview(Brief(row, verdict, null), title, News(row, patent, after), after);
    }

    /// <summary>What the patent's facts would be against what they are, and a legal status that is news.</summary>
    private static ImmutableArray<FactDifference> News(PatentFileRow row, Patent before, Patent after)
    {
        var facts = before.Facts.DifferencesTo(after.Facts);
        return after.Statuses.Length > before.Statuses.Length && row.Status is { } status
            ? facts.Add(new FactDifference("status", before.DecidingStatus?.Text, status))
            : facts;
    }

    /// <summary>The command that takes the row to its patent.</summary>
    public static RecordPatent Command(PatentFileRow row, string source) =>
        new(
            row.Number!.Text,
            row.Facts,
            row.Status is { } status ? new StatusSeen(status, source, null) : null,
            source,
            FactOrigin.Centre);

    /// <summary>A patent that knows all of it already has refused nothing that was lost.</summary>
    public static ImportRow OfRefusal(PatentFileRow row, Refusal refusal) =>
        refusal.Is(PatentRefusal.NothingNew)
            ? Brief(row, RowVerdict.Unchanged, null)
            : Brief(row, RowVerdict.Refused, refusal);

    /// <summary>The row with a verdict.</summary>
    public static ImportRow Brief(PatentFileRow row, RowVerdict verdict, Refusal? reason) =>
        new(row.Line, row.Number?.Text, row.Number?.Stream, verdict, reason);
}
