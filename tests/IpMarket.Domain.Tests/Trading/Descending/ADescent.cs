using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Descending;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Tests.Trading.Descending;

/// <summary>
/// A descending auction: ¥10,000 at 10:00, every two minutes ¥500 less, ¥7,000 from 10:12 until the end at 10:14.
/// </summary>
internal static class ADescent
{
    public static readonly RuleProfile Rules = AnAuction.ProfileOf("online-bidding")! with
    {
        Protocols = [BiddingProtocol.English, BiddingProtocol.Dutch],
        Options = OfferedHere.Options,
        ClockSeconds = new Bounds(60, 3_600, 300),
        FloorPermilleOfStart = new Bounds(200, 999),
    };

    public static AuctionTerms Terms { get; } = new AnAuction().Terms with
    {
        Protocol = BiddingProtocol.Dutch,
        Reserve = Money.Cny(700_000),
        Clock = new ClockTerms(120),
        ClosesAt = AnAuction.At("10:14"),
        SoftCloseSeconds = 0,
    };

    public static AnAuction Of(AuctionTerms terms) => new() { Terms = terms, Rules = Rules };

    public static AnAuction Open(AuctionTerms? terms = null) => Of(terms ?? Terms).Open();

    public static ImmutableArray<long> Yuan(AuctionTerms terms) =>
        [.. PriceClock.Prices(terms).Select(price => price.Fen / 100)];
}
