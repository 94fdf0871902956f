using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Life;

/// <summary>专利法42 by the version that held on the filing day.</summary>
public sealed class TermTests
{
    [Theory]
    [InlineData(PatentType.Invention, "2012-08-14", "2032-08-14")]
    [InlineData(PatentType.Invention, "2012-02-29", "2032-02-29")]
    [InlineData(PatentType.UtilityModel, "2012-08-14", "2022-08-14")]
    [InlineData(PatentType.UtilityModel, "2012-02-29", "2022-02-28")]
    [InlineData(PatentType.Design, "2021-05-31", "2031-05-31")]
    [InlineData(PatentType.Design, "2021-06-01", "2036-06-01")]
    public void A_term_runs_from_the_filing_day(PatentType type, string filed, string ends) =>
        Assert.Equal(APatent.Day(ends), Of(APatent.Filed(filed, type))!.EndsOn);

    [Theory]
    [InlineData(PatentType.Invention, "1992-12-31")]
    [InlineData(PatentType.Design, null)]
    public void Where_no_rule_or_no_filing_day_is_known_no_term_is_guessed(PatentType type, string? filed) =>
        Assert.Null(Of(APatent.Filed(filed, type)));

    [Fact]
    public void A_compensation_moves_the_end_from_the_day_it_is_recorded_for()
    {
        var patent = APatent.Filed("2012-08-14").With("GR01 2018-07-23, TG01 2022-01-05 2033-01-10");
        Assert.Equal(APatent.Day("2032-08-14"), Of(patent, "2022-01-04")!.EndsOn);
        var term = Of(patent, "2022-01-05")!;
        Assert.Equal((APatent.Day("2033-01-10"), 2), (term.EndsOn, term.ChangedBy));
    }

    [Fact]
    public void No_change_ends_a_term_before_the_law_does()
    {
        var term = Of(APatent.Filed("2012-08-14").With("GR01 2018-07-23, TG01 2022-01-05 2030-01-10"))!;
        Assert.Equal((APatent.Day("2032-08-14"), null), (term.EndsOn, term.ChangedBy));
    }

    [Theory]
    [InlineData("2032-08-04", 10)]
    [InlineData("2032-08-14", 0)]
    [InlineData("2040-01-01", 0)]
    public void Days_left_never_fall_below_zero(string on, int days) =>
        Assert.Equal(days, Of(APatent.Filed("2012-08-14"), on)!.DaysLeft(APatent.Day(on)));

    [Theory]
    [InlineData("2012-08-14", "2012-08-14", 1)]
    [InlineData("2012-08-14", "2013-08-14", 1)]
    [InlineData("2012-08-14", "2013-08-15", 2)]
    [InlineData("2012-08-14", "2014-07-23", 2)]
    [InlineData("2012-02-29", "2013-02-28", 1)]
    [InlineData("2012-02-29", "2013-03-01", 2)]
    public void A_patent_year_ends_on_the_anniversary(string filed, string day, int year) =>
        Assert.Equal(year, PatentYears.YearOf(APatent.Day(filed), APatent.Day(day)));

    private static Term? Of(APatent patent, string on = "2026-11-26") =>
        Term.Of(patent.State, PatentRules.House, APatent.Day(on));
}
