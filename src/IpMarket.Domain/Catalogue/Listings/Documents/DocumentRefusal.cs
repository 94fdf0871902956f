using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Documents;

/// <summary>Why a document of a listing is refused, by descending precedence.</summary>
public enum DocumentRefusal
{
    [RefusalText("材料信息不符合要求：{field}", "The document's particulars are not acceptable: {field}", Status = 400)]
    DocumentMalformed,

    [RefusalText("权属材料只供转让方和交易中心查看，不能公开。", "Title papers are the seller's and the centre's; they cannot be public.")]
    TitlePaperNotPublic,

    [RefusalText("请填写该材料的出具日期。", "Say on which day the paper was issued.", Status = 400)]
    IssueDateMissing,

    [RefusalText(
        "出具日期须在 1985-04-01 与今天之间。",
        "The day of issue lies between 1985-04-01 and today.",
        Status = 400)]
    IssueDateImpossible,

    [RefusalText("没有该材料（编号 {number}）。", "There is no such document (number {number}).", Status = 404)]
    DocumentUnknown,

    [RefusalText("同一文件已作为该项材料上传。", "This very file stands under this item already.")]
    DocumentStandsAlready,

    [RefusalText("每项挂牌最多 {max} 份材料；请先移除不再需要的。", "A listing holds at most {max} documents; remove what is not needed.")]
    TooManyDocuments,

    [RefusalText(
        "全部材料合计不得超过 {max} 字节。",
        "The documents of a listing hold at most {max} bytes together.",
        Status = 413)]
    DocumentsTooLarge,

    [RefusalText(
        "该挂牌累计上传已达 {max} 份（含已移除的），不能再上传。",
        "{max} documents have been uploaded for this listing, removed ones included; no more are taken.")]
    TooManyUploads,
}
