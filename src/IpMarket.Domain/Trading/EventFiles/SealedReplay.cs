using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Sealed;

namespace IpMarket.Domain.Trading.EventFiles;

/// <summary>
/// Follows the sealed bids of a public file. Until the opening each is a digest; a bid that was opened shows envelope
/// and key, and is opened here again. What was never opened stays a digest and counts for nothing.
/// </summary>
internal sealed class SealedReplay(Admissions admissions, string stream)
{
    private readonly Dictionary<int, Entry> bids = [];
    private long order;
    private DateTimeOffset until;
    private DateTimeOffset settledAt;

    /// <summary>The bidder whose bid the shares before it open; null when none is due.</summary>
    private int? openingDue;

    private bool isCloseDue;

    public int Count => bids.Count;

    /// <summary>Winner and price; null before the end and without a sale.</summary>
    public (int Bidder, Money Amount)? Best { get; private set; }

    public NoSaleCode? NoSale { get; private set; }

    /// <summary>What must follow at once and does not; null when nothing must, or it does.</summary>
    public Breach? NotDue(IEvent fact)
    {
        if (openingDue is { } bidder && (fact is not SealedBidOpened opened || opened.Bidder != bidder))
            return new Breach("type", $"The shares before it open the bid of {bidder}.");
        return isCloseDue && fact is not AuctionClosed
            ? new Breach("type", "The last bid was opened: the auction closes.")
            : null;
    }

    public Breach? Apply(
        ISealedFact fact, DateTimeOffset at, AuctionStatus status, DateTimeOffset closesAt, AuctionTerms terms) =>
        (fact, status) switch
        {
            (BidSealed bid, AuctionStatus.Open) => Seal(bid, at, closesAt),
            (OpeningBegun begun, AuctionStatus.Open) => Begin(begun, at, closesAt, terms),
            (ShareReleased share, AuctionStatus.Opening) => Release(share, at, terms),
            (SealedBidOpened opened, AuctionStatus.Opening) => Open(opened, at, terms),
            (SealedBidUnopened unopened, AuctionStatus.Opening) => Void(unopened, at),
            _ => new Breach("type", $"It cannot happen while the auction is {status}."),
        };

    /// <summary>Ranks what counts.</summary>
    /// <param name="due">The deadline; becomes the instant the auction closes at.</param>
    public Breach? Close(AuctionStatus status, AuctionTerms terms, ref DateTimeOffset due)
    {
        if (status == AuctionStatus.Open && bids.Count > 0) return new Breach("type", "Its bids are not opened.");
        if (bids.Values.Any(bid => !bid.IsSettled)) return new Breach("type", "A bid is neither opened nor void.");
        if (status == AuctionStatus.Opening) due = isCloseDue ? settledAt : until;
        var (winner, price, noSale) = SealedResult.Of(
            terms,
            bids.Count,
            bids.Where(each => each.Value is { Amount: not null, Void: null })
                .Select(each => new SealedOffer(each.Key, each.Value.Amount!.Value, each.Value.Order)));
        NoSale = noSale;
        Best = winner is null ? null : (winner.Value, price!.Value);
        isCloseDue = false;
        return null;
    }

    private Breach? Seal(BidSealed bid, DateTimeOffset at, DateTimeOffset closesAt)
    {
        if (at >= closesAt) return new Breach("at", $"The auction closed at {closesAt:O}.");
        if (!admissions.Has(bid.Bidder)) return new Breach("public.bidder", "It was never admitted.");
        if (bid.Envelope is { } shown && SealedEnvelope.DigestOf(shown) != bid.Digest)
            return new Breach("secret.envelope", "It has another digest.");
        var times = 1 + (bids.GetValueOrDefault(bid.Bidder)?.Times ?? 0);
        if (bid.Times != times) return new Breach("public.times", $"It should be {times}.");
        bids[bid.Bidder] = new Entry(++order, times, bid.Digest);
        return null;
    }

