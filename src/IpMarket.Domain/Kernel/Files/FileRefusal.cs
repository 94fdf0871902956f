namespace IpMarket.Domain.Kernel.Files;

/// <summary>Why a file is not taken, by descending precedence. Its name and headers say nothing.</summary>
public enum FileRefusal
{
    [RefusalText("文件缺失。", "The file is missing.", Status = 400)]
    FileMissing,

    [RefusalText("仅接受 PDF、PNG 或 JPEG 文件（按内容判断）。", "Only PDF, PNG and JPEG are taken, judged by content.", Status = 415)]
    FileTypeNotTaken,

    [RefusalText(
        "文件不完整或已损坏（{kind}），请重新导出或扫描后上传。",
        "The file is cut short or damaged ({kind}); export or scan it again.",
        Status = 415)]
    FileDamaged,

    [RefusalText(
        "文件结尾之后还有其他内容（{kind}），请用阅读或看图软件另存后上传。",
        "Something else follows the end of the file ({kind}); save it anew from a viewer.",
        Status = 415)]
    FileHasMore,
}
