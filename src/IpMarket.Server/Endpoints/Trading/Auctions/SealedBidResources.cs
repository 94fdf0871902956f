using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Trading.Auctions;

/// <summary>The sealed bids that count, one a bidder, in order of their codes.</summary>
/// <param name="Until">While they are opened: what is not opened by then is void.</param>
public sealed record SealedBidList(
    long Version, AuctionStatus Status, DateTimeOffset? Until, IReadOnlyList<SealedBidView> Items) : IHasVersion
{
    /// <param name="auction">The auction as seen.</param>
    /// <param name="areShown">With their envelopes, which are much: for those who open them.</param>
    public static SealedBidList Of(Auction auction, bool areShown)
    {
        ArgumentNullException.ThrowIfNull(auction);
        var isOpening = auction.Status == AuctionStatus.Opening;
        return new SealedBidList(
            auction.Version,
            auction.Status,
            isOpening ? auction.OpeningUntil : null,
            [
                .. auction.SealedBids.Values.OrderBy(bid => bid.Bidder)
                    .Select(bid => SealedBidView.Of(bid, isOpening && areShown && !bid.IsSettled)),
            ]);
    }
}

/// <summary>A sealed bid as everybody sees it.</summary>
/// <param name="Record">Its record in the event file.</param>
/// <param name="Digest">SHA-256 of its envelope.</param>
/// <param name="Envelope">While it waits to be opened, where asked for by those who open it; else null.</param>
/// <param name="Released">Holders whose shares are in.</param>
/// <param name="Amount">Null until it is opened, or where it cannot be read.</param>
/// <param name="Void">Why it does not count.</param>
/// <param name="IsByBidder">Opened with its bidder's own key.</param>
public sealed record SealedBidView(
    int Bidder,
    long Record,
    DateTimeOffset At,
    string Digest,
    string? Envelope,
    IReadOnlyList<int> Released,
    Money? Amount,
    SealedVoid? Void,
    bool IsByBidder)
{
    public static SealedBidView Of(SealedBid bid, bool isShown)
    {
        ArgumentNullException.ThrowIfNull(bid);
        return new SealedBidView(
            bid.Bidder,
            bid.Version,
            bid.At,
            bid.Digest,
            isShown ? bid.Envelope : null,
            [.. bid.Shares.Keys],
            bid.Amount,
            bid.Void,
            bid.IsByBidder);
    }
}

/// <summary>A sealed bid that was taken; a pure function of what was stored.</summary>
/// <param name="Record">Its own record.</param>
/// <param name="Digest">SHA-256 of the envelope that was taken.</param>
/// <param name="Replaces">It replaced an earlier one of this bidder.</param>
public sealed record SealedReceipt(
    bool Accepted, long Pos, long Version, long Record, DateTimeOffset At, string Digest, bool Replaces)
{
    public static SealedReceipt Of(Accepted accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        var record = accepted.Records.First(record => record.Event is BidSealed);
        var bid = (BidSealed)record.Event;
        return new SealedReceipt(
            true, accepted.Pos, accepted.Version, record.Version, record.At, bid.Digest, bid.Times > 1);
    }
}

/// <param name="Envelope">As the bidder's browser sealed it.</param>
public sealed record SealForm(string Envelope);

/// <param name="Holder">1, 2, … as the terms name them.</param>
/// <param name="Share">64 hex.</param>
public sealed record ShareForm(int Holder, string Share);

/// <param name="Key">64 hex.</param>
public sealed record OwnKeyForm(string Key);
