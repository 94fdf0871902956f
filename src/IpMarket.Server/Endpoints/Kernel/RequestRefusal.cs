using IpMarket.Domain.Kernel;

namespace IpMarket.Server.Endpoints.Kernel;

/// <summary>Why a request is not even handed to the market, by descending precedence.</summary>
public enum RequestRefusal
{
    [RefusalText("来源站点不被允许。", "Requests from this origin are not taken.", Status = 403)]
    ForeignOrigin,

    [RefusalText(
        "防伪令牌缺失或失效，请刷新页面后重试。",
        "The antiforgery token is missing or stale; reload the page and try again.",
        Status = 403)]
    AntiforgeryTokenInvalid,

    [RefusalText("会话已失效，请重新登录。", "The session has ended; sign in again.", Status = 401)]
    SessionEnded,

    [RefusalText("您不是该交易主体的成员。", "You do not act for this party.", Status = 403)]
    NotAMember,

    [RefusalText("不支持该请求方法。", "This method is not offered here.", Status = 405)]
    MethodNotOffered,

    [RefusalText("请求正文的类型不受支持，请使用 {expected}。", "The body's media type is not taken; send {expected}.", Status = 415)]
    MediaTypeNotTaken,

    [RefusalText("请求过大，上限为 {max} 字节。", "The request is too large; at most {max} bytes are taken.", Status = 413)]
    RequestTooLarge,

    [RefusalText("请在 Idempotency-Key 中给出命令编号（UUID）。", "Name the command in Idempotency-Key (a UUID).", Status = 400)]
    CommandIdMissing,

    [RefusalText("Idempotency-Key 不是有效的 UUID。", "Idempotency-Key is not a UUID.", Status = 400)]
    CommandIdMalformed,

    [RefusalText("If-Match 应为带引号的版本号。", "If-Match must be a version number in quotes.", Status = 400)]
    IfMatchMalformed,

    [RefusalText("地址或参数“{field}”无效。", "The address or the parameter {field} is not valid.", Status = 400)]
    ParameterMalformed,

    [RefusalText("每页条数 limit 须在 1 与 {max} 之间。", "limit lies between 1 and {max}.", Status = 400)]
    PageSizeOutOfRange,

    [RefusalText("请求正文不是有效的 JSON。", "The body is not valid JSON.", Status = 400)]
    JsonMalformed,

    [RefusalText("请求正文缺失。", "The body is missing.", Status = 400)]
    BodyMissing,

    [RefusalText("字段“{field}”缺失、类型不对、取值不被接受或不认识。",
        "The member {field} is missing, of a wrong type, of a value not taken, or unknown.",
        Status = 400)]
    MemberMalformed,

    [RefusalText("金额须在 0 与 {max} 之间。", "An amount lies between 0 and {max}.", Status = 400)]
    AmountOutOfRange,

    [RefusalText("视图尚未更新到 {pos}，请稍后再试。", "The view has not reached {pos} yet; ask again.", Status = 503)]
    ViewBehind,

    [RefusalText(
        "服务器内部错误，已记录（编号 {trace}）。",
        "An internal error; it was logged as {trace}.",
        Status = 500)]
    InternalError,
}
