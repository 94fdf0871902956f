using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.RuleProfiles;

/// <summary>What may follow an auction without a sale, in this order, and the bounds of another auction.</summary>
/// <param name="ReauctionsMax">How often it may be auctioned again; null = not bound.</param>
/// <param name="CutPermilleMax">How much lower it may start, in thousandths of the start before; null = not bound.
/// </param>
/// <param name="WithinDays">Another auction opens within so many days of the last close; null = not bound.</param>
/// <param name="Notice">Least time between announcement and opening of another auction; null = as for the first.
/// </param>
[GenerateSerializer, Immutable, Alias("trading.failed-lot-ladder/1")]
public sealed record FailedLotLadder(
    [property: Id(0)] ImmutableArray<LadderStep> Steps,
    [property: Id(1)] int? ReauctionsMax,
    [property: Id(2)] int? CutPermilleMax,
    [property: Id(3)] int? WithinDays,
    [property: Id(4)] NoticeTier? Notice)
{
    /// <summary>
    /// The least start of another auction in thousandths of the appraised value, however often it was cut: then an
    /// appraisal is asked for again; null = not bound.
    /// </summary>
    [Id(5)]
    public int? FloorPermilleOfAppraisal { get; init; }

    /// <summary>The least start price of another auction, rounded up to a whole fen.</summary>
    public Money LeastStart(Money before) => CutPermilleMax is { } cut
        ? Money.Cny(((before.Fen * (1_000 - cut)) + 999) / 1_000)
        : Money.Cny(1);

    /// <summary>The last instant at which another auction may open; null where none is said.</summary>
    public DateTimeOffset? LatestOpening(DateTimeOffset closed) =>
        WithinDays is { } days ? closed.AddDays(days) : null;
}

/// <summary>The auction of the same lot that ended without a sale, where one did.</summary>
/// <param name="StartPrice">The least price it was offered at: its start price, or the floor of a descending one.
/// </param>
/// <param name="Auctions">How many of the lot did under its profile, this one included.</param>
[GenerateSerializer, Immutable, Alias("trading.auction-before/1")]
public sealed record AuctionBefore(
    [property: Id(0)] Money StartPrice, [property: Id(1)] DateTimeOffset ClosedAt, [property: Id(2)] int Auctions)
{
    /// <summary>Code of the rule profile it was held under; null = unknown, it binds no other auction.</summary>
    [Id(3)]
    public string? Profile { get; init; }

    /// <summary>The last one under another profile, where there was one.</summary>
    [Id(4)]
    public AuctionBefore? Other { get; init; }

    /// <summary>The last one under this profile; null: another auction is a first one under it.</summary>
    public AuctionBefore? Under(string profile) => Profile == profile ? this : Other?.Under(profile);
}
