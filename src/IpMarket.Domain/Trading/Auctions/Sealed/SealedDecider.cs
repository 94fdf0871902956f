using IpMarket.Domain.Kernel;
using Decision = IpMarket.Domain.Kernel.Outcome<
    System.Collections.Generic.IReadOnlyList<IpMarket.Domain.Kernel.IEvent>>;

namespace IpMarket.Domain.Trading.Auctions.Sealed;

/// <summary>The rules of sealed bids (0027): taken unread until the deadline, opened after it, then decided.</summary>
public static class SealedDecider
{
    public static Decision Decide(Auction auction, SealBid seal, Moment moment)
    {
        if (MayNotSeal(auction, seal.Facts, moment, out var bidder) is { } no) return no;
        if (SealedEnvelope.Read(seal.Envelope) is not { } envelope)
            return No(auction, SealedRefusal.EnvelopeMalformed);
        if (!IsBound(envelope, seal.Auction, bidder, auction.Terms!.Sealed!))
            return No(auction, SealedRefusal.EnvelopeNotBound);
        var times = 1 + (auction.SealedBids.GetValueOrDefault(bidder)?.Times ?? 0);
        return Decided.As(new BidSealed(bidder, SealedEnvelope.DigestOf(seal.Envelope), times, seal.Envelope));
    }

    /// <summary>Whether the acting party may hand in a sealed bid now; what it holds nobody knows.</summary>
    public static bool MaySeal(Auction auction, in BidFacts facts, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(auction);
        return MayNotSeal(auction, facts, moment, out _) is null;
    }

    /// <summary>Whether some bid waits to be opened; of one bidder where he is named.</summary>
    public static bool IsOpening(Auction auction, DateTimeOffset at, int? bidder = null)
    {
        ArgumentNullException.ThrowIfNull(auction);
        return auction.Status == AuctionStatus.Opening && at < auction.OpeningUntil
            && auction.SealedBids.Values.Any(bid => !bid.IsSettled && (bidder is null || bid.Bidder == bidder));
    }

    public static Decision Decide(Auction auction, ReleaseShare release, Moment moment)
    {
        if (NotOpening(auction, release.Bidder, moment.At, out var bid) is { } no) return no;
        if (bid!.Shares.ContainsKey(release.Holder)) return No(auction, SealedRefusal.ShareReleasedBefore);
        var envelope = SealedEnvelope.Read(bid.Envelope)!;
        if (!SealedOpening.IsShareOf(envelope, release.Holder, release.Share))
            return No(auction, SealedRefusal.ShareNotSealedSo);
        var shares = bid.Shares.Add(release.Holder, release.Share);
        var released = new ShareReleased(release.Bidder, release.Holder, release.Share);
        return shares.Count < envelope.Threshold
            ? Decided.As(released)
            : Opened(auction, bid, SealedOpening.KeyOf(shares), moment.At, released);
    }

    public static Decision Decide(Auction auction, OpenOwnBid open, Moment moment)
    {
        var bidder = auction.EnrolmentOf(moment.Actor.Party)?.Bidder ?? 0;
        if (NotOpening(auction, bidder, moment.At, out var bid) is { } no) return no;
        return SealedOpening.IsKeyOf(SealedEnvelope.Read(bid!.Envelope)!, open.Key)
            ? Opened(auction, bid, open.Key, moment.At, null)
            : No(auction, SealedRefusal.KeyNotItsOwn);
    }

    /// <summary>The deadline: without a bid it is over, else the opening begins; its time runs from then.</summary>
    internal static Decision Begin(Auction auction, DateTimeOffset at) => auction.SealedBids.Count == 0
        ? Decided.As(Close(auction, auction.ClosesAt, []))
        : Decided.As(new OpeningBegun(
            auction.ClosesAt, at + auction.Terms!.Sealed!.Opening, auction.SealedBids.Count));

    /// <summary>The opening's own deadline: what was not opened is void.</summary>
    internal static Decision End(Auction auction)
    {
        var late = auction.SealedBids.Values.Where(bid => !bid.IsSettled).OrderBy(bid => bid.Bidder)
            .Select(bid => new SealedBidUnopened(bid.Bidder));
        return Decided.As(
            [.. late, Close(auction, auction.OpeningUntil!.Value, auction.SealedBids.Values)]);
    }

