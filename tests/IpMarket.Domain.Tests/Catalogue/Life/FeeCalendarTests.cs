using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Life;

/// <summary>Annual fees: amounts, due days, grace, surcharge, reductions, restoration.</summary>
public sealed class FeeCalendarTests
{
    private const string All = "900 900 900 1200 1200 1200 2000 2000 2000 4000 4000 4000 6000 6000 6000 "
        + "8000 8000 8000 8000 8000";

    [Theory]
    [InlineData(PatentType.Invention, "2010-03-05", All)]
    [InlineData(PatentType.UtilityModel, "2010-03-05", "600 600 600 900 900 1200 1200 1200 2000 2000")]
    [InlineData(
        PatentType.Design, "2022-03-04", "600 600 600 900 900 1200 1200 1200 2000 2000 3000 3000 3000 3000 3000")]
    [InlineData(PatentType.Design, "2020-03-04", "600 600 600 900 900 1200 1200 1200 2000 2000")]
    public void Each_year_of_the_term_costs_what_the_table_says(PatentType type, string filed, string yuan)
    {
        var years = Of(APatent.Filed(filed, type).With($"GR01 {filed}"), filed)!.Years;
        Assert.Equal(yuan, string.Join(' ', years.Select(year => year.Full!.Value.Fen / 100)));
        Assert.Equal(Enumerable.Range(1, years.Length), years.Select(year => year.Year));
    }

    /// <summary>Filed Friday 2010-03-05, granted in year 3: each line asks on a day about the fee of year 5.</summary>
    [Theory]
    [InlineData("2012-06-01", "Later", "2014-03-05", 0)]
    [InlineData("2013-03-05", "Later", "2014-03-05", 0)]
    [InlineData("2013-03-06", "Upcoming", "2014-03-05", 0)]
    [InlineData("2014-03-05", "Upcoming", "2014-03-05", 0)]
    [InlineData("2014-03-06", "InGrace", "2014-03-05", 0)]
    [InlineData("2014-04-05", "InGrace", "2014-03-05", 0)]
    [InlineData("2014-04-06", "InGrace", "2014-03-05", 60)]
    [InlineData("2014-05-05", "InGrace", "2014-03-05", 60)]
    [InlineData("2014-05-06", "InGrace", "2014-03-05", 120)]
    [InlineData("2014-08-05", "InGrace", "2014-03-05", 240)]
    [InlineData("2014-08-06", "InGrace", "2014-03-05", 300)]
    [InlineData("2014-09-05", "InGrace", "2014-03-05", 300)]
    [InlineData("2014-09-06", "NoRecord", "2014-03-05", 0)]
    public void A_fee_not_paid_falls_due_then_late(string on, string standing, string due, int surchargeYuan)
    {
        var year = Year(APatent.Filed("2010-03-05").With("GR01 2012-05-30"), on, 5);
        Assert.Equal(
            (standing, APatent.Day(due), Money.Cny(surchargeYuan * 100)),
            (year.Standing.ToString(), year.DueOn, year.Surcharge));
    }

    /// <summary>The year of the grant is paid with its formalities; what nobody recorded is no proof of a lapse.</summary>
    [Fact]
    public void Years_begin_with_the_grant_and_say_what_is_recorded()
    {
        var patent = APatent.Filed("2010-03-05").With("GR01 2012-05-30");
        Pay(patent, 4, "2013-02-01", 90_000);
        var years = Of(patent, "2015-01-05")!.Years;
        Assert.Equal(
            "3 WithGrant, 4 Paid, 5 NoRecord, 6 Upcoming, 7 Later",
            string.Join(", ", years.Take(5).Select(year => $"{year.Year} {year.Standing}")));
        Assert.Equal(20, years[^1].Year);
    }

