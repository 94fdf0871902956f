using System.Collections.Immutable;
using System.Globalization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;

namespace IpMarket.Domain.Trading.Papers;

/// <summary>How papers of trading write instants, amounts and the lot.</summary>
internal static class PaperWords
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    /// <summary>Beijing time to the second; to the millisecond where it is not a whole one.</summary>
    public static string Instant(DateTimeOffset at)
    {
        var local = at.ToOffset(Zone);
        var form = local.Millisecond == 0 ? "yyyy年M月d日 HH:mm:ss" : "yyyy年M月d日 HH:mm:ss.fff";
        return local.ToString(form, CultureInfo.InvariantCulture);
    }

    /// <summary>As bid records list it, always to the millisecond.</summary>
    public static string Exact(DateTimeOffset at) =>
        at.ToOffset(Zone).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>Figures, then capitals.</summary>
    public static string Amount(Money amount) => $"{amount}（{AmountInWords.Of(amount)}）";

    public static string Bidder(int code) => $"竞买人 {code}";

    public static string Rule(AuctionOnPaper auction) => $"{auction.Profile.Name}（第 {auction.Profile.Version} 版）";

    public static string SoftClose(AuctionTerms terms) =>
        $"结束前 {Span(terms.SoftCloseSeconds)}内有新出价的，结束时间顺延至该出价后 {Span(terms.SoftCloseSeconds)}，次数不限";

    public static string Reserve(AuctionTerms terms) => terms.Reserve is { } reserve ? Amount(reserve) : "不设保留价";

    /// <summary>The lines that name what is sold.</summary>
    public static ImmutableArray<PaperFact> Lot(AuctionOnPaper auction) =>
    [
        new("标的名称", auction.Lot.Title),
        new("专利号", auction.Patent.Number + (auction.Patent.TypeName is { } type ? $"（{type}）" : "")),
        new("竞价标识", auction.Letters),
    ];

    private static string Span(int seconds) => seconds % 60 == 0 ? $"{seconds / 60} 分钟" : $"{seconds} 秒";
}
