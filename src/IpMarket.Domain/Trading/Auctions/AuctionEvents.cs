using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Auctions;

/// <summary>The seller proposed an auction of his published listing; a newer proposal replaces an older one.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.proposed/1")]
public sealed record AuctionProposed(
    [property: Id(0)] AuctionLot Lot,
    [property: Id(1)] AuctionTerms Terms) : IEvent;

/// <summary>A handler of the centre drafted it: terms within a profile; the first step of its route.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.drafted/1")]
public sealed record AuctionDrafted(
    [property: Id(0)] ProfileRef Profile,
    [property: Id(1)] AuctionTerms Terms,
    [property: Id(2)] ApprovalRoute Route,
    [property: Id(3), Secret] DutyStep? Step) : IEvent
{
    /// <summary>Who may not bid under the profile; drafts from before profiles said so are of the house's.</summary>
    [Id(4)]
    public ImmutableArray<BarredBidder> Barred { get; init; } = Auction.BarredByHouse;
}

/// <summary>A step between draft and publication was taken, where the route has three.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.reviewed/1")]
public sealed record AuctionReviewed([property: Id(0), Secret] DutyStep? Step) : IEvent;

/// <summary>公告: a reviewer published it. Enrolment is open; bidding opens at the terms' opening instant.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.announced/1")]
public sealed record AuctionAnnounced(
    [property: Id(0)] AuctionLot Lot,
    [property: Id(1)] ProfileRef Profile,
    [property: Id(2)] AuctionTerms Terms) : IMovesTurn
{
    [JsonIgnore]
    public DateTimeOffset? Due => Terms.OpensAt;
}

/// <summary>Bidding began. <paramref name="OpenedAt"/> is the terms' instant, whenever it was noticed.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.opened/1")]
public sealed record AuctionOpened(
    [property: Id(0)] DateTimeOffset OpenedAt,
    [property: Id(1)] DateTimeOffset ClosesAt) : IMovesTurn
{
    [JsonIgnore]
    public DateTimeOffset? Due => ClosesAt;
}

/// <summary>A bid was accepted; the bidder's party stands in the enrolment of its code.</summary>
/// <param name="NextMinimum">The least amount of the next bid, after the answer.</param>
/// <param name="ClosesAt">The end after this bid.</param>
[GenerateSerializer, Immutable, Alias("trading.auction.bid-placed/1")]
public sealed record BidPlaced(
    [property: Id(0)] int Bidder,
    [property: Id(1)] Money Amount,
    [property: Id(2)] Money NextMinimum,
    [property: Id(3)] DateTimeOffset ClosesAt) : IMovesPrice
{
    /// <summary>The automatic bid that answered it at once; null when it led.</summary>
    [Id(4)]
    public BidAnswer? Answer { get; init; }

    BidKind IMovesPrice.Kind => BidKind.Open;
}

/// <summary>延时: the bid before it in the same command moved the end. <paramref name="Count"/> is 1, 2, ….</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.extended/1")]
public sealed record AuctionExtended(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] DateTimeOffset To,
    [property: Id(2)] int Count) : IMovesTurn
{
    [JsonIgnore]
    public DateTimeOffset? Due => To;
}

/// <summary>中止. <paramref name="LeftMicroseconds"/> is the time given back at the resumption.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.suspended/1")]
public sealed record AuctionSuspended(
    [property: Id(0)] SuspensionCause Cause,
    [property: Id(1)] string Reason,
    [property: Id(2)] long LeftMicroseconds,
    [property: Id(3)] Silence? Outage) : IMovesTurn
{
    [JsonIgnore]
    public DateTimeOffset? Due => null;
}

/// <summary>恢复.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.resumed/1")]
public sealed record AuctionResumed(
    [property: Id(0)] string Reason,
    [property: Id(1)] DateTimeOffset ClosesAt) : IMovesTurn
{
    [JsonIgnore]
    public DateTimeOffset? Due => ClosesAt;
}

/// <summary>The end. <paramref name="ClosedAt"/> is the instant it closed by rule, whenever it was noticed.</summary>
/// <param name="NoSale">Why not sold; null when sold.</param>
/// <param name="Price">The winning amount; null when not sold.</param>
/// <param name="Winner">The winner's bidder code; null when not sold.</param>
/// <param name="WinnerEnrolment">The number of the winner's enrolment.</param>
/// <param name="WinnerParty">The winner's party.</param>
[GenerateSerializer, Immutable, Alias("trading.auction.closed/1")]
public sealed record AuctionClosed(
    [property: Id(0)] DateTimeOffset ClosedAt,
    [property: Id(1)] AuctionOutcome Outcome,
    [property: Id(2)] NoSaleCode? NoSale,
    [property: Id(3)] Money? Price,
    [property: Id(4)] int? Winner,
    [property: Id(5)] int? WinnerEnrolment,
    [property: Id(6), Secret] string? WinnerParty,
    [property: Id(7)] long Bids,
    [property: Id(8)] int Extensions,
    [property: Id(9)] AuctionLot Lot,
    [property: Id(10)] DateTimeOffset OpenedAt) : IMovesTurn
{
    /// <summary>Rank of the winner's pre-emption right, 1 before 2; 0 = none, or not sold.</summary>
    [Id(11)]
    public int WinnerRank { get; init; }

    [JsonIgnore]
    public DateTimeOffset? Due => null;
}

/// <summary>撤销 before the first bid.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.cancelled/1")]
public sealed record AuctionCancelled(
    [property: Id(0)] string Reason,
    [property: Id(1)] AuctionStatus Before,
    [property: Id(2)] string Listing) : IMovesTurn
{
    [JsonIgnore]
    public DateTimeOffset? Due => null;
}

/// <summary>
/// An event that says when the auction's next turn (opening or close) is due. One kind for all, so that the newest
/// replaces the one before.
/// </summary>
public interface IMovesTurn : ISetsDeadline
{
    string ISetsDeadline.DeadlineKind => "auction-turn";
}
