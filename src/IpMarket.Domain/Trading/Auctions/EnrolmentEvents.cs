using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions.Bidding;

namespace IpMarket.Domain.Trading.Auctions;

/// <summary>竞买登记 was requested and the party passed the checks; the deposit is awaited.</summary>
/// <param name="Enrolment">1, 2, 3, … in the auction, in order of request.</param>
[GenerateSerializer, Immutable, Alias("trading.auction.enrolment-requested/1")]
public sealed record EnrolmentRequested(
    [property: Id(0)] int Enrolment,
    [property: Id(1)] Money Deposit,
    [property: Id(2), Secret] string? Party,
    [property: Id(3), Secret] string? User) : IEvent;

/// <summary>The deposit is in and the party still fit: it is a bidder with a code (竞买人 3) from here on.</summary>
/// <param name="Bidder">The bidder code: 1, 2, 3, … in order of admission.</param>
[GenerateSerializer, Immutable, Alias("trading.auction.bidder-admitted/1")]
public sealed record BidderAdmitted(
    [property: Id(0)] int Enrolment,
    [property: Id(1)] int Bidder,
    [property: Id(2)] Money Deposit,
    [property: Id(3), Secret] string? Party) : IEvent
{
    /// <summary>Rank of its pre-emption right, 1 before 2; 0 = none.</summary>
    [Id(4)]
    public int Rank { get; init; }

    /// <summary>What the right rests on; null without one.</summary>
    [Id(5)]
    public PreemptionSource? Source { get; init; }
}

/// <summary>The party is no longer fit when its deposit arrives; the deposit goes back.</summary>
/// <param name="Reason">
/// A code of <see cref="AuctionRefusal"/>, or of the catalogue's gate where it bars this buyer.
/// </param>
[GenerateSerializer, Immutable, Alias("trading.auction.enrolment-refused/1")]
public sealed record EnrolmentRefused(
    [property: Id(0)] int Enrolment,
    [property: Id(1)] string Reason,
    [property: Id(2), Secret] string? Party) : IEvent;

/// <summary>The party stepped back before it was admitted.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.enrolment-cancelled/1")]
public sealed record EnrolmentCancelled(
    [property: Id(0)] int Enrolment,
    [property: Id(1), Secret] string? Party) : IEvent;

/// <summary>Where an enrolment stands.</summary>
public enum EnrolmentStatus
{
    /// <summary>已登记，待交保证金.</summary>
    Requested,

    /// <summary>已取得竞买资格.</summary>
    Admitted,

    /// <summary>不予登记.</summary>
    Refused,

    /// <summary>已撤回.</summary>
    Cancelled,
}

/// <summary>One party's enrolment in an auction; <paramref name="Requests"/> counts those it has made.</summary>
[GenerateSerializer, Immutable, Alias("trading.enrolment/1")]
public sealed record Enrolment(
    [property: Id(0)] int Number,
    [property: Id(1)] string Party,
    [property: Id(2)] string User,
    [property: Id(3)] EnrolmentStatus Status,
    [property: Id(4)] int? Bidder,
    [property: Id(5)] string? Reason,
    [property: Id(6)] DateTimeOffset RequestedAt,
    [property: Id(7)] int Requests = 1)
{
    /// <summary>Rank of its pre-emption right, 1 before 2; 0 = none.</summary>
    [Id(8)]
    public int Rank { get; init; }

    /// <summary>What the right rests on; null without one.</summary>
    [Id(9)]
    public PreemptionSource? Source { get; init; }

    /// <param name="before">The party's enrolment before this one; null when it is the first.</param>
    public static Enrolment Of(EnrolmentRequested requested, DateTimeOffset at, Enrolment? before) => new(
        requested.Enrolment,
        requested.Party!,
        requested.User!,
        EnrolmentStatus.Requested,
        null,
        null,
        at,
        (before?.Requests ?? 0) + 1);
}
