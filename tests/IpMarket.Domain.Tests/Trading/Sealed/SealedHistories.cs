using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Testing.Trading;

namespace IpMarket.Domain.Tests.Trading.Sealed;

/// <summary>Sealed auctions as files are made of: sound ones, and such whose chain is whole and whose rules are not.</summary>
internal static class SealedHistories
{
    public static readonly IReadOnlyDictionary<string, Func<IReadOnlyList<Recorded>>> Sound =
        new Dictionary<string, Func<IReadOnlyList<Recorded>>>(StringComparer.Ordinal)
        {
            ["first-price"] = () => Fought(BiddingProtocol.SealedFirstPrice),
            ["vickrey"] = () => Fought(BiddingProtocol.Vickrey),
            ["unopened"] = Unopened,
            ["no-bids"] = NoBids,
            ["void"] = Void,
        };

    /// <summary>A change, and the field the check names.</summary>
    public static readonly IReadOnlyDictionary<string, string> Changes =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["amount raised"] = "public.amount",
            ["envelope exchanged"] = "public.envelope",
            ["replaced bid opened"] = "public.envelope",
            ["key exchanged"] = "public.key",
            ["share changed"] = "public.envelope",
            ["said to be by its bidder"] = "public.isByBidder",
            ["valid bid made void"] = "public.void",
            ["second wins"] = "public.winner",
            ["own price under vickrey"] = "public.price",
            ["more time to open"] = "public.until",
            ["bids left out"] = "public.bids",
            ["sealed after the deadline"] = "at",
            ["sealed by a stranger"] = "public.bidder",
            ["sealed fewer times"] = "public.times",
            ["opening left out"] = "type",
            ["one holder twice"] = "public.holder",
            ["too few holders"] = "public.terms",
            ["closed late"] = "public.closedAt",
        };

    public static List<Recorded> Changed(string change)
    {
        var records = Fought(BiddingProtocol.Vickrey).ToList();
        void Replace<TEvent>(Func<TEvent, IEvent> with, bool last = true)
            where TEvent : IEvent
        {
            var place = last
                ? records.FindLastIndex(record => record.Event is TEvent)
                : records.FindIndex(record => record.Event is TEvent);
            records[place] = records[place] with { Event = with((TEvent)records[place].Event) };
        }

        void At<TEvent>(string time)
        {
            var place = records.FindLastIndex(record => record.Event is TEvent);
            records[place] = records[place] with { At = AnAuction.At(time) };
        }

        IReadOnlyList<string> Points() =>
            [.. ((AuctionAnnounced)records.First(r => r.Event is AuctionAnnounced).Event).Terms.Sealed!.Holders.Select(h => h.Key)];
        var earlier = (BidSealed)records.First(record => record.Event is BidSealed { Bidder: 2 }).Event;
        switch (change)
        {
            case "amount raised":
                Replace<SealedBidOpened>(opened => opened with { Amount = opened.Amount + Money.Cny(1) });
                break;
            case "envelope exchanged":
                Replace<SealedBidOpened>(opened => opened with
                {
                    Envelope = SealedBids.Seal("auction:test", opened.Bidder, 9_000_000, 2, Points()).Envelope,
                });
                break;
            case "replaced bid opened":
                Bidder2(opened => opened with { Envelope = earlier.Envelope! });
                break;
            case "key exchanged":
                Replace<SealedBidOpened>(opened => opened with { Key = new string('0', 64) });
                break;
            case "share changed":
                Replace<ShareReleased>(share => share with { Share = new string('0', 64) });
                break;
            case "said to be by its bidder":
                Replace<SealedBidOpened>(opened => opened with { IsByBidder = !opened.IsByBidder });
                break;
            case "valid bid made void":
                Replace<SealedBidOpened>(opened => opened with { Void = SealedVoid.BelowStart });
                break;
            case "second wins":
                Replace<AuctionClosed>(closed => closed with { Winner = 3 });
                break;
            case "own price under vickrey":
                Replace<AuctionClosed>(closed => closed with { Price = Money.Cny(1_500_000) });
                break;
            case "more time to open":
                Replace<OpeningBegun>(begun => begun with { Until = begun.Until.AddHours(1) });
                break;
            case "bids left out":
                Replace<OpeningBegun>(begun => begun with { Bids = 2 });
                break;
            case "sealed after the deadline":
                At<BidSealed>("10:10");
                break;
            case "sealed by a stranger":
                Replace<BidSealed>(bid => bid with { Bidder = 9 });
                break;
            case "sealed fewer times":
                Replace<BidSealed>(bid => bid with { Times = 1 });
                break;
            case "opening left out":
                Drop(records, records.FindIndex(record => record.Event is SealedBidOpened { IsByBidder: false }));
                break;
            case "one holder twice":
                Replace<ShareReleased>(share => share with { Holder = 1 });
                break;
            case "too few holders":
                Replace<AuctionAnnounced>(announced => announced with
                {
                    Terms = announced.Terms with { Sealed = announced.Terms.Sealed! with { Threshold = 1 } },
                });
                break;
            default:
                Replace<AuctionClosed>(closed => closed with { ClosedAt = closed.ClosedAt.AddSeconds(1) });
                break;
        }

        return records;

        void Bidder2(Func<SealedBidOpened, IEvent> with)
        {
            var place = records.FindIndex(record => record.Event is SealedBidOpened { Bidder: 2 });
            records[place] = records[place] with { Event = with((SealedBidOpened)records[place].Event) };
        }
    }

    /// <summary>b replaces his bid and is opened by holders; a opens his own; c is opened last.</summary>
    private static IReadOnlyList<Recorded> Fought(BiddingProtocol protocol)
    {
        using var auction = new ASealedAuction(protocol, 11_000);
        auction.Seal("10:01", "b", 12_000);
        auction.Seal("10:02", "a", 13_000);
        auction.Seal("10:03", "c", 14_000);
        auction.Seal("10:04", "b", 15_000);
        auction.Auction.Turn("10:10:02");
        auction.OpenOwn("10:11", "a");
        auction.Release("10:12", 3, "b");
        auction.Release("10:12", 1, "c");
        auction.Release("10:13", 1, "b");
        auction.Release("10:14", 2, "c");
        return auction.Auction.Records;
    }

    /// <summary>The highest bid stays shut.</summary>
    private static IReadOnlyList<Recorded> Unopened()
    {
        using var auction = new ASealedAuction(BiddingProtocol.SealedFirstPrice);
        auction.Seal("10:01", "a", 12_000);
        auction.Seal("10:02", "b", 15_000);
        auction.Auction.Turn("10:10");
        auction.Release("10:12", 3, "b");
        auction.OpenOwn("10:13", "a");
        auction.Auction.Turn("11:00");
        return auction.Auction.Records;
    }

    private static IReadOnlyList<Recorded> NoBids()
    {
        using var auction = new ASealedAuction(BiddingProtocol.Vickrey);
        auction.Auction.Turn("10:10");
        return auction.Auction.Records;
    }

    /// <summary>Below the start, and one whose shares make another key.</summary>
    private static IReadOnlyList<Recorded> Void()
    {
        using var auction = new ASealedAuction(BiddingProtocol.SealedFirstPrice);
        auction.Seal("10:01", "a", 9_000);
        string[] points = [.. auction.Terms.Sealed!.Holders.Select(holder => holder.Key)];
        var torn = SealedBids.Seal("auction:test", 2, new byte[40], 2, points, new byte[32], [.. Enumerable.Repeat((byte)7, 32)]);
        auction.Hand("10:02", "b", torn.Envelope);
        auction.Opened();
        return auction.Auction.Records;
    }

    private static void Drop(List<Recorded> records, int index)
    {
        records.RemoveAt(index);
        for (var i = index; i < records.Count; i++) records[i] = records[i] with { Version = i + 1 };
    }
}
