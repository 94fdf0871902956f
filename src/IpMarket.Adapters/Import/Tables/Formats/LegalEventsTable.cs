using System.Text.RegularExpressions;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Patents.Life.Words;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Import.Tables.Formats;

/// <summary>
/// Legal events, a row each: a patent's number, what happened (a code, or the gazette's words) and the day, as the
/// Chinese office's legal status search, INPADOC's lists and our own template have them. A table that names applicants
/// or inventors is one of patents, and so is one with titles and no codes: there a status and its day are one fact of
/// the patent among others. Of the details only the number of a contract or registration is kept: the rest
/// names people who stand in no register of ours.
/// </summary>
internal sealed partial class LegalEventsTable : TableFormat
{
    private static readonly string[] Day =
    [
        "法律状态公告日", "法律状态公告日期", "法律状态日期", "法律状态生效日", "法律事件日期", "事件日期", "事务公告日",
        "EVENTDATE", "LEGALEVENTDATE", "GAZETTEDATE", "LEGALSTATUSDATE", "DATE",
    ];

    private static readonly string[] Code =
    [
        "法律状态代码", "法律事件代码", "事件代码", "事务代码", "EVENTCODE", "LEGALEVENTCODE", "LEGALSTATUSCODE", "CODE",
    ];

    private static readonly string[] Text =
        [.. NamedColumnsTable.Status, "法律事件", "事务名称", "事件名称", "LEGALEVENT", "EVENT", "EVENTDESCRIPTION"];

    private static readonly string[] Detail =
        ["法律状态信息", "法律状态详情", "法律状态信息详情", "法律状态详细信息", "法律事件详情", "详情", "DETAILS", "DETAIL"];

    private static readonly string[] Registration =
    [
        "登记号备案号", "登记号", "合同登记号", "备案号", "合同备案号", "REGISTRATIONNUMBER", "REGISTRATIONNO",
    ];

    private static readonly string[] TermEnd = ["期限届满日", "补偿后期限届满日", "TERMENDSON"];

    private static readonly string[] Country =
        ["国家代码", "国别代码", "国别", "COUNTRYCODE", "EVENTCOUNTRY", "EVENTCOUNTRYCODE", "COUNTRY", "CC", "AUTHORITY"];

    private static readonly string[] Chinese = ["CN", "CHN", "CHINA", "中国"];

    public override PatentFileFormat Format => PatentFileFormat.LegalEvents;

    public override bool Knows(Columns header) =>
        (header.HasAny(NamedColumnsTable.Application) || header.HasAny(NamedColumnsTable.Publication)
            || header.HasAny(NamedColumnsTable.Grant))
        && header.HasAny(Day)
        && (header.HasAny(Code) || header.HasAny(Text))
        && !NamedColumnsTable.HasNames(header)
        && (header.HasAny(Code) || !NamedColumnsTable.HasTitles(header));

    public override void Read(Cells cells, RowFacts row)
    {
        if (cells.One(Country) is { } country && !Chinese.Contains(country.Text, StringComparer.OrdinalIgnoreCase))
            row.Fail(country.Line, Refusal.Of(PatentRowRefusal.EventNotChinese, ("country", Shown(country.Text))));
        row.Publication(cells.One(NamedColumnsTable.Publication) ?? cells.One(NamedColumnsTable.Grant), (Said?)null);
        row.ApplicationOrForeign(cells.One(NamedColumnsTable.Application));
        var detail = cells.One(Detail)?.Text;
        row.Event(
            Named(cells.One(Code)?.Text, cells.One(Text)?.Text, detail),
            cells.One(Day),
            cells.One(Registration)?.Text ?? NumberIn(detail),
            cells.One(TermEnd));
    }

    private static Outcome<LegalCode> Named(string? code, string? text, string? detail) =>
        code is null && text is null
            ? Refusal.Of(PatentRowRefusal.EventMissing)
            : LegalTexts.Read(code, text, detail);

    /// <summary>
    /// <c>…登记号:Y2021510000123登记生效日:…</c>: the number as it is labelled; null where none, or more than one, is.
    /// </summary>
    private static string? NumberIn(string? detail)
    {
        if (detail is null) return null;
        var numbers = Registered().Matches(detail).Select(match => match.Groups["number"].Value)
            .Distinct(StringComparer.Ordinal).Take(2).ToList();
        return numbers.Count == 1 ? numbers[0] : null;
    }

    private static string Shown(string text) => text.Length > 40 ? text[..40] + "…" : text;

    /// <summary>Bounded, so that the work grows with the text's length alone.</summary>
    [GeneratedRegex(
        "(登记号|备案号|备案合同号) ?[:：] ?(?<number>[A-Za-z]{0,3}[0-9][A-Za-z0-9]{3,29})(?![A-Za-z0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        Timeout.Infinite)]
    private static partial Regex Registered();
}
