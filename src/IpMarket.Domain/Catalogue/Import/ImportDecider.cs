using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Import;

/// <summary>Why an import refuses, by descending precedence.</summary>
public enum ImportRefusal
{
    [RefusalText("没有该导入。", "There is no such import.", Status = 404)]
    ImportUnknown,

    [RefusalText("该导入已预览过。", "This import has been previewed already.")]
    AlreadyPreviewed,

    [RefusalText(
        "文件还在与目录比对（{done}/{total}），请稍候。",
        "The file is still being compared with the catalogue ({done} of {total}); wait a little.")]
    StillComparing,

    [RefusalText("该导入已经执行过。", "This import has been applied already.")]
    AlreadyApplied,

    [RefusalText("文件中没有新的内容，无需导入。", "The file holds nothing new; there is nothing to apply.")]
    NothingToApply,

    [RefusalText(
        "法律事件文件只能由交易中心导入；交易主体可导入专利文件。",
        "Files of legal events are imported by the centre only; a party may import files of patents.",
        Status = 403)]
    LegalEventsAreTheCentres,

    [RefusalText(
        "文件中有 {rows} 行或更多，一次最多 {max} 行。",
        "The file holds {rows} rows or more; one import takes {max}.",
        Status = 400)]
    TooManyRows,

    [RefusalText(
        "近 {hours} 小时内已有 {max} 份导入尚未写入目录；请先写入，或稍后再试。",
        "{max} imports of the last {hours} hours have not reached the catalogue yet; apply one of them, or try later.")]
    TooManyOpen,

    [RefusalText("该导入尚未确认。", "This import has not been confirmed.")]
    NotConfirmed,

    [RefusalText("该导入尚未写入目录，无从撤销。", "This import has not been applied; there is nothing to undo.")]
    NotApplied,

    [RefusalText("该导入已撤销过。", "This import has been undone already.")]
    AlreadyUndone,

    [RefusalText("这些行已处理过。", "These rows have been dealt with already.")]
    RowsDone,
}

/// <summary>The rules of an import.</summary>
public static class ImportDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(PatentImport import, StartImport command, Moment moment)
    {
        if (import.Exists) return Decided.No(ImportRefusal.AlreadyPreviewed);
        var name = CleanText.Line("fileName", command.FileName);
        if (name.Refusal is { } refusal) return refusal;
        if (command.Party is not null && PartyImports.Fault(command.Format, command.Rows) is { } fault) return fault;
        if (command.Rows > Limits.ImportRowsMax)
        {
            return Decided.No(
                ImportRefusal.TooManyRows, ("rows", command.Rows), ("max", Limits.ImportRowsMax));
        }

        return Decided.As(
            new ImportStarted(name.Value, command.Format, command.Sha256, command.Container, command.Rows)
            {
                Party = command.Party,
            });
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(PatentImport import, NoteCompared command, Moment moment) =>
        Note(import, ImportStatus.Comparing, command.From, new ImportRowsCompared(command.From, command.Rows));

    public static Outcome<IReadOnlyList<IEvent>> Decide(PatentImport import, ApplyImport command, Moment moment) =>
        import switch
        {
            { Exists: false } => Decided.No(ImportRefusal.ImportUnknown),
            { Status: ImportStatus.Comparing } => Decided.No(
                ImportRefusal.StillComparing, ("done", import.Done), ("total", import.Total)),
            { Status: not ImportStatus.Previewed } => Decided.No(ImportRefusal.AlreadyApplied),
            { HasNews: false } => Decided.No(ImportRefusal.NothingToApply),
            _ => Decided.As(new ImportConfirmed()),
        };

    public static Outcome<IReadOnlyList<IEvent>> Decide(PatentImport import, NoteApplied command, Moment moment) =>
        Note(import, ImportStatus.Confirmed, command.From, new ImportRowsApplied(command.From, command.Rows));

    public static Outcome<IReadOnlyList<IEvent>> Decide(PatentImport import, UndoImport command, Moment moment) =>
        import.Status switch
        {
            ImportStatus.None => Decided.No(ImportRefusal.ImportUnknown),
            ImportStatus.Undoing or ImportStatus.Undone => Decided.No(ImportRefusal.AlreadyUndone),
            ImportStatus.Applied => Decided.As(new ImportUndoConfirmed()),
            _ => Decided.No(ImportRefusal.NotApplied),
        };

    public static Outcome<IReadOnlyList<IEvent>> Decide(PatentImport import, NoteUndone command, Moment moment) =>
        Note(import, ImportStatus.Undoing, command.From, new ImportRowsUndone(command.From, command.Rows));

    /// <summary>The import works through its rows in order; whoever comes late finds his rows done.</summary>
    private static Outcome<IReadOnlyList<IEvent>> Note(PatentImport import, ImportStatus during, int from, IEvent fact)
    {
        if (!import.Exists) return Decided.No(ImportRefusal.ImportUnknown);
        if (import.Status == ImportStatus.Previewed) return Decided.No(ImportRefusal.NotConfirmed);
        return import.Status == during && import.Done == from
            ? Decided.As(fact)
            : Decided.No(ImportRefusal.RowsDone);
    }
}
