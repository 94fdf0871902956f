using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Catalogue.Listings.Period;

/// <summary>The seller chooses the period while the listing is with him.</summary>
/// <param name="WorkingDays">0 = auction at once.</param>
/// <param name="Profile">Code of the rule profile to announce.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.choose-period/1")]
public sealed record ChooseListingPeriod(
    [property: Id(0)] int WorkingDays,
    [property: Id(1)] string Profile,
    [property: Id(2), LookedUp] string? ProfileName = null,
    [property: Id(3), LookedUp] ListingLookup? Lookup = null,
    [property: Id(4), LookedUp] PeriodBasis? Basis = null) : ICommand
{
    /// <summary>保证金 an intent counts only with; null = none.</summary>
    [Id(5)]
    public Money? Deposit { get; init; }
}

/// <summary>The period's end has come; the house sends it.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.end-period/1")]
public sealed record EndListingPeriod([property: Id(0), LookedUp] PeriodBasis? Basis = null) : ICommand
{
    /// <summary>Intents whose deposit the escrow case counted in full before the end, noted here or not.</summary>
    [Id(1), LookedUp]
    public ImmutableArray<int> Paid { get; init; } = [];
}

/// <summary>The seller extends by one step after nobody came.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.extend-period/1")]
public sealed record ExtendListingPeriod(
    [property: Id(0), LookedUp] ListingLookup? Lookup = null,
    [property: Id(1), LookedUp] PeriodBasis? Basis = null) : ICommand;

/// <summary>The seller or a handler asks to change the published offer and re-announce it.</summary>
/// <param name="WorkingDays">Of the new period.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.request-change/1")]
public sealed record RequestListingChange(
    [property: Id(0)] ListingOffer Offer,
    [property: Id(1)] int WorkingDays,
    [property: Id(2)] string Reason,
    [property: Id(3), LookedUp] DutyHolder Holder,
    [property: Id(4), LookedUp] ListingLookup? Lookup = null,
    [property: Id(5), LookedUp] PeriodBasis? Basis = null) : ICommand;

/// <summary>A reviewer or approver, another person than who asked, decides on the change.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.decide-change/1")]
public sealed record DecideListingChange(
    [property: Id(0)] bool Accepts,
    [property: Id(1)] string Reason,
    [property: Id(2), LookedUp] DutyHolder Holder,
    [property: Id(3), LookedUp] ListingLookup? Lookup = null,
    [property: Id(4), LookedUp] PeriodBasis? Basis = null) : ICommand;

/// <summary>An officer records the contract with the only interested party.</summary>
/// <param name="Buyer">The party's standing now.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.record-contract/1")]
public sealed record RecordListingContract(
    [property: Id(0)] Money Price,
    [property: Id(1)] DateOnly ConcludedOn,
    [property: Id(2), LookedUp] DutyHolder Holder,
    [property: Id(3), LookedUp] PartyStanding? Buyer = null,
    [property: Id(4), LookedUp] ListingLookup? Lookup = null) : ICommand
{
    /// <summary>合同编号 as the contract bears it; null = none, else at most 100 characters of one line.</summary>
    [Id(5)]
    public string? Reference { get; init; }
}

/// <summary>An officer records that no contract came of it.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.fail-contract/1")]
public sealed record FailListingContract(
    [property: Id(0)] string Reason,
    [property: Id(1), LookedUp] DutyHolder Holder) : ICommand
{
    /// <summary>With whom, where the deal is agreed upon; null = the only interested party.</summary>
    [Id(2)]
    public int? Intent { get; init; }
}
