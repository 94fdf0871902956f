using System.Collections.Immutable;
using IpMarket.Domain.Kernel.Calendars;

namespace IpMarket.Domain.Trading.RuleProfiles;

/// <summary>
/// Least time between an announcement and the opening, for start prices from <paramref name="FromFen"/> on.
/// </summary>
/// <param name="Days">0 = none.</param>
/// <param name="CountsFirstDay">The day of the announcement is day one; otherwise it is none (民法典 201).</param>
[GenerateSerializer, Immutable, Alias("trading.notice-tier/1")]
public sealed record NoticeTier(
    [property: Id(0)] long FromFen,
    [property: Id(1)] int Days,
    [property: Id(2)] DayCount Count,
    [property: Id(3)] bool CountsFirstDay)
{
    /// <summary>The tier of a start price; null where none binds it.</summary>
    public static NoticeTier? Of(ImmutableArray<NoticeTier> tiers, long startFen) =>
        tiers.Where(tier => tier.FromFen <= startFen && tier.Days > 0).MaxBy(tier => tier.FromFen);

    /// <summary>
    /// The earliest opening after an announcement: the same time of day, that many days on.
    /// </summary>
    public DateTimeOffset EarliestOpening(WorkingCalendar calendar, DateTimeOffset announced)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var local = WorkingCalendar.LocalOf(announced);
        var day = DateOnly.FromDateTime(local);
        var isFirst = CountsFirstDay && (Count == DayCount.Calendar || calendar.IsWorkingDay(day));
        var left = isFirst ? Days - 1 : Days;
        if (Count == DayCount.Calendar) day = day.AddDays(left);
        else
            for (; left > 0; left--) day = calendar.OnOrAfter(day.AddDays(1));
        return WorkingCalendar.InstantOf(day, TimeOnly.FromDateTime(local));
    }
}
