using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Period;

/// <summary>What the seller chose for his listing's period.</summary>
/// <param name="WorkingDays">0 = auction at once, without a period.</param>
/// <param name="Profile">Code of the rule profile two or more interested parties will bid under.</param>
/// <param name="ProfileName">Its 中文 name as the notice prints it.</param>
[GenerateSerializer, Immutable, Alias("catalogue.period-terms/1")]
public sealed record PeriodTerms(
    [property: Id(0)] int WorkingDays,
    [property: Id(1)] string Profile,
    [property: Id(2)] string ProfileName)
{
    /// <summary>保证金 an intent counts only with; null = none.</summary>
    [Id(3)]
    public Money? Deposit { get; init; }
}

/// <summary>A change of what is published, waiting for a reviewer's word.</summary>
/// <param name="WorkingDays">Of the period that begins anew.</param>
/// <param name="ByCentre">False: the seller asks for it.</param>
/// <param name="User">Who asked; another person decides.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing-change/1")]
public sealed record ListingChange(
    [property: Id(0)] ListingOffer Offer,
    [property: Id(1)] int WorkingDays,
    [property: Id(2)] string Reason,
    [property: Id(3)] bool ByCentre,
    [property: Id(4)] string? User,
    [property: Id(5)] DateTimeOffset At);
