using System.Globalization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;

namespace IpMarket.Domain.Tests.Trading.Proofs;

/// <summary>
/// Files whose chain is whole, made by one who knows the check: ranks from nowhere, maxima not kept to, parts that do
/// not fit. By name, the field they break by.
/// </summary>
internal static class CraftedFiles
{
    public static readonly IReadOnlyDictionary<string, (string Field, Func<string> Text)> All =
        new Dictionary<string, (string, Func<string>)>(StringComparer.Ordinal)
        {
            ["rank not recorded"] = ("public.rank", () => Ranks<BidderAdmitted>(
                it => it.Enrolment == 3 ? it with { Rank = 1 } : it)),
            ["rank without the right"] = ("public.rank", () => Plain<BidderAdmitted>(
                it => it.Enrolment == 3 ? it with { Rank = 1 } : it)),
            ["recorded rank left out"] = ("public.rank", () => Ranks<BidderAdmitted>(it => it with { Rank = 0 })),
            ["right of another enrolment"] = ("public.bidder", () => Ranks<PreemptionRecorded>(
                it => it with { Bidder = it.Bidder is null ? null : 3 })),
            ["enrolment admitted twice"] = ("public.enrolment", () => Ranks<BidderAdmitted>(
                it => it with { Enrolment = Math.Min(it.Enrolment, 2) })),
            ["winners enrolment"] = ("public.winnerEnrolment", () => Ranks<AuctionClosed>(
                it => it with { WinnerEnrolment = 1 })),
            ["winners rank"] = ("public.winnerRank", () => Ranks<AuctionClosed>(it => it with { WinnerRank = 0 })),
            ["maximum that does not answer"] = ("public.answer", () => Maxima(14_000, _ => null)),
            ["answer above the maximum"] = ("public.answer", () => Maxima(
                19_600, it => it! with { Amount = Money.Cny(2_010_000) })),
            ["answer short of a step"] = ("public.answer", () => Maxima(
                12_000, it => it! with { Amount = it.Amount - Money.Cny(30_000) })),
            ["maximum below the reserve it reaches"] = ("public.amount", BelowReserve),
            ["window in quotes"] = ("public", () => Crafted<AuctionAnnounced>(
                it => Replaced(it, "\"softCloseSeconds\":300", "\"softCloseSeconds\":\"300\""))),
            ["unknown soft close"] = ("public", () => Crafted<AuctionAnnounced>(
                it => Replaced(it, "\"BidPlusWindow\"", "\"Never\""))),
            ["end beyond the calendar"] = ("public", BeyondTheCalendar),
            ["member twice"] = ("public", () => Crafted<AuctionAnnounced>(
                it => Replaced(it, "\"softCloseSeconds\":300", "\"softCloseSeconds\":300,\"softCloseSeconds\":0"))),
            ["disclosed member twice"] = ("secret", () => Crafted<ProxySet>(
                secret: it => Replaced(it, "\"fields\":{", "\"fields\":{\"maximum\":null,"))),
            ["public member disclosed"] = ("secret", () => Crafted<ProxySet>(
                secret: it => Replaced(it, "\"fields\":{", "\"fields\":{\"bidder\":3,"))),
            ["secret in public"] = ("public", () => Crafted<ProxySet>(
                it => Replaced(it, "{\"bidder\"", "{\"maximum\":null,\"bidder\""))),
            ["terms of nothing"] = ("public", () => Crafted<AuctionAnnounced>(_ => "{}")),
        };

    private static AuctionTerms Terms => new AnAuction().Terms with { TakesProxies = true };

    private static string Ranks<T>(Func<T, T> bend)
        where T : IEvent => Bent(BiddingHistories.Sound["ranks"](), bend);

    private static string Plain<T>(Func<T, T> bend)
        where T : IEvent => Bent(AnAuctionHistories.Sold(), bend);

    private static string Bent<T>(AnAuction auction, Func<T, T> bend)
        where T : IEvent => Exported.EventFile(
        [
            .. auction.Records.Select(record => record.Event is T fact ? record with { Event = bend(fact) } : record),
        ]);

    /// <summary>a holds 20,000 and b bids; every secret is disclosed.</summary>
    private static string Maxima(long yuan, Func<BidAnswer?, BidAnswer?> bend)
    {
        var auction = new AnAuction { Terms = Terms }.Open();
        auction.Proxy("10:01", "a", 20_000);
        auction.Bid("10:02", "b", yuan);
        return Exported.EventFile(
        [
            .. auction.Records.Select(
                record => record.Event is BidPlaced bid ? record with { Event = After(bid) } : record),
        ], disclosed: true);

        BidPlaced After(BidPlaced bid) => bid with
        {
            Answer = bend(bid.Answer),
            NextMinimum = Terms.Beating(bend(bid.Answer)?.Amount ?? bid.Amount),
        };
    }

    private static string BelowReserve()
    {
        var terms = Terms with { Reserve = Money.Cny(1_400_000) };
        var auction = new AnAuction { Terms = terms }.Open();
        auction.Proxy("10:01", "a", 15_000);
        return Exported.EventFile(
        [
            .. auction.Records.Select(record => record.Event is ProxySet set
                ? record with
                {
                    Event = set with { Amount = terms.StartPrice, NextMinimum = terms.Beating(terms.StartPrice) },
                }
                : record),
        ], disclosed: true);
    }

    /// <summary>More time is given back at a resumption than the calendar has.</summary>
    private static string BeyondTheCalendar()
    {
        var auction = new AnAuction().Open();
        auction.Officer("10:02", "x", "suspend");
        auction.Officer("11:00", "x", "resume");
        var end = DateTimeOffset.Parse("9999-12-31T23:59:59Z", CultureInfo.InvariantCulture);
        return Exported.EventFile([.. auction.Records.Select(record => record with
        {
            Event = record.Event switch
            {
                AuctionAnnounced it => it with { Terms = it.Terms with { ClosesAt = end } },
                AuctionOpened it => it with { ClosesAt = end },
                AuctionSuspended it => it with
                {
                    LeftMicroseconds = (end - record.At).Ticks / TimeSpan.TicksPerMicrosecond,
                },
                var other => other,
            },
        })]);
    }

    /// <summary>The text of an event's parts changed, every secret disclosed.</summary>
    private static string Crafted<T>(Func<string, string>? shown = null, Func<string, string>? secret = null)
        where T : IEvent => Exported.EventFile(
        Exported.Records(BiddingHistories.Fought().Records, (fact, parts) => fact is T
            ? (shown?.Invoke(parts.Public) ?? parts.Public, secret?.Invoke(parts.Secret!) ?? parts.Secret)
            : parts),
        disclosed: true);

    private static string Replaced(string text, string what, string by) =>
        text.Contains(what, StringComparison.Ordinal)
            ? text.Replace(what, by, StringComparison.Ordinal)
            : throw new InvalidOperationException($"{what} does not stand in {text}");
}
