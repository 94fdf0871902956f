using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Auctions.Descending;

/// <summary>
/// Whether the terms of a descending auction are a clock's, within a profile and this market's limits.
/// </summary>
internal static class ClockBounds
{
    /// <summary>Null when they are. Without a profile (a proposal) only the market's own limits bind.</summary>
    public static Refusal? Fault(Auction auction, AuctionTerms terms, RuleProfile? profile)
    {
        return FloorOut(auction, terms, profile) ?? IntervalOut(auction, terms, profile)
            ?? DepositOut(auction, terms, profile)
            ?? (PriceClock.IsSound(terms) || StepBounds.Fault(terms, profile) is not null
                ? null
                : AuctionDecider.No(auction, ClockRefusal.TooManyPrices, ("max", Limits.ClockPricesMax)));
    }

    private static Refusal? FloorOut(Auction auction, AuctionTerms terms, RuleProfile? profile)
    {
        var start = terms.StartPrice.Fen;
        var (least, most) = profile?.FloorPermilleOfStart is { } share
            ? (Math.Max(1, AuctionDecider.ShareUp(start, share.Min)), AuctionDecider.ShareDown(start, share.Max))
            : (1, start);
        most = Math.Min(most, start - 1);
        return terms.Reserve is { } floor && floor.Fen >= least && floor.Fen <= most
            ? null
            : AuctionDecider.Between(
                auction,
                ClockRefusal.FloorOutOfBounds,
                Money.Cny(least),
                Money.Cny(Math.Max(0, most)),
                AuctionDecider.Source(profile, "floorPermilleOfStart"));
    }

    /// <summary>All of a deposit is held towards the price, so it is never above the least one.</summary>
    private static Refusal? DepositOut(Auction auction, AuctionTerms terms, RuleProfile? profile) =>
        terms.Deposit <= terms.LeastPrice
            ? null
            : AuctionDecider.Between(
                auction,
                AuctionRefusal.DepositOutOfBounds,
                Money.Cny(1),
                terms.LeastPrice,
                AuctionDecider.Source(profile, "depositPermille"));

    private static Refusal? IntervalOut(Auction auction, AuctionTerms terms, RuleProfile? profile)
    {
        var (least, most) = profile?.ClockSeconds is { } bounds
            ? (Math.Max(1, bounds.Min), Math.Min(bounds.Max, Limits.ClockSecondsMax))
            : (1, Limits.ClockSecondsMax);
        return terms.Clock is { } clock && clock.IntervalSeconds >= least && clock.IntervalSeconds <= most
            ? null
            : AuctionDecider.Between(
                auction,
                ClockRefusal.ClockOutOfBounds,
                least,
                most,
                AuctionDecider.Source(profile, "clockSeconds"));
    }
}
