using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;

namespace IpMarket.Adapters.Import.Tables.Formats;

/// <summary>
/// Any table whose header names what stands below, as the Chinese office's search, vendors and our own templates call
/// it. Of several names for one thing the first in the list is taken.
/// </summary>
internal sealed class NamedColumnsTable : TableFormat
{
    internal static readonly string[] Application =
        ["申请号", "申请专利号", "专利申请号", "专利号", "APPLICATIONNUMBER", "APPLICATIONNO"];

    internal static readonly string[] Publication =
        ["公开公告号", "公开号", "公告号", "首次公开号", "PUBLICATIONNUMBER", "PUBLICATIONNO"];

    private static readonly string[] PublicationDay =
        ["公开公告日", "公开日", "公告日", "首次公开日", "公开日期", "PUBLICATIONDATE", "GRANTORPUBDATE"];

    internal static readonly string[] Grant = ["授权公告号", "授权号"];
    private static readonly string[] GrantDay = ["授权公告日", "授权日"];
    private static readonly string[] Filed = ["申请日", "申请日期", "FILINGDATE", "APPLICATIONDATE", "DATEOFAPPLICATION"];

    private static readonly string[] Titles =
        ["发明名称", "专利名称", "标题中文", "标题", "名称", "发明创造名称", "TITLE"];

    private static readonly string[] EnglishTitles = ["标题英文", "英文标题", "英文名称", "TITLEEN"];

    private static readonly string[] Abstracts =
        ["摘要", "摘要文本", "摘要中文", "中文摘要", "ABSTRACT", "ABSTRACTZH"];

    private static readonly string[] Applicants =
    [
        "申请人", "申请专利权人", "标当前申请专利权人", "当前申请专利权人", "专利权人", "当前权利人", "第一申请人",
        "APPLICANTS", "APPLICANT", "ASSIGNEES", "ASSIGNEE", "ASSIGNEESTANDARDIZED",
    ];

    private static readonly string[] Inventors = ["发明人", "发明设计人", "设计人", "INVENTORS", "INVENTOR"];
    private static readonly string[] MainIpc = ["IPC主分类号", "IPC主分类", "主分类号"];
    private static readonly string[] Ipc = ["IPC分类号", "国际专利分类号", "分类号", "IPC", "IPCORCPCSEEN"];

    internal static readonly string[] Status =
        ["法律状态", "法律状态事件", "最新法律状态", "专利权状态", "当前法律状态", "LEGALSTATUS", "LEGALSTATUSSEEN"];

    private static readonly string[] Priorities = ["优先权号", "优先权", "优先权信息", "PRIORITYNUMBERS", "PRIORITYNUMBER"];

    private static readonly string[] Members =
        ["同族专利", "简单同族", "同族公开号", "简单同族公开号", "FAMILYMEMBERS", "SIMPLEFAMILYMEMBERS"];

    private static readonly char[] Separators = [.. Semicolons, '|'];

    public override PatentFileFormat Format => PatentFileFormat.NamedColumns;

    /// <summary>Whether it names people, as tables of patents do and tables of events do not.</summary>
    internal static bool HasNames(Columns header) => header.HasAny(Applicants) || header.HasAny(Inventors);

    internal static bool HasTitles(Columns header) => header.HasAny(Titles) || header.HasAny(EnglishTitles);

    public override bool Knows(Columns header) =>
        (header.HasAny(Application) || header.HasAny(Publication) || header.HasAny(Grant))
        && (HasTitles(header) || HasNames(header));

    public override void Read(Cells cells, RowFacts row)
    {
        row.Publication(cells.One(Publication), cells.One(PublicationDay));
        row.Publication(cells.One(Grant), cells.One(GrantDay));
        row.ApplicationOrForeign(cells.One(Application));
        row.Filed(cells.One(Filed));
        ReadTitle(cells, row);
        row.Abstract([Cells.WithoutMarks(cells.One(Abstracts))]);
        row.Applicants(cells.List(Separators, Applicants));
        row.Inventors(cells.List(Separators, Inventors));
        var symbols = cells.List(Separators, MainIpc).Concat(cells.List(Separators, Ipc));
        foreach (var symbol in symbols.Where(symbol => !IsCpcOnly(symbol))) row.Ipc(symbol);
        row.Family(FamilyTie.Priority, cells.List(Separators, Priorities));
        row.Family(FamilyTie.Member, cells.List(Separators, Members));
        row.Status(cells.One(Status));
    }

    /// <summary>
    /// Where a column names the title's language, that is believed; in a language of neither kind it is no title.
    /// </summary>
    private static void ReadTitle(Cells cells, RowFacts row)
    {
        row.TitleEn(Cells.WithoutMarks(cells.One(EnglishTitles)));
        var title = cells.One(Titles);
        if (cells.One("TITLELANG") is not { } language) Title(title, row);
        else if (language.Text.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
            row.TitleZh(Cells.WithoutMarks(title));
        else if (language.Text.Equals("en", StringComparison.OrdinalIgnoreCase))
            row.TitleEn(Cells.WithoutMarks(title));
    }

    /// <summary>Section Y is the cooperative classification's alone.</summary>
    private static bool IsCpcOnly(Said? symbol) => symbol is { Text: ['Y', _, _, _, ..] };
}
