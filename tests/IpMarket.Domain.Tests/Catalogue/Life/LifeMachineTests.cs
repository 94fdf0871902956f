using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Life;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Life;

/// <summary>The status machine: one line a life, with the state it leads to and what stands beside it.</summary>
public sealed class LifeMachineTests
{
    [Theory]
    [InlineData("", "Unknown", "")]
    [InlineData("PB01 2013-01-01", "Published", "")]
    [InlineData("PB01 2013-01-01, SE01 2013-02-01", "Examination", "")]
    [InlineData("SE01 2013-02-01, PB01 2013-03-01", "Examination", "")]
    [InlineData("PB01 2013-01-01, SE01 2013-02-01, GR01 2014-07-23", "Granted", "")]
    [InlineData("PB01 2013-01-01, RJ01 2015-01-01", "Refused", "")]
    [InlineData("PB01 2013-01-01, RJ01 2015-01-01, GR01 2016-01-01", "Granted", "")]
    [InlineData("PB01 2013-01-01, WD01 2015-01-01", "Withdrawn", "")]
    [InlineData("SE01 2013-01-01, WD01 2015-01-01, C52 2015-06-01", "Examination", "Restored")]
    [InlineData("SE01 2013-01-01, WD01 2015-01-01, REIN 2015-06-01", "Examination", "Restored")]
    [InlineData("PB01 2013-01-01, AD01 2015-01-01", "Abandoned", "")]
    [InlineData("GR01 2014-07-23, CF01 2020-10-02", "FeeLapsed", "")]
    [InlineData("GR01 2014-07-23, CF01 2020-10-02, RR01 2021-03-01", "Granted", "Restored")]
    [InlineData("GR01 2014-07-23, CE01 2020-10-02, CF01 2020-10-02", "FeeLapsed", "")]
    [InlineData("GR01 2014-07-23, CF01 2020-10-02, CE01 2020-11-02", "FeeLapsed", "")]
    [InlineData("GR01 2014-07-23, AV01 2018-01-01", "Abandoned", "")]
    [InlineData("GR01 2014-07-23, CX01 2024-01-01", "Expired", "")]
    [InlineData("GR01 2014-07-23, IW01 2018-01-01", "Invalidated", "")]
    [InlineData("GR01 2014-07-23, CF01 2020-10-02, IW01 2021-01-01", "Invalidated", "")]
    [InlineData("CF01 2020-10-02", "FeeLapsed", "")]
    [InlineData("RA01 2020-10-02", "Granted", "")]
    [InlineData("GR01 2014-07-23, IP01 2018-01-01", "Granted", "Narrowed")]
    [InlineData("GR01 2014-07-23, TR01 2015-01-01, CP01 2016-01-01", "Granted", "Transferred")]
    [InlineData("GR01 2014-07-23, PE01 2015-01-01", "Granted", "Pledged")]
    [InlineData("GR01 2014-07-23, PE01 2015-01-01, PM01 2015-02-01, PC01 2016-01-01", "Granted", "")]
    [InlineData("GR01 2014-07-23, PP01 2015-01-01", "Granted", "Preserved")]
    [InlineData("GR01 2014-07-23, PP01 2015-01-01, PD01 2016-01-01", "Granted", "")]
    [InlineData("GR01 2014-07-23, EE01 2015-01-01, EE01 2015-01-02, EC01 2016-01-01", "Granted", "Licensed")]
    [InlineData("GR01 2014-07-23, EE01 2015-01-01, EC01 2016-01-01", "Granted", "")]
    [InlineData("GR01 2014-07-23, OL01 2022-01-01", "Granted", "OpenLicence")]
    [InlineData("GR01 2014-07-23, OL01 2022-01-01, OL02 2023-01-01", "Granted", "")]
    [InlineData("GR01 2014-07-23, C32 2018-01-01, C60 2018-01-02", "Granted", "")]
    public void A_life_leads_to_a_state(string events, string state, string marks)
    {
        var status = APatent.Filed(null).With(events).State.Status;
        Assert.Equal((state, marks), (status.State.ToString(), string.Join(' ', status.Marks)));
        Assert.Empty(status.Unfitting);
    }

    [Theory]
    [InlineData("GR01 2014-07-23, IW01 2018-01-01, RR01 2019-01-01", "Invalidated", 2)]
    [InlineData("GR01 2014-07-23, CX01 2018-01-01, RR01 2019-01-01", "Expired", 2)]
    [InlineData("GR01 2014-07-23, RJ01 2018-01-01", "Granted", 1)]
    [InlineData("GR01 2014-07-23, CF01 2020-10-02, GR01 2021-01-01", "FeeLapsed", 2)]
    [InlineData("PB01 2013-01-01, WD01 2015-01-01, CF01 2020-10-02", "Withdrawn", 2)]
    [InlineData("GR01 2014-07-23, CF01 2020-10-02, C52 2021-01-01", "FeeLapsed", 2)]
    public void What_does_not_fit_changes_nothing_and_is_named(string events, string state, int unfitting)
    {
        var status = APatent.Filed(null).With(events).State.Status;
        Assert.Equal((state, unfitting), (status.State.ToString(), Assert.Single(status.Unfitting)));
    }

