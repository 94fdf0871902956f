using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Descending;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Auctions;

/// <summary>What is fixed before an auction is announced and never changes after.</summary>
/// <param name="StartPrice">起始价: the first bid may equal it.</param>
/// <param name="Step">
/// 加价幅度: each later bid is at least the price plus this; with a <see cref="StepTable"/>, its step at the start price.
/// </param>
/// <param name="Reserve">
/// 保留价, public, at least the start price; null = none. Bids below it count, but lose. Of a descending auction its
/// floor, below the start price.
/// </param>
/// <param name="OpensAt">First instant at which bids are taken.</param>
/// <param name="ClosesAt">Scheduled end; bids at it or later are refused.</param>
/// <param name="SoftCloseSeconds">延时 window: a bid with less than that left moves the end.</param>
/// <param name="Deposit">保证金 per bidder.</param>
[GenerateSerializer, Immutable, Alias("trading.auction-terms/1")]
public sealed record AuctionTerms(
    [property: Id(0)] Money StartPrice,
    [property: Id(1)] Money Step,
    [property: Id(2)] Money? Reserve,
    [property: Id(3)] DateTimeOffset OpensAt,
    [property: Id(4)] DateTimeOffset ClosesAt,
    [property: Id(5)] int SoftCloseSeconds,
    [property: Id(6)] Money Deposit)
{
    /// <summary>How the step follows the price; null = fixed.</summary>
    [Id(7)]
    public StepTable? StepTable { get; init; }

    /// <summary>The step in words and figures: the fixed one too.</summary>
    [JsonIgnore]
    public StepTable Steps => StepTable ?? StepTable.Fixed(Step);

    /// <summary>自动出价: bidders may set a maximum.</summary>
    [Id(8)]
    public bool TakesProxies { get; init; }

    /// <summary>优先购买权: holders may take the price as it stands (P23).</summary>
    [Id(9)]
    public bool HasPreemption { get; init; }

    /// <summary>The least amount that beats this price.</summary>
    public Money Beating(Money price) => price + (StepTable?.At(price) ?? Step);

    /// <summary>竞价方式; terms from before it was said are ascending.</summary>
    [Id(20)]
    public BiddingProtocol Protocol { get; init; }

    /// <summary>The clock of a descending auction; null in every other.</summary>
    [Id(50)]
    public ClockTerms? Clock { get; init; }

    /// <summary>
    /// 一口价: while nobody bid, an admitted bidder may buy at it at once; above the start price, at least the reserve.
    /// Null = none, as in every protocol but rising bids.
    /// </summary>
    [Id(51)]
    public Money? BuyNow { get; init; }

    /// <summary>The least price it may be sold at: a descending auction's floor, else its start price.</summary>
    [JsonIgnore]
    public Money LeastPrice => Protocol == BiddingProtocol.Dutch && Reserve is { } floor ? floor : StartPrice;

    /// <summary>The time before the end that is given back after an outage: the soft close, or the floor's interval.
    /// </summary>
    [JsonIgnore]
    public TimeSpan LastWindow =>
        Protocol == BiddingProtocol.Dutch && Clock is not null ? PriceClock.Interval(this) : SoftClose;

    /// <summary>How a bid in the window moves the end.</summary>
    [Id(21)]
    public SoftCloseKind SoftCloseKind { get; init; }

    /// <summary>What the lot was appraised at; some profiles ask for it.</summary>
    [Id(22)]
    public Appraisal? Appraisal { get; init; }

    /// <summary>When the lot can be viewed; some profiles ask for it.</summary>
    [Id(23)]
    public ViewingPeriod? Viewing { get; init; }

    /// <summary>Who opens sealed bids, and by when; of sealed protocols only, whose step is 0.</summary>
    [Id(30)]
    public SealedTerms? Sealed { get; init; }

    /// <summary>Bids are sealed: none is seen, none moves the end.</summary>
    [JsonIgnore]
    public bool IsSealed => Protocol is BiddingProtocol.SealedFirstPrice or BiddingProtocol.Vickrey;

    [JsonIgnore]
    public TimeSpan SoftClose => TimeSpan.FromSeconds(SoftCloseSeconds);

    /// <summary>
    /// The end after a bid: unmoved unless the bid came in the window. A bid with exactly the window left moves it only
    /// under <c>EndPlusWindow</c>: bid + window is the end as it stands.
    /// </summary>
    public DateTimeOffset EndAfter(DateTimeOffset bid, DateTimeOffset closesAt)
    {
        if (SoftCloseSeconds == 0 || bid < closesAt - SoftClose) return closesAt;
        return (SoftCloseKind == SoftCloseKind.EndPlusWindow ? closesAt : bid) + SoftClose;
    }
}

