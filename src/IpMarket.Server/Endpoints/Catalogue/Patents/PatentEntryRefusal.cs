using IpMarket.Domain.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Patents;

/// <summary>Why a patent is not even handed to the catalogue, by descending precedence.</summary>
public enum PatentEntryRefusal
{
    [RefusalText("交易主体尚未通过入驻认证，不能录入专利。", "The party is not verified and may not enter patents.", Status = 403)]
    EntryNeedsVerifiedParty,

    [RefusalText(
        "{year} 年的申请号仅用于演示，此处不接受。",
        "Application numbers of {year} are for demonstrations only and not taken here.",
        Status = 400)]
    DemoNumber,
}
