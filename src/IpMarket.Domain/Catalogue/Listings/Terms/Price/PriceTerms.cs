using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Terms.Price;

/// <summary>How the price comes about.</summary>
public enum PriceWay
{
    /// <summary>定价: the seller names it.</summary>
    Asking,

    /// <summary>面议: to be negotiated; what is written beside it is the seller's wish.</summary>
    Negotiated,

    /// <summary>竞价: bidding names it.</summary>
    Bidding,
}

/// <summary>How it is paid (民法典846).</summary>
public enum PriceForm
{
    /// <summary>一次总算、一次总付.</summary>
    LumpSum,

    /// <summary>一次总算、分期支付.</summary>
    Instalments,

    /// <summary>提成支付.</summary>
    Royalty,

    /// <summary>提成支付附加预付入门费.</summary>
    EntryFeeAndRoyalty,
}

/// <summary>Price and payment. The total of a price that is named is <see cref="ListingOffer.AskingPrice"/>.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.price/1")]
public sealed record PriceTerms
{
    /// <summary>Stages an instalment plan may have.</summary>
    public const int InstalmentsMax = 24;

    [Id(0)]
    public PriceWay Way { get; init; }

    [Id(1)]
    public PriceForm Form { get; init; }

    /// <summary>With <see cref="PriceWay.Bidding"/>: where the seller would begin; the auction decides.</summary>
    [Id(2)]
    public Money? StartPrice { get; init; }

    /// <summary>
    /// With <see cref="PriceForm.Instalments"/>, in order: 2 to <see cref="InstalmentsMax"/>.
    /// </summary>
    [Id(3)]
    public ImmutableArray<Instalment> Instalments { get; init; } = [];

    /// <summary>入门费: with <see cref="PriceForm.EntryFeeAndRoyalty"/>; null there only while negotiated.</summary>
    [Id(4)]
    public Money? EntryFee { get; init; }

    /// <summary>With the two forms that have one.</summary>
    [Id(5)]
    public Royalty? Royalty { get; init; }
}

/// <summary>When an instalment falls due.</summary>
public enum InstalmentDue
{
    /// <summary>合同生效.</summary>
    Contract,

    /// <summary>技术资料交付.</summary>
    HandOver,

    /// <summary>变更登记或者备案完成: the office has registered the transfer or filed the licence.</summary>
    Registration,

    /// <summary>验收合格.</summary>
    Acceptance,

    /// <summary>On <see cref="Instalment.DueOn"/>.</summary>
    Day,

    /// <summary>As <see cref="Instalment.Event"/> says.</summary>
    OtherEvent,
}

/// <summary>One stage of the price: a share of it or an amount, as all stages of the plan.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.instalment/1")]
public sealed record Instalment
{
    [Id(0)]
    public InstalmentDue Due { get; init; }

    /// <summary>With <see cref="InstalmentDue.Day"/>, itself included; dated stages follow each other.</summary>
    [Id(1)]
    public DateOnly? DueOn { get; init; }

    /// <summary>With <see cref="InstalmentDue.OtherEvent"/>.</summary>
    [Id(2)]
    public string Event { get; init; } = "";

    /// <summary>Of the total, in basis points; all together make 10,000.</summary>
    [Id(3)]
    public int? ShareBp { get; init; }

    /// <summary>All together make the asking price.</summary>
    [Id(4)]
    public Money? Amount { get; init; }
}

/// <summary>What a royalty is counted on (民法典846(2)).</summary>
public enum RoyaltyBase
{
    /// <summary>产品销售额.</summary>
    Sales,

    /// <summary>利润.</summary>
    Profit,

    /// <summary>新增的产值.</summary>
    AddedOutput,

    /// <summary>按产量: an amount for each unit made.</summary>
    UnitsMade,
}

/// <summary>提成. A rate, or for <see cref="RoyaltyBase.UnitsMade"/> an amount a unit.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.royalty/1")]
public sealed record Royalty
{
    /// <summary>Years the rate may be said for one by one.</summary>
    public const int RatesMax = 20;

    public const int UnitCharsMax = 20;

    [Id(0)]
    public RoyaltyBase Base { get; init; }

    /// <summary>
    /// In basis points, 1 to 10,000: one for all years, or by year from the first on, the last one holding on
    /// (固定、逐年递增、逐年递减).
    /// </summary>
    [Id(1)]
    public ImmutableArray<int> RatesBp { get; init; } = [];

    [Id(2)]
    public Money? PerUnit { get; init; }

    /// <summary>The unit's name, 吨.</summary>
    [Id(3)]
    public string Unit { get; init; } = "";

    /// <summary>最低年提成: due each year whatever was sold; null = none.</summary>
    [Id(4)]
    public Money? MinimumPerYear { get; init; }

    /// <summary>The licensor may look into the accounts (民法典846(3)).</summary>
    [Id(5)]
    public bool HasAudit { get; init; }
}