/// <summary>评估: what a lot is worth, by whom, as of which day.</summary>
/// <param name="Value">The appraised, or where the rule lets it stand the market, value.</param>
/// <param name="On">The valuation date, in the market's zone.</param>
/// <param name="By">Who says so: an organisation, and its report's number.</param>
[GenerateSerializer, Immutable, Alias("trading.appraisal/1")]
public sealed record Appraisal(
    [property: Id(0)] Money Value, [property: Id(1)] DateOnly On, [property: Id(2)] string By);

/// <summary>展示: the days on which a lot can be viewed, both inclusive, in the market's zone.</summary>
[GenerateSerializer, Immutable, Alias("trading.viewing-period/1")]
public sealed record ViewingPeriod([property: Id(0)] DateOnly From, [property: Id(1)] DateOnly Until)
{
    [JsonIgnore]
    public int Days => Until.DayNumber - From.DayNumber + 1;
}

/// <summary>What an auction sells, copied from the listing when it is proposed.</summary>
/// <param name="Listing">The listing's stream.</param>
/// <param name="Patent">The patent's stream.</param>
/// <param name="Title">Title of the invention as published (bibliography).</param>
/// <param name="Seller">The seller's party stream.</param>
[GenerateSerializer, Immutable, Alias("trading.auction-lot/1")]
public sealed record AuctionLot(
    [property: Id(0)] string Listing,
    [property: Id(1)] string Patent,
    [property: Id(2)] string Title,
    [property: Id(3)] string Seller)
{
    /// <summary>Patents sold together with it, for the same price.</summary>
    [Id(4)]
    public ImmutableArray<LotPatent> Further { get; init; } = [];

    /// <summary>The English title where it is another one; null where none is known, and in older auctions.</summary>
    [Id(5)]
    public string? TitleEn { get; init; }

    /// <summary>The lot with its titles in the language asked for, where they are known in it.</summary>
    public AuctionLot In(bool english) => english
        ? this with
        {
            Title = TitleEn ?? Title,
            Further = [.. Further.Select(patent => patent with { Title = patent.TitleEn ?? patent.Title })],
        }
        : this;
}

/// <summary>A patent of a lot beside its first one, copied when the auction is proposed.</summary>
/// <param name="Patent">The patent's stream.</param>
/// <param name="Number">As printed.</param>
/// <param name="Title">Title of the invention as published.</param>
[GenerateSerializer, Immutable, Alias("trading.lot-patent/1")]
public sealed record LotPatent(
    [property: Id(0)] string Patent,
    [property: Id(1)] string Number,
    [property: Id(2)] string Title)
{
    /// <summary>As <see cref="AuctionLot.TitleEn"/>.</summary>
    [Id(3)]
    public string? TitleEn { get; init; }
}

/// <summary>Where an auction stands.</summary>
public enum AuctionStatus
{
    /// <summary>Nothing happened under this id.</summary>
    [Words("尚未建立", "not made yet")]
    None,

    /// <summary>草案: proposed by the seller, or drafted by a handler too.</summary>
    [Words("草案", "a draft")]
    Draft,

    /// <summary>已公告: enrolment is open, bidding is not yet.</summary>
    [Words("已公告", "announced")]
    Announced,

    /// <summary>竞价中.</summary>
    [Words("竞价中", "open")]
    Open,

    /// <summary>已中止: no bids; the time left is given back.</summary>
    [Words("已中止", "suspended")]
    Suspended,

    /// <summary>已结束: sold or not.</summary>
    [Words("已结束", "closed")]
    Closed,

    /// <summary>已撤销, before the first bid.</summary>
    [Words("已撤销", "cancelled")]
    Cancelled,

    /// <summary>开标中: no more sealed bids; those handed in are being opened.</summary>
    [Words("开标中", "opening its sealed bids")]
    Opening,
}

/// <summary>How an auction ended.</summary>
public enum AuctionOutcome
{
    Sold,

    /// <summary>未成交 (流拍).</summary>
    NoSale,
}

/// <summary>Why an auction ended without a sale.</summary>
public enum NoSaleCode
{
    NO_BIDS,
    RESERVE_NOT_MET,

    /// <summary>Sealed bids came, and none of them counts.</summary>
    NO_VALID_BIDS,
}

/// <summary>Who stopped the bidding.</summary>
public enum SuspensionCause
{
    /// <summary>An officer of the centre, with a reason.</summary>
    Officer,

    /// <summary>No server was running in the last soft-close window.</summary>
    Outage,

    /// <summary>A fact of the patent closes what is offered (P9).</summary>
    LegalFact,
}
