using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Catalogue.Listings.Period;

/// <summary>An event that says when a listing's period ends. One kind, so that the newest replaces the last.</summary>
public interface IMovesPeriod : ISetsDeadline
{
    public const string Kind = "listing-period";

    string ISetsDeadline.DeadlineKind => Kind;
}

/// <summary>The seller chose a period, or an auction at once.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.period-chosen/1")]
public sealed record ListingPeriodChosen([property: Id(0)] PeriodTerms Terms) : IEvent;

/// <summary>
/// 挂牌公告: the listing is out for a period; with a notice above 1 its content changed, and earlier intents are asked
/// again. Says all its paper says.
/// </summary>
/// <param name="Notice">1, 2, …: the number of this notice of the listing.</param>
/// <param name="Offer">What is offered from now on.</param>
/// <param name="EndsAt">The end.</param>
/// <param name="ArticleZh">What law the least period rests on; empty where only the house's rule does.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.period-began/1")]
public sealed record ListingPeriodBegan(
    [property: Id(0)] int Notice,
    [property: Id(1)] string Patent,
    [property: Id(2)] string Seller,
    [property: Id(3)] ListingOffer Offer,
    [property: Id(4)] PeriodTerms Terms,
    [property: Id(5)] DateTimeOffset EndsAt,
    [property: Id(6)] string ArticleZh) : IMovesPeriod
{
    /// <summary>Days, working or not, it lasts at least; 0 = only working days decide.</summary>
    [Id(7)]
    public int CalendarDays { get; init; }

    /// <summary>Streams of the further patents.</summary>
    [Id(8)]
    public ImmutableArray<string> Further { get; init; } = [];

    [JsonIgnore]
    public DateTimeOffset? Due => EndsAt;
}

/// <summary>The listing was suspended: the clock stands.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.period-stopped/1")]
public sealed record ListingPeriodStopped([property: Id(0)] int WorkingDaysLeft) : IMovesPeriod
{
    [JsonIgnore]
    public DateTimeOffset? Due => null;
}

/// <summary>The listing was resumed: the working days that were left are given back.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.period-went-on/1")]
public sealed record ListingPeriodWentOn([property: Id(0)] DateTimeOffset EndsAt) : IMovesPeriod
{
    [JsonIgnore]
    public DateTimeOffset? Due => EndsAt;
}

/// <summary>What a period ended with, where no deal came of it.</summary>
public enum PeriodEnding
{
    NoIntents,

    /// <summary>Two or more had come; their auction ended without sale.</summary>
    AuctionWithoutSale,

    /// <summary>One had come; no contract was concluded with it.</summary>
    ContractFailed,
}

/// <summary>延长: no deal had come of it; nothing else changes.</summary>
/// <param name="Count">1, 2, … under the same notice.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.period-extended/1")]
public sealed record ListingPeriodExtended(
    [property: Id(0)] int WorkingDays,
    [property: Id(1)] DateTimeOffset EndsAt,
    [property: Id(2)] int Count,
    [property: Id(3)] string Patent,
    [property: Id(4)] string Seller) : IMovesPeriod
{
    /// <summary>Why it is extended.</summary>
    [Id(5)]
    public PeriodEnding After { get; init; }

    /// <summary>Streams of the further patents.</summary>
    [Id(6)]
    public ImmutableArray<string> Further { get; init; } = [];

    /// <summary>What is offered, where the deal is agreed upon; null of a sale for one total.</summary>
    [Id(7)]
    public ListingMode? Mode { get; init; }

    [JsonIgnore]
    public DateTimeOffset? Due => EndsAt;
}

