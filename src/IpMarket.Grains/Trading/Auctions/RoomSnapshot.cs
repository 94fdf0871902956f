using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Grains.Trading.Auctions;

/// <summary>
/// What anybody may see of an auction at one version; enough to draw the room anew. Bidders are codes.
/// </summary>
/// <param name="Now">Market time when it was taken.</param>
/// <param name="Bids">The last accepted bids after the version asked for, oldest first.</param>
[GenerateSerializer, Immutable, Alias("trading.room-snapshot/1")]
public sealed record RoomSnapshot(
    [property: Id(0)] string Auction,
    [property: Id(1)] DateTimeOffset Now,
    [property: Id(2)] RoomPosition Position,
    [property: Id(3)] AuctionLot? Lot,
    [property: Id(4)] ProfileRef? Profile,
    [property: Id(5)] AuctionTerms? Terms,
    [property: Id(6)] string? CancelReason,
    [property: Id(7)] ImmutableArray<RoomBid> Bids)
{
    public static RoomSnapshot Of(string stream, Auction auction, DateTimeOffset now, long sinceVersion) => new(
        stream,
        now,
        RoomPosition.Of(auction),
        auction.Lot,
        auction.Profile,
        auction.Terms,
        auction.CancelReason,
        [.. auction.LastBids.Where(bid => bid.Version > sinceVersion)]);
}

/// <summary>Where the auction stands: everything that moves.</summary>
[GenerateSerializer, Immutable, Alias("trading.room-position/1")]
public sealed record RoomPosition(
    [property: Id(0)] long Version,
    [property: Id(1)] AuctionStatus Status,
    [property: Id(2)] Money? Price,
    [property: Id(3)] int? Leader,
    [property: Id(4)] Money NextMinimum,
    [property: Id(5)] DateTimeOffset ClosesAt,
    [property: Id(6)] int Extensions,
    [property: Id(7)] long BidCount,
    [property: Id(8)] int BidderCount,
    [property: Id(9)] bool? IsReserveMet,
    [property: Id(10)] RoomSuspension? Suspension,
    [property: Id(11)] RoomResult? Result)
{
    /// <summary>Rank of the leader's pre-emption right, 1 before 2; 0 = none.</summary>
    [Id(12)]
    public int LeaderRank { get; init; }

    /// <summary>The price at which a descending clock stands while suspended; else null.</summary>
    [Id(50)]
    public Money? ClockStands { get; init; }
    /// <summary>While sealed bids are being opened: what is not opened by then is void.</summary>
    [Id(20)]
    public DateTimeOffset? OpeningUntil { get; init; }

    public static RoomPosition Of(Auction auction) => new(
        auction.Version,
        auction.Status,
        auction.Leader?.Amount,
        auction.Leader?.Bidder,
        auction.NextMinimum,
        auction.ClosesAt,
        auction.Extensions,
        auction.Bids,
        auction.Bidders,
        auction.IsReserveMet,
        auction.Suspension is { } suspension ? RoomSuspension.Of(suspension) : null,
        auction.Result is { } result ? RoomResult.Of(result) : null)
    {
        LeaderRank = auction.Leader is { } leader ? auction.RankOf(leader.Bidder) : 0,
        ClockStands = auction is { Status: AuctionStatus.Suspended, Terms.Protocol: BiddingProtocol.Dutch }
            ? auction.ClockPriceAt(auction.ClosesAt)
            : null,
        OpeningUntil = auction.Status == AuctionStatus.Opening ? auction.OpeningUntil : null,
    };
}

/// <summary>Why bidding is suspended, in public.</summary>
[GenerateSerializer, Immutable, Alias("trading.room-suspension/1")]
public sealed record RoomSuspension(
    [property: Id(0)] SuspensionCause Cause,
    [property: Id(1)] string Reason,
    [property: Id(2)] Silence? Outage)
{
    public static RoomSuspension Of(AuctionSuspended suspended) =>
        new(suspended.Cause, suspended.Reason, suspended.Outage);
}

/// <summary>How it ended, in public: the winner is a code.</summary>
[GenerateSerializer, Immutable, Alias("trading.room-result/1")]
public sealed record RoomResult(
    [property: Id(0)] DateTimeOffset ClosedAt,
    [property: Id(1)] AuctionOutcome Outcome,
    [property: Id(2)] NoSaleCode? NoSale,
    [property: Id(3)] Money? Price,
    [property: Id(4)] int? Winner,
    [property: Id(5)] long BidCount,
    [property: Id(6)] int Extensions)
{
    /// <summary>Rank of the winner's pre-emption right, 1 before 2; 0 = none.</summary>
    [Id(7)]
    public int WinnerRank { get; init; }

    public static RoomResult Of(AuctionClosed closed) => new(
        closed.ClosedAt, closed.Outcome, closed.NoSale, closed.Price, closed.Winner, closed.Bids, closed.Extensions)
    {
        WinnerRank = closed.WinnerRank,
    };
}

/// <summary>
/// What became durable in one flush: the bids after <paramref name="FromVersion"/> and where the auction stands then. A
/// host that does not stand at <paramref name="FromVersion"/> has missed something and asks for a snapshot.
/// </summary>
[GenerateSerializer, Immutable, Alias("trading.room-update/1")]
public sealed record RoomUpdate(
    [property: Id(0)] string Auction,
    [property: Id(1)] long FromVersion,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] RoomPosition Position,
    [property: Id(4)] ImmutableArray<RoomBid> Bids);
