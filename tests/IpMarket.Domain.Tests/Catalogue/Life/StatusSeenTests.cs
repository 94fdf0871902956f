using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Life;

/// <summary>Which statuses a patent takes, and how a refusal names the end. Today is 2026-11-26.</summary>
public sealed class StatusSeenTests
{
    private const string Number = "CN201210288271.2";

    [Theory]
    [InlineData("2026-11-26", 200, null)]
    [InlineData(null, 1, null)]
    [InlineData("2026-11-27", 2, "DAY_AHEAD")]
    [InlineData("2026-11-26", 201, "FACTS_MALFORMED")]
    [InlineData("2026-11-26", 0, "FACTS_MALFORMED")]
    public void A_status_is_of_today_at_most_and_short(string? on, int chars, string? refusal) => Assert.Equal(
        refusal, APatent.Filed("2012-08-14").Decide(PatentDecider.Decide, new RecordPatent(
            Number, PatentFacts.None, Status(on, chars), "test", FactOrigin.Centre)));

    [Fact]
    public void The_refusal_of_a_day_to_come_names_it_in_both_languages()
    {
        var refused = PatentDecider.Decide(
            APatent.Filed("2012-08-14").State,
            new RecordPatent(Number, PatentFacts.None, Status("2026-11-27", 2), "test", FactOrigin.Centre),
            Now).Refusal!;
        Assert.Equal("2026-11-27", refused.Figures["day"].Text);
        Assert.Contains("2026-11-27", refused.Zh, StringComparison.Ordinal);
        Assert.Contains("2026-11-27", refused.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_joined_stream_brings_its_facts_but_no_status_out_of_bounds()
    {
        var patent = APatent.Filed("2012-08-14");
        Assert.Null(patent.Decide(PatentDecider.Decide, new SupplementPatent(
            PatentFacts.None with { TitleZh = "钒" },
            [Status("2026-11-27", 2), Status(null, 201), Status("2020-01-01", 3)],
            FactOrigin.Centre,
            "CN102828036",
            [])));
        Assert.Equal("钒", patent.State.Facts.TitleZh);
        Assert.Equal(APatent.Day("2020-01-01"), Assert.Single(patent.State.Statuses).SeenOn);
    }

    [Theory]
    [InlineData("CF01 2020-10-02", "CF01 未缴年费")]
    [InlineData("", "失效")]
    public void Who_offers_an_ended_patent_is_told_in_words_what_ended_it(string events, string words)
    {
        var patent = APatent.Filed("2012-08-14").With(events);
        if (events.Length == 0) patent.Seen("失效", "2020-10-02");
        var refused = PatentDecider.Decide(
            patent.State, new ReservePatent("listing:x", Guid.NewGuid()), Now).Refusal!;
        Assert.Equal("ENDED", refused.Code);
        Assert.StartsWith(words, refused.Figures["status"].Text, StringComparison.Ordinal);
        Assert.Contains(refused.Figures["status"].Text!, refused.En, StringComparison.Ordinal);
    }

    private static Moment Now => new(new DateTimeOffset(2026, 11, 26, 4, 0, 0, TimeSpan.Zero), new Actor("user:a"));

    private static StatusSeen Status(string? on, int chars) =>
        new(new string('权', chars), "test", on is null ? null : APatent.Day(on));
}
