using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Catalogue.Listings.Period;

/// <summary>A listing's period with what the caller may do in it.</summary>
/// <param name="Chosen">What the seller chose; null until he did.</param>
/// <param name="Bounds">What binds this seller, mode and price today.</param>
/// <param name="Notice">Notices so far; 0 = none.</param>
/// <param name="EndsAt">The end as it stands; while the period stands still, as it stood.</param>
/// <param name="WorkingDaysLeft">While it runs or stands still.</param>
/// <param name="ExtensionWorkingDays">One step of an extension.</param>
/// <param name="ContractWorkingDays">The term for a contract with the only interested party.</param>
/// <param name="Intents">
/// How many count, their deposits in: the seller's and the centre's, everybody's after the end.
/// </param>
/// <param name="Change">What waits for a reviewer's word; the seller's and the centre's.</param>
/// <param name="MyIntent">That of the party the caller acts for.</param>
public sealed record PeriodView(
    string Id,
    long Version,
    IReadOnlyList<string> Abilities,
    PeriodPhase Phase,
    PeriodTerms? Chosen,
    PeriodBoundsView Bounds,
    int Notice,
    DateTimeOffset? BeganAt,
    DateTimeOffset? EndsAt,
    int? WorkingDaysLeft,
    int Extensions,
    int ExtensionWorkingDays,
    int ContractWorkingDays,
    int? Intents,
    DateTimeOffset? ContractBy,
    ContractView? Contract,
    ChangeView? Change,
    MyIntentView? MyIntent) : IHasVersion
{
    /// <summary>The two sides agree upon the deal; false = a sale for one total, which two or more bid for.</summary>
    public bool IsAgreed { get; init; }

    /// <summary>It is concluded with as many as come: an ordinary or open licence.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whoever is interested may name a total.</summary>
    public bool TakesOffers { get; init; }

    /// <summary>Intents are taken without an end, as long as the listing is out.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What a deposit of its intents may be; null where none is taken.</summary>
    public DepositBoundsView? DepositBounds { get; init; }

    /// <summary>Licences concluded while it stays out.</summary>
    public int DealCount { get; init; }

    /// <summary>Those licences: all of them for the seller and the centre, his own for a licensee.</summary>
    public IReadOnlyList<DealView> Deals { get; init; } = [];
}

/// <summary>Bounds of a period with their source, in the caller's language.</summary>
/// <param name="Min">0 = an auction at once is allowed.</param>
/// <param name="CalendarDays">Days, working or not, it lasts at least; 0 = no such bound.</param>
/// <param name="Article">The law the least period rests on; null where only the house's rule binds.</param>
/// <param name="Source">What it says, and what of it is unsure.</param>
public sealed record PeriodBoundsView(
    int Min, int Max, int Usual, int CalendarDays, string? Article, string? Source);

/// <summary>Bounds of a deposit with their source, in the caller's language.</summary>
/// <param name="Max">May be below <paramref name="Min"/>: the price is too small for any deposit.</param>
public sealed record DepositBoundsView(Money Min, Money Max, string Source);

/// <summary>The deposit of an intent.</summary>
/// <param name="IsPaid">All of it is in: the intent counts, unless it is over.</param>
/// <param name="IsReleased">The intent is over: what came goes back.</param>
public sealed record IntentDepositView(Money Due, bool IsPaid, bool IsReleased);

/// <param name="ConcludedOn">The contract's date.</param>
/// <param name="Reference">合同编号, for the two parties and the centre; null for others and where there is none.</param>
/// <param name="Price">The total of a sale for one; null where the deal was agreed upon.</param>
public sealed record ContractView(Money? Price, DateOnly ConcludedOn, string? Reference)
{
    /// <summary>What was agreed upon, for the two parties and the centre; else null.</summary>
    public DealTerms? Agreed { get; init; }

    /// <summary>The paper it was recorded from, for the seller and the centre.</summary>
    public string? Source { get; init; }

    /// <summary>Why this one was chosen among several, for the seller and the centre.</summary>
    public string? Choice { get; init; }
}

/// <summary>A licence that was concluded while its listing stays out.</summary>
/// <param name="Licensee">Its name, empty where the party was erased.</param>
/// <param name="Source">The paper it was recorded from; the seller's and the centre's.</param>
public sealed record DealView(
    int Number, string Licensee, DealTerms? Agreed, DateOnly ConcludedOn, string? Reference, string? Source);

/// <param name="ByCentre">False: the seller asks for it.</param>
public sealed record ChangeView(
    ListingOffer Offer, int WorkingDays, string Reason, bool ByCentre, DateTimeOffset RequestedAt);

/// <param name="Stands">Not withdrawn, and filed or confirmed under the newest notice.</param>
public sealed record MyIntentView(
    int Number, Money? Price, DateTimeOffset FiledAt, int Notice, bool Stands, bool IsWithdrawn, bool HasFailed)
{
    /// <summary>What it wants in words; null where it said nothing.</summary>
    public string? Proposal { get; init; }

    /// <summary>A deal came of it.</summary>
    public bool IsConcluded { get; init; }

    /// <summary>Null where none was demanded.</summary>
    public IntentDepositView? Deposit { get; init; }

    /// <summary>监管专户 the deposit is paid into; null where none was demanded.</summary>
    public string? CustodyAccount { get; init; }
}

