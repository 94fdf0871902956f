using System.Collections.Immutable;
using System.Globalization;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Kernel.Papers;

namespace IpMarket.Domain.Trading.Papers;

/// <summary>Price and payment as a notice prints them, in each form of 民法典846.</summary>
internal static class PriceOnPaper
{
    /// <summary>None of a contribution, whose price is the share.</summary>
    public static ImmutableArray<PaperFact> Of(ListingOffer offer)
    {
        if (offer.Mode == ListingMode.EquityContribution) return [];
        var price = offer.ModeTerms?.Price;
        return
        [
            new(offer.Mode == ListingMode.OpenLicence ? "许可使用费" : "挂牌价", Asked(offer, price)),
            .. price is null ? [] : Payment(price),
        ];
    }

    /// <summary>12.5 %.</summary>
    public static string Percent(int basisPoints) =>
        $"{(basisPoints / 100m).ToString("0.##", CultureInfo.InvariantCulture)} %";

    private static string Asked(ListingOffer offer, PriceTerms? price) =>
        offer.AskingPrice is { } asked ? PaperWords.Amount(asked)
        : price is { Way: PriceWay.Bidding, StartPrice: { } start } ? $"竞价确定，起始价 {PaperWords.Amount(start)}"
        : price is { Way: PriceWay.Bidding } ? "竞价确定"
        : price is { Way: PriceWay.Asking, Form: PriceForm.Royalty or PriceForm.EntryFeeAndRoyalty } ? "按提成支付"
        : "面议";

    private static ImmutableArray<PaperFact> Payment(PriceTerms price) =>
    [
        new("付款方式", price.Form switch
        {
            PriceForm.Instalments => "一次总算、分期支付",
            PriceForm.Royalty => "提成支付",
            PriceForm.EntryFeeAndRoyalty => "提成支付附加预付入门费",
            _ => "一次总算、一次总付",
        }),
        .. price.Instalments.Select((stage, place) => new PaperFact(
            $"第 {place + 1} 期", $"{When(stage)}支付{Part(stage)}")),
        .. price.EntryFee is { } entry ? new[] { new PaperFact("入门费", PaperWords.Amount(entry)) } : [],
        .. price.Royalty is { } royalty ? Royalties(royalty) : [],
    ];

    private static ImmutableArray<PaperFact> Royalties(Royalty royalty) =>
    [
        new("提成", royalty.Base == RoyaltyBase.UnitsMade && royalty.PerUnit is { } unit
            ? $"按产量，每{royalty.Unit} {PaperWords.Amount(unit)}"
            : $"按{Counted(royalty.Base)}的 {string.Join("；", royalty.RatesBp.Select(Percent))}"
                + (royalty.RatesBp.Length > 1 ? "（依次为第一年起各年，末项以后沿用）" : "")),
        .. royalty.MinimumPerYear is { } least ? new[] { new PaperFact("最低年提成", PaperWords.Amount(least)) } : [],
        .. royalty.HasAudit ? new[] { new PaperFact("账目", "可以查阅有关会计账目（民法典第八百四十六条第三款）") } : [],
    ];

    private static string Counted(RoyaltyBase on) => on switch
    {
        RoyaltyBase.Sales => "产品销售额",
        RoyaltyBase.Profit => "利润",
        RoyaltyBase.AddedOutput => "新增产值",
        _ => "产量",
    };

    private static string When(Instalment stage) => stage.Due switch
    {
        InstalmentDue.Contract => "合同生效后",
        InstalmentDue.HandOver => "技术资料交付后",
        InstalmentDue.Registration => "变更登记或者备案完成后",
        InstalmentDue.Acceptance => "验收合格后",
        InstalmentDue.Day => $"{stage.DueOn:yyyy年M月d日}前（含当日）",
        _ => $"{stage.Event}后",
    };

    private static string Part(Instalment stage) => stage.Amount is { } amount
        ? PaperWords.Amount(amount)
        : $"总价的 {Percent(stage.ShareBp ?? 0)}";
}
