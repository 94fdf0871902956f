using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Server.Endpoints.Catalogue.Encumbrances;

namespace IpMarket.Server.Endpoints.Catalogue.Patents;

/// <summary>A patent's history in words.</summary>
internal static class PatentHistory
{
    /// <param name="row">What happened.</param>
    /// <param name="party">The name of the party that did it, where the reader may know it.</param>
    /// <param name="english">The reader's language.</param>
    public static HistoryItem Present(PatentHistoryRow row, string? party, bool english) =>
        new(row.At, row.Kind, Words(row, english), row.By, party);

    public static string Words(PatentHistoryRow row, bool english) => english ? En(row) : Zh(row);

    private static string Zh(PatentHistoryRow row) => row.Kind switch
    {
        PatentHistoryKind.Entered => $"录入目录：{row.Text}",
        PatentHistoryKind.FactsRecorded => $"著录项目更新（来源：{row.Text}）",
        PatentHistoryKind.HoldersRecorded => $"登记专利权人：{row.Text}",
        PatentHistoryKind.StatusSeen => $"法律状态：{row.Text}",
        PatentHistoryKind.PublicationJoined => $"公开号并入：{row.Text}",
        PatentHistoryKind.Published => "挂牌公布",
        PatentHistoryKind.EnteredAuction => "进入竞价",
        PatentHistoryKind.LeftAuction => "竞价未成交，恢复挂牌",
        PatentHistoryKind.Sold => "成交",
        PatentHistoryKind.LegalEvent => $"法律事件：{Event(row.Text, english: false)}",
        PatentHistoryKind.FeePaid => $"记录第 {row.Text} 年年费已缴",
        PatentHistoryKind.FeeReduced => $"记录第 {row.Text} 年年费减缴",
        PatentHistoryKind.LapseNotice => $"记录第 {row.Text} 年年费终止通知",
        PatentHistoryKind.Ownership => $"共有情况更新（来源：{row.Text}）",
        PatentHistoryKind.Retracted => $"撤回记录 {row.Text}",
        PatentHistoryKind.Suspended => "挂牌中止",
        PatentHistoryKind.Resumed => "挂牌恢复",
        PatentHistoryKind.Encumbered => $"记载权利负担：{EncumbranceWords.Named(row.Text, false)}",
        PatentHistoryKind.EncumbranceRenewed => $"权利负担续期：{EncumbranceWords.Named(row.Text, false)}",
        PatentHistoryKind.EncumbranceEnded => $"权利负担终结：{EncumbranceWords.Named(row.Text, false)}",
        PatentHistoryKind.ConsentRecorded => $"记载同意：{row.Text}",
        PatentHistoryKind.ConsentWithdrawn => $"撤回同意：{row.Text}",
        PatentHistoryKind.NoticeIssued when row.Text == "1" => "挂牌公告发布，公告期开始",
        PatentHistoryKind.NoticeIssued => $"挂牌内容变更，第 {row.Text} 次公告，公告期重新计算；原意向须重新确认",
        PatentHistoryKind.PeriodExtended => $"公告期延长 {row.Text} 个工作日",
        PatentHistoryKind.PeriodEnded => PeriodEnd(row.Text, english: false),
        PatentHistoryKind.ContractFailed => "未能订立合同，由转让方另行选择",
        PatentHistoryKind.PeriodEndedInTalks => $"公告期届满，{row.Text} 个意向方，由双方协商签约",
        PatentHistoryKind.Licensed => $"许可成交（第 {row.Text} 项），继续挂牌",
        PatentHistoryKind.InterestAsked => "挂牌内容变更，原意向须重新确认",
        _ => "挂牌撤回",
    };

    private static string En(PatentHistoryRow row) => row.Kind switch
    {
        PatentHistoryKind.Entered => $"Entered the catalogue: {row.Text}",
        PatentHistoryKind.FactsRecorded => $"Bibliographic facts recorded (source: {row.Text})",
        PatentHistoryKind.HoldersRecorded => $"Register's holders recorded: {row.Text}",
        PatentHistoryKind.StatusSeen => $"Legal status: {row.Text}",
        PatentHistoryKind.PublicationJoined => $"Publication joined: {row.Text}",
        PatentHistoryKind.Published => "Listing published",
        PatentHistoryKind.EnteredAuction => "In auction",
        PatentHistoryKind.LeftAuction => "Auction without sale; listed again",
        PatentHistoryKind.Sold => "Sold",
        PatentHistoryKind.LegalEvent => $"Legal event: {Event(row.Text, english: true)}",
        PatentHistoryKind.FeePaid => $"Fee of year {row.Text} recorded as paid",
        PatentHistoryKind.FeeReduced => $"Reduction of the fees of years {row.Text} recorded",
        PatentHistoryKind.LapseNotice => $"Notice of lapse for the fee of year {row.Text} recorded",
        PatentHistoryKind.Ownership => $"Shares and mandates recorded (source: {row.Text})",
        PatentHistoryKind.Retracted => $"Record taken back: {row.Text}",
        PatentHistoryKind.Suspended => "Listing suspended",
        PatentHistoryKind.Resumed => "Listing resumed",
        PatentHistoryKind.Encumbered => $"Encumbrance recorded: {EncumbranceWords.Named(row.Text, true)}",
        PatentHistoryKind.EncumbranceRenewed => $"Encumbrance renewed: {EncumbranceWords.Named(row.Text, true)}",
        PatentHistoryKind.EncumbranceEnded => $"Encumbrance ended: {EncumbranceWords.Named(row.Text, true)}",
        PatentHistoryKind.ConsentRecorded => $"Consent recorded: {row.Text}",
        PatentHistoryKind.ConsentWithdrawn => $"Consent withdrawn: {row.Text}",
        PatentHistoryKind.NoticeIssued when row.Text == "1" => "Listing notice issued; the period begins",
        PatentHistoryKind.NoticeIssued =>
            $"Listing changed: notice no. {row.Text}, the period restarts; earlier intents must be confirmed anew",
        PatentHistoryKind.PeriodExtended => $"Listing period extended by {row.Text} working days",
        PatentHistoryKind.PeriodEnded => PeriodEnd(row.Text, english: true),
        PatentHistoryKind.ContractFailed => "No contract was concluded; the seller chooses anew",
        PatentHistoryKind.PeriodEndedInTalks =>
            $"Listing period ended with {row.Text} interested parties; the two sides agree upon the deal",
        PatentHistoryKind.Licensed => $"Licence no. {row.Text} concluded; the listing stays out",
        PatentHistoryKind.InterestAsked => "Listing changed; earlier intents must be confirmed anew",
        _ => "Listing withdrawn",
    };

    private static string PeriodEnd(string intents, bool english) => (intents, english) switch
    {
        ("0", false) => "公告期届满，未征集到意向受让方",
        ("1", false) => "公告期届满，一个意向受让方，待签订合同",
        (_, false) => $"公告期届满，{intents} 个意向受让方，待组织竞价",
        ("0", true) => "Listing period ended without an interested party",
        ("1", true) => "Listing period ended with one interested party; a contract is due",
        _ => $"Listing period ended with {intents} interested parties; an auction is due",
    };

    /// <summary><c>GR01 2014-07-23</c> with the code's meaning.</summary>
    private static string Event(string text, bool english)
    {
        var parts = text.Split(' ', 2);
        return LegalCodes.Find(parts[0]) is { } code && parts.Length == 2
            ? $"{code.Code} {(english ? code.En : code.Zh)} {parts[1]}"
            : text;
    }
}
