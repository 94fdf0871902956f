using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;

namespace IpMarket.Domain.Trading.Papers;

/// <summary>The listing a paper is about.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Title">The patent's title; of know-how its public name.</param>
/// <param name="Patent">Null of know-how without a patent.</param>
public sealed record ListingOnPaper(string Stream, string Title, PatentOnPaper? Patent, PartyOnPaper Seller)
{
    /// <summary>What is traded, as headings say it.</summary>
    public string Subject => Patent is null ? "技术秘密" : "专利权";

    /// <summary>示例: an invented patent.</summary>
    public bool IsDemo => Patent is { IsDemo: true };

    /// <summary>Patents offered together with it.</summary>
    public ImmutableArray<LotPatent> Further { get; init; } = [];

    /// <summary>The 26 letters of its stream.</summary>
    public string Letters => Stream[(Ids.Word(Stream).Length + 1)..];
}

/// <summary>What 挂牌公告 and 挂牌延期公告 say; pure functions of facts.</summary>
public static class ListingPapers
{
    private const string Secrecy = "技术秘密的内容不公开；双方签订保密约定后，由其自行披露。";

    /// <summary>挂牌公告. <paramref name="at"/> is the instant of the notice.</summary>
    public static PaperDraft Notice(ListingOnPaper listing, ListingPeriodBegan began, DateTimeOffset at)
    {
        var (offer, terms) = (began.Offer, began.Terms);
        var words = NoticeWords.Of(offer.Mode);
        return Draft(listing, began.Notice == 1 ? $"{listing.Subject}交易挂牌公告" : $"{listing.Subject}交易变更挂牌公告",
        [
            new PaperText(began.Notice == 1
                ? $"受{words.Seller}委托，现将下列{listing.Subject}交易项目公开挂牌，征集{words.Buyer}，有关事项公告如下："
                : $"下列{listing.Subject}交易项目的挂牌内容已变更，现重新公告（第 {began.Notice} 次公告），公告期重新计算；"
                    + $"此前登记的{words.Buyer}须在公告期内重新确认，逾期未确认的，原登记不再有效："),
            new PaperHeading("一、交易标的"),
            new PaperFacts(
                [.. Lot(listing), new(words.Seller, listing.Seller.Name), .. OfferOnPaper.Subject(offer)]),
            new PaperHeading("二、交易条件"),
            new PaperFacts(OfferOnPaper.Conditions(offer)),
            new PaperHeading("三、公告期与意向登记"),
            new PaperFacts(
            [
                new("公告发布", PaperWords.Instant(at)),
                new("公告期", $"{terms.WorkingDays} 个工作日（自公告发布次日起算"
                    + (began.CalendarDays > 0 ? $"，且不少于 {began.CalendarDays} 日）" : "）")),
                new("公告期届满", PaperWords.Instant(began.EndsAt)),
                .. began.ArticleZh.Length > 0 ? new[] { new PaperFact("公告期依据", began.ArticleZh) } : [],
                new("登记方式", words.Filing(offer)),
                .. terms.Deposit is { } deposit
                    ? new[] { new PaperFact("意向保证金", PaperWords.Amount(deposit)) }
                    : [],
            ]),
            new PaperHeading("四、公告期满后的安排"),
            new PaperNotes(
            [
                .. words.Afterwards(offer, terms.ProfileName),
                .. terms.Deposit is null ? [] : words.OfDeposit(offer),
                "出现依法应当中止的情形的，公告期停止计算；恢复后按剩余工作日补足。",
                .. listing.Patent is null ? new[] { Secrecy } : [],
                $"{words.Seller}及其关联方、本中心工作人员不得登记意向。",
                "以上时间均为北京时间，以本中心服务器时间为准。",
            ]),
        ]);
    }

    /// <summary>挂牌延期公告.</summary>
    public static PaperDraft Extension(ListingOnPaper listing, ListingPeriodExtended extended)
    {
        var words = NoticeWords.Of(extended.Mode ?? ListingMode.Sale);
        return Draft(listing, $"{listing.Subject}交易挂牌延期公告",
        [
            new PaperText($"下列{listing.Subject}交易项目{Found(extended, words)}，现延长公告期，挂牌条件不变："),
            new PaperFacts(
            [
                .. Lot(listing),
                new(words.Seller, listing.Seller.Name),
                new("延长", $"{extended.WorkingDays} 个工作日（第 {extended.Count} 次延长）"),
                new("公告期届满", PaperWords.Instant(extended.EndsAt)),
            ]),
        ]);
    }

    private static string Found(ListingPeriodExtended extended, NoticeWords words) => extended.After switch
    {
        PeriodEnding.AuctionWithoutSale => "在公告期届满后组织竞价，未能成交",
        PeriodEnding.ContractFailed when extended.Mode is null =>
            $"在公告期内征集到一个{words.Buyer}，但未能签订交易合同",
        PeriodEnding.ContractFailed => $"在公告期内征集到{words.Buyer}，但未能签订交易合同",
        _ => $"在公告期内未征集到{words.Buyer}",
    };

    private static PaperDraft Draft(ListingOnPaper listing, string title, ImmutableArray<PaperBlock> blocks) => new(
        title, blocks, [listing.Seller.Party], [.. listing.Seller.Persons], listing.IsDemo);

    internal static ImmutableArray<PaperFact> Lot(ListingOnPaper listing) =>
    [
        new("标的名称", PaperWords.Heading(listing.Title, listing.Further)),
        .. listing.Patent is { } patent ? PaperWords.Patents(patent, listing.Title, listing.Further) : [],
        new("挂牌标识", listing.Letters),
    ];
}
