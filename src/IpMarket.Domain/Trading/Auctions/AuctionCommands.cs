using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Auctions;

/// <summary>The seller proposes an auction of his published listing; again replaces the earlier proposal.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.propose/1")]
public sealed record ProposeAuction(
    [property: Id(0)] string Listing,
    [property: Id(1)] AuctionTerms Terms,
    [property: Id(2), LookedUp] ListingFacts? Facts = null) : ICommand;

/// <summary>A handler drafts: the seller's money terms, a profile, a timetable.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.draft/1")]
public sealed record DraftAuction(
    [property: Id(0)] string Profile,
    [property: Id(1)] AuctionTerms Terms,
    [property: Id(2), LookedUp] DraftFacts? Facts = null) : ICommand;

/// <summary>The next step of the route, by another person than those before; the last one publishes it.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.publish/1")]
public sealed record PublishAuction([property: Id(0), LookedUp] DraftFacts? Facts = null) : ICommand;

/// <summary>Stores the opening or the close whose time <paramref name="Due"/> has come; the house sends it.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.take-turn/1")]
public sealed record TakeTurn(
    [property: Id(0)] DateTimeOffset Due,
    [property: Id(1), LookedUp] Silence? Outage = null,
    [property: Id(2), LookedUp] Refusal? Halt = null) : ICommand;

/// <summary>中止 by an officer.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.suspend/1")]
public sealed record SuspendAuction(
    [property: Id(0)] string Reason,
    [property: Id(1), LookedUp] DutyHolder? Duty = null) : ICommand;

/// <summary>恢复 by an officer; the time left at the suspension is given back.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.resume/1")]
public sealed record ResumeAuction(
    [property: Id(0)] string Reason,
    [property: Id(1), LookedUp] DutyHolder? Duty = null,
    [property: Id(2), LookedUp] Refusal? Halt = null) : ICommand;

/// <summary>中止 because its listing was suspended: a fact of the patent closes what is offered.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.halt/1")]
public sealed record HaltAuction([property: Id(0)] string Reason) : ICommand;

/// <summary>撤销, before the first bid.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.cancel/1")]
public sealed record CancelAuction(
    [property: Id(0)] string Reason,
    [property: Id(1), LookedUp] DutyHolder? Duty = null) : ICommand;

/// <summary>The acting party asks to be a bidder.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.request-enrolment/1")]
public sealed record RequestEnrolment([property: Id(0), LookedUp] BidderFacts? Facts = null) : ICommand;

/// <summary>The acting party steps back before it is admitted.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.cancel-enrolment/1")]
public sealed record CancelEnrolment([property: Id(0)] int Enrolment) : ICommand;

/// <summary>The deposit is in: admit, or refuse a party that is no longer fit. A process sends it.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.admit-bidder/1")]
public sealed record AdmitBidder(
    [property: Id(0)] int Enrolment,
    [property: Id(1), LookedUp] BidderFacts? Facts = null) : ICommand;

/// <summary>The acting party bids.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.place-bid/1")]
public sealed record PlaceBid(
    [property: Id(0)] Money Amount,
    [property: Id(1), LookedUp] BidFacts Facts = default) : ICommand;

/// <summary>The acting party sets, raises or lowers its maximum; null ends its automatic bids.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.set-proxy/1")]
public sealed record SetProxy(
    [property: Id(0)] Money? Maximum,
    [property: Id(1), LookedUp] BidFacts Facts = default) : ICommand;

/// <summary>The acting party, a holder of a pre-emption right, takes the price it names.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.match-price/1")]
public sealed record MatchPrice(
    [property: Id(0)] Money Price,
    [property: Id(1), LookedUp] BidFacts Facts = default) : ICommand;

/// <summary>A handler records a pre-emption right of an enrolment; rank 0 strikes it.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.record-preemption/1")]
public sealed record RecordPreemption(
    [property: Id(0)] int Enrolment,
    [property: Id(1)] int Rank,
    [property: Id(2)] PreemptionSource Source,
    [property: Id(3)] string Reason,
    [property: Id(4)] string Evidence,
    [property: Id(5), LookedUp] DutyHolder? Duty = null) : ICommand;

/// <summary>What the house looked up of a listing and its seller.</summary>
/// <param name="Lot">Null when there is no such listing.</param>
/// <param name="IsOnOffer">Published, or in this very auction already.</param>
[GenerateSerializer, Immutable, Alias("trading.listing-facts/1")]
public sealed record ListingFacts(
    [property: Id(0)] AuctionLot? Lot,
    [property: Id(1)] bool IsOnOffer,
    [property: Id(2)] PartyStanding? Seller)
{
    /// <summary>Why nothing may go on with it now, as the catalogue's gate says; null when it may.</summary>
    [Id(3)]
    public Refusal? Halt { get; init; }

    /// <summary>What its listing period announced; null where it had none.</summary>
    [Id(4)]
    public AnnouncedTerms? Announced { get; init; }

    /// <summary>The last auction of it that ended without a sale, where one did; it leads to those of other profiles.
    /// </summary>
    [Id(5)]
    public AuctionBefore? Before { get; init; }
}

/// <summary>What a listing's notice announced for the case that two or more want it (P8).</summary>
/// <param name="Profile">Code of the rule profile.</param>
/// <param name="Price">The asking price; null = to be negotiated.</param>
[GenerateSerializer, Immutable, Alias("trading.announced-terms/1")]
public sealed record AnnouncedTerms(
    [property: Id(0)] string Profile, [property: Id(1)] string ProfileName, [property: Id(2)] Money? Price);

/// <summary>What the house looked up for a draft and its publication.</summary>
/// <param name="Profile">The version in force; null when this market does not offer it.</param>
/// <param name="Calendar">The market's working days.</param>
[GenerateSerializer, Immutable, Alias("trading.draft-facts/1")]
public sealed record DraftFacts(
    [property: Id(0)] RuleProfile? Profile,
    [property: Id(1)] WorkingCalendar Calendar,
    [property: Id(2)] ListingFacts Listing,
    [property: Id(3)] ApprovalRoute Route,
    [property: Id(4)] DutyHolder Duty)
{
    /// <summary>What the centre is recognised as, of the kind the profile asks for; null where it is not.</summary>
    [Id(5)]
    public HeldQualification? Host { get; init; }
}

/// <summary>What the house looked up of a party that wants to bid.</summary>
/// <param name="IsCentrePerson">The acting user holds a role of the centre.</param>
/// <param name="IsSellersPerson">The acting user acts for the seller too, whomever he acts for here.</param>
[GenerateSerializer, Immutable, Alias("trading.bidder-facts/1")]
public sealed record BidderFacts(
    [property: Id(0)] PartyStanding? Bidder,
    [property: Id(1)] PartyStanding? Seller,
    [property: Id(2)] bool IsCentrePerson,
    [property: Id(3)] bool IsSellersPerson = false)
{
    /// <summary>Why the party may not take the lot, as the catalogue's gate says; null when it may.</summary>
    [Id(4)]
    public Refusal? Deal { get; init; }
}

/// <summary>What the house looked up for one bid.</summary>
[GenerateSerializer, Immutable, Alias("trading.bid-facts/1")]
public readonly record struct BidFacts(
    [property: Id(0)] bool IsPartyVerified,
    [property: Id(1)] bool IsCentrePerson,
    [property: Id(2)] bool IsSellersPerson = false)
{
    /// <summary>A fact recorded since the admission closes the lot to this party.</summary>
    [Id(3)]
    public bool IsLotClosed { get; init; }
}
