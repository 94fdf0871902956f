using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;

namespace IpMarket.Domain.Trading.Papers;

/// <summary>Who the two sides of a mode are called, and what follows the period's end, as a notice says it.</summary>
/// <param name="Interest">What is filed.</param>
internal sealed record NoticeWords(string Seller, string Buyer, string Interest)
{
    public static NoticeWords Of(ListingMode mode) => mode switch
    {
        ListingMode.ExclusiveLicence or ListingMode.SoleLicence or ListingMode.OrdinaryLicence =>
            new("许可方", "意向被许可方", "许可意向"),
        ListingMode.OpenLicence => new("专利权人", "意向被许可方", "许可意向"),
        ListingMode.EquityContribution => new("出资方", "意向投资方", "投资意向"),
        _ => new("转让方", "意向受让方", "受让意向"),
    };

    /// <summary>How to file.</summary>
    public string Filing(ListingOffer offer)
    {
        var terms = DealForm.IsAgreed(offer)
            ? (DealForm.TakesOffers(offer) ? "可以附报价和意向说明" : "可以附意向说明")
            : DealForm.Floor(offer) is null ? "并提出报价" : $"报价不低于{Least(offer)}";
        return $"公告期内在本中心网站登记{Interest}，{terms}，并接受本公告的全部条件";
    }

    /// <summary>One sentence a note.</summary>
    public ImmutableArray<string> Afterwards(ListingOffer offer, string profile) =>
        !DealForm.IsAgreed(offer) ? Bid(offer, profile)
        : offer.Mode == ListingMode.OpenLicence ?
            [
                $"任何{Buyer}书面通知专利权人并依照公告的支付方式、标准支付许可使用费后，即获得实施许可"
                    + "（专利法第五十一条），由本中心逐一登记；公告期满后继续接受登记。",
            ]
        : DealForm.IsRepeatable(offer.Mode) ?
            [
                $"公告期满后，{Seller}与{Buyer}协商签订许可合同，可以与多个{Buyer}签订，由本中心逐一登记；"
                    + "公告期满后继续接受登记。",
            ]
        :
            [
                $"公告期满后，{Seller}与公告期内登记的{Buyer}协商签订合同，成交条件不低于公告的条件，由本中心登记。",
                $"有两个及以上{Buyer}的，由{Seller}选定并书面说明理由；法律、行政法规要求公开竞价的，从其规定。",
                $"未征集到{Buyer}的，{Seller}可以延长公告期、变更挂牌条件后重新公告，或者终止挂牌。",
            ];

    /// <summary>What the deposit of an intent is for and when it goes back, where one is demanded.</summary>
    public ImmutableArray<string> OfDeposit(ListingOffer offer) =>
    [
        $"意向保证金须在公告期届满前由{Buyer}本人账户足额汇入监管专户并经本中心入账，登记方为有效；"
            + "逾期未足额到账的，登记失效。",
        $"与{Buyer}签订合同的，意向保证金抵作价款；撤回、失效、未被选定或者未能签订合同的，原路退还，不计利息。",
        .. DealForm.IsAgreed(offer)
            ? ImmutableArray<string>.Empty
            : ["组织竞价的，意向保证金在进入竞价后原路退还，不转作竞买保证金。"],
    ];

    private static ImmutableArray<string> Bid(ListingOffer offer, string profile)
    {
        var least = DealForm.Floor(offer) is null ? "报价" : Least(offer);
        var start = DealForm.Floor(offer) is null ? "" : $"，起始价不低于{Least(offer)}";
        return
        [
            $"仅有一个意向受让方的，以不低于{least}的价格协议成交。",
            $"有两个及以上意向受让方的，按“{profile}”规则组织竞价{start}，竞价另行公告；保证金在竞买登记时缴纳。",
            "未征集到意向受让方的，转让方可以延长公告期、变更挂牌条件后重新公告，或者终止挂牌。",
        ];
    }

    private static string Least(ListingOffer offer) => offer.AskingPrice is null ? "公告的起始价" : "挂牌价";
}