/// <summary>
/// The period is over: none → the seller chooses, one → contract, two or more → auction; where the deal is agreed upon,
/// talks with those who filed.
/// </summary>
/// <param name="EndedAt">The instant it ended by rule, whenever it was noticed.</param>
/// <param name="Intents">How many stood.</param>
/// <param name="ContractBy">The term for the contract; null unless exactly one stood.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.period-ended/1")]
public sealed record ListingPeriodEnded(
    [property: Id(0)] DateTimeOffset EndedAt,
    [property: Id(1)] int Intents,
    [property: Id(2)] DateTimeOffset? ContractBy) : IMovesPeriod
{
    /// <summary>Where it leads where the deal is agreed upon; null where the number of intents says it.</summary>
    [Id(3)]
    public PeriodPhase? LeadsTo { get; init; }

    [JsonIgnore]
    public PeriodPhase Next => LeadsTo ?? ListingPeriod.PhaseAfter(Intents);

    [JsonIgnore]
    public DateTimeOffset? Due => null;
}

/// <summary>The listing was withdrawn before its period ended.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.period-closed/1")]
public sealed record ListingPeriodClosed([property: Id(0)] int Notice) : IMovesPeriod
{
    [JsonIgnore]
    public DateTimeOffset? Due => null;
}

/// <summary>The seller or a handler asks to change what is published; a reviewer decides.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.change-requested/1")]
public sealed record ListingChangeRequested(
    [property: Id(0)] ListingOffer Offer,
    [property: Id(1)] int WorkingDays,
    [property: Id(2)] string Reason,
    [property: Id(3)] bool ByCentre,
    [property: Id(4), Secret] string? User) : IEvent
{
    public ListingChange ChangeAt(DateTimeOffset at) => new(Offer, WorkingDays, Reason, ByCentre, User, at);
}

/// <summary>A reviewer agreed: the offer is another; the notice that begins a new period follows.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.amended/1")]
public sealed record ListingAmended(
    [property: Id(0)] ListingOffer Offer,
    [property: Id(1)] string Reason,
    [property: Id(2), Secret] DutyStep? Step) : IEvent;

/// <summary>A reviewer did not agree: everything stands as it was.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.change-refused/1")]
public sealed record ListingChangeRefused(
    [property: Id(0)] string Reason,
    [property: Id(1), Secret] DutyStep? Step) : IEvent;

/// <summary>成交 by contract with the only interested party, or with the one agreed with: final.</summary>
/// <param name="Intent">Number of the intent that led to it.</param>
/// <param name="Price">The total; zero where <see cref="Agreed"/> says what was agreed.</param>
/// <param name="ConcludedOn">The contract's date.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.contracted/1")]
public sealed record ListingContracted(
    [property: Id(0)] string Patent,
    [property: Id(1)] Guid Reservation,
    [property: Id(2)] int Intent,
    [property: Id(3), Secret] string? Buyer,
    [property: Id(4)] Money Price,
    [property: Id(5)] DateOnly ConcludedOn,
    [property: Id(6), Secret] DutyStep? Step) : IEvent
{
    /// <summary>合同编号: for the two parties and the centre; null where none was recorded.</summary>
    [Id(7), Secret]
    public string? Reference { get; init; }

    /// <summary>Streams of the further patents, which are freed too.</summary>
    [Id(8)]
    public ImmutableArray<string> Further { get; init; } = [];

    /// <summary>What the parties agreed, where the deal was theirs to agree upon.</summary>
    [Id(9), Secret]
    public DealTerms? Agreed { get; init; }

    /// <summary>The paper it was recorded from; null of the only interested party's contract.</summary>
    [Id(10), Secret]
    public string? Source { get; init; }

    /// <summary>Why this one was chosen among several; null where it was the only one.</summary>
    [Id(11), Secret]
    public string? Choice { get; init; }
}

/// <summary>No contract came of it: the listing is back with its seller's choice, or talks go on with others.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.contract-failed/1")]
public sealed record ListingContractFailed(
    [property: Id(0)] int Intent,
    [property: Id(1)] string Reason,
    [property: Id(2), Secret] DutyStep? Step) : IEvent
{
    /// <summary>The phase it leaves; null = the seller's choice.</summary>
    [Id(3)]
    public PeriodPhase? LeadsTo { get; init; }

    [JsonIgnore]
    public PeriodPhase Next => LeadsTo ?? PeriodPhase.SellersChoice;
}
