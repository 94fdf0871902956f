using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;

namespace IpMarket.Domain.Tests.Trading.Proofs;

/// <summary>Auctions as files are made of: sound ones, and such whose chain is whole and whose rules are not.</summary>
internal static class AnAuctionHistories
{
    public static readonly string[] Changes =
        ["amount", "bidder", "closesAt", "extension dropped", "winner", "price", "closed early"];

    public static AnAuction Sold()
    {
        var auction = new AnAuction().Open();
        auction.Bid("10:01", "a", 10_000);
        auction.Bid("10:06", "b", 10_500);
        auction.Bid("10:09:59.999999", "a", 11_000);
        auction.Turn("10:20");
        return auction;
    }

    /// <summary>By an officer and by an outage, both resumed.</summary>
    public static AnAuction Suspended()
    {
        var auction = new AnAuction().Open();
        auction.Bid("10:01", "a", 10_000);
        auction.Officer("10:02", "x", "suspend");
        auction.Officer("11:00", "x", "resume");
        auction.Turn("12:00", new Silence(AnAuction.At("11:05"), AnAuction.At("11:59")));
        auction.Bid("12:01", "b", 12_000);
        auction.Turn("13:00");
        return auction;
    }

    /// <summary>A bid below the reserve.</summary>
    public static AnAuction Unsold()
    {
        var auction = new AnAuction
        {
            Terms = new AnAuction().Terms with { Reserve = Money.Cny(1_200_000) },
        }.Open();
        auction.Bid("10:01", "a", 10_000);
        auction.Turn("10:20");
        return auction;
    }

    /// <summary>The chain computed anew over a changed record: only the rules can tell.</summary>
    /// <returns>The records, and the version of the first that breaks a rule.</returns>
    public static (List<Recorded> Records, long At) Changed(string change)
    {
        var records = Sold().Records.ToList();
        var bid = records.FindLastIndex(r => r.Event is BidPlaced);
        var close = records.Count - 1;
        var (placed, closed) = ((BidPlaced)records[bid].Event, (AuctionClosed)records[close].Event);
        var at = change switch
        {
            "amount" => Replace(records, bid, placed with { Amount = Money.Cny(1_099_999) }),
            "bidder" => Replace(records, bid, placed with { Bidder = 9 }),
            "closesAt" => Replace(records, bid, placed with { ClosesAt = placed.ClosesAt.AddSeconds(1) }),
            "winner" => Replace(records, close, closed with { Winner = 2 }),
            "price" => Replace(records, close, closed with { Price = Money.Cny(1) }),
            "closed early" => Early(records, close),
            _ => Drop(records, bid + 1),
        };
        return (records, at);
    }

    private static long Replace(List<Recorded> records, int index, IEvent fact)
    {
        records[index] = records[index] with { Event = fact };
        return index + 1;
    }

    private static long Early(List<Recorded> records, int index)
    {
        records[index] = records[index] with { At = ((AuctionClosed)records[index].Event).ClosedAt.AddTicks(-10) };
        return index + 1;
    }

    private static long Drop(List<Recorded> records, int index)
    {
        records.RemoveAt(index);
        for (var i = index; i < records.Count; i++) records[i] = records[i] with { Version = i + 1 };
        return index + 1;
    }
}
