using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Grains.Catalogue.Watching;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Patents.Life;

/// <summary>Shows a patent's life as of today.</summary>
public sealed class LifePresenter(
    IGrainFactory grains, PatentRules rules, WorkingCalendar calendar, IMarketClock clock)
{
    private const int YearsAhead = 3;

    public async Task<LifeView> Present(Versioned<Patent> found, Caller caller, bool english)
    {
        var (stream, version, patent) = found;
        var today = WorkingCalendar.DayOf(clock.Now);
        var timeline = LegalTimeline.Of(patent.Facts, patent.Life);
        var status = patent.LifeAt(rules, today);
        var isWatched = caller.IsSignedIn
            && (await grains.GetGrain<IWatchlistGrain>(Watchlist.StreamOf(caller.User)).Get()).State.Find(stream)
                is not null;
        return new LifeView(
            stream,
            version,
            Abilities(patent, caller, isWatched),
            today,
            status.State,
            status.Since,
            ByWords(status, english),
            status.Marks,
            TermOf(patent, today, english),
            FeeCalendar.Of(patent, rules, calendar, today) is { Term: not null } fees
                ? Fees(patent, fees, today, english)
                : null,
            patent.HolderNames,
            patent.Life.Ownership is { } owned
                ? new OwnershipView(owned.Shares, owned.Mandates, owned.Source, owned.SeenOn, owned.Number)
                : null,
            [.. timeline.Select((entry, at) => Entry(entry, !status.Unfitting.Contains(at), english))],
            isWatched);
    }

    private static List<string> Abilities(Patent patent, Caller caller, bool isWatched)
    {
        var able = new List<string>();
        if (caller.IsSignedIn) able.Add(isWatched ? "unwatch" : "watch");
        if (caller.Is(CentreRole.Handler) && patent.Kind == NumberKind.Application) able.Add("record-life");
        return able;
    }

    private static string? ByWords(LifeStatus status, bool english)
    {
        if (status.By == LifeStatus.TermOver) return english ? "the computed end of its term" : "按期限计算届满";
        return status.By is { } by && LegalCodes.Find(by) is { } code
            ? $"{code.Code} {(english ? code.En : code.Zh)}"
            : status.By;
    }

    private static TimelineView Entry(TimelineEntry entry, bool fits, bool english)
    {
        var code = LegalCodes.Find(entry.Text);
        return new TimelineView(
            entry.IsDated ? entry.On : null,
            entry.Kind,
            entry.Kind == TimelineKind.Publication ? null : code?.Code,
            code is null ? entry.Text : english ? code.En : code.Zh,
            entry.Effect,
            entry.Source,
            entry.Note,
            entry.TermEndsOn,
            fits,
            entry.Fact);
    }

    private TermView? TermOf(Patent patent, DateOnly today, bool english) =>
        Term.Of(patent, rules, today) is { } term
            ? new TermView(
                patent.Facts.FilingDate!.Value,
                term.Rule.Years,
                term.EndsOn,
                term.DaysLeft(today),
                term.ChangedBy is not null,
                Source(term.Rule.Source, english))
            : null;

    private FeesView Fees(Patent patent, FeeCalendar fees, DateOnly today, bool english)
    {
        var ahead = fees.Years
            .Where(year => year.Standing is FeeStanding.InGrace or FeeStanding.Upcoming or FeeStanding.Later)
            .Take(YearsAhead).ToList();
        var sources = new[]
        {
            rules.FeesOf(patent.Type!.Value, fees.Next?.DueOn ?? today)?.Source,
            rules.GraceOf(today)?.Source,
            rules.RestorationOf(today)?.Source,
        };
        return new FeesView(
            fees.Next is { } next ? Year(next) : null,
            ahead.Count > 0 && ahead.All(year => year.Full is not null)
                ? ahead.Aggregate(Money.Zero, (sum, year) => sum + year.Full!.Value)
                : null,
            [.. fees.Years.Select(Year)],
            [
                .. patent.Life.Reductions.Select(fact => new ReductionView(
                    fact.Percent, fact.FromYear, fact.ToYear, fact.Source, fact.SeenOn, fact.Number)),
            ],
            [.. fees.Restorations.Select(Restoration)],
            [.. sources.OfType<RuleSource>().Select(source => Source(source, english))]);
    }

    private static FeeYearView Year(FeeYear year) => new(
        year.Year,
        year.Standing,
        year.DueOn,
        year.GraceEndsOn,
        year.Full,
        year.Payable,
        year.ReductionPercent,
        year.Surcharge,
        year.Standing is FeeStanding.Upcoming or FeeStanding.InGrace ? year.Grace : ImmutableArray<GraceMonth>.Empty,
        year.Payment is { } paid ? new PaymentView(paid.PaidOn, paid.Amount, paid.Source, paid.Number) : null);

    private static RestorationView Restoration(RestorationWindow window) => new(
        window.Notice.Year,
        window.Notice.ReceivedOn,
        window.RequestBy,
        window.Fee,
        window.ForceMajeureBy,
        window.Notice.Source,
        window.Notice.Number);

    private static RuleSourceView Source(RuleSource source, bool english) =>
        new(english ? source.En : source.Zh, source.IsSure);
}
