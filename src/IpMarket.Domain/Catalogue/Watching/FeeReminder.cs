using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Kernel.Calendars;

namespace IpMarket.Domain.Catalogue.Watching;

/// <summary>What falls due.</summary>
public enum FeeMilestone
{
    /// <summary>年费缴费期满.</summary>
    Due,

    /// <summary>滞纳期满: after it the right ends.</summary>
    GraceEnds,
}

/// <summary>A watcher is told on a day that a fee falls due.</summary>
/// <param name="RemindOn">The day he is told, at nine in the market's zone.</param>
/// <param name="On">The day it falls due.</param>
/// <param name="Milestone">What falls due.</param>
/// <param name="Year">The patent year paid for.</param>
[GenerateSerializer, Immutable, Alias("catalogue.fee-reminder/1")]
public sealed record FeeReminder(
    [property: Id(0)] DateOnly RemindOn,
    [property: Id(1)] DateOnly On,
    [property: Id(2)] FeeMilestone Milestone,
    [property: Id(3)] int Year)
{
    private static readonly TimeOnly TimeOfDay = new(9, 0);

    /// <summary>When it is told.</summary>
    public DateTimeOffset At() => WorkingCalendar.InstantOf(RemindOn, TimeOfDay);

    /// <summary>
    /// The first reminder on or after a day; of several on one day the one whose fee falls due first, the others have
    /// reminders of their own on other days. Null when nothing unpaid is to come.
    /// </summary>
    public static FeeReminder? Next(FeeCalendar? calendar, ImmutableArray<int> remindDays, DateOnly from)
    {
        if (calendar is null) return null;
        var open = calendar.Years.Where(year =>
            year.Standing is FeeStanding.Later or FeeStanding.Upcoming or FeeStanding.InGrace);
        return open.SelectMany(year => Of(year, remindDays))
            .Where(reminder => reminder.RemindOn >= from)
            .OrderBy(reminder => reminder.RemindOn)
            .ThenBy(reminder => reminder.On)
            .ThenBy(reminder => reminder.Milestone)
            .FirstOrDefault();
    }

    private static IEnumerable<FeeReminder> Of(FeeYear year, ImmutableArray<int> remindDays)
    {
        foreach (var days in remindDays)
        {
            yield return new FeeReminder(year.DueOn.AddDays(-days), year.DueOn, FeeMilestone.Due, year.Year);
            if (year.GraceEndsOn is { } end)
                yield return new FeeReminder(end.AddDays(-days), end, FeeMilestone.GraceEnds, year.Year);
        }
    }
}
