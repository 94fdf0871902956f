using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Domain.Trading.RuleProfiles;
using AuctionOutcome = IpMarket.Domain.Trading.Auctions.AuctionOutcome;

namespace IpMarket.Testing.Papers;

/// <summary>One of each paper of trading, composed from long but likely facts.</summary>
public static class PaperSamples
{
    public static readonly DateTimeOffset Opens = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    public static readonly PaperOffice Office = new(
        "攀西钒钛专利技术交易中心", "12510400MB1234567T", "四川省攀枝花市东区示范路 1 号",
        "https://market.example.cn", false, "钒钛交易", ImmutableDictionary<string, SeriesStyle>.Empty);

    public static readonly AuctionOnPaper Auction = new(
        "auction:01jabcdefghjkmnpqrstvwxyz0",
        new AuctionLot("listing:1", "patent:CN209910000001", "一种钒钛磁铁矿直接还原熔分渣中高效提取五氧化二钒及协同制备富钛料的方法", "party:seller"),
        new ProfileRef("online-bidding", 1, "网络竞价"),
        new AuctionTerms(
            Money.Cny(125_000_050), Money.Cny(5_000_000), Money.Cny(150_000_000), Opens, Opens.AddHours(8), 300,
            Money.Cny(12_500_000)),
        new PatentOnPaper("CN209910000001.3", "发明专利", false));

    public static readonly PartyOnPaper Seller = new("party:seller", "攀枝花市某某钒钛资源综合利用科技有限公司", false);

    public static readonly PartyOnPaper Person = new("party:person", "欧阳示范", true);

    private static readonly BidderAdmitted Admitted = new(1, 3, Money.Cny(12_500_000), Person.Party);

    public static AuctionClosed Sold(long bids) => new(
        Opens.AddHours(8).AddMilliseconds(250), AuctionOutcome.Sold, null, Money.Cny(180_000_000), 3, 1, Person.Party,
        bids, 1, Auction.Lot, Opens);

    public static PaperDraft Notice => AuctionPapers.PublicNotice(Auction, Seller, "示范银行攀枝花分行 监管专户 6222 0000 1234");

    public static readonly ListingOnPaper Listing = new(
        "listing:01jabcdefghjkmnpqrstvwxyz0", Auction.Lot.Title, Auction.Patent, Seller);

    /// <summary>挂牌公告 of a sale by instalments with know-how, help and fees.</summary>
    public static PaperDraft ListingNotice => ListingPapers.Notice(
        Listing,
        new ListingPeriodBegan(
            1,
            Auction.Lot.Patent,
            Seller.Party,
            new ListingOffer(Money.Cny(125_000_050), "含中试装置的全部工艺参数与试验记录。", "须现场尽职调查后签约。")
            {
                Subject = new ListingSubject
                {
                    Kind = SubjectKind.PatentWithKnowHow, KnowHow = "钙化焙烧段温度与时间控制诀窍",
                },
                ModeTerms = new ModeTerms
                {
                    Price = new PriceTerms
                    {
                        Form = PriceForm.Instalments,
                        Instalments =
                        [
                            new Instalment { Due = InstalmentDue.Contract, ShareBp = 3_050 },
                            new Instalment { Due = InstalmentDue.Day, DueOn = new DateOnly(2027, 6, 30), ShareBp = 3_950 },
                            new Instalment { Due = InstalmentDue.OtherEvent, Event = "首批产品达标", ShareBp = 3_000 },
                        ],
                    },
                    Sale = new SaleTerms
                    {
                        HasDocuments = true, HasKnowHow = true, TransitionMonths = 6, Transition = "每月两名工程师到场",
                    },
                },
            },
            new PeriodTerms(20, "online-bidding", "网络竞价"),
            Opens.AddDays(28),
            "《企业国有资产交易监督管理办法》第五十条")
        {
            CalendarDays = 15,
        },
        Opens);

    public static PaperDraft ListingExtension(PeriodEnding after) => ListingPapers.Extension(
        Listing,
        new ListingPeriodExtended(5, Opens.AddDays(35), 1, Auction.Lot.Patent, Seller.Party) { After = after });

