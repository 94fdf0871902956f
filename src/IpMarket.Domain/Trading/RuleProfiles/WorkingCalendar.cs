using System.Collections.Immutable;

namespace IpMarket.Domain.Trading.RuleProfiles;

/// <summary>
/// Working days of the market's zone (UTC+8): Monday to Friday without <paramref name="Holidays"/>, and the weekend
/// days worked instead (调休). Both come from configuration.
/// </summary>
public sealed record WorkingCalendar(ImmutableHashSet<DateOnly> Holidays, ImmutableHashSet<DateOnly> MakeUpDays)
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    /// <summary>Weekends only.</summary>
    public static readonly WorkingCalendar Plain = new([], []);

    public bool IsWorkingDay(DateOnly day) => MakeUpDays.Contains(day)
        || (!Holidays.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>True when the instant lies on a working day within the hours; always true without hours.</summary>
    public bool IsWithin(BiddingHours? hours, DateTimeOffset instant)
    {
        if (hours is null) return true;
        var local = instant.ToOffset(Zone).DateTime;
        var time = TimeOnly.FromDateTime(local);
        return IsWorkingDay(DateOnly.FromDateTime(local)) && time >= hours.From && time <= hours.To;
    }
}