    [Fact]
    public void The_order_of_recording_does_not_matter()
    {
        string[] events = ["PB01 2013-01-01", "GR01 2014-07-23", "CF01 2020-10-02", "RR01 2021-03-01"];
        foreach (var order in Orders(events))
        {
            var status = APatent.Filed(null).With(string.Join(", ", order)).State.Status;
            Assert.Equal((LifeState.Granted, "RR01"), (status.State, status.By));
        }
    }

    [Theory]
    [InlineData("2012-12-31", "Unknown", null)]
    [InlineData("2013-01-01", "Published", "2013-01-01")]
    [InlineData("2014-07-22", "Published", "2013-01-01")]
    [InlineData("2014-07-23", "Granted", "2014-07-23")]
    [InlineData("2020-10-02", "FeeLapsed", "2020-10-02")]
    public void The_status_of_a_day_knows_nothing_of_later_days(string on, string state, string? since)
    {
        var patent = APatent.Filed("2012-08-14").With("PB01 2013-01-01, GR01 2014-07-23, CF01 2020-10-02").State;
        var status = patent.LifeAt(PatentRules.House, APatent.Day(on));
        Assert.Equal((state, since), (status.State.ToString(), status.Since?.ToString("yyyy-MM-dd")));
    }

    [Theory]
    [InlineData("2032-08-14", "Granted", "GR01")]
    [InlineData("2032-08-15", "Expired", LifeStatus.TermOver)]
    public void A_right_that_stands_ends_after_the_last_day_of_its_term(string on, string state, string by)
    {
        var status = APatent.Filed("2012-08-14").With("GR01 2014-07-23").State
            .LifeAt(PatentRules.House, APatent.Day(on));
        Assert.Equal((state, by), (status.State.ToString(), status.By));
    }

    [Fact]
    public void Publications_and_words_of_sources_count_as_facts()
    {
        var patent = APatent.Filed("2012-08-14").Published("CN102828036", "A", "2012-12-19");
        Assert.Equal(LifeState.Published, patent.State.Status.State);
        patent.Published("CN102828036", "B", null);
        Assert.Equal((LifeState.Granted, null), (patent.State.Status.State, patent.State.Status.Since));
        patent.Seen("未缴年费专利权终止", "2020-10-02");
        Assert.Equal(LifeState.FeeLapsed, patent.State.Status.State);
    }

    [Fact]
    public void The_deciding_status_is_the_latest_of_words_and_codes()
    {
        var patent = APatent.Filed(null).Seen("授权", "2014-07-23").With("PE01 2015-01-01");
        Assert.Equal("授权", patent.State.DecidingStatus!.Text);
        Assert.Equal("未缴年费，专利权终止", patent.With("CF01 2020-10-02").State.DecidingStatus!.Text);
        Assert.Null(APatent.Filed(null).With("PE01 2015-01-01").State.DecidingStatus);
    }

    /// <summary>A source that looked at the whole state is newer than the end it does not know of.</summary>
    [Fact]
    public void A_status_counts_from_its_day_or_from_its_record()
    {
        var patent = APatent.Filed(null).With("GR01 2014-07-23, CF01 2020-10-02").Seen("有权", null, "2019-05-01");
        Assert.Equal(LifeState.FeeLapsed, patent.State.Status.State);
        patent.Seen("有权", "2021-05-01");
        Assert.Equal(LifeState.Granted, patent.State.Status.State);
    }

    /// <summary>Words without a day (seen 2026-11-26), such as an old export's, after dated legal events.</summary>
    [Theory]
    [InlineData("GR01 2014-07-23, CF01 2020-10-02", "有效", "FeeLapsed")]
    [InlineData("PB01 2013-01-01, WD01 2015-01-01", "授权", "Withdrawn")]
    [InlineData("GR01 2014-07-23, CF01 2020-10-02, RR01 2021-03-01", "失效", "Granted")]
    [InlineData("GR01 2014-07-23", "失效", "Terminated")]
    [InlineData("PB01 2013-01-01", "授权", "Granted")]
    public void Words_without_a_day_never_override_a_dated_event(string events, string words, string state)
    {
        var patent = APatent.Filed(null).With(events).Seen(words, null);
        Assert.Equal(state, patent.State.Status.State.ToString());
    }

    [Theory]
    [InlineData("IW01 2018-01-01", "2021-05-01", "Invalidated")]
    [InlineData("IW01 2018-01-01", null, "Invalidated")]
    [InlineData("CX01 2018-01-01", "2021-05-01", "Expired")]
    [InlineData("CX01 2018-01-01", null, "Expired")]
    public void No_sighting_revives_what_is_void_or_expired(string end, string? seenOn, string state)
    {
        var status = APatent.Filed(null).With($"GR01 2014-07-23, {end}").Seen("有效", seenOn).State.Status;
        Assert.Equal((state, 2), (status.State.ToString(), Assert.Single(status.Unfitting)));
    }

    private static IEnumerable<string[]> Orders(string[] all)
    {
        if (all.Length < 2) return [all];
        return all.SelectMany((first, at) =>
            Orders([.. all.Where((_, i) => i != at)]).Select(rest => (string[])[first, .. rest]));
    }
}
