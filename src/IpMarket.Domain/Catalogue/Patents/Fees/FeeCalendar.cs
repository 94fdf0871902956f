using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;

namespace IpMarket.Domain.Catalogue.Patents.Fees;

/// <summary>
/// Annual fees of a patent on a day (细则114, 115; 专利法44). Periods count from the anniversary itself; only their last
/// day moves to the next working day (细则5), so nothing here is later than the law and some is a day or two early.
/// </summary>
public sealed class FeeCalendar
{
    private readonly Patent patent;
    private readonly DateOnly filed;
    private readonly DateOnly? granted;
    private readonly PatentRules rules;
    private readonly WorkingCalendar calendar;
    private readonly DateOnly on;
    private readonly LifeStatus status;

    private FeeCalendar(
        Patent patent, DateOnly filed, PatentRules rules, WorkingCalendar calendar, DateOnly on, LifeStatus status)
    {
        (this.patent, this.filed, this.rules, this.calendar) = (patent, filed, rules, calendar);
        (this.on, this.status) = (on, status);
        granted = LegalTimeline.Of(patent.Facts, patent.Life)
            .Where(entry => entry is { Effect: LegalEffect.Granted, IsDated: true, Kind: not TimelineKind.Sighting })
            .Select(entry => (DateOnly?)entry.On)
            .FirstOrDefault();
        Term = Term.Of(patent, rules, on);
        Years = Term is null ? [] : [.. Range(Term).Select(YearAt)];
        Restorations = Term is null ? [] : [.. patent.Life.LapseNotices.Select(Window).OfType<RestorationWindow>()];
    }

    /// <summary>Null where type, filing date or the law's version is unknown: then there are no years either.</summary>
    public Term? Term { get; }

    /// <summary>
    /// The patent years fees are paid for, from the year of the grant (unknown: from the current one) to the last one
    /// of the term; after a lapse to the one it was for.
    /// </summary>
    public ImmutableArray<FeeYear> Years { get; }

    /// <summary>One for each recorded notice of a lapse.</summary>
    public ImmutableArray<RestorationWindow> Restorations { get; }

    /// <summary>
    /// The fee to pay next: one in its grace period before one that is upcoming; null when none is, as after a lapse.
    /// </summary>
    public FeeYear? Next =>
        Years.FirstOrDefault(year => year.Standing == FeeStanding.InGrace)
        ?? Years.FirstOrDefault(year => year.Standing == FeeStanding.Upcoming)
        ?? Years.FirstOrDefault(year => year.Standing == FeeStanding.Later);

    /// <summary>
    /// The calendar, of a Chinese right that stands or has lapsed for a fee; null where no annual fees are due.
    /// </summary>
    public static FeeCalendar? Of(Patent patent, PatentRules rules, WorkingCalendar calendar, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(patent);
        if (patent.Facts.FilingDate is not { } filed || patent.Type is null) return null;
        var now = patent.LifeAt(rules, on);
        return now.State is LifeState.Granted or LifeState.FeeLapsed
            ? new FeeCalendar(patent, filed, rules, calendar, on, now)
            : null;
    }

    private bool HasLapsed => status.State == LifeState.FeeLapsed;

    /// <summary>
    /// The first year is paid with the grant whenever that was, so where the grant's day is unknown the second is the
    /// earliest that falls due.
    /// </summary>
    private IEnumerable<int> Range(Term term)
    {
        var last = HasLapsed ? LapsedYear() : PatentYears.YearOf(filed, term.EndsOn);
        var first = granted is { } day
            ? PatentYears.YearOf(filed, day)
            : Math.Max(2, HasLapsed ? last : PatentYears.YearOf(filed, term.EndsOn < on ? term.EndsOn : on));
        for (var year = first; year <= last; year++) yield return year;
    }

    /// <summary>
    /// The year whose fee was not paid: the right ended as of its due day, so no later one falls due. The office's
    /// notice names it; without one it is no later than the last year whose grace was over when the lapse was seen.
    /// </summary>
    private int LapsedYear()
    {
        var timeline = LegalTimeline.Of(patent.Facts, patent.Life);
        var restored = timeline.LastOrDefault(entry => entry.On <= on
            && entry.Effect is LegalEffect.Restored or LegalEffect.RightRestored)?.On;
        var notice = patent.Life.LapseNotices
            .Where(notice => notice.ReceivedOn <= on && !(notice.ReceivedOn <= restored))
            .MaxBy(notice => notice.ReceivedOn);
        if (notice is not null) return notice.Year;
        var seen = status.Since ?? on;
        var year = PatentYears.YearOf(filed, seen);
        while (year > 1 && LastDay(year) >= seen) year--;
        return year;
    }

