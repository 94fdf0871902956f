using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;

namespace IpMarket.Domain.Catalogue.Listings.Intents;

/// <summary>意向受让登记: a party wants to buy on the announced terms.</summary>
/// <param name="Number">1, 2, … in the order of filing.</param>
/// <param name="Party">The party's stream.</param>
/// <param name="User">Who filed for it.</param>
/// <param name="Price">What it offers, at least the asking price; zero where it named no total.</param>
/// <param name="FiledAt">When it was filed, or confirmed last.</param>
/// <param name="Notice">The notice whose terms it accepted; it stands only under the newest.</param>
/// <param name="Filings">How often the party has filed for this listing.</param>
[GenerateSerializer, Immutable, Alias("catalogue.purchase-intent/1")]
public sealed record PurchaseIntent(
    [property: Id(0)] int Number,
    [property: Id(1)] string Party,
    [property: Id(2)] string User,
    [property: Id(3)] Money Price,
    [property: Id(4)] DateTimeOffset FiledAt,
    [property: Id(5)] int Notice,
    [property: Id(6)] int Filings)
{
    [Id(7)]
    public bool IsWithdrawn { get; init; }

    /// <summary>No contract came of it.</summary>
    [Id(8)]
    public bool HasFailed { get; init; }

    /// <summary>意向说明: what it wants in words; null where it said nothing.</summary>
    [Id(9)]
    public string? Proposal { get; init; }

    /// <summary>A deal came of it; the party may file anew where the listing stays on offer.</summary>
    [Id(10)]
    public bool IsConcluded { get; init; }

    /// <summary>The deposit it was filed with; null where none was demanded.</summary>
    [Id(11)]
    public Money? DepositDue { get; init; }

    /// <summary>When its deposit was noted as received in full; null before.</summary>
    [Id(12)]
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>What came for its deposit goes back; it is over.</summary>
    [Id(13)]
    public bool IsDepositReleased { get; init; }

    /// <summary>Neither withdrawn nor come to an end.</summary>
    [JsonIgnore]
    public bool IsLive => !IsWithdrawn && !HasFailed && !IsConcluded && !IsDepositReleased;

    /// <summary>Its deposit is not in, so it does not count (P8).</summary>
    [JsonIgnore]
    public bool AwaitsDeposit => IsLive && DepositDue is not null && PaidAt is null;

    /// <summary>Something of it may lie in the listing's escrow case, or come there.</summary>
    [JsonIgnore]
    public bool HasDepositAtStake => DepositDue is not null && !IsDepositReleased && !IsConcluded;

    public static PurchaseIntent Of(IntentFiled filed, DateTimeOffset at, PurchaseIntent? before) => new(
        filed.Intent,
        filed.Party!,
        filed.User!,
        filed.Price ?? Money.Zero,
        at,
        filed.Notice,
        (before?.Filings ?? 0) + 1)
    {
        Proposal = filed.Proposal, DepositDue = filed.DepositDue,
    };
}

/// <summary>A party filed; who and for how much is secret.</summary>
/// <param name="Notice">The notice whose terms it accepted.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.intent-filed/1")]
public sealed record IntentFiled(
    [property: Id(0)] int Intent,
    [property: Id(1)] int Notice,
    [property: Id(2), Secret] string? Party,
    [property: Id(3), Secret] string? User,
    [property: Id(4), Secret] Money? Price) : IEvent
{
    /// <summary>意向说明; null where it said nothing.</summary>
    [Id(5), Secret]
    public string? Proposal { get; init; }

    /// <summary>保证金 it counts only with; null where the period demands none.</summary>
    [Id(6)]
    public Money? DepositDue { get; init; }
}

/// <summary>A party that had filed under an earlier notice accepted the new terms.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.intent-confirmed/1")]
public sealed record IntentConfirmed(
    [property: Id(0)] int Intent,
    [property: Id(1)] int Notice,
    [property: Id(2), Secret] Money? Price) : IEvent
{
    /// <summary>Who confirmed; null in the oldest ones: who had filed.</summary>
    [Id(3), Secret]
    public string? User { get; init; }

    /// <summary>意向说明 as it is now; null where it says nothing.</summary>
    [Id(4), Secret]
    public string? Proposal { get; init; }
}

/// <summary>The party stepped back before the period ended.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.intent-withdrawn/1")]
public sealed record IntentWithdrawn([property: Id(0)] int Intent) : IEvent;

/// <summary>What the house looked up of a party that files.</summary>
/// <param name="IsCentrePerson">The acting user holds a role of the centre.</param>
/// <param name="IsSellersPerson">The acting user acts for the seller too.</param>
[GenerateSerializer, Immutable, Alias("catalogue.intent-facts/1")]
public sealed record IntentFacts(
    [property: Id(0)] PartyStanding? Party,
    [property: Id(1)] PartyStanding? Seller,
    [property: Id(2)] bool IsCentrePerson,
    [property: Id(3)] bool IsSellersPerson);

/// <summary>
/// The acting party files; one that filed under an earlier notice confirms under the newest with the same command.
/// </summary>
/// <param name="Notice">The notice he read: terms that were replaced meanwhile bind nobody.</param>
/// <param name="Price">What he offers; zero where the deal is agreed upon and he names no total.</param>
/// <param name="AcceptsTerms">He accepts what the notice announces.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.file-intent/1")]
public sealed record FileIntent(
    [property: Id(0)] int Notice,
    [property: Id(1)] Money Price,
    [property: Id(2)] bool AcceptsTerms,
    [property: Id(3), LookedUp] IntentFacts? Facts = null) : ICommand
{
    /// <summary>意向说明 where the deal is agreed upon, clean text of at most 1,000 characters; null = none.</summary>
    [Id(4)]
    public string? Proposal { get; init; }

    /// <summary>The patents as a foreign party is measured by them.</summary>
    [Id(5), LookedUp]
    public ListingLookup? Lookup { get; init; }
}

/// <summary>The acting party steps back.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.withdraw-intent/1")]
public sealed record WithdrawIntent : ICommand;