    [Theory]
    [InlineData("2011-03-05", "2011-03-07")]
    [InlineData("2012-03-05", "2012-03-06")]
    [InlineData("2013-03-05", "2013-03-05")]
    public void A_due_day_that_is_free_moves_to_the_next_working_day(string anniversary, string due)
    {
        var calendar = new WorkingCalendar([APatent.Day("2012-03-05")], []);
        var filed = APatent.Day("2010-03-05");
        var year = APatent.Day(anniversary).Year - filed.Year + 1;
        var fees = FeeCalendar.Of(
            APatent.Filed("2010-03-05").With("GR01 2010-06-01").State, PatentRules.House, calendar,
            APatent.Day("2010-07-01"))!;
        Assert.Equal(APatent.Day(due), fees.Years.Single(fee => fee.Year == year).DueOn);
    }

    [Fact]
    public void Grace_ends_six_months_after_the_anniversary_on_a_working_day()
    {
        // 2015-09-05 is a Saturday, worked or not as the calendar says.
        var patent = APatent.Filed("2010-03-05").With("GR01 2012-05-30");
        Assert.Equal(APatent.Day("2015-09-07"), Year(patent, "2015-06-01", 6).GraceEndsOn);
        var worked = new WorkingCalendar([], [APatent.Day("2015-09-05")]);
        var year = FeeCalendar.Of(patent.State, PatentRules.House, worked, APatent.Day("2015-06-01"))!
            .Years.Single(fee => fee.Year == 6);
        Assert.Equal(APatent.Day("2015-09-05"), year.GraceEndsOn);
        Assert.Equal("0 5 10 15 20 25", string.Join(' ', year.Grace.Select(month => month.Percent)));
    }

    [Fact]
    public void Periods_end_on_the_months_last_day_where_the_corresponding_one_is_missing()
    {
        var year = Year(APatent.Filed("2012-08-31").With("GR01 2014-05-30"), "2015-10-01", 4);
        Assert.Equal("2015-09-30 2015-10-31 2015-11-30 2015-12-31 2016-01-31 2016-02-29",
            string.Join(' ', year.Grace.Select(month => month.Until.ToString("yyyy-MM-dd"))));
    }

    [Fact]
    public void A_reduction_lowers_the_fee_of_its_years_and_never_the_surcharge()
    {
        var patent = APatent.Filed("2010-03-05").With("GR01 2012-05-30");
        Assert.Null(patent.Decide(LifeDecider.Decide, new RecordFeeReduction(85, 3, 5, "减缴证明", null)));
        var fifth = Year(patent, "2014-08-06", 5);
        Assert.Equal(
            (Money.Cny(120_000), Money.Cny(18_000), 85, Money.Cny(30_000)),
            (fifth.Full, fifth.Payable, fifth.ReductionPercent, fifth.Surcharge));
        Assert.Equal(Money.Cny(120_000), Year(patent, "2014-08-06", 6).Payable);
    }

    [Fact]
    public void The_next_fee_is_the_late_one_first()
    {
        var patent = APatent.Filed("2010-03-05").With("GR01 2012-05-30");
        Assert.Equal(5, Of(patent, "2014-08-01")!.Next!.Year);
        Pay(patent, 5, "2014-08-01", 144_000);
        Assert.Equal(6, Of(patent, "2014-08-02")!.Next!.Year);
    }

    [Theory]
    [InlineData("2010-06-01", 2)]
    [InlineData("2012-06-01", 3)]
    public void A_grant_without_a_day_lets_no_first_year_fall_due(string on, int first) =>
        Assert.Equal(first, Of(APatent.Filed("2010-03-05").Seen("授权", null, "2010-03-06"), on)!.Years[0].Year);

    [Fact]
    public void Restoration_may_be_asked_for_two_months_after_the_notice()
    {
        var patent = APatent.Filed("2010-03-05").With("GR01 2012-05-30, CF01 2015-04-29");
        Assert.Null(patent.Decide(LifeDecider.Decide, new RecordLapseNotice(5, APatent.Day("2014-10-13"), "通知书")));
        var fees = Of(patent, "2015-05-01")!;
        var window = Assert.Single(fees.Restorations);
        // 2014-12-13 is a Saturday; force majeure: two years after 2014-03-05, again a Saturday.
        Assert.Equal(
            (APatent.Day("2014-12-15"), Money.Cny(100_000), APatent.Day("2016-03-07")),
            (window.RequestBy, window.Fee, window.ForceMajeureBy));
        Assert.DoesNotContain(fees.Years, year => year.Standing is FeeStanding.Upcoming or FeeStanding.Later);
    }