    private DateOnly LastDay(int year)
    {
        var anniversary = PatentYears.Anniversary(filed, year - 1);
        return calendar.OnOrAfter(anniversary.AddMonths(rules.GraceOf(anniversary)?.Percents.Length ?? 0));
    }

    private FeeYear YearAt(int year)
    {
        var anniversary = PatentYears.Anniversary(filed, year - 1);
        var dueOn = calendar.OnOrAfter(anniversary);
        var full = rules.FeesOf(patent.Type!.Value, anniversary)?.Years
            .FirstOrDefault(years => years.From <= year && year <= years.To) is { } bracket
                ? Money.Cny(bracket.Fen)
                : (Money?)null;
        var reduction = patent.Life.Reductions.LastOrDefault(fact => fact.FromYear <= year && year <= fact.ToYear);
        var grace = Grace(anniversary, full);
        var graceEndsOn = grace.IsEmpty ? (DateOnly?)null : grace[^1].Until;
        var payment = patent.Life.Payments.FirstOrDefault(fact => fact.Year == year);
        var standing = Standing(year, dueOn, graceEndsOn, payment);
        return new FeeYear(
            year,
            dueOn,
            graceEndsOn,
            full,
            full is { } fee ? Reduced(fee, reduction?.Percent ?? 0) : null,
            reduction?.Percent,
            standing,
            grace,
            standing == FeeStanding.InGrace ? SurchargeOn(grace) : Money.Zero,
            payment);
    }

    private FeeStanding Standing(int year, DateOnly dueOn, DateOnly? graceEndsOn, FeePayment? payment)
    {
        if (payment is not null) return FeeStanding.Paid;
        if (granted is { } day && year == PatentYears.YearOf(filed, day)) return FeeStanding.WithGrant;
        if (HasLapsed) return FeeStanding.NoRecord;
        if (on <= dueOn) return year <= PatentYears.YearOf(filed, on) + 1 ? FeeStanding.Upcoming : FeeStanding.Later;
        return on <= graceEndsOn ? FeeStanding.InGrace : FeeStanding.NoRecord;
    }

    private ImmutableArray<GraceMonth> Grace(DateOnly anniversary, Money? full)
    {
        if (rules.GraceOf(anniversary) is not { } rule) return [];
        var months = ImmutableArray.CreateBuilder<GraceMonth>(rule.Percents.Length);
        for (var month = 1; month <= rule.Percents.Length; month++)
        {
            var until = anniversary.AddMonths(month);
            months.Add(new GraceMonth(
                month,
                anniversary.AddMonths(month - 1).AddDays(1),
                month == rule.Percents.Length ? calendar.OnOrAfter(until) : until,
                rule.Percents[month - 1],
                full is { } fee ? Part(fee, rule.Percents[month - 1]) : null));
        }

        return months.MoveToImmutable();
    }

    private Money SurchargeOn(ImmutableArray<GraceMonth> grace) =>
        grace.FirstOrDefault(month => on <= month.Until)?.Surcharge ?? Money.Zero;

    private RestorationWindow? Window(LapseNotice notice)
    {
        if (rules.RestorationOf(notice.ReceivedOn) is not { } rule) return null;
        var due = PatentYears.Anniversary(filed, notice.Year - 1);
        return new RestorationWindow(
            notice,
            calendar.OnOrAfter(notice.ReceivedOn.AddMonths(rule.Months)),
            Money.Cny(rule.FeeFen),
            calendar.OnOrAfter(due.AddYears(rule.ForceMajeureYears)));
    }

    private static Money Reduced(Money full, int percent) => Part(full, 100 - percent);

    /// <summary>Rounded down to the fen; the fees are whole yuan, so nothing is lost.</summary>
    private static Money Part(Money amount, int percent) => Money.Cny(amount.Fen * percent / 100);
}
