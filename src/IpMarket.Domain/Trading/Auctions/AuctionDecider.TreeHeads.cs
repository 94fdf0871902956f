using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Proofs;
using Decision = IpMarket.Domain.Kernel.Outcome<
    System.Collections.Generic.IReadOnlyList<IpMarket.Domain.Kernel.IEvent>>;

namespace IpMarket.Domain.Trading.Auctions;

/// <content>Signed tree heads: only over records that stand, and each over more than the one before.</content>
public static partial class AuctionDecider
{
    public static Decision Decide(Auction auction, SignTreeHead sign, Moment moment)
    {
        if (!auction.IsAnnounced) return No(auction, AuctionRefusal.UnknownAuction);
        return sign.Head is { } head
            && head.Size == sign.Size
            && head.Size > auction.HeadSize
            && head.Size <= auction.Version
            && head.SignedAt <= moment.At
                ? Decided.As(head)
                : No(auction, AuctionRefusal.NotDue);
    }
}
