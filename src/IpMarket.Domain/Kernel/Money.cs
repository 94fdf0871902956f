namespace IpMarket.Domain.Kernel;

/// <summary>Currencies an amount may carry. The value is the ISO 4217 number.</summary>
public enum Currency
{
    /// <summary>Renminbi, counted in fen (1/100 yuan).</summary>
    CNY = 156,
}

/// <summary>
/// A whole number of fen with its currency. Arithmetic is checked: an overflow throws. Amounts of two currencies are
/// never added or compared. The default value is 0 fen without a currency and is refused by every operation.
/// </summary>
[GenerateSerializer, Immutable, Alias("kernel.money/1")]
public readonly record struct Money([property: Id(0)] long Fen, [property: Id(1)] Currency Currency)
    : IComparable<Money>
{
    /// <summary>Zero renminbi.</summary>
    public static readonly Money Zero = Cny(0);

    /// <summary>An amount of renminbi in fen.</summary>
    public static Money Cny(long fen) => new(fen, Currency.CNY);

    public bool IsZero => Fen == 0;

    public bool IsPositive => Fen > 0;

    public static Money operator +(Money left, Money right) => left with { Fen = left.Fen + Same(left, right).Fen };

    public static Money operator -(Money left, Money right) => left with { Fen = left.Fen - Same(left, right).Fen };

    public static Money operator -(Money amount) => amount with { Fen = -amount.Fen };

    public static Money operator *(Money amount, long times) => amount with { Fen = amount.Fen * times };

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    public int CompareTo(Money other) => Fen.CompareTo(Same(this, other).Fen);

    /// <summary>
    /// Yuan with two decimals and thousands separators, e.g. <c>¥1,250,000.00</c>. For people, never parsed.
    /// </summary>
    public override string ToString()
    {
        var magnitude = Int128.Abs(Fen);
        var text = ((long)(magnitude / 100)).ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
        return $"{(Fen < 0 ? "-" : "")}¥{text}.{(int)(magnitude % 100):00}";
    }

    private static Money Same(Money left, Money right) => left.Currency == right.Currency && left.Currency != default
        ? right
        : throw new InvalidOperationException($"Amounts of {left.Currency} and {right.Currency} do not mix.");
}
