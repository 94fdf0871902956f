using IpMarket.Domain.Kernel.Calendars;

namespace IpMarket.Domain.Trading.RuleProfiles;

/// <summary>Bidding hours on the house's working days.</summary>
public static class WorkingHours
{
    /// <summary>True when the instant lies on a working day within the hours; always true without hours.</summary>
    public static bool IsWithin(this WorkingCalendar calendar, BiddingHours? hours, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (hours is null) return true;
        var local = WorkingCalendar.LocalOf(instant);
        var time = TimeOnly.FromDateTime(local);
        return calendar.IsWorkingDay(DateOnly.FromDateTime(local)) && time >= hours.From && time <= hours.To;
    }
}
