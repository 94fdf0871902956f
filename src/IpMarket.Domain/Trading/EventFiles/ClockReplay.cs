using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Descending;

namespace IpMarket.Domain.Trading.EventFiles;

/// <summary>
/// Follows the clock of a descending auction price by price, apart from the code that sold by it: from the start price
/// down by the step, each price for one interval, the floor last.
/// </summary>
internal static class ClockReplay
{
    private const int PricesMax = 1_000;

    /// <summary>Whether the announced terms are a clock's and end when it does.</summary>
    public static Breach? Announced(AuctionTerms terms)
    {
        var wrong = new Breach("public.terms", "They are no clock's.");
        if (terms.Clock is not { IntervalSeconds: >= 1 } clock) return wrong;
        if (terms.TakesProxies || terms.HasPreemption || terms.BuyNow is not null) return wrong;
        if (terms.Reserve is not { } floor || floor.Fen < 1 || floor >= terms.StartPrice) return wrong;
        if (terms.StepTable is { Kind: StepKind.Tiered } || terms.SoftCloseSeconds != 0) return wrong;
        var (price, stands) = (terms.StartPrice, 1);
        while (price > floor)
        {
            if (Lower(terms, price) is not { } lower || ++stands > PricesMax) return wrong;
            price = lower;
        }

        var end = terms.OpensAt.AddSeconds((long)stands * clock.IntervalSeconds);
        return terms.ClosesAt == end ? null : new Breach("public.terms", $"Its clock ends at {end:O}.");
    }

    /// <summary>Whether an act took the price the clock showed, and ended the auction at that instant.</summary>
    /// <param name="closesAt">The end as it stood before the act, given-back time included.</param>
    public static Breach? Taken(IMovesPrice act, AuctionTerms terms, DateTimeOffset closesAt, DateTimeOffset at)
    {
        if (act is not PriceTaken taken) return new Breach("type", "A clock takes no bids.");
        var (price, since) = (terms.StartPrice, closesAt - (terms.ClosesAt - terms.OpensAt));
        while (at >= since.AddSeconds(terms.Clock!.IntervalSeconds) && price > terms.Reserve)
        {
            since = since.AddSeconds(terms.Clock.IntervalSeconds);
            price = Lower(terms, price)!.Value;
        }

        return taken.Amount != price ? new Breach("public.amount", $"The clock showed {price}.")
            : taken.ClosesAt != at ? new Breach("public.closesAt", $"It should be {at:O}.")
            : null;
    }

    /// <summary>Whether an act of rising bids took the buy-now price while nobody had bid.</summary>
    public static Breach? BoughtNow(IMovesPrice act, AuctionTerms terms, long bids, DateTimeOffset at) =>
        terms.BuyNow is not { } price || bids > 0 ? new Breach("type", "There is no buy-now price any more.")
        : act.Amount != price ? new Breach("public.amount", $"It should be {price}.")
        : act.ClosesAt != at ? new Breach("public.closesAt", $"It should be {at:O}.")
        : null;

    private static Money? Lower(AuctionTerms terms, Money price)
    {
        var lower = price - (terms.StepTable?.At(price) ?? terms.Step);
        return lower >= price ? null : lower > terms.Reserve ? lower : terms.Reserve;
    }
}
