using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Kernel.Papers;

namespace IpMarket.Domain.Trading.Papers;

/// <summary>What belongs to one mode's terms, as a notice prints it.</summary>
internal static class TermsOnPaper
{
    private static readonly string[] Nothing = [];

    /// <param name="terms">The terms.</param>
    /// <param name="isKnowHow">Without a patent: it has no register, no fees and no last day.</param>
    public static ImmutableArray<PaperFact> Of(ModeTerms terms, bool isKnowHow) =>
    [
        .. terms.Sale is { } sale ? Included(sale, isKnowHow) : [],
        .. terms.Licence is { } licence ? Licensed(licence, isKnowHow) : [],
        .. terms.OpenLicence is { } open ? Declared(open) : [],
        .. terms.Equity is { } equity ? Contributed(equity) : [],
        .. terms.Pledge is { } pledge ? Realised(pledge) : [],
    ];

    private static ImmutableArray<PaperFact> Included(SaleTerms sale, bool isKnowHow)
    {
        var about = sale.Transition.Length > 0 ? $"：{sale.Transition}" : "";
        string[] goesOver = [.. sale.HasDocuments ? ["技术资料"] : Nothing, .. sale.HasKnowHow ? ["技术秘密"] : Nothing];
        return
        [
            .. OfferOnPaper.Said("一并移交", string.Join("、", goesOver)),
            .. sale.TransitionMonths > 0
                ? OfferOnPaper.Said("技术指导", $"移交后 {sale.TransitionMonths} 个月{about}")
                : [],
            .. isKnowHow
                ? Array.Empty<PaperFact>()
                : [
                    new("登记前到期的年费", Payer(sale.AnnualFees)),
                    new("变更登记费", Payer(sale.RegistrationFee)),
                ],
        ];
    }

    private static string Payer(FeePayer payer) => payer switch
    {
        FeePayer.Seller => "由转让方承担",
        FeePayer.Buyer => "由受让方承担",
        _ => "由双方各承担一半",
    };

    private static ImmutableArray<PaperFact> Licensed(LicenceTerms licence, bool isKnowHow) =>
    [
        new("许可地域", licence.Territory switch
        {
            Territory.National => "全国",
            Territory.Provinces => string.Join("、", licence.Provinces.Select(ProvinceNames.Of)),
            _ => licence.TerritoryText,
        }),
        new("使用领域", licence.FieldOfUse.Length > 0 ? licence.FieldOfUse : "不限领域"),
        new("许可起算", licence.Start switch
        {
            LicenceStart.Contract => "合同生效之日",
            LicenceStart.Filing => "许可备案之日",
            _ => $"{licence.StartsOn:yyyy年M月d日}",
        }),
        new("许可期限", licence.Years is { } years ? $"{years} 年"
            : isKnowHow ? "至技术秘密公开" : "至专利权期限届满"),
        new("分许可", licence.MaySublicense ? "允许" : "不允许"),
        new("后续改进", licence.Improvements switch
        {
            ImprovementOwner.Licensor => "有偿归许可方",
            ImprovementOwner.Licensee => "有偿归被许可方",
            ImprovementOwner.Jointly => "双方共有",
            _ => "归改进方",
        }),
        .. OfferOnPaper.Said("技术指导", licence.Assistance),
    ];

    private static ImmutableArray<PaperFact> Declared(OpenLicenceTerms open) =>
    [
        new("计算依据", open.FeeStandard),
        new("许可期限", open.Until is { } until ? $"至 {until:yyyy年M月d日}" : "至专利权期限届满"),
        new("声明内容", open.Statement),
        .. OfferOnPaper.Said("专利权评价报告", open.EvaluationReport),
    ];

    private static ImmutableArray<PaperFact> Contributed(EquityTerms equity) =>
    [
        .. OfferOnPaper.Said("拟入股企业", equity.Company),
        .. OfferOnPaper.Said("寻求的企业类型", equity.Sought),
        new("拟占股比", PriceOnPaper.Percent(equity.ShareBp)),
        .. equity.Valuation is { } value ? new[] { new PaperFact("作价金额", PaperWords.Amount(value)) } : [],
        new("作价依据", equity.ValuationBasis),
    ];

    private static ImmutableArray<PaperFact> Realised(PledgeTerms pledge) =>
    [
        new("质权人", pledge.Pledgee),
        new("实现依据", (pledge.Basis == RealisationBasis.Agreement ? "实现质权的协议，" : "自行变卖条款，")
            + pledge.Document),
        .. pledge.Claim is { } claim ? new[] { new PaperFact("主张的债权", PaperWords.Amount(claim)) } : [],
        new("价款清偿", "价款优先清偿所担保的债权，超过部分归出质人，不足部分由债务人清偿（民法典第四百三十八条）"),
    ];
}
