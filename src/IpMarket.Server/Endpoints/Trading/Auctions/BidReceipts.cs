using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;

namespace IpMarket.Server.Endpoints.Trading.Auctions;

/// <summary>An accepted bid; a pure function of what was stored, so every repeat gets the same.</summary>
/// <param name="Pos">Ask a list for <c>after=</c> this.</param>
/// <param name="Version">Of the stream after the bid, its extension included.</param>
/// <param name="Record">The bid's own record, as the log of bids and the event file number it.</param>
/// <param name="Price">The bid itself.</param>
/// <param name="NextMinimum">The least amount of the next bid.</param>
/// <param name="ClosesAt">The end after this bid.</param>
/// <param name="Leading">It led when it was accepted; false: an automatic bid passed it at once.</param>
public sealed record BidReceipt(
    bool Accepted,
    long Pos,
    long Version,
    long Record,
    DateTimeOffset At,
    Money Price,
    Money NextMinimum,
    DateTimeOffset ClosesAt,
    bool Leading)
{
    public static BidReceipt Of(Accepted accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        var record = accepted.Records.First(record => record.Event is IMovesPrice);
        var bid = (IMovesPrice)record.Event;
        return new BidReceipt(
            true,
            accepted.Pos,
            accepted.Version,
            record.Version,
            record.At,
            bid.Amount,
            bid.NextMinimum,
            bid.ClosesAt,
            bid.Answer is not { Leads: true });
    }
}

/// <summary>A maximum that was taken; a pure function of what was stored, for its own bidder only.</summary>
/// <param name="Record">Its own record.</param>
/// <param name="Maximum">As it stands now; null: the automatic bids ended.</param>
/// <param name="Price">What it bid at once; null: the price did not move.</param>
/// <param name="ClosesAt">The end after it; null: the price did not move.</param>
/// <param name="Leading">Its bidder led when it was taken.</param>
public sealed record ProxyReceipt(
    bool Accepted,
    long Pos,
    long Version,
    long Record,
    DateTimeOffset At,
    Money? Maximum,
    Money? Price,
    DateTimeOffset? ClosesAt,
    bool Leading)
{
    public static ProxyReceipt Of(Accepted accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        var record = accepted.Records.First(record => record.Event is ProxySet or ProxyChanged);
        var set = record.Event as ProxySet;
        return new ProxyReceipt(
            true,
            accepted.Pos,
            accepted.Version,
            record.Version,
            record.At,
            set is null ? ((ProxyChanged)record.Event).Maximum : set.Maximum,
            set?.Amount,
            set?.ClosesAt,
            set?.Answer is not { Leads: true });
    }
}

public sealed record BidForm(Money Amount);

public sealed record ProposalForm(string Listing, AuctionTerms Terms);

public sealed record TermsForm(AuctionTerms Terms);

public sealed record DraftForm(string Profile, AuctionTerms Terms);

/// <param name="Maximum">Null ends the automatic bids.</param>
public sealed record ProxyForm(Money? Maximum);

/// <param name="Price">The clock's price as it was seen.</param>
public sealed record TakeForm(Money Price);

/// <param name="Price">The price that is taken, as it was seen.</param>
public sealed record MatchForm(Money Price);

/// <param name="Rank">1 before 2; 0 strikes the right.</param>
/// <param name="Evidence">The paper it rests on, by name or number.</param>
public sealed record PreemptionForm(int Rank, PreemptionSource Source, string Reason, string Evidence);
