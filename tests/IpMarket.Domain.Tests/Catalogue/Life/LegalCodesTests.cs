using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Testing;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Life;

/// <summary>The table of legal event codes: complete, in our own words, at one with what INPADOC says of them.</summary>
public sealed class LegalCodesTests
{
    [Fact]
    public void Every_code_says_what_it_means_in_both_languages_and_stands_once()
    {
        Assert.Equal(110, LegalCodes.All.Length);
        Assert.Equal(110, LegalCodes.All.Select(code => code.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(LegalCodes.All, code => Assert.True(code.Zh.Length > 0 && code.En.Length > 0, code.Code));
        Assert.NotEmpty(LegalCodes.Source);
    }

    [Fact]
    public void The_table_has_every_code_of_the_collected_list_in_words_of_its_own()
    {
        var rows = File.ReadAllLines(SharedData.File("legal-codes/inpadoc_cn_event_codes.csv"))
            .Skip(1).Select(line => line.Split(',', 3)).ToList();
        Assert.Equal(110, rows.Count);
        foreach (var row in rows)
        {
            var code = LegalCodes.Find(row[0]);
            Assert.NotNull(code);
            Assert.False(string.Equals(row[2], code.En, StringComparison.OrdinalIgnoreCase), row[0]);
        }
    }

    /// <summary>INPADOC's + and − against our effects: a minus takes from the right, a plus never does.</summary>
    [Fact]
    public void Effects_do_not_contradict_the_influence_the_list_gives()
    {
        LegalEffect[] takes =
        [
            LegalEffect.Refused, LegalEffect.Withdrawn, LegalEffect.Expired, LegalEffect.FeeLapsed,
            LegalEffect.Abandoned, LegalEffect.Invalidated, LegalEffect.Terminated, LegalEffect.PartlyInvalidated,
            LegalEffect.PartlyAbandoned,
        ];
        string[] undecided = ["C32", "C35"];
        foreach (var line in File.ReadAllLines(SharedData.File("legal-codes/inpadoc_cn_event_codes.csv")).Skip(1))
        {
            var parts = line.Split(',', 3);
            var effect = LegalCodes.Find(parts[0])!.Effect;
            if (parts[1] == "+") Assert.DoesNotContain(effect, takes);
            if (parts[1] == "-" && !undecided.Contains(parts[0], StringComparer.Ordinal)) Assert.Contains(effect, takes);
        }
    }

    [Theory]
    [InlineData(" gr01 ", LegalEffect.Granted)]
    [InlineData("CF01", LegalEffect.FeeLapsed)]
    [InlineData("未缴年费专利权终止", LegalEffect.FeeLapsed)]
    [InlineData("专利权的终止", LegalEffect.Terminated)]
    [InlineData("视为放弃", LegalEffect.Abandoned)]
    [InlineData("视为撤回", LegalEffect.Withdrawn)]
    [InlineData("恢复权利", LegalEffect.Restored)]
    [InlineData("专利权部分无效宣告", LegalEffect.PartlyInvalidated)]
    [InlineData("无效宣告请求审查", LegalEffect.Unknown)]
    [InlineData("Expired - Fee Related", LegalEffect.FeeLapsed)]
    [InlineData("有权", LegalEffect.Granted)]
    [InlineData("实质审查的生效", LegalEffect.ExaminationStarted)]
    [InlineData("著录事项变更", LegalEffect.Unknown)]
    [InlineData("INACTIVE", LegalEffect.Terminated)]
    [InlineData("Not active", LegalEffect.Terminated)]
    [InlineData("Active", LegalEffect.Granted)]
    [InlineData("Not granted", LegalEffect.Unknown)]
    [InlineData("未授权", LegalEffect.Unknown)]
    [InlineData("无效", LegalEffect.Terminated)]
    [InlineData("Invalid", LegalEffect.Terminated)]
    [InlineData("宣告无效", LegalEffect.Invalidated)]
    [InlineData("宣告专利权全部无效", LegalEffect.Invalidated)]
    [InlineData("专利权的无效宣告", LegalEffect.Invalidated)]
    [InlineData("全部无效", LegalEffect.Invalidated)]
    [InlineData("Invalidated", LegalEffect.Invalidated)]
    [InlineData("宣告专利权部分无效", LegalEffect.PartlyInvalidated)]
    [InlineData("部分宣告无效", LegalEffect.PartlyInvalidated)]
    [InlineData("宣告维持专利权有效", LegalEffect.Granted)]
    public void Words_of_sources_are_read(string words, LegalEffect effect) =>
        Assert.Equal(effect, LegalStatus.EffectOf(words));
}
