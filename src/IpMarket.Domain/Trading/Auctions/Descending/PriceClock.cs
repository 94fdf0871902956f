using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Auctions.Descending;

/// <summary>
/// The clock of a descending auction. Which price it shows follows from the terms and the time that is left, so that a
/// suspension, which gives back the time that was left, stops and resumes it at the same place.
/// </summary>
public static class PriceClock
{
    /// <summary>Whether the terms make a clock: a floor below the start, steps that fall, an interval, not too many.
    /// </summary>
    public static bool IsSound(AuctionTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms is { Protocol: BiddingProtocol.Dutch, Clock.IntervalSeconds: >= 1, Reserve: { Fen: >= 1 } floor }
            && terms.Clock.IntervalSeconds <= Limits.ClockSecondsMax
            && floor < terms.StartPrice && terms.StartPrice.Fen <= Limits.AmountFenMax
            && (terms.StepTable is { } table
                ? table is { IsSound: true, Kind: not StepKind.Tiered }
                : terms.Step.Fen >= 1)
            && Count(terms) <= Limits.ClockPricesMax;
    }

    /// <summary>Every price it shows, the start price first, the floor last.</summary>
    public static ImmutableArray<Money> Prices(AuctionTerms terms) => [.. Falling(terms)];

    /// <summary>The end follows from the clock, and there is no soft close. Other protocols have no clock.</summary>
    public static AuctionTerms Set(AuctionTerms terms) => IsSound(terms)
        ? terms with { ClosesAt = terms.OpensAt + (Count(terms) * Interval(terms)), SoftCloseSeconds = 0 }
        : terms.Protocol == BiddingProtocol.Dutch ? terms
        : terms with { Clock = null };

    /// <summary>
    /// The price while so much time is left: each stands from its instant (included) for an interval (its end
    /// excluded). Before the opening the first, from the end on the last.
    /// </summary>
    public static Money At(AuctionTerms terms, TimeSpan left)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var prices = Prices(terms);
        var interval = Interval(terms);
        var stillToStand = Math.Clamp((left.Ticks + interval.Ticks - 1) / interval.Ticks, 1, prices.Length);
        return prices[prices.Length - (int)stillToStand];
    }

    internal static TimeSpan Interval(AuctionTerms terms) => TimeSpan.FromSeconds(terms.Clock!.IntervalSeconds);

    private static int Count(AuctionTerms terms) => Falling(terms).Take(Limits.ClockPricesMax + 1).Count();

    private static IEnumerable<Money> Falling(AuctionTerms terms)
    {
        var floor = terms.Reserve!.Value;
        for (var price = terms.StartPrice; price > floor;)
        {
            yield return price;
            var step = terms.StepTable?.At(price) ?? terms.Step;
            price = price - floor > step ? price - step : floor;
        }

        yield return floor;
    }
}
