using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;

namespace IpMarket.Domain.Tests.Trading.Proofs;

/// <summary>Auctions with step tables, maxima and ranks as files are made of, sound and with a rule broken.</summary>
internal static class BiddingHistories
{
    public static readonly string[] Changes =
    [
        "price raised", "answer raised", "answer by another", "winner of a tie", "leader's own raise",
        "maximum below its price", "price short of the maximum", "less than a tier's step", "match without a rank",
        "match of another price", "rank after the opening",
    ];

    public static readonly IReadOnlyDictionary<string, Func<AnAuction>> Sound =
        new Dictionary<string, Func<AnAuction>>(StringComparer.Ordinal)
        {
            ["steps-tiered"] = Tiered,
            ["steps-percent"] = Percent,
            ["maxima"] = Fought,
            ["maxima-reserve"] = Reserve,
            ["ranks"] = Ranked,
        };

    private static AuctionTerms Terms => new AnAuction().Terms with { TakesProxies = true, HasPreemption = true };

    /// <summary>Maxima against bids and maxima, an own raise, and a tie.</summary>
    public static AnAuction Fought()
    {
        var auction = new AnAuction { Terms = Terms }.Open();
        auction.Proxy("10:01", "a", 15_000);
        auction.Bid("10:02", "c", 12_000);
        auction.Proxy("10:03", "a", 16_000);
        auction.Proxy("10:06", "b", 20_000);
        auction.Proxy("10:07", "c", 18_000);
        return Closed(auction);
    }

    /// <summary>The chain computed anew over a changed record; which auction, the change says.</summary>
    /// <returns>The records, and whether the change shows only with every secret disclosed.</returns>
    public static (List<Recorded> Records, bool Disclosed) Changed(string change)
    {
        var records = (change switch
        {
            "less than a tier's step" => Tiered(),
            "match without a rank" or "match of another price" or "rank after the opening" => Ranked(),
            _ => Fought(),
        }).Records.ToList();
        var place = records.FindLastIndex(record => record.Event is IMovesPrice && IsMeant(change, record.Event));
        records[place] = records[place] with { Event = Bent(change, records[place].Event) };
        return (records, change.Contains("maximum", StringComparison.Ordinal));
    }

    private static bool IsMeant(string change, IEvent fact) => change switch
    {
        "answer raised" or "answer by another" or "winner of a tie" => fact is BidPlaced { Answer: not null },
        "less than a tier's step" => true,
        "match without a rank" or "match of another price" or "rank after the opening" => fact is PriceMatched,
        _ => fact is ProxySet { Answer.Leads: false },
    };

    private static IEvent Bent(string change, IEvent fact) => (change, fact) switch
    {
        ("price raised", ProxySet set) => set with { Amount = set.Amount + Money.Cny(1) },
        ("answer raised", BidPlaced bid) => bid with { Answer = bid.Answer! with { Amount = Money.Cny(9_900_000) } },
        ("answer by another", BidPlaced bid) => bid with { Answer = bid.Answer! with { Bidder = 3 } },
        ("winner of a tie", BidPlaced bid) => bid with { Answer = bid.Answer! with { Leads = false } },
        ("leader's own raise", ProxySet set) => set with { Bidder = 1, Answer = null },
        ("maximum below its price", ProxySet set) => set with { Maximum = set.Amount - Money.Cny(1) },
        ("price short of the maximum", ProxySet set) => set with { Amount = set.Answer!.Amount + Money.Cny(1) },
        ("less than a tier's step", BidPlaced bid) => bid with { Amount = Money.Cny(2_049_999) },
        ("match without a rank", PriceMatched match) => match with { Bidder = 3 },
        ("match of another price", PriceMatched match) => match with { Amount = match.Amount + Money.Cny(1) },
        _ => new PreemptionRecorded(3, 3, 1, PreemptionSource.Law, "按份共有人", "登记簿"),
    };

    private static AnAuction Tiered()
    {
        var auction = new AnAuction
        {
            Terms = Terms with
            {
                StepTable = StepTable.Tiered(
                    new StepTier(Money.Zero, Money.Cny(50_000)), new StepTier(Money.Cny(1_500_000), Money.Cny(100_000))),
            },
        }.Open();
        auction.Bid("10:01", "a", 10_000);
        auction.Bid("10:02", "b", 10_500);
        auction.Bid("10:03", "a", 19_500);
        auction.Bid("10:06", "c", 20_500);
        return Closed(auction);
    }

    private static AnAuction Percent()
    {
        var auction = new AnAuction { Terms = Terms with { StepTable = StepTable.Percent(75, Money.Cny(10_000)) } }.Open();
        auction.Bid("10:01", "a", 10_000);
        auction.Proxy("10:02", "b", 15_000);
        auction.Bid("10:03", "c", 11_600);
        return Closed(auction);
    }

    private static AnAuction Reserve()
    {
        var auction = new AnAuction { Terms = Terms with { Reserve = Money.Cny(1_400_000) } }.Open();
        auction.Proxy("10:01", "a", 12_000);
        auction.Proxy("10:02", "b", 11_000);
        auction.Proxy("10:03", "a", 15_000);
        auction.Proxy("10:04", "c", 14_900);
        return Closed(auction);
    }

    /// <summary>b is of rank 1, and d, admitted late, of rank 2.</summary>
    private static AnAuction Ranked()
    {
        var auction = new AnAuction { Terms = Terms }.Announced();
        auction.Right("9:30", 2, 1);
        auction.Open();
        auction.Do("10:00", "d", (s, m) => AuctionDecider.Decide(s, new RequestEnrolment(AnAuction.Bidder("d")), m));
        auction.Right("10:01", 4, 2);
        auction.Do("10:02", "house", (s, m) => AuctionDecider.Decide(s, new AdmitBidder(4, AnAuction.Bidder("d")), m));
        auction.Proxy("10:03", "a", 11_000);
        auction.Match("10:04", "d", 10_000);
        auction.Match("10:05", "d", 10_500);
        auction.Match("10:06", "d", 11_000);
        auction.Match("10:07", "b", 11_000);
        return Closed(auction);
    }

    private static AnAuction Closed(AnAuction auction)
    {
        auction.Turn("10:50");
        return auction;
    }
}
