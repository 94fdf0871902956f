using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Papers;

/// <summary>A party as papers name it, read once.</summary>
/// <param name="Party">Its stream; of a natural person also the vault's person.</param>
/// <param name="Name">Never empty.</param>
/// <param name="IsNaturalPerson">True: a paper that holds the name is the vault's.</param>
public sealed record PartyOnPaper(string Party, string Name, bool IsNaturalPerson)
{
    /// <summary>Whose erasure ends a paper with this name on it; nobody's for an organisation.</summary>
    public IEnumerable<string> Persons => IsNaturalPerson ? [Party] : [];
}

/// <summary>A patent as papers name it.</summary>
/// <param name="Number">As printed.</param>
/// <param name="TypeName">发明专利 and the like; null for foreign rights.</param>
/// <param name="IsDemo">示例: invented.</param>
public sealed record PatentOnPaper(string Number, string? TypeName, bool IsDemo);

/// <summary>The auction a paper is about, as it was announced.</summary>
/// <param name="Stream">Its stream.</param>
public sealed record AuctionOnPaper(
    string Stream, AuctionLot Lot, ProfileRef Profile, AuctionTerms Terms, PatentOnPaper Patent)
{
    /// <summary>Who may not bid under its profile.</summary>
    public ImmutableArray<BarredBidder> Barred { get; init; } = Auction.BarredByHouse;

    /// <summary>The 26 letters of its stream.</summary>
    public string Letters => Stream[(Ids.Word(Stream).Length + 1)..];
}

/// <summary>A payment towards a deposit as its receipt shows it (P19).</summary>
public sealed record PaymentOnPaper(string PayerName, string PayerAccount, string Purpose, EscrowReceipt Receipt);

/// <summary>A line of a bid record.</summary>
/// <param name="Number">Bids count 1, 2, 3, …; null for what is no bid.</param>
/// <param name="Note">What happened with it, e.g. that it moved the end.</param>
public sealed record BidRecordLine(long? Number, DateTimeOffset At, int? Bidder, Money? Amount, string Note);

/// <summary>What a bid record shows beside its auction.</summary>
/// <param name="Lines">In order; the last ones where there were more than a paper takes.</param>
/// <param name="LinesBefore">Lines left out before the first.</param>
/// <param name="Bidders">Admitted bidders.</param>
/// <param name="LastVersion">Version of the record that closed the auction.</param>
/// <param name="LastHash">Its hash, 64 hex: binds the paper to the event file.</param>
public sealed record BidRecordFacts(
    AuctionClosed Closed,
    ImmutableArray<BidRecordLine> Lines,
    long LinesBefore,
    int Bidders,
    long LastVersion,
    string LastHash);
