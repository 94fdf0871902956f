using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Trading.Auctions.Sealed;

/// <summary>The sealed bid of one bidder that counts: his last.</summary>
/// <param name="Version">The stream's version of its record: of equal amounts the lower one wins.</param>
/// <param name="Times">How often he sealed one, this one included.</param>
[GenerateSerializer, Immutable, Alias("trading.sealed-bid/1")]
public sealed record SealedBid(
    [property: Id(0)] int Bidder,
    [property: Id(1)] long Version,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string Digest,
    [property: Id(4)] string Envelope,
    [property: Id(5)] int Times)
{
    /// <summary>Released shares by holder.</summary>
    [Id(6)]
    public ImmutableSortedDictionary<int, string> Shares { get; init; } = ImmutableSortedDictionary<int, string>.Empty;

    [Id(7)]
    public Money? Amount { get; init; }

    [Id(8)]
    public SealedVoid? Void { get; init; }

    /// <summary>Opened by its bidder's own key.</summary>
    [Id(9)]
    public bool IsByBidder { get; init; }

    /// <summary>Opened or void: nothing more happens to it.</summary>
    [JsonIgnore]
    public bool IsSettled => Amount is not null || Void is not null;

    internal static Auction Apply(Auction auction, ISealedFact fact, Recorded recorded)
    {
        Auction With(int bidder, Func<SealedBid, SealedBid> change) => auction with
        {
            SealedBids = auction.SealedBids.SetItem(bidder, change(auction.SealedBids[bidder])),
        };
        return fact switch
        {
            BidSealed bid => Take(auction, bid, recorded),
            OpeningBegun begun => auction with { Status = AuctionStatus.Opening, OpeningUntil = begun.Until },
            ShareReleased share => With(share.Bidder, bid => bid with
            {
                Shares = bid.Shares.SetItem(share.Holder, share.Share),
            }),
            SealedBidOpened opened => With(opened.Bidder, bid => bid with
            {
                Amount = opened.Amount, Void = opened.Void, IsByBidder = opened.IsByBidder,
            }),
            SealedBidUnopened unopened => With(unopened.Bidder, bid => bid with { Void = SealedVoid.Unopened }),
            _ => auction,
        };
    }

    private static Auction Take(Auction auction, BidSealed bid, Recorded recorded)
    {
        var taken = new SealedBid(
            bid.Bidder, recorded.Version, recorded.At, bid.Digest, bid.Envelope ?? "", bid.Times);
        var all = auction.SealedBids.SetItem(bid.Bidder, taken);
        return auction with { SealedBids = all, Bids = all.Count };
    }
}
