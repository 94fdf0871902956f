using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Life;

/// <summary>Watching a patent: which reminder comes next, and what a watchlist takes.</summary>
public sealed class WatchTests
{
    private const string Patent = "patent:CN201210288271";
    private Watchlist list = Watchlist.Empty;

    /// <summary>Filed Friday 2010-03-05, granted in year 3; the fee of year 5 is due 2014-03-05, its grace 2014-09-05.</summary>
    [Theory]
    [InlineData("2013-12-01", "2014-01-04 Due 5")]
    [InlineData("2014-01-04", "2014-01-04 Due 5")]
    [InlineData("2014-01-05", "2014-02-03 Due 5")]
    [InlineData("2014-02-04", "2014-02-26 Due 5")]
    [InlineData("2014-02-27", "2014-07-07 GraceEnds 5")]
    [InlineData("2014-07-08", "2014-08-06 GraceEnds 5")]
    [InlineData("2014-08-07", "2014-08-29 GraceEnds 5")]
    public void The_next_reminder_is_so_many_days_before_what_falls_due(string from, string expected)
    {
        var patent = APatent.Filed("2010-03-05").With("GR01 2012-05-30");
        Pay(patent, 4);
        Assert.Equal(expected, Next(patent, from));
    }

    [Fact]
    public void A_paid_fee_is_not_reminded_of()
    {
        var patent = APatent.Filed("2010-03-05").With("GR01 2012-05-30");
        Pay(patent, 4);
        Pay(patent, 5);
        Assert.Equal("2015-01-04 Due 6", Next(patent, "2014-01-04"));
    }

    [Fact]
    public void A_right_that_is_none_reminds_of_nothing() =>
        Assert.Null(Next(APatent.Filed("2010-03-05").With("PB01 2012-05-30"), "2014-01-04"));

    [Fact]
    public void Nine_in_the_morning_of_the_market_is_one_utc() => Assert.Equal(
        new DateTimeOffset(2014, 1, 4, 1, 0, 0, TimeSpan.Zero), Reminder("2014-01-04").At());

    [Fact]
    public void One_patent_is_watched_once_and_two_hundred_at_most()
    {
        Assert.Null(Decide(WatchDecider.Decide, new WatchPatent(Patent, null)));
        Assert.Equal("WATCHED_ALREADY", Decide(WatchDecider.Decide, new WatchPatent(Patent, null)));
        for (var i = 1; i < Limits.WatchesMax; i++)
            Assert.Null(Decide(WatchDecider.Decide, new WatchPatent($"patent:{i}", null)));
        Assert.Equal("WATCHLIST_FULL", Decide(WatchDecider.Decide, new WatchPatent("patent:x", null)));
        Assert.Null(Decide(WatchDecider.Decide, new UnwatchPatent(Patent)));
        Assert.Equal("NOT_WATCHED", Decide(WatchDecider.Decide, new UnwatchPatent(Patent)));
    }

    [Fact]
    public void What_a_publication_was_joined_to_takes_its_place_on_a_full_list()
    {
        for (var i = 0; i < Limits.WatchesMax; i++)
            Assert.Null(Decide(WatchDecider.Decide, new WatchPatent($"patent:{i}", null)));
        var exchange = new WatchPatent(Patent, Reminder("2014-01-04"), "patent:7");
        Assert.Null(Decide(WatchDecider.Decide, exchange));
        Assert.Equal(Limits.WatchesMax, list.Watches.Length);
        Assert.Equal(Reminder("2014-01-04"), list.Find(Patent)!.Next);
        Assert.Null(list.Find("patent:7"));
        Assert.Equal("NOT_WATCHED", Decide(WatchDecider.Decide, exchange));

        Assert.Null(Decide(WatchDecider.Decide, new WatchPatent(Patent, null, "patent:8")));
        Assert.Equal(Reminder("2014-01-04"), list.Find(Patent)!.Next);
        Assert.Null(list.Find("patent:8"));
    }

    [Fact]
    public void A_reminder_is_told_only_while_it_stands()
    {
        var (due, later) = (Reminder("2014-01-04"), Reminder("2014-02-03"));
        Assert.Null(Decide(WatchDecider.Decide, new WatchPatent(Patent, due)));
        Assert.Equal("REMINDER_STANDS", Decide(WatchDecider.Decide, new SetReminder(Patent, due)));
        Assert.Equal("REMINDER_STANDS", Decide(WatchDecider.Decide, new RemindOfFee(Patent, later, later, null)));
        Assert.Equal(new FeeReminded(Patent, due, later), Fact(new RemindOfFee(Patent, due, due, later)));
        Assert.Equal(new FeeReminderSet(Patent, later), Fact(new RemindOfFee(Patent, due, later, later)));
    }

    [Fact]
    public void What_was_told_today_is_not_told_again_today()
    {
        var due = Reminder("2014-01-04");
        Assert.Null(Decide(WatchDecider.Decide, new WatchPatent(Patent, due)));
        Assert.Equal(APatent.Day("2014-01-04"), list.Find(Patent)!.From(APatent.Day("2014-01-04")));
        Assert.Null(Decide(WatchDecider.Decide, new RemindOfFee(Patent, due, due, null)));
        Assert.Equal(APatent.Day("2014-01-05"), list.Find(Patent)!.From(APatent.Day("2014-01-04")));
        Assert.Equal(APatent.Day("2014-02-01"), list.Find(Patent)!.From(APatent.Day("2014-02-01")));
    }

    [Fact]
    public void Notices_are_read_forward_only()
    {
        Assert.Null(Decide(WatchDecider.Decide, new ReadNotices(7)));
        Assert.Equal("NOTICES_READ_ALREADY", Decide(WatchDecider.Decide, new ReadNotices(7)));
        Assert.Equal(7, list.ReadUpTo);
    }

    [Fact]
    public void Each_watched_patent_has_a_deadline_of_its_own()
    {
        Assert.Equal(Patent, ReminderDeadline.PatentOf(new PatentWatched(Patent, null).DeadlineKind));
        Assert.Null(ReminderDeadline.PatentOf("reservation"));
    }

    private static FeeReminder Reminder(string day) =>
        new(APatent.Day(day), APatent.Day("2014-03-05"), FeeMilestone.Due, 5);

    private static void Pay(APatent patent, int year) => Assert.Null(patent.Decide(
        LifeDecider.Decide, new RecordFeePayment(year, APatent.Day("2013-02-01"), Money.Cny(90_000), "收据")));

    private static string? Next(APatent patent, string from)
    {
        var day = APatent.Day(from);
        var fees = FeeCalendar.Of(patent.State, PatentRules.House, WorkingCalendar.Plain, day);
        return FeeReminder.Next(fees, PatentRules.House.RemindDays, day) is { } next
            ? $"{next.RemindOn:yyyy-MM-dd} {next.Milestone} {next.Year}"
            : null;
    }

    private IEvent Fact(RemindOfFee command) =>
        Assert.Single(WatchDecider.Decide(list, command, new Moment(default, new Actor("user:a"))).Value);

    private string? Decide<TCommand>(Decide<Watchlist, TCommand> decide, TCommand command)
        where TCommand : ICommand
    {
        var outcome = decide(list, command, new Moment(default, new Actor("user:a")));
        if (outcome.Refusal is { } refusal) return refusal.Code;
        foreach (var fact in outcome.Value)
            list = list.Evolve(new Recorded(1, "watchlist:a", 1, default, Guid.Empty, null, fact));
        return null;
    }
}