/// <summary>The intents of a listing as its seller and the centre see them.</summary>
/// <param name="Count">How many count, their deposits in.</param>
/// <param name="AreShown">False: until the period has ended only the number is told.</param>
public sealed record IntentsView(string Id, long Version, int Count, bool AreShown, IReadOnlyList<IntentLine> Items)
    : IHasVersion;

/// <summary>One intent.</summary>
/// <param name="PartyName">Empty where the party was erased.</param>
/// <param name="Price">
/// Null where it named none, and in a sale for one total until a contract is due or the listing is sold.
/// </param>
public sealed record IntentLine(
    int Number, string PartyName, Money? Price, DateTimeOffset FiledAt, bool Stands, bool IsWithdrawn)
{
    /// <summary>What it wants in words; shown with its price.</summary>
    public string? Proposal { get; init; }

    /// <summary>A deal came of it.</summary>
    public bool IsConcluded { get; init; }

    /// <summary>No deal came of it.</summary>
    public bool HasFailed { get; init; }

    /// <summary>Null where none was demanded.</summary>
    public IntentDepositView? Deposit { get; init; }
}

/// <summary>One of the caller's party's own intents.</summary>
/// <param name="Title">Of its first patent.</param>
/// <param name="Patents">How many are offered together.</param>
/// <param name="EndsAt">Null where intents are taken without an end.</param>
/// <param name="Price">Null where it named none.</param>
public sealed record OwnIntent(
    string Listing,
    string PatentNumber,
    string Title,
    int Patents,
    bool IsDemo,
    ListingState Status,
    PeriodPhase Phase,
    DateTimeOffset? EndsAt,
    Money? Price,
    DateTimeOffset FiledAt,
    bool Stands,
    bool IsWithdrawn,
    bool HasFailed,
    bool IsConcluded)
{
    /// <summary>Null where none was demanded.</summary>
    public IntentDepositView? Deposit { get; init; }
}

/// <summary>A period in the desk's list.</summary>
/// <param name="EndsAt">Null where intents are taken without an end.</param>
/// <param name="IntentsAtEnd">Null while it has not ended.</param>
/// <param name="HasChange">A change waits for a reviewer's word.</param>
/// <param name="Title">Of its first patent.</param>
/// <param name="Patents">How many are offered together.</param>
public sealed record PeriodSummary(
    string Listing,
    string PatentNumber,
    string Title,
    int Patents,
    bool IsDemo,
    string SellerName,
    ListingState Status,
    PeriodPhase Phase,
    DateTimeOffset? EndsAt,
    DateTimeOffset? ContractBy,
    int? IntentsAtEnd,
    bool HasChange)
{
    /// <summary>How many intents stand now.</summary>
    public int Interested { get; init; }

    /// <summary>What waits for the caller to do.</summary>
    public required IReadOnlyList<string> Abilities { get; init; }
}

/// <param name="Due">True: only those in which somebody must act.</param>
public sealed record PeriodFilter([property: FromQuery(Name = "due")] bool? Due);

/// <param name="WorkingDays">0 = auction at once; where the deal is agreed upon, intents at any time.</param>
/// <param name="Profile">Code of the rule profile to announce; may be empty where the deal is agreed upon.</param>
public sealed record PeriodForm(int WorkingDays, string Profile)
{
    /// <summary>保证金 an intent counts only with; absent = none.</summary>
    public Money? Deposit { get; init; }
}

/// <param name="WorkingDays">Of the period that begins anew.</param>
public sealed record ChangeForm(ListingOffer Offer, int WorkingDays, string Reason);

public sealed record ChangeDecisionForm(bool Accepts, string Reason);

/// <param name="ConcludedOn">The contract's date.</param>
public sealed record ContractForm(Money Price, DateOnly ConcludedOn)
{
    /// <summary>合同编号, at most 100 characters of one line; absent where the contract has none.</summary>
    public string? Reference { get; init; }
}

/// <param name="Notice">The notice he read.</param>
/// <param name="Price">What he offers, at least the asking price; null where he names no total.</param>
/// <param name="AcceptsTerms">He accepts what the notice announces.</param>
public sealed record IntentForm(int Notice, Money? Price, bool AcceptsTerms)
{
    /// <summary>意向说明 where the deal is agreed upon, at most 1,000 characters; absent = none.</summary>
    public string? Proposal { get; init; }
}

/// <param name="Intent">Number of the intent it was concluded with.</param>
/// <param name="ConcludedOn">The contract's date; of an open licence the day of notice and payment.</param>
/// <param name="Source">The paper it is recorded from, one line.</param>
public sealed record DealRecordForm(int Intent, DateOnly ConcludedOn, string Source)
{
    /// <summary>The price in the mode's own form; absent of an open licence, whose declared fee stands.</summary>
    public DealTerms? Agreed { get; init; }

    /// <summary>合同编号, at most 100 characters of one line; absent of an open licence only.</summary>
    public string? Reference { get; init; }

    /// <summary>Why this one, where others were interested and only one can have it.</summary>
    public string? Choice { get; init; }
}

public sealed record ContractFailForm(string Reason)
{
    /// <summary>With whom, where the deal is agreed upon; absent = the only interested party.</summary>
    public int? Intent { get; init; }
}
