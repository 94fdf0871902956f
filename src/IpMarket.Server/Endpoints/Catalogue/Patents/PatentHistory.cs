using IpMarket.Adapters.Views.Catalogue;

namespace IpMarket.Server.Endpoints.Catalogue.Patents;

/// <summary>A patent's history in words.</summary>
internal static class PatentHistory
{
    public static HistoryItem Present(PatentHistoryRow row, bool english) =>
        new(row.At, row.Kind, english ? En(row) : Zh(row));

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
        _ => "Listing withdrawn",
    };
}