    private static readonly ImmutableArray<LotPatent> Together =
    [
        new("patent:CN202110771509", "CN202110771509.6", "一种钙化焙烧提钒炉的温度控制系统"),
        new("patent:CN202120771510", "CN202120771510.4", "一种提钒浸出槽"),
    ];

    /// <summary>挂牌延期公告 of three patents offered together.</summary>
    public static PaperDraft PortfolioExtension => ListingPapers.Extension(
        Listing with { Further = Together },
        new ListingPeriodExtended(5, Opens.AddDays(35), 1, Auction.Lot.Patent, Seller.Party));

    /// <summary>公告 of an auction of three patents together.</summary>
    public static PaperDraft PortfolioNotice => AuctionPapers.PublicNotice(
        Auction with { Lot = Auction.Lot with { Further = Together } },
        Seller,
        "示范银行攀枝花分行 监管专户 6222 0000 1234");

    public static PaperDraft Qualification => BidderPapers.Qualification(Auction, Admitted, Person, Opens.AddDays(-1));

    public static PaperDraft Confirmation => AuctionPapers.SaleConfirmation(Auction, Sold(7), Seller, Person);

    public static PaperDraft Receipt(int payments) => BidderPapers.Receipt(
        Auction,
        Admitted,
        Person,
        Payments(payments, "竞买保证金"),
        Money.Cny(500_000),
        "示范银行攀枝花分行 监管专户 6222 0000 1234");

    /// <summary>保证金收据 of a purchase intent, paid in two parts and by ¥5,000 too much.</summary>
    public static PaperDraft IntentReceipt => IntentPapers.Receipt(
        Listing,
        3,
        Person,
        Payments(2, "意向登记第 3 号"),
        Money.Cny(500_000),
        "示范银行攀枝花分行 监管专户 6222 0000 1234");

    private static ImmutableArray<PaymentOnPaper> Payments(int count, string purpose) =>
    [
        .. Enumerable.Range(1, count).Select(i => new PaymentOnPaper(
            Person.Name,
            "6217 0036 0000 1234 56" + i,
            purpose,
            new EscrowReceipt(
                i, 1, Money.Cny(13_000_000 / count), Opens.AddDays(-1), "", ReceiptKind.Own,
                "20261122000" + i, "row", Money.Zero))),
    ];

    public static PaperDraft Record(int bids) => AuctionPapers.BidRecord(Auction, new BidRecordFacts(
        Sold(bids),
        [.. Enumerable.Range(1, bids).Select(i => new BidRecordLine(
            i, Opens.AddSeconds(i * 37.125), (i % 5) + 1, Money.Cny(125_000_050 + (i * 5_000_000L)),
            i % 6 == 0 ? "延时至 17:05:00.125" : ""))],
        0,
        5,
        bids + 9,
        string.Concat(Enumerable.Repeat("0123456789abcdef", 4))));

    /// <summary>The draft as number <paramref name="number"/> of its series.</summary>
    public static PaperSheet Sheet(PaperKind kind, PaperDraft draft, int number = 7, bool isDemo = false)
    {
        var rule = Office.RuleOf(kind, 2026);
        var head = new PaperHead(
            rule.Text(number), rule.Display(number), kind.Code, kind.Name, draft.Title, new DateOnly(2026, 11, 23),
            Auction.Stream, kind.IsPublic, isDemo);
        return new PaperSheet(head, Office, draft.Blocks);
    }

    /// <summary>Every text that stands on a sheet.</summary>
    public static IEnumerable<string> Texts(PaperSheet sheet) =>
    [
        sheet.Office.Name, sheet.Head.Title, sheet.Head.Display, sheet.Head.Number,
        .. sheet.Blocks.SelectMany(block => block switch
        {
            PaperText text => [text.Text],
            PaperHeading heading => [heading.Text],
            PaperFacts facts => facts.Facts.SelectMany(fact => new[] { fact.Name, fact.Value }),
            PaperTable table => table.Columns.Select(c => c.Name).Concat(table.Rows.SelectMany(row => row)),
            PaperNotes notes => notes.Notes,
            PaperSigners signers => signers.Names,
            _ => throw new ArgumentException($"Unknown block {block.GetType().Name}.", nameof(sheet)),
        }),
    ];
}
