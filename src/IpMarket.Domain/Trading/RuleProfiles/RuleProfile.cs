using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.RuleProfiles;

/// <summary>
/// A rule profile (竞价规则): which protocol an auction follows and within which bounds. Versioned data with sources;
/// an auction keeps the version it was announced under. What a file leaves out is not bound.
/// </summary>
/// <param name="Code">Stable code, e.g. <c>online-bidding</c>.</param>
/// <param name="Version">1, 2, …; a changed bound is a new version.</param>
/// <param name="Name">中文 name as it stands on pages and papers.</param>
/// <param name="Demo">True: only where the demo market runs.</param>
/// <param name="EffectiveFrom">The first day, in the market's zone, on which auctions may be drafted under it.</param>
/// <param name="Protocols">Those the rule allows, the usual one first; not all need be offered here.</param>
/// <param name="SoftClose">What a bid in the last window may do to the end, the usual way first.</param>
/// <param name="StepPermilleOfStart">Bounds of the step in thousandths of the start price.</param>
/// <param name="DepositPermille">Bounds of the deposit in thousandths of <see cref="DepositOf"/>.</param>
/// <param name="Hours">Opening and scheduled close lie on working days in these hours; null = any (P35).</param>
/// <param name="Barred">Who may not bid under this profile (P17).</param>
/// <param name="Sources">Where each rule comes from, by the rule's name here.</param>
[GenerateSerializer, Immutable, Alias("trading.rule-profile/1")]
public sealed record RuleProfile(
    [property: Id(0)] string Code,
    [property: Id(1)] int Version,
    [property: Id(2)] string Name,
    [property: Id(3)] string NameEn,
    [property: Id(4)] bool Demo,
    [property: Id(5)] DateOnly EffectiveFrom,
    [property: Id(6)] ImmutableArray<BiddingProtocol> Protocols,
    [property: Id(7)] ImmutableArray<SoftCloseKind> SoftClose,
    [property: Id(8)] Bounds StartPriceFen,
    [property: Id(9)] Bounds StepFen,
    [property: Id(10)] Bounds StepPermilleOfStart,
    [property: Id(11)] Bounds DepositPermille,
    [property: Id(12)] Bounds SoftCloseSeconds,
    [property: Id(13)] Bounds DurationSeconds,
    [property: Id(14)] BiddingHours? Hours,
    [property: Id(15)] ImmutableArray<BarredBidder> Barred,
    [property: Id(16)] ImmutableArray<RuleSource> Sources)
{
    /// <summary>The last day, itself included; null = until changed.</summary>
    [Id(17)]
    public DateOnly? EffectiveUntil { get; init; }

    /// <summary>What the host must be recognised as before anything is published under it (P5).</summary>
    [Id(18)]
    public HostQualification Host { get; init; }

    /// <summary>The word 拍卖 may stand on what is published under it (P5).</summary>
    [Id(19)]
    public bool MaySayAuction { get; init; }

    /// <summary>What may be added to a protocol.</summary>
    [Id(20)]
    public ImmutableArray<BiddingOption> Options { get; init; } = [];

    /// <summary>Where deposits and the price are paid to.</summary>
    [Id(21)]
    public MoneyAccount Account { get; init; }

    /// <summary>Who may stop the bidding.</summary>
    [Id(22)]
    public ImmutableArray<Suspender> MaySuspend { get; init; } = [Suspender.CentreOfficer];

    /// <summary>When the buyer is named to everybody (P29); null = the rule says nothing.</summary>
    [Id(23)]
    public NamesDisclosure? Names { get; init; }

    /// <summary>Least time between announcement and opening; none = not bound.</summary>
    [Id(24)]
    public ImmutableArray<NoticeTier> Notice { get; init; } = [];

    /// <summary>Days the lot can be viewed before the opening, at least.</summary>
    [Id(25)]
    public int ViewingDays { get; init; }

    /// <summary>Start price in thousandths of the appraised value; null = an appraisal is not asked for.</summary>
    [Id(26)]
    public Bounds? StartPermilleOfAppraisal { get; init; }

    /// <summary>What the deposit is a share of.</summary>
    [Id(27)]
    public DepositBase DepositOf { get; init; }

    /// <summary>How a reserve may be; with <see cref="ReserveDisclosure.None"/> alone, none may be set.</summary>
    [Id(28)]
    public ImmutableArray<ReserveDisclosure> Reserves { get; init; } =
        [ReserveDisclosure.None, ReserveDisclosure.Public, ReserveDisclosure.EqualToStart];

    /// <summary>What may follow an auction without a sale; null = the rule says nothing.</summary>
    [Id(29)]
    public FailedLotLadder? Ladder { get; init; }

    /// <summary>Years its records are kept at least; 0 = the rule says nothing.</summary>
    [Id(30)]
    public int RecordYears { get; init; }

    /// <summary>How long a price of a descending clock stands, in seconds; null = not bound.</summary>
    [Id(50)]
    public Bounds? ClockSeconds { get; init; }

    /// <summary>The floor of a descending clock in thousandths of the start price; null = not bound.</summary>
    [Id(51)]
    public Bounds? FloorPermilleOfStart { get; init; }

    /// <summary>How an auction names the profile it follows.</summary>
    public ProfileRef Reference => new(Code, Version, Name);

    /// <summary>Whether the rule allows it and this market has it.</summary>
    public bool Takes(BiddingOption option) => Options.Contains(option) && OfferedHere.Options.Contains(option);

    public bool IsInForce(DateOnly day) => EffectiveFrom <= day && !(EffectiveUntil < day);

    /// <summary>Where a rule comes from; of one without a line of its own, that it is the market's.</summary>
    public RuleSource SourceOf(string field) =>
        Sources.FirstOrDefault(source => source.Field == field) ?? RuleSource.House(field);
}

/// <summary>A profile by code, version and name, as events and papers carry it.</summary>
[GenerateSerializer, Immutable, Alias("trading.profile-ref/1")]
public sealed record ProfileRef(
    [property: Id(0)] string Code,
    [property: Id(1)] int Version,
    [property: Id(2)] string Name);

/// <summary>Smallest and largest permitted value, both inclusive, in the unit the name says; the usual one.</summary>
[GenerateSerializer, Immutable, Alias("trading.bounds/1")]
public sealed record Bounds(
    [property: Id(0)] long Min, [property: Id(1)] long Max, [property: Id(2)] long? Usual = null)
{
    public bool Contains(long value) => value >= Min && value <= Max;
}

/// <summary>Hours of the market's zone (UTC+8), both inclusive.</summary>
[GenerateSerializer, Immutable, Alias("trading.bidding-hours/1")]
public sealed record BiddingHours([property: Id(0)] TimeOnly From, [property: Id(1)] TimeOnly To);

/// <summary>Where a rule comes from: an article, or the house itself.</summary>
/// <param name="Field">The rule it is about, by its name in the profile.</param>
[GenerateSerializer, Immutable, Alias("trading.rule-source/1")]
public sealed record RuleSource(
    [property: Id(0)] string Field, [property: Id(1)] string Zh, [property: Id(2)] string En)
{
    /// <summary>What binds everybody here, whatever the profile.</summary>
    public static RuleSource House(string field) => new(field, "本市场的一般限制", "a general limit of this market");

    /// <summary>As a refusal tells it.</summary>
    public Told Told => new(Zh, Zh, En);
}
