using System.Collections.Immutable;
using System.Text.Json;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties.Onboarding;

namespace IpMarket.Domain.Catalogue.Listings.Period;

/// <summary>When the seller learns who filed purchase intents (P29).</summary>
public enum IntentNames
{
    Never,

    /// <summary>
    /// While the contract with the only one is due, where the deal is agreed upon and not bid for, and once the listing
    /// is sold; otherwise only how many: whoever may still bid, or file again, is not named.
    /// </summary>
    AtPeriodEnd,
}

/// <summary>What of purchase intents is told in which state of their listing.</summary>
public static class IntentDisclosure
{
    /// <summary>Offers are told: nobody bids against them any more.</summary>
    public static bool ArePriced(Listing listing) =>
        listing.State is ListingState.ContractDue or ListingState.Sold || listing.Period.AwaitsDeals;

    /// <summary>The seller is told who filed, and with what offer.</summary>
    public static bool AreNamed(this IntentNames names, Listing listing) =>
        names == IntentNames.AtPeriodEnd && ArePriced(listing);
}

/// <summary>Working days this centre lets a seller choose; 0 = auction at once.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.period-span/1")]
public sealed record PeriodSpan([property: Id(0)] int Min, [property: Id(1)] int Max, [property: Id(2)] int Usual);

/// <summary>
/// A least period, with where it comes from. Whatever is unsure of the law is here, shown with its source.
/// </summary>
/// <param name="Seller">The fact of the seller's that makes it bind.</param>
/// <param name="PriceFromFen">Binds from this asking price on, and where none is asked; null = at any price.</param>
/// <param name="OnlyNegotiable">Binds only where no price is asked.</param>
/// <param name="CalendarDays">The period also lasts at least so many days, working or not.</param>
/// <param name="From">The first day it holds.</param>
/// <param name="Until">The last day, itself included; null = until changed.</param>
/// <param name="ArticleZh">What a refusal names.</param>
[GenerateSerializer, Immutable, Alias("catalogue.period-minimum/1")]
public sealed record PeriodMinimum(
    [property: Id(0)] PartyFactKind Seller,
    [property: Id(1)] ImmutableArray<ListingMode> Modes,
    [property: Id(2)] long? PriceFromFen,
    [property: Id(3)] bool OnlyNegotiable,
    [property: Id(4)] int WorkingDays,
    [property: Id(5)] int CalendarDays,
    [property: Id(6)] DateOnly From,
    [property: Id(7)] DateOnly? Until,
    [property: Id(8)] string ArticleZh,
    [property: Id(9)] string ArticleEn,
    [property: Id(10)] string SourceZh,
    [property: Id(11)] string SourceEn)
{
    public bool Binds(ImmutableArray<PartyFactKind> seller, ListingMode mode, Money? price, DateOnly day) =>
        seller.Contains(Seller)
        && Modes.Contains(mode)
        && (price is null || (!OnlyNegotiable && !(price.Value.Fen < PriceFromFen)))
        && From <= day
        && !(Until < day);
}

/// <summary>
/// A duty of such sellers to have their transfer bid for openly where two or more are interested, with where it comes
/// from: what cannot be bid for is then not concluded by choice.
/// </summary>
/// <param name="Seller">The fact of the seller's that makes it bind.</param>
/// <param name="From">The first day it holds.</param>
/// <param name="Until">The last day, itself included; null = until changed.</param>
[GenerateSerializer, Immutable, Alias("catalogue.bidding-duty/1")]
public sealed record BiddingDuty(
    [property: Id(0)] PartyFactKind Seller,
    [property: Id(1)] ImmutableArray<ListingMode> Modes,
    [property: Id(2)] DateOnly From,
    [property: Id(3)] DateOnly? Until,
    [property: Id(4)] string ArticleZh,
    [property: Id(5)] string ArticleEn,
    [property: Id(6)] string SourceZh,
    [property: Id(7)] string SourceEn);

