using System.Globalization;
using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Grains.Catalogue.Watching;
using IpMarket.Server.Endpoints.Catalogue.Patents;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Watching;

/// <summary>Watching patents, and the notices that come of it: in the app, each user his own.</summary>
public static class WatchEndpoints
{
    public static void MapWatching(this IEndpointRouteBuilder routes)
    {
        var patent = routes.MapGroup("/api/patents/{number}/watch").WithTags("Catalogue");
        patent.MapPost("", Watch).WithName("watchPatent").ForSignedIn().Writes();
        patent.MapDelete("", Unwatch).WithName("unwatchPatent").ForSignedIn().Writes();
        var notices = routes.MapGroup("/api/notices").WithTags("Catalogue");
        notices.MapGet("", List).WithName("listNotices").ForSignedIn().Reads(PatentEndpoints.Views);
        notices.MapPost("/read", Read).WithName("readNotices").ForSignedIn().Writes();
    }

    private static async Task<Answer<Written>> Watch(
        string number, Call call, PatentPresenter patents, IGrainFactory grains)
    {
        var found = await patents.Find(number);
        if (found.Refusal is { } refusal) return refusal;
        return Written.Of(await Of(call.Caller, grains)
            .Watch(call.Context, new WatchPatent(found.Value.Stream, null)));
    }

    private static async Task<Answer<Written>> Unwatch(
        string number, Call call, PatentPresenter patents, IGrainFactory grains)
    {
        var found = await patents.Find(number);
        if (found.Refusal is { } refusal) return refusal;
        return Written.Of(await Of(call.Caller, grains)
            .Unwatch(call.Context, new UnwatchPatent(found.Value.Stream)));
    }

    private static async Task<Answer<NoticesView>> List(
        [AsParameters] PageQuery page,
        HttpContext http,
        Caller caller,
        WatchLists lists,
        IGrainFactory grains,
        CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var english = Languages.IsEnglish(http.Request);
        var (stream, version, list) = await Of(caller, grains).Get();
        var before = long.TryParse(page.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor)
            ? cursor
            : long.MaxValue;
        var rows = await lists.Notices(stream, before, page.Take, cancel);
        var total = await lists.Count(stream, 0, cancel);
        var unread = await lists.Count(stream, list.ReadUpTo, cancel);
        var isLast = rows.Count < page.Take;
        return new NoticesView(
            version,
            [.. rows.Select(row => Present(row, list.ReadUpTo, english))],
            total,
            isLast ? null : rows[^1].Pos.ToString(CultureInfo.InvariantCulture),
            unread,
            [.. (await lists.Patents(stream, cancel)).Select(Brief)]);
    }

    private static async Task<Answer<Written>> Read(
        ReadForm body, Call call, IGrainFactory grains, IJournal journal, CancellationToken cancel)
    {
        // Read up to what is not written yet would hide what comes.
        if (body.UpTo < 1 || body.UpTo > await journal.LastPos(cancel))
            return Refusal.Of(RequestRefusal.ParameterMalformed, ("field", "upTo"));
        return Written.Of(await Of(call.Caller, grains).ReadNotices(call.Context, new ReadNotices(body.UpTo)));
    }

    private static IWatchlistGrain Of(Caller caller, IGrainFactory grains) =>
        grains.GetGrain<IWatchlistGrain>(Watchlist.StreamOf(caller.User));

    private static NoticeView Present(WatchNotice notice, long readUpTo, bool english)
    {
        var (kind, text) = notice switch
        {
            { Change: { } change } => (NoticeKind.Change, PatentHistory.Words(change, english)),
            { Reminder: { } reminder } => (NoticeKind.FeeDue, Words(reminder, english)),
            _ => (NoticeKind.SearchHit, Words(notice.Hit!, english)),
        };
        return new NoticeView(
            notice.Pos,
            notice.At,
            kind,
            [.. notice.Patents.Select(Brief)],
            text,
            notice.Reminder?.On,
            notice.Hit?.Number,
            notice.Pos > readUpTo);
    }

    private static PatentBrief Brief(PatentRow row) => new(row.Id, row.Number, row.TitleZh, row.TitleEn);

    private static string Words(FeeReminderRow row, bool english)
    {
        var on = row.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (row.Milestone, english) switch
        {
            (FeeMilestone.Due, false) => $"第 {row.Year} 年年费应于 {on} 前缴纳，尚无缴费记录",
            (FeeMilestone.Due, true) => $"The fee of year {row.Year} falls due on {on}; no payment is recorded",
            (_, false) => $"第 {row.Year} 年年费的滞纳期将于 {on} 届满，尚无缴费记录",
            _ => $"The grace period for the fee of year {row.Year} ends on {on}; no payment is recorded",
        };
    }

    private static string Words(SavedHitRow row, bool english) => (row.Count, english) switch
    {
        (_, false) => $"保存的检索“{row.Name}”有 {row.Count} 件新的匹配专利",
        (1, true) => $"1 patent has come to match your saved search “{row.Name}”",
        _ => $"{row.Count} patents have come to match your saved search “{row.Name}”",
    };
}
