using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.RuleProfiles;

/// <summary>How bids are taken.</summary>
public enum BiddingProtocol
{
    /// <summary>Ascending and open, with soft close.</summary>
    [Words("公开加价", "ascending open bids")]
    English,

    [Words("降价竞价", "descending price (Dutch)")]
    Dutch,

    /// <summary>81 descending steps, sealed bids, the first taker's best bid.</summary>
    [Words("降价—密封—最优报价", "Dutch, sealed, then best bid")]
    HybridDutch,

    [Words("密封报价（最高价）", "sealed, first price")]
    SealedFirstPrice,

    [Words("密封报价（次高价）", "sealed, second price (Vickrey)")]
    Vickrey,

    [Words("三轮轮流报价", "three rounds in turn")]
    TurnRounds,
}

/// <summary>What may be added to a protocol.</summary>
public enum BiddingOption
{
    /// <summary>委托最高价: a maximum is bid for step by step. No statute knows it: a house rule.</summary>
    [Words("委托最高价", "proxy (maximum) bids")]
    ProxyBids,

    /// <summary>优先购买权, by rank, at an equal price (P23).</summary>
    [Words("优先购买权按顺位行使", "pre-emption by rank")]
    RankedPreemption,

    [Words("按比例或分段的加价幅度", "steps by a percentage or by tiers")]
    StepTable,

    [Words("首次出价前一口价", "buy-now before the first bid")]
    BuyNow,
}

/// <summary>What a bid in the last window does to the end.</summary>
public enum SoftCloseKind
{
    /// <summary>The end moves to the bid's instant + window, never earlier than it was (法释〔2016〕18号 20).</summary>
    [Words("自出价时起顺延", "bid + window")]
    BidPlusWindow,

    /// <summary>The end moves by one whole window.</summary>
    [Words("自原结束时起顺延", "end + window")]
    EndPlusWindow,
}

/// <summary>What a host must be recognised as.</summary>
public enum HostQualification
{
    [Words("无特别要求", "nothing in particular")]
    None,

    /// <summary>On the Supreme People's Court's list of platforms; a court orders each sale.</summary>
    [Words("最高人民法院名单库内的网络服务提供者", "a platform on the Supreme People's Court's list")]
    SupremeCourtListed,

    /// <summary>拍卖企业 with its licence; an auctioneer presides.</summary>
    [Words("取得拍卖经营批准的拍卖企业", "a licensed auction house")]
    LicensedAuctionHouse,

    /// <summary>依法设立的产权交易机构.</summary>
    [Words("经认定的产权交易机构", "a recognised property exchange")]
    PropertyExchange,
}

/// <summary>Where money is paid to.</summary>
public enum MoneyAccount
{
    /// <summary>监管专户 (P12).</summary>
    [Words("监管专户", "a custody account")]
    Custody,

    [Words("人民法院指定的账户", "the court's account")]
    Court,
}

/// <summary>Who may stop the bidding.</summary>
public enum Suspender
{
    [Words("本中心人员（说明理由）", "an officer of the centre, with a reason")]
    CentreOfficer,

    /// <summary>Only for a fault; reported at once.</summary>
    [Words("平台因故障（即时报告）", "the platform for a fault, reported at once")]
    PlatformForFault,

    [Words("人民法院", "the court")]
    Court,

    [Words("国有资产监督管理机构", "the authority over state assets")]
    AssetAuthority,
}

/// <summary>Who is barred from bidding.</summary>
public enum BarredBidder
{
    [Words("转让方", "the seller")]
    Seller,

    /// <summary>关联方 of the seller.</summary>
    [Words("转让方的关联方", "the seller's affiliates")]
    SellersAffiliates,

    /// <summary>The centre's own people.</summary>
    [Words("组织方及其工作人员", "the host and its people")]
    CentrePeople,

    /// <summary>Those who appraise, store, show or promote for the sale, and their people.</summary>
    [Words("承担辅助工作的机构及其工作人员", "those assisting the sale and their people")]
    Assistants,

    [Words("上述人员的近亲属", "close relatives of such people")]
    CloseRelatives,

    /// <summary>Who won and did not pay.</summary>
    [Words("前次悔拍的买受人", "the buyer who defaulted before")]
    DefaultedBuyer,
}

/// <summary>When the buyer is named to everybody (P29).</summary>
public enum NamesDisclosure
{
    [Words("不公开", "never")]
    Never,

    [Words("经本人同意", "with consent")]
    OnConsent,

    [Words("确认成交时公开", "at confirmation")]
    AtConfirmation,
}

/// <summary>How a reserve (保留价) may be.</summary>
public enum ReserveDisclosure
{
    [Words("不设", "none")]
    None,

    [Words("公开", "public")]
    Public,

    [Words("保密", "secret")]
    Secret,

    [Words("即起始价", "equal to the start price")]
    EqualToStart,
}

/// <summary>What a share of the deposit is a share of.</summary>
public enum DepositBase
{
    [Words("起始价", "the start price")]
    StartPrice,

    [Words("评估价", "the appraised value")]
    Appraisal,
}

/// <summary>How days of a period are counted (P35).</summary>
public enum DayCount
{
    [Words("日", "days")]
    Calendar,

    [Words("个工作日", "working days")]
    Working,
}

/// <summary>What may follow an auction without a sale.</summary>
public enum LadderStep
{
    [Words("再次竞价", "another auction")]
    Reauction,

    /// <summary>以物抵债.</summary>
    [Words("债权人以保留价接受抵债", "the creditor takes it at the reserve")]
    CreditorTakeOver,

    /// <summary>变卖.</summary>
    [Words("变卖", "sale at the fixed reserve")]
    SellOff,

    [Words("降价—密封—最优报价", "Dutch, sealed, then best bid")]
    HybridDutch,

    [Words("按顺位征询报价", "offers by rank")]
    RankedOffers,

    [Words("限期定价转让", "a fixed-price window")]
    FixedPriceWindow,

    [Words("恢复挂牌", "back to the listing")]
    BackToListing,
}