    /// <summary>A holder's box and all else is bound to what was announced.</summary>
    internal static bool IsBound(SealedEnvelope envelope, string stream, int bidder, SealedTerms set) =>
        envelope.Auction == stream
        && envelope.Bidder == bidder
        && envelope.Threshold == set.Threshold
        && envelope.Shares.Select(share => share.Key)
            .SequenceEqual(set.Holders.Select(holder => holder.Fingerprint), StringComparer.Ordinal);

    private static Refusal? MayNotSeal(Auction auction, in BidFacts facts, Moment moment, out int bidder)
    {
        if (AuctionDecider.MayNotOffer(auction, facts, moment, out bidder) is { } no) return no;
        if (auction.Terms is not { IsSealed: true, Sealed: not null }) return No(auction, SealedRefusal.NotSealed);
        return auction.SealedBids.GetValueOrDefault(bidder)?.Times >= Limits.SealingsPerBidderMax
            ? No(auction, SealedRefusal.SealedTooOften, ("max", Limits.SealingsPerBidderMax))
            : null;
    }

    private static Decision Opened(
        Auction auction, SealedBid bid, string key, DateTimeOffset at, ShareReleased? released)
    {
        var (amount, why) = SealedOpening.Open(SealedEnvelope.Read(bid.Envelope)!, key, auction.Terms!.StartPrice);
        var opened = new SealedBidOpened(bid.Bidder, bid.Envelope, key, amount, why, released is null);
        var facts = new List<IEvent>();
        if (released is not null) facts.Add(released);
        facts.Add(opened);
        var all = auction.SealedBids.SetItem(bid.Bidder, bid with { Amount = amount, Void = why });
        if (all.Values.All(each => each.IsSettled)) facts.Add(Close(auction, at, all.Values));
        return Decided.As([.. facts]);
    }

    private static AuctionClosed Close(Auction auction, DateTimeOffset at, IEnumerable<SealedBid> bids)
    {
        var (best, price, noSale) = SealedResult.Of(
            auction.Terms!,
            auction.Bids,
            bids.Where(bid => bid is { Amount: not null, Void: null })
                .Select(bid => new SealedOffer(bid.Bidder, bid.Amount!.Value, bid.Version)));
        var winner = best is null ? null : auction.EnrolmentOfBidder(best.Value);
        return new AuctionClosed(
            at,
            noSale is null ? AuctionOutcome.Sold : AuctionOutcome.NoSale,
            noSale,
            price,
            winner?.Bidder,
            winner?.Number,
            winner?.Party,
            auction.Bids,
            0,
            auction.Lot!,
            auction.Terms!.OpensAt);
    }

    private static Refusal? NotOpening(Auction auction, int bidder, DateTimeOffset at, out SealedBid? bid)
    {
        bid = null;
        if (AuctionDecider.Unsettled(auction, at) is { } unsettled) return unsettled;
        if (auction.Terms is not { IsSealed: true }) return No(auction, SealedRefusal.NotSealed);
        if (auction.Status is AuctionStatus.Announced or AuctionStatus.Open)
            return No(auction, SealedRefusal.OpeningNotBegun);
        if (auction.Status != AuctionStatus.Opening) return AuctionDecider.WrongStatus(auction);
        bid = auction.SealedBids.GetValueOrDefault(bidder);
        return bid is null ? No(auction, SealedRefusal.UnknownSealedBid)
            : bid.IsSettled ? No(auction, SealedRefusal.AlreadyOpened)
            : null;
    }

    private static Refusal No(
        Auction auction, SealedRefusal code, params ReadOnlySpan<(string Name, Told Value)> figures) =>
        AuctionDecider.Explained(
            auction,
            auction.Status == AuctionStatus.None
                ? Refusal.Of(code, figures)
                : Refusal.Of(code, [.. figures, ("closesAt", auction.ClosesAt)]));
}
