using IpMarket.Domain.Catalogue.Patents.Encumbrances;

namespace IpMarket.Server.Endpoints.Catalogue.Encumbrances;

/// <summary>The kinds of encumbrance in words.</summary>
internal static class EncumbranceWords
{
    private static readonly Dictionary<EncumbranceKind, (string Zh, string En)> Words = new()
    {
        [EncumbranceKind.Pledge] = ("质押", "pledge"),
        [EncumbranceKind.ExclusiveLicence] = ("独占许可", "exclusive licence"),
        [EncumbranceKind.SoleLicence] = ("排他许可", "sole licence"),
        [EncumbranceKind.OrdinaryLicence] = ("普通许可", "ordinary licence"),
        [EncumbranceKind.OpenLicence] = ("开放许可声明", "open licence"),
        [EncumbranceKind.Preservation] = ("保全", "preservation"),
        [EncumbranceKind.OwnershipDispute] = ("权属纠纷", "dispute over title"),
        [EncumbranceKind.Suspension] = ("中止", "suspension of procedures"),
        [EncumbranceKind.InvalidationRequest] = ("无效宣告请求", "request for invalidation"),
        [EncumbranceKind.FeeArrears] = ("年费欠缴", "unpaid annual fee"),
        [EncumbranceKind.Secret] = ("国防或保密专利", "defence or secret patent"),
        [EncumbranceKind.ExportProhibited] = ("禁止出口技术", "export prohibited"),
        [EncumbranceKind.ExportRestricted] = ("限制出口技术", "export restricted"),
        [EncumbranceKind.PublicFunding] = ("财政性资金项目", "public funding"),
        [EncumbranceKind.TwinApplication] = ("同日申请", "twin application"),
        [EncumbranceKind.CompleterPreemption] = ("完成人优先受让权", "pre-emption of the completer"),
        [EncumbranceKind.ClientPreemption] = ("委托人优先受让权", "pre-emption of the client"),
        [EncumbranceKind.CoDeveloperPreemption] = ("合作方优先受让权", "pre-emption of co-developers"),
        [EncumbranceKind.CoOwnerAgreement] = ("共有人约定", "agreement of co-owners"),
        [EncumbranceKind.EvaluationReport] = ("专利权评价报告", "evaluation report"),
        [EncumbranceKind.ExportCheck] = ("出口目录核对", "check of the export catalogue"),
    };

    public static string Of(EncumbranceKind kind, bool english) => english ? Words[kind].En : Words[kind].Zh;

    /// <summary>The view's text: a kind and a reference.</summary>
    public static string Named(string text, bool english)
    {
        var parts = text.Split(' ', 2);
        if (!Enum.TryParse<EncumbranceKind>(parts[0], out var kind)) return text;
        return parts.Length > 1 ? $"{Of(kind, english)} {parts[1]}" : Of(kind, english);
    }
}
