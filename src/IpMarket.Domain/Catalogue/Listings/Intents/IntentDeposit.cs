using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Intents;

/// <summary>
/// What a deposit of an intent may be: configuration of the house. Never above <paramref name="MaxPercent"/> of the
/// announced price, where one is announced.
/// </summary>
/// <param name="SourceZh">Where it comes from, and what of it is unsure.</param>
[GenerateSerializer, Immutable, Alias("catalogue.intent-deposit-span/1")]
public sealed record IntentDepositSpan(
    [property: Id(0)] long MinFen,
    [property: Id(1)] long MaxFen,
    [property: Id(2)] int MaxPercent,
    [property: Id(3)] string SourceZh,
    [property: Id(4)] string SourceEn)
{
    public bool IsSound =>
        MinFen >= 1 && MinFen <= MaxFen && MaxFen <= Limits.AmountFenMax && MaxPercent is >= 1 and <= 100;

    public Money Min => Money.Cny(MinFen);

    /// <summary>The most beside such a price, in whole fen. May be below the least: then none fits.</summary>
    public Money MaxOf(Money? price) => Money.Cny(
        price is { } announced ? (long)Math.Min(MaxFen, (decimal)announced.Fen * MaxPercent / 100) : MaxFen);
}

/// <summary>The whole deposit of an intent is in: from here on it counts.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.intent-deposit-received/1")]
public sealed record IntentDepositReceived(
    [property: Id(0)] int Intent,
    [property: Id(1), Secret] string? Party) : IEvent;

/// <summary>These intents are over: what came, or comes, for their deposits goes back where it came from.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.intent-deposits-released/1")]
public sealed record IntentDepositsReleased([property: Id(0)] ImmutableArray<int> Intents) : IEvent;

/// <summary>A process: the escrow case has counted an intent's deposit in full.</summary>
/// <param name="CountedAt">When the case did; before the period's end it is in time, whenever this arrives.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.count-intent-deposit/1")]
public sealed record CountIntentDeposit(
    [property: Id(0)] int Intent,
    [property: Id(1)] DateTimeOffset CountedAt) : ICommand;
