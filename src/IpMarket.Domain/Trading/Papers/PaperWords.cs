using System.Collections.Immutable;
using System.Globalization;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Papers;

/// <summary>How papers of trading write instants, amounts and the lot.</summary>
public static class PaperWords
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

    public static string SoftClose(AuctionTerms terms) => terms.SoftCloseKind == SoftCloseKind.EndPlusWindow
        ? $"结束前 {Span(terms.SoftCloseSeconds)}内有新出价的，结束时间再顺延 {Span(terms.SoftCloseSeconds)}，次数不限"
        : $"结束前 {Span(terms.SoftCloseSeconds)}内有新出价的，结束时间顺延至该出价后 {Span(terms.SoftCloseSeconds)}，次数不限";

    /// <summary>Who may not bid, as the profile says.</summary>
    public static string Barred(AuctionOnPaper auction) => auction.Barred.SequenceEqual(Auction.BarredByHouse)
        ? "转让方及其关联方、本中心工作人员"
        : string.Join("、", auction.Barred.Select(one => ((Told)one).Zh));

    /// <summary>评估价 and 展示时间, where the terms have them.</summary>
    public static ImmutableArray<PaperFact> AppraisalAndViewing(AuctionTerms terms) =>
    [
        .. terms.Appraisal is { } appraisal
            ? [new PaperFact("评估价", $"{Amount(appraisal.Value)}，基准日 {appraisal.On:yyyy年M月d日}，{appraisal.By}")]
            : ImmutableArray<PaperFact>.Empty,
        .. terms.Viewing is { } viewing
            ? [new PaperFact("标的展示", $"{viewing.From:yyyy年M月d日}至{viewing.Until:yyyy年M月d日}")]
            : ImmutableArray<PaperFact>.Empty,
    ];

    /// <summary>The step, or how it follows the price.</summary>
    public static string Step(AuctionTerms terms) => terms.StepTable is { } table ? Step(table) : Amount(terms.Step);

    /// <summary>The winner's pre-emption right in brackets; empty where he has none.</summary>
    public static string Right(AuctionClosed closed) =>
        closed is { WinnerRank: > 0 } ? $"（优先购买权人，第 {closed.WinnerRank} 顺位）" : "";

    public static string Preemption(BidderAdmitted admitted)
    {
        ArgumentNullException.ThrowIfNull(admitted);
        return $"第 {admitted.Rank} 顺位（{(admitted.Source == PreemptionSource.Contract ? "约定" : "法定")}）";
    }

    /// <summary>How a bid came about and what met it; empty for an open bid that led.</summary>
    public static string BidNote(IMovesPrice bid)
    {
        ArgumentNullException.ThrowIfNull(bid);
        var kind = bid.Kind switch
        {
            BidKind.Proxy => "自动出价",
            BidKind.Match => "优先购买权人同价",
            _ => "",
        };
        if (bid.Answer is not { } answer) return kind;
        var met = answer.Leads
            ? $"{Bidder(answer.Bidder)} 自动出价至 {answer.Amount}，领先"
            : $"{Bidder(answer.Bidder)} 自动出价至 {answer.Amount}，最高价已用尽";
        return kind.Length == 0 ? met : $"{kind}；{met}";
    }

    /// <summary>What a notice says of automatic bids and pre-emption, where the auction has them.</summary>
    public static ImmutableArray<string> ActsOf(AuctionTerms terms) =>
    [
        .. terms.TakesProxies
            ? new[]
            {
                "竞买人可以设定保密的最高价，由系统在其限额内自动出价（本中心规则）：价格为超过第二高限额所需的最低金额，"
                    + "不超过领先者的最高价；同价以先设定者为准；最高价不低于保留价的，出至保留价；提高或降低自己的最高价不改变价格。",
            }
            : [],
        .. terms.HasPreemption
            ? new[]
            {
                "经中心登记的优先购买权人可以在竞价中以当前价同价应买，无更高出价的，由其买受；顺位不同的，顺位在先者优先；"
                    + "顺位相同的，先出价者优先；至竞价结束未应买的，视为放弃。",
            }
            : [],
    ];

    private static string Step(StepTable table)
    {
        if (table.Kind == StepKind.Percent)
        {
            var unit = table.RoundTo is { } round ? $"，不足 {round} 的部分按 {round} 计" : "，不足 1 分的部分按 1 分计";
            return $"当前价的 {(table.Permille / 10m).ToString("0.#", CultureInfo.InvariantCulture)}%{unit}";
        }

        var tiers = table.Tiers;
        return string.Join('；', tiers.Select((tier, place) => (place, place + 1 < tiers.Length) switch
        {
            (0, false) => Amount(tier.Step),
            (0, true) => $"当前价低于 {tiers[1].From} 的，为 {tier.Step}",
            (_, true) => $"{tier.From} 以上、低于 {tiers[place + 1].From} 的，为 {tier.Step}",
            _ => $"{tier.From} 以上的，为 {tier.Step}",
        }));
    }

    public static string Reserve(AuctionTerms terms) => terms.Reserve is { } reserve ? Amount(reserve) : "不设保留价";

    /// <summary>The lines that name what is sold.</summary>
    public static ImmutableArray<PaperFact> Lot(AuctionOnPaper auction) =>
    [
        new("标的名称", Heading(auction.Lot.Title, auction.Lot.Further)),
        .. Patents(auction.Patent, auction.Lot.Title, auction.Lot.Further),
        new("竞价标识", auction.Letters),
    ];

    /// <summary>What is sold in one line: the first patent's title, of several with how many they are.</summary>
    public static string Heading(string title, ImmutableArray<LotPatent> further) =>
        further.IsEmpty ? title : $"{title}等 {further.Length + 1} 件专利";

    /// <summary>The patents of a lot: one by its number, several one by one with their titles.</summary>
    public static ImmutableArray<PaperFact> Patents(
        PatentOnPaper first, string title, ImmutableArray<LotPatent> further)
    {
        var type = first.TypeName is { } name ? $"（{name}）" : "";
        if (further.IsEmpty) return [new("专利号", first.Number + type)];
        return
        [
            new("专利 1", $"{first.Number}{type}  {title}"),
            .. further.Select((patent, place) => new PaperFact(
                $"专利 {place + 2}", $"{patent.Number}{TypeOf(patent.Number)}  {patent.Title}")),
        ];
    }

    /// <summary>How papers name a patent's type; null for foreign rights.</summary>
    public static string? TypeName(PatentType? type) => type switch
    {
        PatentType.Invention => "发明专利",
        PatentType.UtilityModel => "实用新型专利",
        PatentType.Design => "外观设计专利",
        _ => null,
    };

    private static string TypeOf(string number) =>
        TypeName(PatentNumber.TryParse(number, out var read) ? read.Type : null) is { } name ? $"（{name}）" : "";

    internal static string Span(int seconds) => seconds % 60 == 0 ? $"{seconds / 60} 分钟" : $"{seconds} 秒";
}
