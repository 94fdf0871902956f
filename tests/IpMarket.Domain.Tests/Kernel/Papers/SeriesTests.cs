using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Kernel.Numbering;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Papers;
using Xunit;

namespace IpMarket.Domain.Tests.Kernel.Papers;

public sealed class SeriesTests
{
    private static readonly SeriesRule Rule = new("NOTICE", 2026, "钒钛交易告〔{year}〕{number}号");
    private static readonly Moment Moment = new(DateTimeOffset.UnixEpoch, Actor.Process("test"));

    [Fact]
    public void Numbers_follow_each_other_and_a_void_one_is_never_given_again()
    {
        var series = Series.Empty;
        for (var n = 1; n <= 3; n++)
        {
            var issued = Assert.IsType<NumberIssued>(
                Assert.Single(SeriesDecider.Decide(series, new IssueNumber("auction:1", Rule), Moment).Value));
            Assert.Equal((n, $"NOTICE-2026-0000{n}", $"钒钛交易告〔2026〕{n}号"), (issued.Number, issued.Text, issued.Display));
            series = After(series, issued);
        }

        series = After(series, SeriesDecider.Decide(series, new VoidNumber(3, "r"), Moment).Value[0]);
        Assert.Equal([3], series.Voided);
        Assert.Equal(4, ((NumberIssued)SeriesDecider.Decide(series, new IssueNumber("a", Rule), Moment).Value[0]).Number);
        Assert.Equal("NUMBER_VOID_ALREADY", SeriesDecider.Decide(series, new VoidNumber(3, "r"), Moment).Refusal?.Code);
        Assert.Equal("NUMBER_NEVER_GIVEN", SeriesDecider.Decide(series, new VoidNumber(4, "r"), Moment).Refusal?.Code);
        Assert.Equal("NUMBER_NEVER_GIVEN", SeriesDecider.Decide(series, new VoidNumber(0, "r"), Moment).Refusal?.Code);
    }

    [Fact]
    public void A_number_above_five_digits_is_written_whole() => Assert.Equal("NOTICE-2026-123456", Rule.Text(123_456));

    [Theory]
    [InlineData("NOTICE", "{year}-{number}", true)]
    [InlineData("A", "{year}-{number}", false)]
    [InlineData("notice", "{year}-{number}", false)]
    [InlineData("NO/TICE", "{year}-{number}", false)]
    [InlineData("NOTICE", "{number}", false)]
    [InlineData("NOTICE", "{year}", false)]
    public void A_series_needs_a_safe_prefix_and_a_pattern_with_year_and_number(string prefix, string pattern, bool good) =>
        Assert.Equal(good, SeriesRule.IsUsable(prefix, pattern));

    [Fact]
    public void The_configuration_of_series_is_checked_and_used()
    {
        Assert.Null(Office(new(StringComparer.Ordinal)).FirstFault(TradingPapers.All));
        Assert.Equal("钒钛告〔2026〕2号", Office(new(StringComparer.Ordinal)).RuleOf(TradingPapers.PublicNotice, 2026).Display(2));
        var own = Office(new(StringComparer.Ordinal) { ["public-notice"] = new SeriesStyle("GG", "GG{year}/{number}") });
        Assert.Null(own.FirstFault(TradingPapers.All));
        Assert.Equal("series:GG-2026", own.RuleOf(TradingPapers.PublicNotice, 2026).Stream);
        Assert.Equal("GG2026/2", own.RuleOf(TradingPapers.PublicNotice, 2026).Display(2));
        Assert.NotNull(Office(new(StringComparer.Ordinal) { ["nothing"] = new SeriesStyle("GG", null) }).FirstFault(TradingPapers.All));
        Assert.NotNull(Office(new(StringComparer.Ordinal) { ["public-notice"] = new SeriesStyle("gg", null) }).FirstFault(TradingPapers.All));
        Assert.NotNull(Office(new(StringComparer.Ordinal) { ["public-notice"] = new SeriesStyle("SALE", null) }).FirstFault(TradingPapers.All));
    }

    private static PaperOffice Office(Dictionary<string, SeriesStyle> series) =>
        new("中心", "", "", "http://x", false, "钒钛", series.ToImmutableDictionary(StringComparer.Ordinal));

    private static Series After(Series series, IEvent fact) => series.Evolve(
        new Recorded(1, "series:NOTICE-2026", 1, Moment.At, Guid.Empty, Moment.Actor, fact));
}
