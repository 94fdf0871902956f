using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Auctions.Sealed;

/// <summary>What the terms of sealed protocols must have, and those of others must not.</summary>
public static class SealedRules
{
    /// <param name="terms">Proposed, drafted or announced.</param>
    /// <param name="isWhole">The holders are named; a proposal may leave them to the draft.</param>
    /// <returns>Why they will not do; null when they will.</returns>
    public static Refusal? Fault(AuctionTerms terms, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (!terms.IsSealed)
            return terms.Sealed is null ? null : Refusal.Of(SealedRefusal.HoldersWithoutSealedBids);
        if (!terms.Step.IsZero || terms.StepTable is not null) return Refusal.Of(SealedRefusal.StepInSealed);
        if (terms.Sealed is not { } set) return isWhole ? Refusal.Of(SealedRefusal.HoldersMissing) : null;
        return HoldersFault(set);
    }

    private static Refusal? HoldersFault(SealedTerms set)
    {
        if (set.OpeningSeconds is < Limits.OpeningSecondsMin or > Limits.OpeningSecondsMax)
        {
            return Refusal.Of(
                SealedRefusal.OpeningOutOfBounds,
                ("min", Limits.OpeningSecondsMin),
                ("max", Limits.OpeningSecondsMax));
        }

        var holders = set.Holders;
        if (holders.IsDefault || holders.Length is < Limits.SealedThresholdMin or > Limits.SealedHoldersMax
            || set.Threshold < Limits.SealedThresholdMin || set.Threshold > holders.Length)
        {
            return Refusal.Of(
                SealedRefusal.HoldersOutOfBounds,
                ("min", Limits.SealedThresholdMin),
                ("max", Limits.SealedHoldersMax));
        }

        if (holders.Any(holder => string.IsNullOrWhiteSpace(holder.Name) || holder.Name.Length > Limits.NameCharsMax))
            return Refusal.Of(SealedRefusal.HolderUnnamed, ("max", Limits.NameCharsMax));
        if (holders.FirstOrDefault(holder => !HolderKey.IsPoint(holder.Key)) is { } wrong)
            return Refusal.Of(SealedRefusal.HolderKeyMalformed, ("holder", wrong.Name));
        return holders.DistinctBy(holder => holder.Key, StringComparer.Ordinal).Count() < holders.Length
            ? Refusal.Of(SealedRefusal.HolderKeyTwice)
            : null;
    }
}
