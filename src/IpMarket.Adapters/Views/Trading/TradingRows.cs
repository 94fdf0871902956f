using IpMarket.Domain.Parties;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Adapters.Views.Trading;

/// <summary>An auction as lists show it. Holds no bidder's party.</summary>
public sealed class AuctionRow
{
    public required string Id { get; init; }

    public AuctionStatus Status { get; set; }

    /// <summary>What stands first in lists: running, then announced, then drafts, then ended.</summary>
    public int Rank { get; set; }

    /// <summary>Within a rank: the end that is next first, among ended ones the latest.</summary>
    public long Place { get; set; }

    public required string Listing { get; set; }

    public required string Patent { get; set; }

    /// <summary>Of its first patent.</summary>
    public required string Title { get; set; }

    /// <summary>Its English title; null where none is known.</summary>
    public string? TitleEn { get; set; }

    /// <summary>How many patents are sold together.</summary>
    public int Patents { get; set; } = 1;

    public required string Seller { get; set; }

    public BiddingProtocol Protocol { get; set; }

    public long StartPriceFen { get; set; }

    /// <summary>The highest accepted bid; null before the first.</summary>
    public long? PriceFen { get; set; }

    public long Bids { get; set; }

    public int Bidders { get; set; }

    public DateTimeOffset OpensAt { get; set; }

    public DateTimeOffset ClosesAt { get; set; }

    public AuctionOutcome? Outcome { get; set; }

    /// <summary>Everybody has seen it: a cancelled draft was never announced.</summary>
    public bool IsAnnounced { get; set; }

    /// <summary>Whose step a draft waits for; null once announced.</summary>
    public CentreRole? WaitsFor { get; set; }

    /// <summary>Steps of the draft's route, by name, with commas; empty before the draft.</summary>
    public string Route { get; set; } = "";

    public int StepsTaken { get; set; }

    /// <summary>The title in the language asked for, where it is known in it.</summary>
    public string TitleIn(bool english) => english ? TitleEn ?? Title : Title;
}

/// <summary>An accepted bid, in public.</summary>
public sealed class BidRow
{
    public required string Auction { get; init; }

    public required long Version { get; init; }

    public required int Bidder { get; init; }

    public required long AmountFen { get; init; }

    public required DateTimeOffset At { get; init; }

    public BidKind Kind { get; init; }

    /// <summary>Whose automatic bids met it; null when none did.</summary>
    public int? Answerer { get; init; }

    /// <summary>What they reached.</summary>
    public long? AnswerFen { get; init; }

    /// <summary>They led after it.</summary>
    public bool AnswerLeads { get; init; }
}

/// <summary>An enrolment of a party: for that party and the centre's desks only.</summary>
public sealed class EnrolmentRow
{
    public required string Auction { get; init; }

    public required int Number { get; init; }

    public required string Party { get; init; }

    public EnrolmentStatus Status { get; set; }

    public int? Bidder { get; set; }

    public required DateTimeOffset RequestedAt { get; init; }
}

/// <summary>An escrow case as the cashier's list shows it.</summary>
public sealed class EscrowRow
{
    public required string Id { get; init; }

    /// <summary>Empty in the case of a listing.</summary>
    public required string Auction { get; init; }

    /// <summary>The listing whose intents pay; empty in the case of an auction.</summary>
    public string Listing { get; init; } = "";

    public required long DepositFen { get; init; }

    /// <summary>Deposits still awaited in whole or in part.</summary>
    public int Awaited { get; set; }

    /// <summary>Receipts nobody knows the enrolment of.</summary>
    public int Unidentified { get; set; }

    /// <summary>Refunds that are due and not paid.</summary>
    public int ToBeRefunded { get; set; }

    public required DateTimeOffset OpenedAt { get; init; }
}

/// <summary>A deposit that is awaited; gone once it is not.</summary>
public sealed class AwaitedDepositRow
{
    public required string Escrow { get; init; }

    public required int Enrolment { get; init; }
}