    /// <summary>The fee of year 6 was due on 2015-03-05, before the lapse was announced: nobody owes it.</summary>
    [Theory]
    [InlineData(true, "2015-05-01")]
    [InlineData(false, "2015-05-01")]
    [InlineData(true, "2016-02-01")]
    public void After_a_lapse_no_year_is_to_be_paid_or_reminded_of(bool isNoticed, string on)
    {
        var patent = APatent.Filed("2010-03-05").With("GR01 2012-05-30, CF01 2015-04-29");
        if (isNoticed)
            Assert.Null(patent.Decide(
                LifeDecider.Decide, new RecordLapseNotice(5, APatent.Day("2014-10-13"), "通知书")));
        var fees = Of(patent, on)!;
        Assert.Equal(
            "3 WithGrant, 4 NoRecord, 5 NoRecord",
            string.Join(", ", fees.Years.Select(year => $"{year.Year} {year.Standing}")));
        Assert.Null(fees.Next);
        Assert.Null(FeeReminder.Next(fees, PatentRules.House.RemindDays, APatent.Day(on)));
    }

    [Fact]
    public void A_lapse_is_of_its_own_notice_and_not_of_one_before_a_restoration()
    {
        var patent = APatent.Filed("2010-03-05")
            .With("GR01 2012-05-30, CF01 2014-11-05, RR01 2015-01-20, CF01 2019-11-05");
        Assert.Null(patent.Decide(LifeDecider.Decide, new RecordLapseNotice(5, APatent.Day("2014-10-13"), "通知书")));
        Assert.Equal(10, Of(patent, "2019-12-01")!.Years[^1].Year);
    }

    [Theory]
    [InlineData("PB01 2012-01-01")]
    [InlineData("GR01 2012-05-30, IW01 2013-01-01")]
    [InlineData("GR01 2012-05-30, AV01 2013-01-01")]
    [InlineData("")]
    public void No_fees_are_due_for_what_is_no_right(string events) =>
        Assert.Null(Of(APatent.Filed("2010-03-05").With(events), "2015-01-01"));

    [Fact]
    public void An_unsure_rule_says_so()
    {
        Assert.True(PatentRules.House.TermOf(PatentType.Invention, APatent.Day("2010-03-05"))!.Source.IsSure);
        Assert.False(PatentRules.House.TermOf(PatentType.Design, APatent.Day("2020-03-05"))!.Source.IsSure);
        Assert.All(PatentRules.House.Fees, rule => Assert.False(rule.Source.IsSure));
        Assert.All(PatentRules.House.Graces, rule => Assert.False(rule.Source.IsSure));
        Assert.All(PatentRules.House.Restorations, rule => Assert.False(rule.Source.IsSure));
    }

    [Theory]
    [InlineData("""{"terms":[],"fees":[],"graces":[],"restorations":[],"remindDays":[]}""")]
    [InlineData("""{"terms":[{"type":"Invention","years":20,"source":{"zh":"a","en":"b","isSure":true}}],"tarif":[]}""")]
    [InlineData("[]")]
    public void Rules_out_of_their_bounds_are_not_taken(string json)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        Assert.Throws<System.Text.Json.JsonException>(() => PatentRules.Read(stream));
    }

    private static void Pay(APatent patent, int year, string on, long fen) => Assert.Null(patent.Decide(
        LifeDecider.Decide, new RecordFeePayment(year, APatent.Day(on), Money.Cny(fen), "收据")));

    private static FeeYear Year(APatent patent, string on, int year) =>
        Of(patent, on)!.Years.Single(fee => fee.Year == year);

    private static FeeCalendar? Of(APatent patent, string on) =>
        FeeCalendar.Of(patent.State, PatentRules.House, WorkingCalendar.Plain, APatent.Day(on));
}
