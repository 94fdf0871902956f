namespace IpMarket.Server.Hosting.Web;

/// <summary>What stands above the routes at <c>/docs</c>, and in the OpenAPI file: Markdown, Chinese first.</summary>
internal static class ApiGuide
{
    public const string Text =
        """
        ## 接口说明

        网页所做的一切都经由本接口，程序可以做同样的事：检索专利与挂牌、提交与审核、登记、出价、查验文书。
        机器可读的描述（OpenAPI 3.1）：[/openapi/v1.json](/openapi/v1.json)。

        - **登录**：公开的查询无须登录。程序以 `POST /api/identity/login` 发送
          `{"email": "…", "password": "…", "mode": "bearer"}`，之后每个请求带
          `Authorization: Bearer <accessToken>`；到期前以 `POST /api/identity/refresh` 换新。
        - **代表主体**：一人代表多个主体的，以 `X-Party` 指明。
        - **写入**：每个写入请求带 `Idempotency-Key`（UUID）；结果不明时以同一编号重发，不会重复执行。
          `If-Match` 带所见版本，版本已变的不执行。
        - **列表**：`limit`（1–200）与 `cursor`；`after` 等到列表包含该次写入（响应中的 `pos`）为止。
        - **拒绝**：`application/problem+json`，含 `code`、`figures` 和按 `Accept-Language` 给出的说明。
        - **竞价现场**：SignalR，地址 `/hubs/auctions`。

        ## About this API

        Everything the pages do goes through it, and programs may do the same: search patents and listings, submit and
        review, enrol, bid, check papers. The machine-readable description (OpenAPI 3.1):
        [/openapi/v1.json](/openapi/v1.json).

        - **Sign in**: public reads need none. A program sends `POST /api/identity/login` with
          `{"email": "…", "password": "…", "mode": "bearer"}` and then `Authorization: Bearer <accessToken>` with every
          request; `POST /api/identity/refresh` renews it.
        - **Acting for a party**: who acts for several names one in `X-Party`.
        - **Writes**: each carries an `Idempotency-Key` (a UUID). Where the outcome is not known, send it again with the
          same one: nothing is done twice. `If-Match` holds the version seen; a changed one is not written over.
        - **Lists**: `limit` (1–200) and `cursor`; `after` waits until the list holds a write (its answer's `pos`).
        - **Refusals**: `application/problem+json` with `code`, `figures` and a text in the language of
          `Accept-Language`.
        - **Auction rooms**: SignalR at `/hubs/auctions`.
        """;
}
