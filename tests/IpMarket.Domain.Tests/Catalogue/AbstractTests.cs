using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue;

/// <summary>摘要: a fact of a patent as its title is one.</summary>
public sealed class AbstractTests
{
    private static readonly PatentFacts With = PatentFacts.None with { TitleZh = "钒", AbstractZh = "旧的摘要。" };

    [Fact]
    public void Facts_written_before_there_were_abstracts_have_none()
    {
        const string Written =
            """
            {"facts":{"titleZh":"钒","titleEn":null,"applicants":["甲"],"inventors":[],"ipc":[],"filingDate":null,"publications":[]},"origin":"Centre","source":"t"}
            """;
        var (fact, _) = EventCodec.Decode(typeof(PatentFactsRecorded), Written, null);
        Assert.Equal(
            PatentFacts.None with { TitleZh = "钒", Applicants = ["甲"] },
            Assert.IsType<PatentFactsRecorded>(fact).Facts);
    }

    [Fact]
    public void A_source_that_leaves_it_out_takes_none_away_and_one_that_has_it_replaces_it()
    {
        var (silent, other) = (PatentFacts.None with { TitleEn = "V" }, PatentFacts.None with { AbstractZh = "新的摘要。" });
        Assert.Equal(("旧的摘要。", "V"), (With.With(silent).AbstractZh, With.With(silent).TitleEn));
        Assert.Equal("新的摘要。", With.With(other).AbstractZh);
        Assert.Equal(other, With.NewsIn(other));
        Assert.True(With.NewsIn(With).IsEmpty);
        Assert.Null(other.GapsOf(With).AbstractZh);
        Assert.Equal("新的摘要。", other.GapsOf(silent).AbstractZh);
        Assert.Equal(
            new FactDifference("abstractZh", "旧的摘要。", "新的摘要。"), Assert.Single(With.DifferencesTo(With.With(other))));
        Assert.NotEqual(With, With with { AbstractZh = null });
    }

    [Fact]
    public void The_English_one_is_a_fact_of_its_own()
    {
        var english = With with { AbstractEn = "The old abstract." };
        Assert.NotEqual(With, english);
        Assert.Equal(new FactDifference("abstractEn", null, "The old abstract."), Assert.Single(With.DifferencesTo(english)));
        Assert.Equal("The old abstract.", english.With(PatentFacts.None with { AbstractZh = "新的摘要。" }).AbstractEn);
        Assert.Null(english.GapsOf(english).AbstractEn);
        Assert.Equal("The old abstract.", english.GapsOf(With).AbstractEn);
        Assert.Equal(
            "abstractEn", FactsRule.Fault(With with { AbstractEn = new string('a', FactsRule.AbstractCharsMax + 1) }));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(FactsRule.AbstractCharsMax, null)]
    [InlineData(FactsRule.AbstractCharsMax + 1, "abstractZh")]
    [InlineData(0, "abstractZh")]
    public void It_is_bounded(int chars, string? fault) =>
        Assert.Equal(fault, FactsRule.Fault(With with { AbstractZh = new string('钒', chars) }));
}
