using System.Collections.Immutable;
using System.Globalization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions.Bidding;

namespace IpMarket.Domain.Trading.RuleProfiles;

/// <summary>
/// A rule profile (竞价规则): which protocol an auction follows and within which bounds. Versioned data with sources;
/// an auction keeps the version it was announced under.
/// </summary>
/// <param name="Code">Stable code, e.g. <c>online-bidding</c>.</param>
/// <param name="Version">1, 2, …; a changed bound is a new version.</param>
/// <param name="Name">中文 name as it stands on pages and papers.</param>
/// <param name="Demo">True: only where the demo market runs.</param>
/// <param name="Hours">Opening and scheduled close lie on working days in these hours; null = any (P35).</param>
/// <param name="Barred">Who may not bid under this profile (P17).</param>
public sealed record RuleProfile(
    string Code,
    int Version,
    string Name,
    string NameEn,
    bool Demo,
    BiddingProtocol Protocol,
    SoftCloseKind SoftClose,
    Bounds StartPriceFen,
    Bounds StepFen,
    Bounds StepPermilleOfStart,
    Bounds DepositPermilleOfStart,
    Bounds SoftCloseSeconds,
    Bounds DurationSeconds,
    BiddingHours? Hours,
    ImmutableArray<BarredBidder> Barred,
    ImmutableArray<RuleSource> Sources)
{
    /// <summary>What a bidder may do beside open bids, and how the step may follow the price.</summary>
    public BiddingActs Acts { get; init; } = BiddingActs.OpenBids;

    /// <summary>How an auction names the profile it follows.</summary>
    public ProfileRef Reference => new(Code, Version, Name);

    /// <summary>What the rules of an auction need of it.</summary>
    public ProfileBounds TermBounds => new(
        Reference,
        StartPriceFen,
        StepFen,
        StepPermilleOfStart,
        DepositPermilleOfStart,
        SoftCloseSeconds,
        DurationSeconds,
        Hours?.From.ToString("HH:mm", CultureInfo.InvariantCulture),
        Hours?.To.ToString("HH:mm", CultureInfo.InvariantCulture)) { Acts = Acts };
}

/// <summary>A profile by code, version and name, as events and papers carry it.</summary>
[GenerateSerializer, Immutable, Alias("trading.profile-ref/1")]
public sealed record ProfileRef(
    [property: Id(0)] string Code,
    [property: Id(1)] int Version,
    [property: Id(2)] string Name);

/// <summary>The part of a profile that bounds an auction's terms.</summary>
[GenerateSerializer, Immutable, Alias("trading.profile-bounds/1")]
public sealed record ProfileBounds(
    [property: Id(0)] ProfileRef Profile,
    [property: Id(1)] Bounds StartPriceFen,
    [property: Id(2)] Bounds StepFen,
    [property: Id(3)] Bounds StepPermilleOfStart,
    [property: Id(4)] Bounds DepositPermilleOfStart,
    [property: Id(5)] Bounds SoftCloseSeconds,
    [property: Id(6)] Bounds DurationSeconds,
    [property: Id(7)] string? HoursFrom,
    [property: Id(8)] string? HoursTo)
{
    [Id(9)]
    public BiddingActs Acts { get; init; } = BiddingActs.OpenBids;

    public bool Takes(StepKind kind) => Acts.StepKinds.Contains(kind);
}

/// <summary>Smallest and largest permitted value, both inclusive, in the unit the name says; the usual one.</summary>
[GenerateSerializer, Immutable, Alias("trading.bounds/1")]
public sealed record Bounds(
    [property: Id(0)] long Min, [property: Id(1)] long Max, [property: Id(2)] long? Usual = null)
{
    public bool Contains(long value) => value >= Min && value <= Max;
}

/// <summary>Hours of the market's zone (UTC+8), both inclusive.</summary>
public sealed record BiddingHours(TimeOnly From, TimeOnly To);

/// <summary>Where a rule comes from: an article, or the house itself.</summary>
/// <param name="Field">The bound it is about, by its name in the profile.</param>
public sealed record RuleSource(string Field, string Zh, string En);

/// <summary>How bids are taken.</summary>
public enum BiddingProtocol
{
    /// <summary>Ascending, open; the step as <see cref="BiddingActs.StepKinds"/> permits.</summary>
    AscendingFixedStep,
}

/// <summary>What a bid in the last window does to the end.</summary>
public enum SoftCloseKind
{
    /// <summary>The end moves to the bid's instant + window, never earlier than it was (法释〔2016〕18号 20).</summary>
    BidPlusWindow,
}

/// <summary>Who is barred from bidding.</summary>
public enum BarredBidder
{
    Seller,

    /// <summary>关联方 of the seller.</summary>
    SellersAffiliates,

    /// <summary>The centre's own people.</summary>
    CentrePeople,
}
