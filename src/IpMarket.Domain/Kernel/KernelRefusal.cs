namespace IpMarket.Domain.Kernel;

/// <summary>Refusals every area shares, by descending precedence.</summary>
public enum KernelRefusal
{
    [RefusalText("请求格式不正确：{detail}", "The request is malformed: {detail}", Status = 400)]
    Malformed,

    [RefusalText("请先登录。", "Sign in first.", Status = 401)]
    NotSignedIn,

    [RefusalText("您没有执行此操作的权限。", "You may not do this.", Status = 403)]
    NotAllowed,

    [RefusalText("找不到该内容，或者您无权查看。", "There is nothing here, or you may not see it.", Status = 404)]
    NotFound,

    [RefusalText(
        "同一命令编号已用于另一请求；请换一个新的命令编号。",
        "This command id was used for another request; take a new one.",
        Status = 422)]
    SameIdOtherRequest,

    [RefusalText(
        "内容已被他人修改（当前版本 {version}）；请刷新后重试。",
        "It was changed meanwhile (now version {version}); reload and try again.",
        Status = 412)]
    VersionChanged,

    [RefusalText("请求过于频繁，请稍后再试。", "Too many requests; try again shortly.", Status = 429)]
    TooManyRequests,

    [RefusalText("系统繁忙，未作任何处理，请重试。", "Busy; nothing was done, try again.", Status = 503)]
    Busy,

    [RefusalText(
        "结果未知：请用同一命令编号再次询问，不会重复执行。",
        "The outcome is unknown: ask again with the same command id; it will not be done twice.",
        Status = 503)]
    UnknownAskAgain,

    [RefusalText(
        "服务器时钟与数据库相差过大，暂停出价。",
        "The server's clock differs too much from the database's; bids are paused.",
        Status = 503)]
    ClockNotTrusted,
}
