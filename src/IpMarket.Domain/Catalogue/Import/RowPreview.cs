using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Life;
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
    /// <summary>The field of a legal event's difference: <c>GR01 2020-11-24</c>, and what the source adds.</summary>
    public const string EventField = "legalEvent";

    /// <summary>A row against its patent as it stands.</summary>
    /// <param name="row">What the file says.</param>
    /// <param name="patent">The patent.</param>
    /// <param name="source">The file, as patents name it.</param>
    /// <param name="moment">Now: nothing is recorded of a day to come.</param>
    /// <param name="rules">What a legal event is held against.</param>
    /// <param name="origin">Who says what the file says.</param>
    public static RowPreview Of(
        PatentFileRow row,
        Patent patent,
        string source,
        Moment moment,
        PatentRules rules,
        FactOrigin origin = FactOrigin.Centre)
    {
        var title = row.Title ?? row.Facts.TitleZh ?? row.Facts.TitleEn;
        if (row.Event is not null) title ??= patent.Facts.TitleZh ?? patent.Facts.TitleEn;
        if (row.Fault is not null || row.Number is null)
            return new RowPreview(OfFault(row), title, [], patent);
        var decided = row.Event is { } seen
            ? LifeDecider.Decide(patent, EventCommand(seen, source), moment, rules)
            : PatentDecider.Decide(patent, Command(row, source, origin), moment);
        if (decided.Refusal is { } refusal) return new RowPreview(OfRefusal(row, refusal), title, [], patent);
        var after = decided.Value.Aggregate(patent, (state, fact) =>
            state.Evolve(new Recorded(0, row.Number.Stream, 0, moment.At, default, null, fact)));
        var verdict = patent.Exists ? RowVerdict.Changed : RowVerdict.New;
        return new RowPreview(Brief(row, verdict, null), title, News(row, patent, after), after);
    }

    /// <summary>What the patent's facts would be against what they are, and a legal status that is news.</summary>
    private static ImmutableArray<FactDifference> News(PatentFileRow row, Patent before, Patent after)
    {
        if (row.Event is { } seen)
        {
            var words = FormattableString.Invariant($"{seen.Code} {seen.On:yyyy-MM-dd} {seen.Note}").TrimEnd();
            return [new FactDifference(EventField, null, words)];
        }

        var facts = before.Facts.DifferencesTo(after.Facts);
        return after.Statuses.Length > before.Statuses.Length && row.Status is { } status
            ? facts.Add(new FactDifference("status", before.DecidingStatus?.Text, status))
            : facts;
    }

    /// <summary>The command that takes a legal event to its patent.</summary>
    public static RecordLegalEvents EventCommand(NewLegalEvent seen, string source) => new([seen], source);

    /// <summary>The command that takes a row of facts to its patent.</summary>
    public static RecordPatent Command(PatentFileRow row, string source, FactOrigin origin) =>
        new(
            row.Number!.Text,
            row.Facts,
            row.Status is { } status ? new StatusSeen(status, source, null) : null,
            source,
            origin);

    /// <summary>A row with a fault, or without a number.</summary>
    public static ImportRow OfFault(PatentFileRow row) =>
        row.Fault is { } fault ? OfRefusal(row, fault) : Brief(row, RowVerdict.Refused, null);

    /// <summary>
    /// A patent that knows all of it already has refused nothing that was lost. One that a party brings and the
    /// catalogue has, or another row brings, stays as it is; the row says why.
    /// </summary>
    public static ImportRow OfRefusal(PatentFileRow row, Refusal refusal) =>
        refusal.Is(PatentRefusal.NothingNew) ? Brief(row, RowVerdict.Unchanged, null)
        : refusal.Is(PatentRefusal.KnownAlready)
            || refusal.Is(PatentRowRefusal.TakenWithEarlierRow)
            || refusal.Is(PatentRowRefusal.TakenOverEarlierRow)
            ? Brief(row, RowVerdict.Unchanged, refusal)
        : Brief(row, RowVerdict.Refused, refusal);

    /// <summary>The row with a verdict.</summary>
    public static ImportRow Brief(PatentFileRow row, RowVerdict verdict, Refusal? reason) =>
        new(row.Line, row.Number?.Text, row.Number?.Stream, verdict, reason);
}
