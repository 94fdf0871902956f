using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Patents.Life;

/// <summary>How long a patent lasts (专利法42), by the law's version of its filing day.</summary>
/// <param name="EndsOn">The last day, included.</param>
/// <param name="Rule">The rule it follows.</param>
/// <param name="ChangedBy">The life fact that moved the end (期限补偿); null when none did.</param>
public sealed record Term(DateOnly EndsOn, TermRule Rule, int? ChangedBy)
{
    /// <summary>
    /// The term as known on a day; null where type, filing date or rule is unknown. Of a divisional application the
    /// filing date is its parent's, so nothing is computed from the number.
    /// </summary>
    public static Term? Of(Patent patent, PatentRules rules, DateOnly on)
    {
        if (RuleOf(patent, rules) is not { } rule || StatutoryEnd(patent, rules) is not { } statutory) return null;
        var change = patent.Life.LegalEvents.Where(fact => fact.TermEndsOn >= statutory && fact.On <= on)
            .OrderBy(fact => fact.On).LastOrDefault();
        return new Term(change?.TermEndsOn ?? statutory, rule, change?.Number);
    }

    /// <summary>The last day the law itself gives, which no change comes before; null where it is unknown.</summary>
    public static DateOnly? StatutoryEnd(Patent patent, PatentRules rules) => RuleOf(patent, rules) is { } rule
        ? PatentYears.Anniversary(patent.Facts.FilingDate!.Value, rule.Years)
        : null;

    private static TermRule? RuleOf(Patent patent, PatentRules rules)
    {
        ArgumentNullException.ThrowIfNull(patent);
        ArgumentNullException.ThrowIfNull(rules);
        return patent.Type is { } type && patent.Facts.FilingDate is { } filed && filed.Year <= Limits.InstantYearMax
            ? rules.TermOf(type, filed)
            : null;
    }

    /// <summary>Days left after <paramref name="on"/>; 0 on the last day and after it.</summary>
    public int DaysLeft(DateOnly on) => Math.Max(0, EndsOn.DayNumber - on.DayNumber);
}

/// <summary>
/// Patent years: year N runs from the day after the filing date's (N−1)th anniversary to its Nth, included (细则5: the
/// first day does not count, a period ends on the corresponding day or the month's last).
/// </summary>
public static class PatentYears
{
    public static DateOnly Anniversary(DateOnly filed, int years) => filed.AddYears(years);

    /// <summary>The patent year a day lies in; 1 up to the first anniversary.</summary>
    public static int YearOf(DateOnly filed, DateOnly day)
    {
        var years = Math.Max(0, day.Year - filed.Year);
        return Anniversary(filed, years) < day ? years + 1 : Math.Max(1, years);
    }
}