    private Breach? Begin(OpeningBegun begun, DateTimeOffset at, DateTimeOffset closesAt, AuctionTerms terms)
    {
        if (at < closesAt) return new Breach("at", $"It is not due before {closesAt:O}.");
        if (begun.ClosedAt != closesAt) return new Breach("public.closedAt", $"It should be {closesAt:O}.");
        until = at + terms.Sealed!.Opening;
        if (begun.Until != until) return new Breach("public.until", $"It should be {until:O}.");
        return begun.Bids == bids.Count && begun.Bids > 0
            ? null
            : new Breach("public.bids", $"It should be {bids.Count}.");
    }

    private Breach? Release(ShareReleased released, DateTimeOffset at, AuctionTerms terms)
    {
        if (at >= until) return new Breach("at", $"The opening ended at {until:O}.");
        if (Unsettled(released.Bidder) is not { } bid)
            return new Breach("public.bidder", "It has no sealed bid to be opened.");
        if (released.Holder < 1 || released.Holder > terms.Sealed!.Holders.Length
            || bid.Shares.ContainsKey(released.Holder))
            return new Breach("public.holder", "There is none, or its share was released.");
        if (!SealedEnvelope.IsHex(released.Share, SealedEnvelope.KeyBytes))
            return new Breach("public.share", "It is no share.");
        bid.Shares.Add(released.Holder, released.Share);
        if (bid.Shares.Count == terms.Sealed.Threshold) openingDue = released.Bidder;
        return null;
    }

    private Breach? Open(SealedBidOpened opened, DateTimeOffset at, AuctionTerms terms)
    {
        if (at >= until) return new Breach("at", $"The opening ended at {until:O}.");
        if (Unsettled(opened.Bidder) is not { } bid)
            return new Breach("public.bidder", "It has no sealed bid to be opened.");
        if (opened.Envelope is null || SealedEnvelope.DigestOf(opened.Envelope) != bid.Digest)
            return new Breach("public.envelope", "It has another digest than what was sealed.");
        if (SealedEnvelope.Read(opened.Envelope) is not { } envelope
            || !SealedDecider.IsBound(envelope, stream, opened.Bidder, terms.Sealed!))
            return new Breach("public.envelope", "It is not bound to auction, bidder and holders.");
        if (bid.Shares.Any(share => !SealedOpening.IsShareOf(envelope, share.Key, share.Value)))
            return new Breach("public.envelope", "A released share is not one of it.");
        if (opened.IsByBidder == (openingDue is not null))
            return new Breach("public.isByBidder", "It does not follow from the shares.");
        var isKey = opened.IsByBidder
            ? SealedOpening.IsKeyOf(envelope, opened.Key)
            : opened.Key == SealedOpening.KeyOf(bid.Shares);
        if (!isKey) return new Breach("public.key", "It is not the key of the envelope, or of its shares.");
        var content = SealedOpening.Open(envelope, opened.Key, terms.StartPrice);
        if (opened.Amount != content.Amount) return new Breach("public.amount", $"It should be {content.Amount}.");
        if (opened.Void != content.Void) return new Breach("public.void", $"It should be {content.Void}.");
        (bid.Amount, bid.Void, openingDue, settledAt) = (content.Amount, content.Void, null, at);
        isCloseDue = bids.Values.All(each => each.IsSettled);
        return null;
    }

    private Breach? Void(SealedBidUnopened unopened, DateTimeOffset at)
    {
        if (at < until) return new Breach("at", $"It may be opened until {until:O}.");
        if (Unsettled(unopened.Bidder) is not { } bid)
            return new Breach("public.bidder", "It has no sealed bid to be opened.");
        bid.Void = SealedVoid.Unopened;
        return null;
    }

    private Entry? Unsettled(int bidder) => bids.GetValueOrDefault(bidder) is { IsSettled: false } bid ? bid : null;

    private sealed class Entry(long order, int times, string digest)
    {
        public int Times => times;

        /// <summary>Of equal amounts the lower one wins.</summary>
        public long Order => order;

        public string Digest => digest;

        public SortedDictionary<int, string> Shares { get; } = [];

        public Money? Amount { get; set; }

        public SealedVoid? Void { get; set; }

        public bool IsSettled => Amount is not null || Void is not null;
    }
}
