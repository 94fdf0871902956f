using System.Text.Json;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Trading;

/// <summary>The rule profiles over HTTP, and what the desk is told of terms outside one.</summary>
[Collection(OneTradingMarket.Name)]
public sealed class RuleProfileTests(TradingMarket market)
{
    [Fact]
    public async Task Rule_profiles_are_public_and_described_in_both_languages()
    {
        var profiles = Items(await market.Anonymous().Get("/api/rule-profiles").Ok());
        Assert.Equal(
            "online-bidding pledge-realisation judicial-online auction-law state-assets demo-online-bidding",
            string.Join(' ', profiles.Select(profile => profile.GetProperty("id").GetString())));
        Assert.True(profiles[0].GetProperty("mayHost").GetBoolean());
        Assert.False(profiles[2].GetProperty("mayHost").GetBoolean());
        Assert.Equal("""["English","Dutch"]""", profiles[0].GetProperty("protocols").GetRawText());
        Assert.Equal(
            """["English","Dutch","SealedFirstPrice","Vickrey"]""",
            profiles[^1].GetProperty("protocols").GetRawText());
        Assert.Contains("第十二条", Line(profiles[2], "notice").GetProperty("source").GetString(), StringComparison.Ordinal);
        var english = market.Anonymous();
        english.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var first = Items(await english.Get("/api/rule-profiles").Ok())[0];
        Assert.Equal("Online bidding", first.GetProperty("name").GetString());
        Assert.StartsWith("Protocols: ascending open bids", first.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "竞价方式：公开加价", profiles[0].GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_version_is_kept_and_two_are_compared_field_by_field()
    {
        var caller = market.Anonymous();
        var first = await caller.Get("/api/rule-profiles/online-bidding/versions/1").Ok();
        Assert.Equal("[1,2]", first.GetProperty("versions").GetRawText());
        Assert.False(first.GetProperty("isInForce").GetBoolean() && first.GetProperty("version").GetInt32() == 2);
        await caller.Get("/api/rule-profiles/online-bidding/versions/9").Refused(404, "NOT_FOUND");
        await caller.Get("/api/rule-profiles/no-such/versions/1").Refused(404, "NOT_FOUND");
        var changes = Items(await caller.Get("/api/rule-profiles/online-bidding/differences?from=1&to=2").Ok());
        var notice = Assert.Single(changes, change => change.GetProperty("field").GetString() == "notice");
        Assert.Equal(JsonValueKind.Null, notice.GetProperty("before").ValueKind);
        Assert.StartsWith("至少 3 个工作日", notice.GetProperty("after").GetString(), StringComparison.Ordinal);
        await caller.Get("/api/rule-profiles/online-bidding/differences?from=1&to=3").Refused(404, "NOT_FOUND");
        var newest = await caller.Get("/api/rule-profiles/online-bidding/differences").Ok();
        Assert.Equal((1, 2), (newest.GetProperty("from").GetInt32(), newest.GetProperty("to").GetInt32()));
        await caller.Get("/api/rule-profiles/no-such/differences").Refused(404, "NOT_FOUND");
    }

    [Fact]
    public async Task Terms_outside_a_profile_are_refused_with_the_article_and_an_unqualified_centre_only_drafts()
    {
        var opens = Monday(market.Now.AddDays(60));
        var terms = Terms(opens, appraisedFen: 10_000);
        var id = await market.Propose(terms);
        var handler = (await market.Handler()).Client;
        async Task<JsonElement> Draft(object bent, string code) =>
            await handler.Command($"/api/auctions/{id}/draft", new { profile = "judicial-online", terms = bent }).Refused(409, code);

        var dear = await Draft(Terms(opens, appraisedFen: 14_300), "START_OFF_APPRAISAL");
        Assert.Contains("第十条", dear.GetProperty("figures").GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.Contains("Art. 10", dear.GetProperty("figures").GetProperty("sourceEn").GetString(), StringComparison.Ordinal);
        await Draft(Terms(opens), "APPRAISAL_MISSING");
        await Draft(Terms(Monday(market.Now.AddDays(20)), appraisedFen: 10_000), "NOTICE_TOO_SHORT");
        await handler.Command($"/api/auctions/{id}/draft", new { profile = "judicial-online", terms }).Ok();
        var refused = await (await market.Reviewer()).Client.Command($"/api/auctions/{id}/publish")
            .Refused(409, "HOST_NOT_QUALIFIED");
        Assert.Contains("名单库", refused.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    private static object Terms(DateTimeOffset opensAt, long? appraisedFen = null) => new
    {
        startPrice = TradingMarket.Fen(10_000), step = TradingMarket.Fen(500), deposit = TradingMarket.Fen(1_000),
        reserve = (object?)null,
        opensAt, closesAt = opensAt.AddDays(1), softCloseSeconds = 300,
        appraisal = appraisedFen is { } fen
            ? new { value = TradingMarket.Fen(fen), on = "2026-01-05", by = "示例评估所" }
            : null,
    };

    /// <summary>Ten o'clock of a Monday in the market's zone.</summary>
    private static DateTimeOffset Monday(DateTimeOffset after)
    {
        var zone = TimeSpan.FromHours(8);
        var day = after.ToOffset(zone).Date;
        while (day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(1);
        return new DateTimeOffset(day.AddHours(10), zone).ToUniversalTime();
    }

    private static List<JsonElement> Items(JsonElement list) => [.. list.GetProperty("items").EnumerateArray()];

    private static JsonElement Line(JsonElement profile, string field) => profile.GetProperty("lines").EnumerateArray()
        .Single(line => line.GetProperty("field").GetString() == field);
}
