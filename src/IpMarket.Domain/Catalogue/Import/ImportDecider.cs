using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Import;

/// <summary>Why an import refuses, by descending precedence.</summary>
public enum ImportRefusal
{
    [RefusalText("没有该导入。", "There is no such import.", Status = 404)]
    ImportUnknown,

    [RefusalText("该导入已预览过。", "This import has been previewed already.")]
    AlreadyPreviewed,

    [RefusalText("该导入已经执行过。", "This import has been applied already.")]
    AlreadyApplied,

    [RefusalText("文件中没有新的内容，无需导入。", "The file holds nothing new; there is nothing to apply.")]
    NothingToApply,

    [RefusalText(
        "文件中有 {rows} 件专利，一次最多 {max} 件。",
        "The file holds {rows} patents; one import takes {max}.",
        Status = 400)]
    TooManyRows,

    [RefusalText("该导入尚未确认。", "This import has not been confirmed.")]
    NotConfirmed,
}

/// <summary>The rules of an import.</summary>
public static class ImportDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(PatentImport import, PreviewImport command, Moment moment)
    {
        if (import.Exists) return Decided.No(ImportRefusal.AlreadyPreviewed);
        var name = CleanText.Line("fileName", command.FileName);
        if (name.Refusal is { } refusal) return refusal;
        if (command.Rows.Length > Limits.ImportRowsMax)
        {
            return Decided.No(
                ImportRefusal.TooManyRows, ("rows", command.Rows.Length), ("max", Limits.ImportRowsMax));
        }

        return Decided.As(new ImportPreviewed(name.Value, command.Format, command.Sha256, command.Rows));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(PatentImport import, ApplyImport command, Moment moment) =>
        import switch
        {
            { Exists: false } => Decided.No(ImportRefusal.ImportUnknown),
            { Status: not ImportStatus.Previewed } => Decided.No(ImportRefusal.AlreadyApplied),
            { HasNews: false } => Decided.No(ImportRefusal.NothingToApply),
            _ => Decided.As(new ImportConfirmed()),
        };

    public static Outcome<IReadOnlyList<IEvent>> Decide(PatentImport import, FinishImport command, Moment moment) =>
        import.Status switch
        {
            ImportStatus.None => Decided.No(ImportRefusal.ImportUnknown),
            ImportStatus.Previewed => Decided.No(ImportRefusal.NotConfirmed),
            ImportStatus.Applied => Decided.No(ImportRefusal.AlreadyApplied),
            _ => Decided.As(new ImportApplied(command.Rows)),
        };
}
