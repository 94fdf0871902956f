using System.Collections.Immutable;

namespace IpMarket.Domain.Kernel.Calendars;

/// <summary>
/// Working days of the market's zone (UTC+8): Monday to Friday without <paramref name="Holidays"/>, and the weekend
/// days worked instead (调休). Both come from configuration.
/// </summary>
[GenerateSerializer, Immutable, Alias("kernel.working-calendar/1")]
public sealed record WorkingCalendar(
    [property: Id(0)] ImmutableHashSet<DateOnly> Holidays,
    [property: Id(1)] ImmutableHashSet<DateOnly> MakeUpDays)
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    /// <summary>Weekends only.</summary>
    public static readonly WorkingCalendar Plain = new([], []);

    /// <summary>Day and time of an instant in the market's zone.</summary>
    public static DateTime LocalOf(DateTimeOffset instant) => instant.ToOffset(Zone).DateTime;

    /// <summary>The day of an instant in the market's zone.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalOf(instant));

    /// <summary>The instant of a time of day in the market's zone, UTC.</summary>
    public static DateTimeOffset InstantOf(DateOnly day, TimeOnly time) =>
        new DateTimeOffset(day.ToDateTime(time), Zone).ToUniversalTime();

    public bool IsWorkingDay(DateOnly day) => MakeUpDays.Contains(day)
        || (!Holidays.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>
    /// The day itself if it is worked, else the next that is: where a period whose last day is free ends (细则5).
    /// </summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }
}
