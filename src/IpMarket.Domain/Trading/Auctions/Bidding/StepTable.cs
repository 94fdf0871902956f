using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Auctions.Bidding;

/// <summary>How the step (加价幅度) follows the price.</summary>
public enum StepKind
{
    /// <summary>固定: the same at every price.</summary>
    [Words("固定", "fixed")]
    Fixed,

    /// <summary>按比例: a share of the price.</summary>
    [Words("按当前价的比例", "a percentage of the price")]
    Percent,

    /// <summary>分段: by the tier the price lies in.</summary>
    [Words("分段", "by tiers")]
    Tiered,
}

/// <summary>From a price on (included) up to the next tier (excluded), the step.</summary>
[GenerateSerializer, Immutable, Alias("trading.step-tier/1")]
public sealed record StepTier([property: Id(0)] Money From, [property: Id(1)] Money Step);

/// <summary>
/// 加价幅度表: the step at a price. Within <see cref="IsSound"/> a step is never 0, never falls as the price rises, and
/// no sum of a price and its step overflows.
/// </summary>
[GenerateSerializer, Immutable, Alias("trading.step-table/1")]
public sealed record StepTable([property: Id(0)] StepKind Kind)
{
    private const int PermilleMax = 1_000;
    private const long Thousand = 1_000;

    /// <summary>Fixed: one from 0. Tiered: rising, the first from 0. Percent: none.</summary>
    [Id(1)]
    public ImmutableArray<StepTier> Tiers { get; init; } = [];

    /// <summary>Percent: thousandths of the price, 1–1,000. Otherwise 0.</summary>
    [Id(2)]
    public int Permille { get; init; }

    /// <summary>Percent: a step is rounded up to a whole multiple of this; null = 1 fen.</summary>
    [Id(3)]
    public Money? RoundTo { get; init; }

    /// <summary>Whether the table is one; what it holds may still lie outside a profile.</summary>
    [JsonIgnore]
    public bool IsSound => Kind switch
    {
        StepKind.Percent => Tiers.IsDefaultOrEmpty && Permille is > 0 and <= PermilleMax
            && (RoundTo is not { } unit || IsAmount(unit)),
        StepKind.Fixed => AreTiers(1),
        _ => AreTiers(Limits.StepTiersMax),
    };

    public static StepTable Fixed(Money step) => new(StepKind.Fixed) { Tiers = [new(Money.Zero, step)] };

    public static StepTable Percent(int permille, Money? roundTo = null) =>
        new(StepKind.Percent) { Permille = permille, RoundTo = roundTo };

    public static StepTable Tiered(params ImmutableArray<StepTier> tiers) => new(StepKind.Tiered) { Tiers = tiers };

    /// <summary>What is added to this price at least.</summary>
    public Money At(Money price)
    {
        if (Kind == StepKind.Percent) return Money.Cny(Share(price.Fen));
        var place = Tiers.Length - 1;
        while (place > 0 && price < Tiers[place].From) place--;
        return Tiers[place].Step;
    }

    /// <summary>Two tables that say the same are equal.</summary>
    public bool Equals(StepTable? other) => other is not null
        && Kind == other.Kind && Permille == other.Permille && RoundTo == other.RoundTo
        && Rows.SequenceEqual(other.Rows);

    public override int GetHashCode() => HashCode.Combine(Kind, Permille, RoundTo, Rows.Length);

    private ReadOnlySpan<StepTier> Rows => Tiers.IsDefault ? [] : Tiers.AsSpan();

    /// <summary>Rounded up to a multiple of the unit, so it is at least one unit.</summary>
    private long Share(long price)
    {
        var unit = RoundTo?.Fen ?? 1;
        var share = ((Math.Max(price, 1) * Permille) + Thousand - 1) / Thousand;
        return (share + unit - 1) / unit * unit;
    }

    private bool AreTiers(int most)
    {
        if (Tiers.IsDefaultOrEmpty || Tiers.Length > most || Permille != 0 || RoundTo is not null) return false;
        for (var i = 0; i < Tiers.Length; i++)
        {
            var (from, step) = Tiers[i];
            if (!IsAmount(step) || from.Fen > Limits.AmountFenMax) return false;
            if (i == 0 ? !from.IsZero : from <= Tiers[i - 1].From || step < Tiers[i - 1].Step) return false;
        }

        return true;
    }

    private static bool IsAmount(Money amount) => amount.Fen is > 0 and <= Limits.AmountFenMax;
}
