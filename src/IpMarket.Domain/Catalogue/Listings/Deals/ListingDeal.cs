using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Catalogue.Listings.Deals;

/// <summary>A licence concluded while its listing stays on offer.</summary>
/// <param name="Number">1, 2, … of the listing.</param>
/// <param name="Intent">Number of the intent that led to it.</param>
/// <param name="Licensee">The party's stream.</param>
/// <param name="ConcludedOn">The contract's date; of an open licence the day of notice and payment.</param>
/// <param name="Reference">合同编号; null where there is none.</param>
/// <param name="Source">The paper it was recorded from.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing-deal/1")]
public sealed record ListingDeal(
    [property: Id(0)] int Number,
    [property: Id(1)] int Intent,
    [property: Id(2)] string? Licensee,
    [property: Id(3)] DealTerms? Agreed,
    [property: Id(4)] DateOnly ConcludedOn,
    [property: Id(5)] string? Reference,
    [property: Id(6)] string? Source);

/// <summary>
/// 征集意向: interested parties file from now on, without an end: the listing has no period, or its period is over and
/// it may be concluded with many.
/// </summary>
/// <param name="Notice">The number of what they accept, counted with the notices of periods.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.interest-opened/1")]
public sealed record ListingInterestOpened([property: Id(0)] int Notice) : IEvent;

/// <summary>许可成交: a licence was concluded; the listing stays on offer to others.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.licensed/1")]
public sealed record ListingLicensed(
    [property: Id(0)] int Number,
    [property: Id(1)] int Intent,
    [property: Id(2), Secret] string? Licensee,
    [property: Id(3), Secret] DealTerms? Agreed,
    [property: Id(4)] DateOnly ConcludedOn,
    [property: Id(5), Secret] string? Reference,
    [property: Id(6), Secret] string? Source,
    [property: Id(7), Secret] DutyStep? Step) : IEvent
{
    [JsonIgnore]
    public ListingDeal Deal => new(Number, Intent, Licensee, Agreed, ConcludedOn, Reference, Source);
}
