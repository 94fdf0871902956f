using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Trading.Auctions;

/// <summary>An auction in a list.</summary>
/// <param name="Title">Of its first patent.</param>
/// <param name="Patents">How many are sold together.</param>
/// <param name="Price">The highest accepted bid; null before the first.</param>
/// <param name="WaitsFor">Whose step a draft waits for; null once announced.</param>
public sealed record AuctionSummary(
    string Id,
    AuctionStatus Status,
    string Title,
    int Patents,
    string PatentNumber,
    bool IsDemo,
    BiddingProtocol Protocol,
    Money StartPrice,
    Money? Price,
    long Bids,
    int Bidders,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    AuctionOutcome? Outcome,
    CentreRole? WaitsFor,
    IReadOnlyList<string> Abilities);

/// <summary>
/// The room: everything that is to be shown of an auction, always enough by itself. Other bidders are codes; what is
/// the caller's own stands in <paramref name="Mine"/>.
/// </summary>
/// <param name="Now">Market time when it was taken.</param>
/// <param name="SellerName">As on its listing, which everybody reads; empty once erased.</param>
/// <param name="Bids">The last accepted bids after the version asked for, oldest first.</param>
/// <param name="Mine">The enrolment of the party the caller acts for; null when it has none.</param>
/// <param name="Papers">Papers about it the caller may read and that are not in <paramref name="Mine"/>.</param>
/// <param name="Steps">Steps taken on the draft; for the centre's desks, empty for others.</param>
/// <param name="Route">The route of the draft; for the centre's desks, empty for others.</param>
/// <param name="DutyNote">Why the step that is due is not this officer's; null when it is, or for others.</param>
public record AuctionRoom(
    string Id,
    long Version,
    IReadOnlyList<string> Abilities,
    DateTimeOffset Now,
    RoomPosition Position,
    AuctionLot Lot,
    string SellerName,
    string PatentNumber,
    bool IsDemo,
    ProfileName? Profile,
    AuctionTerms Terms,
    string? CancelReason,
    IReadOnlyList<RoomBid> Bids,
    MyEnrolment? Mine,
    IReadOnlyList<PaperBrief> Papers,
    IReadOnlyList<DutyStepView> Steps,
    IReadOnlyList<CentreRole> Route,
    CentreRole? WaitsFor,
    string? DutyNote) : IHasVersion
{
    /// <summary>Who holds a pre-emption right, best rank first.</summary>
    public IReadOnlyList<PreemptionHolder> Holders { get; init; } = [];
}

/// <summary>The profile an auction follows, in the version it was announced under.</summary>
/// <param name="Name">As papers write it.</param>
/// <param name="NameEn">As English pages say it; the 中文 name where this market offers the profile no more.</param>
public sealed record ProfileName(string Id, int Version, string Name, string NameEn);

/// <summary>An enrolment as its own party sees it.</summary>
/// <param name="Bidder">The bidder code; null before admission.</param>
/// <param name="Reason">Why it was refused, a code.</param>
/// <param name="DepositState">Null when the enrolment ended before a deposit came.</param>
/// <param name="Received">What came in for it so far.</param>
/// <param name="Papers">Handed to this party only.</param>
public sealed record MyEnrolment(
    int Number,
    EnrolmentStatus Status,
    int? Bidder,
    string? Reason,
    Money Deposit,
    DepositState? DepositState,
    Money? Received,
    IReadOnlyList<PaperBrief> Papers)
{
    /// <summary>The party's own maximum; null when it set none or ended it.</summary>
    public MyProxy? Proxy { get; init; }

    /// <summary>Rank of its pre-emption right, 1 before 2; 0 = none.</summary>
    public int Rank { get; init; }
}

/// <summary>A maximum as its own party sees it, and nobody else.</summary>
/// <param name="IsUsedUp">Others went beyond it, or nothing of it is left above the price.</param>
public sealed record MyProxy(Money Maximum, DateTimeOffset SetAt, bool IsUsedUp);

/// <summary>A paper by number and the 中文 name of its kind.</summary>
public sealed record PaperBrief(string Number, string Kind);

/// <summary>Accepted bids, newest first.</summary>
/// <param name="Total">Accepted bids in all.</param>
/// <param name="Next">Ask with this as <c>beforeVersion</c>; null when there are no earlier ones.</param>
public sealed record BidHistory(IReadOnlyList<RoomBid> Items, long Total, string? Next);
