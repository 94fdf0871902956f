using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Catalogue.Listings.Deals;

/// <summary>An officer records what seller and interested party have agreed.</summary>
/// <param name="Intent">Number of the intent it was concluded with.</param>
/// <param name="ConcludedOn">The contract's date; of an open licence the day of notice and payment.</param>
/// <param name="Source">The paper it is recorded from, one line of at most 200 characters.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.record-deal/1")]
public sealed record RecordListingDeal(
    [property: Id(0)] int Intent,
    [property: Id(1)] DateOnly ConcludedOn,
    [property: Id(2)] string Source,
    [property: Id(3), LookedUp] DutyHolder Holder,
    [property: Id(4), LookedUp] PartyStanding? Buyer = null,
    [property: Id(5), LookedUp] ListingLookup? Lookup = null,
    [property: Id(6), LookedUp] PeriodBasis? Basis = null) : ICommand
{
    /// <summary>The price in the mode's own form; null of an open licence, whose declared fee stands.</summary>
    [Id(7)]
    public DealTerms? Agreed { get; init; }

    /// <summary>合同编号, one line of at most 100 characters; null of an open licence only, which needs none.</summary>
    [Id(8)]
    public string? Reference { get; init; }

    /// <summary>Why this one: due where others were interested too and only one can have it; else null.</summary>
    [Id(9)]
    public string? Choice { get; init; }
}
