using System.Text;
using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.RuleProfiles;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.RuleProfiles;

/// <summary>The five profiles say what the facts say: market practice §4, facts §6, practice P5–P7, P17, P29, P35.</summary>
public sealed class ProfileFactsTests
{
    private static readonly IRuleProfiles House = new HouseProfiles(withDemo: true);

    public static TheoryData<string> FiveAndTheirVersions => [.. new HouseProfiles(withDemo: false).All
        .Select(profile => profile.Code)];

    // What the facts say → as a reader of the profile finds it.
    [Theory]
    [InlineData("judicial-online", "host", "最高人民法院名单库内的网络服务提供者", "法释〔2016〕18号")]
    [InlineData("judicial-online", "protocols", "公开加价", "第二十条")]
    [InlineData("judicial-online", "account", "人民法院指定的账户", "第二十五条")]
    [InlineData("judicial-online", "maySuspend", "人民法院、平台因故障（即时报告）", "第二十八条")]
    [InlineData("judicial-online", "names", "确认成交时公开", "第二十二条")]
    [InlineData("judicial-online", "notice", "至少 30 日（公告当日不计入）", "第十二条")]
    [InlineData("judicial-online", "startPermilleOfAppraisal", "须有评估价，起始价不低于其 70 %", "第十条")]
    [InlineData("judicial-online", "depositPermille", "起始价的 5 % 至 20 %，通常 10 %", "第十七条")]
    [InlineData("judicial-online", "softClose", "自出价时起顺延", "第二十条")]
    [InlineData("judicial-online", "softCloseSeconds", "5 分钟", "第二十条")]
    [InlineData("judicial-online", "durationSeconds", "1 天 至 30 天，通常 1 天", "第二十条")]
    [InlineData("judicial-online", "reserves", "即起始价", "第十条")]
    [InlineData("judicial-online", "ladder", "再次竞价、债权人以保留价接受抵债（尚未提供）、变卖（尚未提供）；再次竞价最多 1 次；"
        + "降价不超过前次的 20 %；30 日内再次开始；再次竞价的公告至少 15 日（公告当日不计入）", "第二十六条")]
    [InlineData("judicial-online", "recordYears", "不少于 10 年", "第二十九条")]
    [InlineData("judicial-online", "maySayAuction", "可以", "网络司法拍卖")]
    [InlineData("auction-law", "host", "取得拍卖经营批准的拍卖企业", "第十一条")]
    [InlineData("auction-law", "protocols", "公开加价", "第三条")]
    [InlineData("auction-law", "notice", "至少 7 日（公告当日不计入）", "第四十五条")]
    [InlineData("auction-law", "viewingDays", "不少于 2 日", "第四十八条")]
    [InlineData("auction-law", "reserves", "不设、公开、保密（尚未提供）、即起始价", "第二十八条")]
    [InlineData("auction-law", "barred", "转让方、组织方及其工作人员", "第三十条")]
    [InlineData("auction-law", "names", "经本人同意", "第二十一条")]
    [InlineData("auction-law", "recordYears", "不少于 5 年", "第五十四条")]
    [InlineData("auction-law", "maySayAuction", "可以", "第十一条")]
    [InlineData("state-assets", "host", "经认定的产权交易机构", "第五十四条")]
    [InlineData("state-assets", "notice", "至少 10 个工作日（公告当日不计入）、"
        + "起始价自 ¥10,000,000.00 起至少 20 个工作日（公告当日不计入）", "第32号")]
    [InlineData("state-assets", "startPermilleOfAppraisal", "须有评估价，起始价不低于其 100 %", "第32号")]
    [InlineData("state-assets", "barred", "转让方、组织方及其工作人员", "不得对受让方设定资格条件")]
    [InlineData("state-assets", "ladder", "再次竞价、恢复挂牌；降价不超过前次的 10 %；起始价始终不低于评估价的 90 %", "书面同意")]
    [InlineData("state-assets", "depositPermille", "起始价的 0 % 至 30 %，通常 30 %", "待核实")]
    [InlineData("state-assets", "maySayAuction", "不得", "第十一条")]
    [InlineData("pledge-realisation", "host", "无特别要求", "第四十五条")]
    [InlineData("pledge-realisation", "startPermilleOfAppraisal", "须有评估价，起始价不低于其 70 %", "第四百三十六条")]
    [InlineData("pledge-realisation", "account", "监管专户", "第四百三十八条")]
    [InlineData("pledge-realisation", "maySayAuction", "不得", "第十一条")]
    [InlineData("online-bidding", "barred", "转让方、转让方的关联方、组织方及其工作人员", "仅本规则的内部规定")]
    [InlineData("online-bidding", "notice", "至少 3 个工作日（公告当日不计入）", "本中心规则")]
    [InlineData("online-bidding", "hours", "工作日 09:00–17:00", "本中心规则")]
    public void A_profile_says_what_the_facts_say(string code, string field, string value, string source)
    {
        var line = Assert.Single(ProfileWords.Lines(House.Find(code)!), line => line.Field == field);
        Assert.Equal(value, line.Value.Zh);
        Assert.Contains(source, line.Source.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FiveAndTheirVersions))]
    public void Every_rule_of_the_newest_version_names_its_source_in_both_languages(string code)
    {
        var profile = House.Find(code)!;
        foreach (var line in ProfileWords.Lines(profile))
        {
            if (line is { Field: "viewingDays" } && profile.ViewingDays == 0) continue;
            if (line.Field == "startPermilleOfAppraisal" && profile.StartPermilleOfAppraisal is null) continue;
            var source = Assert.Single(profile.Sources, source => source.Field == line.Field);
            Assert.False(string.IsNullOrWhiteSpace(source.Zh), line.Field);
            Assert.False(string.IsNullOrWhiteSpace(source.En), line.Field);
            Assert.Equal(
                source.Zh.Contains("待核实", StringComparison.Ordinal),
                source.En.Contains("待核实", StringComparison.Ordinal));
        }

        Assert.Equal(profile.Sources.Length, profile.Sources.DistinctBy(source => source.Field, StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Other_protocols_exist_only_where_no_law_demands_open_bids()
    {
        foreach (var profile in House.All.Where(profile => !profile.Code.EndsWith("online-bidding", StringComparison.Ordinal)))
            Assert.Equal([BiddingProtocol.English], profile.Protocols);
        Assert.Equal(Enum.GetValues<BiddingProtocol>(), House.Find("online-bidding")!.Protocols);
        Assert.Equal(
            "公开加价、降价竞价、降价—密封—最优报价（尚未提供）、密封报价（最高价）（尚未提供）、"
            + "密封报价（次高价）（尚未提供）、三轮轮流报价（尚未提供）",
            ProfileWords.Lines(House.Find("online-bidding")!).Single(line => line.Field == "protocols").Value.Zh);
    }

    [Theory]
    [InlineData("online-bidding", "委托最高价、优先购买权按顺位行使、按比例或分段的加价幅度、首次出价前一口价")]
    [InlineData("judicial-online", "优先购买权按顺位行使")]
    [InlineData("demo-online-bidding", "委托最高价、优先购买权按顺位行使、按比例或分段的加价幅度、首次出价前一口价")]
    public void What_may_be_added_to_open_bids_is_offered(string code, string options) =>
        Assert.Equal(options, ProfileWords.Lines(House.Find(code)!).Single(line => line.Field == "options").Value.Zh);

    [Fact]
    public void The_sellers_group_is_barred_by_the_house_only()
    {
        foreach (var profile in House.All)
        {
            Assert.Equal(
                profile.Code is "online-bidding" or "demo-online-bidding",
                profile.Barred.Contains(BarredBidder.SellersAffiliates));
        }
    }

    [Fact]
    public void Another_court_auction_starts_at_most_a_fifth_lower_and_opens_within_thirty_days()
    {
        var ladder = House.Find("judicial-online")!.Ladder!;
        Assert.Equal(Money.Cny(800_000), ladder.LeastStart(Money.Cny(1_000_000)));
        Assert.Equal(Money.Cny(8), ladder.LeastStart(Money.Cny(9)));
        Assert.Equal(AnAuction.Day.AddDays(30), ladder.LatestOpening(AnAuction.Day));
        Assert.Null(House.Find("auction-law")!.Ladder!.LatestOpening(AnAuction.Day));
    }

    [Fact]
    public void A_version_in_force_on_a_day_is_found_and_what_changed_is_told_field_by_field()
    {
        Assert.Equal(1, House.InForce("online-bidding", new DateOnly(2026, 10, 31))!.Version);
        Assert.Equal(2, House.InForce("online-bidding", new DateOnly(2026, 11, 1))!.Version);
        Assert.Null(House.InForce("judicial-online", new DateOnly(2016, 12, 31)));
        var versions = House.Versions("online-bidding");
        var changed = ProfileWords.Between(versions[0], versions[1]);
        var notice = Assert.Single(changed, pair => pair.Line.Field == "notice");
        Assert.Null(notice.Before);
        Assert.Equal("at least 3 working days (the day of the announcement is not counted)", notice.After!.Value.En);
        Assert.DoesNotContain(changed, pair => pair.Line.Field is "depositPermille" or "hours" or "barred");
        Assert.Empty(ProfileWords.Between(versions[1], versions[1]));
        var state = House.Find("state-assets")!;
        var without = state with { Ladder = state.Ladder! with { FloorPermilleOfAppraisal = null } };
        var floor = Assert.Single(ProfileWords.Between(without, state));
        Assert.Equal("ladder", floor.Line.Field);
        Assert.EndsWith("; never below 90 % of the appraised value", floor.After!.Value.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"version\": 2", "\"version\": 0", "version")]
    [InlineData("\"min\": 600", "\"min\": 9999999999", "bound")]
    [InlineData("\"recordYears\": 5", "\"recordsYears\": 5", "recordsYears")]
    public void A_file_that_misspells_a_rule_or_turns_a_bound_upside_down_is_no_profile(
        string from, string to, string named)
    {
        var assembly = typeof(RuleProfile).Assembly;
        using var stream = assembly.GetManifestResourceStream(
            "IpMarket.Domain.Trading.RuleProfiles.Files.online-bidding.v2.json")!;
        var text = new StreamReader(stream).ReadToEnd();
        Assert.Equal(2, ProfileFiles.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))).Version);
        var changed = text.Replace(from, to, StringComparison.Ordinal);
        var fault = Assert.Throws<JsonException>(
            () => ProfileFiles.Read(new MemoryStream(Encoding.UTF8.GetBytes(changed))));
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_qualification_without_its_source_is_none()
    {
        const string Held = """[{ "kind": "PropertyExchange", "source": "X", "from": "2026-01-01", "until": null }]""";
        var held = HeldQualification.Read(new MemoryStream(Encoding.UTF8.GetBytes(Held)));
        IRuleProfiles profiles = new HouseProfiles(withDemo: false, held: held);
        Assert.True(profiles.MayHost(profiles.Find("state-assets")!, new DateOnly(2026, 1, 1)));
        Assert.False(profiles.MayHost(profiles.Find("state-assets")!, new DateOnly(2025, 12, 31)));
        Assert.False(profiles.MayHost(profiles.Find("auction-law")!, new DateOnly(2026, 1, 1)));
        var without = Held.Replace("\"X\"", "\" \"", StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => HeldQualification.Read(new MemoryStream(Encoding.UTF8.GetBytes(without))));
    }

    [Fact]
    public void A_draft_of_before_profiles_named_the_barred_is_of_the_houses_rule() =>
        Assert.Equal(House.Find("online-bidding")!.Barred, Auction.BarredByHouse);
}
