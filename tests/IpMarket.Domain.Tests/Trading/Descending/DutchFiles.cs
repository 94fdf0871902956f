using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Tests.Trading.Proofs;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Descending;

namespace IpMarket.Domain.Tests.Trading.Descending;

/// <summary>Descending auctions as files are made of, sound and, by the field they break by, with a rule broken.</summary>
internal static class DutchFiles
{
    public static readonly IReadOnlyDictionary<string, Func<AnAuction>> Sound =
        new Dictionary<string, Func<AnAuction>>(StringComparer.Ordinal)
        {
            ["sold"] = Sold,
            ["sold-by-percent"] = Percent,
            ["suspended"] = Suspended,
            ["unsold"] = Unsold,
            ["bought-now"] = BoughtNow,
        };

    public static readonly IReadOnlyDictionary<string, (string Field, Func<string> Text)> Broken =
        new Dictionary<string, (string, Func<string>)>(StringComparer.Ordinal)
        {
            ["clock price not shown"] = ("public.amount", () => Of(Sold(), Price(950_000))),
            ["clock price after a resumption"] = ("public.amount", () => Of(Suspended(), Price(900_000))),
            ["clock goes on"] = ("public.closesAt", () => Of(Sold(), fact => fact is PriceTaken taken
                ? taken with { ClosesAt = AnAuction.At("10:14") } : fact)),
            ["clock sold by a bid"] = ("type", () => Of(Sold(), fact => fact is PriceTaken taken
                ? new BidPlaced(taken.Bidder, taken.Amount, taken.Amount, taken.ClosesAt) : fact)),
            ["clock price taken in rising bids"] = ("type", () => Of(AnAuctionHistories.Sold(), fact =>
                fact is BidPlaced { Bidder: 2 } bid ? new PriceTaken(bid.Bidder, bid.Amount, bid.ClosesAt) : fact)),
            ["clock winner another"] = ("public.winner", () => Of(Sold(), fact => fact is AuctionClosed closed
                ? closed with { Winner = 1 } : fact)),
            ["clock result at another price"] = ("public.price", () => Of(Sold(), fact => fact is AuctionClosed closed
                ? closed with { Price = Money.Cny(700_000) } : fact)),
            ["clock result later"] = ("type", Later),
            ["clock ends early"] = ("public.terms", () => Of(Sold(), Announced(
                terms => terms with { ClosesAt = AnAuction.At("10:12") }))),
            ["clock without a floor"] = ("public.terms", () => Of(Sold(), Announced(
                terms => terms with { Reserve = null }))),
            ["clock with maxima"] = ("public.terms", () => Of(Sold(), Announced(
                terms => terms with { TakesProxies = true }))),
            ["clock that stands still"] = ("public.terms", () => Of(Sold(), Announced(
                terms => terms with { Step = Money.Zero }))),
            ["bought now at another price"] = ("public.amount", () => Of(BoughtNow(), Price(1_400_000))),
            ["bought now after a bid"] = ("type", () => Of(AnAuctionHistories.Sold(), fact => fact switch
            {
                AuctionAnnounced announced => announced with { Terms = BuyNowTests.Terms },
                BidPlaced { Bidder: 2 } bid => new PriceTaken(bid.Bidder, bid.Amount, bid.ClosesAt),
                _ => fact,
            })),
            ["bought now below the start"] = ("public.terms", () => Of(BoughtNow(), Announced(
                terms => terms with { BuyNow = terms.StartPrice }))),
            ["bought now below the reserve"] = ("public.terms", () => Of(BoughtNow(), Announced(
                terms => terms with { Reserve = terms.BuyNow + Money.Cny(1) }))),
            ["bought now before those with a right"] = ("public.terms", () => Of(BoughtNow(), Announced(
                terms => terms with { HasPreemption = true }))),
            ["clock without an interval"] = ("public.terms", () => Of(Sold(), Announced(
                terms => terms with { Clock = new ClockTerms(0) }))),
        };

    /// <summary>At 10:05:30 the clock shows ¥9,000.</summary>
    public static AnAuction Sold()
    {
        var auction = ADescent.Open();
        auction.Take("10:05:30", "b", 9_000);
        return auction;
    }

    /// <summary>As the market has it: a tree head is signed right after the close.</summary>
    public static AnAuction SoldWithHead(ASigner signer)
    {
        var auction = Sold();
        signer.SignHead(auction, "10:05:31");
        return auction;
    }

    private static AnAuction Percent()
    {
        var auction = ADescent.Open(ADescent.Terms with { StepTable = StepTable.Percent(75, Money.Cny(10_000)) });
        auction.Take("10:07", "c", 7_800);
        return auction;
    }

    /// <summary>By an officer while ¥9,500 stood, by an outage while the floor did.</summary>
    private static AnAuction Suspended()
    {
        var auction = ADescent.Open();
        auction.Officer("10:03", "x", "suspend");
        auction.Officer("11:00", "x", "resume");
        auction.Turn("12:00", new Silence(AnAuction.At("11:10"), AnAuction.At("11:59")));
        auction.Take("12:01:59.999999", "a", 7_000);
        return auction;
    }

    private static AnAuction BoughtNow()
    {
        var auction = new AnAuction { Terms = BuyNowTests.Terms }.Open();
        auction.Take("10:03", "c", 15_000);
        return auction;
    }

    private static AnAuction Unsold()
    {
        var auction = ADescent.Open();
        auction.Turn("10:30");
        return auction;
    }

    private static string Later() => Exported.EventFile(
    [
        .. Sold().Records.Select(record => record.Event is AuctionClosed
            ? record with { CommandId = CommandIds.Of("test", 99, "later") }
            : record),
    ]);

    private static Func<IEvent, IEvent> Price(long fen) => fact => fact switch
    {
        PriceTaken taken => taken with { Amount = Money.Cny(fen) },
        AuctionClosed closed => closed with { Price = Money.Cny(fen) },
        _ => fact,
    };

    private static Func<IEvent, IEvent> Announced(Func<AuctionTerms, AuctionTerms> bend) => fact =>
        fact is AuctionAnnounced announced ? announced with { Terms = bend(announced.Terms) } : fact;

    private static string Of(AnAuction auction, Func<IEvent, IEvent> bend) => Exported.EventFile(
        [.. auction.Records.Select(record => record with { Event = bend(record.Event) })]);
}
