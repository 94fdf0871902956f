using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Auctions.Bidding;

/// <summary>Whether the steps of terms lie within a profile; without one only the market's limits bind.</summary>
public static class StepBounds
{
    /// <summary>
    /// Why they do not; null when they do. A step is measured where the price can meet it: at the start price, and of a
    /// tier above it where the tier begins. A share's thousandths lie within the profile's own.
    /// </summary>
    public static (AuctionRefusal Code, long MinFen, long MaxFen)? Fault(AuctionTerms terms, RuleProfile? profile)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.IsSealed) return null;
        if (terms.StepTable is not { } table) return Outside(terms.StartPrice.Fen, terms.Step.Fen, profile);
        if (!table.IsSound) return (AuctionRefusal.StepTableMalformed, 0, 0);
        var start = terms.StartPrice;
        if (table.Kind == StepKind.Percent)
        {
            var (min, max) = Bounds(start.Fen, profile);
            return profile?.StepPermilleOfStart.Contains(table.Permille) == false
                ? (AuctionRefusal.StepOutOfBounds, min, max)
                : Outside(start.Fen, table.At(start).Fen, profile);
        }

        for (var i = 0; i < table.Tiers.Length; i++)
        {
            var isBelowStart = i + 1 < table.Tiers.Length && table.Tiers[i + 1].From <= start;
            if (isBelowStart) continue;
            var price = Math.Max(start.Fen, table.Tiers[i].From.Fen);
            if (Outside(price, table.Tiers[i].Step.Fen, profile) is { } fault) return fault;
        }

        return null;
    }

    private static (AuctionRefusal Code, long MinFen, long MaxFen)? Outside(
        long price, long step, RuleProfile? profile)
    {
        var (min, max) = Bounds(price, profile);
        return step < min || step > max ? (AuctionRefusal.StepOutOfBounds, min, max) : null;
    }

    private static (long Min, long Max) Bounds(long price, RuleProfile? profile) =>
        profile is null ? (1, Limits.AmountFenMax) : (
            Math.Max(profile.StepFen.Min, ((price * profile.StepPermilleOfStart.Min) + 999) / 1_000),
            Math.Min(profile.StepFen.Max, Math.Max(1, price * profile.StepPermilleOfStart.Max / 1_000)));
}