/// <summary>What binds one listing's period on a day.</summary>
/// <param name="CalendarDays">Days, working or not, it lasts at least.</param>
/// <param name="Ground">
/// The strictest minimum of law in working days, also where the house asks for more; null where none binds.
/// </param>
[GenerateSerializer, Immutable, Alias("catalogue.period-bounds/1")]
public sealed record PeriodBounds(
    [property: Id(0)] PeriodSpan Span,
    [property: Id(1)] int CalendarDays,
    [property: Id(2)] PeriodMinimum? Ground)
{
    /// <summary>The minimum of law <see cref="CalendarDays"/> rest on; null where there are none.</summary>
    [Id(3)]
    public PeriodMinimum? DaysGround { get; init; }

    /// <summary>The least working days are the law's, not more that the house asks for.</summary>
    public bool IsLeastByLaw => Ground?.WorkingDays >= Span.Min;

    /// <summary>
    /// What of law the least period rests on, in working days or in days; empty where only the house's rule does.
    /// </summary>
    public ImmutableArray<PeriodMinimum> Quoted =>
        [.. new[] { IsLeastByLaw ? Ground : null, DaysGround }.OfType<PeriodMinimum>().Distinct()];

    public bool AllowsAuctionAtOnce => Span.Min == 0;
}

/// <summary>
/// The rules of listing periods (挂牌期): configuration with sources. Day one is the working day after the notice; the
/// period ends on its last working day at <paramref name="EndsAt"/> (民法典 201, 203).
/// </summary>
/// <param name="EndsAt">Time of day in the market's zone.</param>
/// <param name="ExtensionWorkingDays">One step of an extension.</param>
/// <param name="ContractWorkingDays">The term for concluding the contract with the only interested party.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing-period-rules/1")]
public sealed record ListingPeriodRules(
    [property: Id(0)] TimeOnly EndsAt,
    [property: Id(1)] PeriodSpan House,
    [property: Id(2)] int ExtensionWorkingDays,
    [property: Id(3)] int ExtensionsMax,
    [property: Id(4)] int ContractWorkingDays,
    [property: Id(5)] IntentNames IntentNames,
    [property: Id(6)] ImmutableArray<PeriodMinimum> Minimums)
{
    /// <summary>Who must have two or more interested parties bid; a file that says nothing asks it of nobody.</summary>
    [Id(7)]
    public ImmutableArray<BiddingDuty> Bidding { get; init; } = [];

    /// <summary>What a deposit of an intent may be; a file that says nothing lets none be demanded.</summary>
    [Id(8)]
    public IntentDepositSpan? IntentDeposit { get; init; }

    private const string File = "IpMarket.Domain.Catalogue.Listings.Period.listing-period-rules.v1.json";

    /// <summary>Those that come with the house.</summary>
    public static readonly ListingPeriodRules Default = Load();

    /// <summary>Reads a file of such rules.</summary>
    /// <exception cref="JsonException">It is none, or a number in it is out of bounds.</exception>
    public static ListingPeriodRules Read(Stream file)
    {
        var rules = JsonSerializer.Deserialize<ListingPeriodRules>(file, EventCodec.Options)
            ?? throw new JsonException("The file holds no rules of listing periods.");
        var isSound = !rules.Minimums.IsDefault && !rules.Bidding.IsDefault && rules.House is { Min: >= 0 } house
            && house.Max is >= 1 and <= WorkingDaysMax
            && house.Min <= house.Usual
            && house.Usual <= house.Max
            && rules.ExtensionWorkingDays is >= 1 and <= WorkingDaysMax
            && rules.ExtensionsMax is >= 0 and <= WorkingDaysMax
            && rules.ContractWorkingDays is >= 1 and <= WorkingDaysMax
            && rules.IntentDeposit is null or { IsSound: true }
            && rules.Minimums.All(row => row.WorkingDays >= 0 && row.WorkingDays <= house.Max
                && row.CalendarDays is >= 0 and <= WorkingDaysMax);
        return isSound ? rules : throw new JsonException("A number of the listing-period rules is out of bounds.");
    }

    /// <summary>What binds a listing of such a seller on the day.</summary>
    /// <param name="facts">The seller's facts that rules read.</param>
    /// <param name="price">The asking price; null = to be negotiated.</param>
    /// <param name="isBid">Bidding names it, so nobody negotiates one.</param>
    public PeriodBounds BoundsOf(
        ImmutableArray<PartyFactKind> facts, ListingMode mode, Money? price, DateOnly day, bool isBid = false)
    {
        var binding = Minimums.Where(row => row.Binds(facts, mode, price, day) && !(isBid && row.OnlyNegotiable))
            .OrderByDescending(row => row.WorkingDays).ThenByDescending(row => row.CalendarDays).ToList();
        if (binding is not [{ } strictest, ..]) return new PeriodBounds(House, 0, null);
        var least = Math.Max(House.Min, strictest.WorkingDays);
        var longest = binding.MaxBy(row => row.CalendarDays)!;
        return new PeriodBounds(
            House with { Min = least, Usual = Math.Max(least, House.Usual) }, longest.CalendarDays, strictest)
        {
            DaysGround = longest.CalendarDays > 0 ? longest : null,
        };
    }

    /// <summary>The duty that binds such a seller on the day; null where none does.</summary>
    public BiddingDuty? BiddingOf(ImmutableArray<PartyFactKind> facts, ListingMode mode, DateOnly day) =>
        Bidding.FirstOrDefault(duty => facts.Contains(duty.Seller)
            && duty.Modes.Contains(mode) && duty.From <= day && !(duty.Until < day));

    /// <inheritdoc cref="BoundsOf(ImmutableArray{PartyFactKind}, ListingMode, Money?, DateOnly, bool)"/>
    public PeriodBounds BoundsOf(ImmutableArray<PartyFactKind> facts, ListingOffer offer, DateOnly day) => BoundsOf(
        facts, offer.Mode, offer.AskingPrice, day, offer.ModeTerms?.Price?.Way == PriceWay.Bidding);

    /// <summary>
    /// The end of a period that begins with a notice at the instant: its day is not counted (民法典 201).
    /// </summary>
    /// <param name="workingDays">At least 1.</param>
    /// <param name="calendarDays">Days it lasts at least; a last day that is free moves to the next worked one.</param>
    public DateTimeOffset EndOf(
        WorkingCalendar calendar, DateTimeOffset began, int workingDays, int calendarDays = 0)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        var day = WorkingCalendar.DayOf(began);
        var least = day.AddDays(calendarDays);
        for (var counted = 0; counted < workingDays; counted++) day = calendar.OnOrAfter(day.AddDays(1));
        return WorkingCalendar.InstantOf(day < least ? calendar.OnOrAfter(least) : day, EndsAt);
    }

    /// <summary>
    /// Working days of a running period that are not over at the instant, the present one included; at least 1.
    /// </summary>
    /// <param name="since">When its clock began to run: that day is none of its days.</param>
    public int WorkingDaysLeft(
        WorkingCalendar calendar, DateTimeOffset since, DateTimeOffset at, DateTimeOffset endsAt)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var local = WorkingCalendar.LocalOf(at);
        var first = DateOnly.FromDateTime(local);
        if (TimeOnly.FromDateTime(local) >= EndsAt || first == WorkingCalendar.DayOf(since)) first = first.AddDays(1);
        var left = 0;
        for (var day = first; day <= WorkingCalendar.DayOf(endsAt); day = day.AddDays(1))
            if (calendar.IsWorkingDay(day)) left++;
        return Math.Max(1, left);
    }

    private const int WorkingDaysMax = 250;

    private static ListingPeriodRules Load()
    {
        using var stream = typeof(ListingPeriodRules).Assembly.GetManifestResourceStream(File)!;
        return Read(stream);
    }
}

/// <summary>What the listing's grain looked up for its period: the rules, and which days are worked.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.period-basis/1")]
public sealed record PeriodBasis(
    [property: Id(0)] ListingPeriodRules Rules, [property: Id(1)] WorkingCalendar Calendar)
{
    /// <summary>The house's rules over weekends only: where nothing else was looked up.</summary>
    public static readonly PeriodBasis House = new(ListingPeriodRules.Default, WorkingCalendar.Plain);

    public DateTimeOffset EndOf(DateTimeOffset began, int workingDays, int calendarDays = 0) =>
        Rules.EndOf(Calendar, began, workingDays, calendarDays);

    /// <summary>Of a period that runs, or stands still.</summary>
    public int? WorkingDaysLeft(ListingPeriod period, DateTimeOffset at) => period switch
    {
        { Phase: PeriodPhase.Running, RunsSince: { } since, EndsAt: { } endsAt } =>
            Rules.WorkingDaysLeft(Calendar, since, at, endsAt),
        { Phase: PeriodPhase.Stopped } => period.DaysLeft,
        _ => null,
    };
}
