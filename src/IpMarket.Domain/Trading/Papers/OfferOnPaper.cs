using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Kernel.Papers;

namespace IpMarket.Domain.Trading.Papers;

/// <summary>An offer as a notice prints it: all that whoever files an intent accepts.</summary>
internal static class OfferOnPaper
{
    /// <summary>What is offered.</summary>
    public static ImmutableArray<PaperFact> Subject(ListingOffer offer)
    {
        var subject = offer.Subject ?? new ListingSubject();
        return
        [
            new("交易方式", Mode(offer.Mode, subject.Kind)),
            .. Said("技术秘密的范围", subject.Kind == SubjectKind.KnowHow ? subject.KnowHow : ""),
            .. Said("技术秘密（名称和范围）", subject.Kind == SubjectKind.KnowHow ? "" : subject.KnowHow),
            .. Said("设备或者服务", subject.Bundle),
        ];
    }

    /// <summary>Price, payment, the terms of the mode, and who does and pays what.</summary>
    public static ImmutableArray<PaperFact> Conditions(ListingOffer offer) =>
    [
        .. PriceOnPaper.Of(offer),
        .. offer.ModeTerms is { } terms ? TermsOnPaper.Of(terms, offer.Subject?.Kind == SubjectKind.KnowHow) : [],
        new("标的说明", offer.Description),
        .. Said("其他条件", offer.Terms),
    ];

    public static ImmutableArray<PaperFact> Said(string name, string text) => text.Length > 0 ? [new(name, text)] : [];

    private static string Mode(ListingMode mode, SubjectKind kind)
    {
        var what = kind switch
        {
            SubjectKind.PatentApplication => "专利申请权",
            SubjectKind.PatentWithKnowHow => "专利权及技术秘密",
            SubjectKind.BundleWithEquipmentOrService => "专利权连同设备或者服务",
            SubjectKind.PatentPortfolio => "专利组合",
            SubjectKind.KnowHow => "技术秘密",
            _ => "专利权",
        };
        // 民法典863: 专利实施许可, 技术秘密使用许可.
        var use = kind == SubjectKind.KnowHow ? "使用" : "实施";
        return mode switch
        {
            ListingMode.Sale when kind == SubjectKind.PatentPortfolio => "专利组合转让（专利权、专利申请权）",
            ListingMode.Sale => $"{what}转让",
            ListingMode.ExclusiveLicence => $"{what}独占{use}许可",
            ListingMode.SoleLicence => $"{what}排他{use}许可",
            ListingMode.OrdinaryLicence => $"{what}普通{use}许可",
            ListingMode.OpenLicence => "专利开放许可",
            ListingMode.EquityContribution => $"{what}作价入股",
            _ => "专利权质权实现（协议转让）",
        };
    }
}
