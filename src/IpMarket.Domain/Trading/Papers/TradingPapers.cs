using System.Collections.Immutable;
using IpMarket.Domain.Kernel.Papers;

namespace IpMarket.Domain.Trading.Papers;

/// <summary>The kinds of paper trading issues.</summary>
public static class TradingPapers
{
    /// <summary>公告: the auction is announced. Everybody's.</summary>
    public static readonly PaperKind PublicNotice = new("public-notice", "公告", "NOTICE", "告", IsPublic: true);

    /// <summary>竞买资格确认书: handed to the bidder only.</summary>
    public static readonly PaperKind BidderQualification =
        new("bidder-qualification", "竞买资格确认书", "QUALIFICATION", "资", IsPublic: false);

    /// <summary>保证金收据: handed to the bidder only.</summary>
    public static readonly PaperKind DepositReceipt =
        new("deposit-receipt", "保证金收据", "RECEIPT", "收", IsPublic: false);

    /// <summary>成交确认书: handed to winner and seller only.</summary>
    public static readonly PaperKind SaleConfirmation =
        new("sale-confirmation", "成交确认书", "SALE", "成", IsPublic: false);

    /// <summary>竞价记录: bidders as codes. Everybody's.</summary>
    public static readonly PaperKind BidRecord = new("bid-record", "竞价记录", "RECORD", "录", IsPublic: true);

    /// <summary>挂牌公告: a listing is out for a period, or its period was extended. Everybody's.</summary>
    public static readonly PaperKind ListingNotice = new("listing-notice", "挂牌公告", "LISTING", "挂", IsPublic: true);

    public static readonly ImmutableArray<PaperKind> All =
        [PublicNotice, BidderQualification, DepositReceipt, SaleConfirmation, BidRecord, ListingNotice];
}
