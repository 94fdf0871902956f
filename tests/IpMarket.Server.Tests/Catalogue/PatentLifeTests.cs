using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>A patent's life over HTTP: what the handler records, what everybody reads.</summary>
[Collection(OneServer.Name)]
public sealed class PatentLifeTests(MarketServer server)
{
    [Fact]
    public async Task Everybody_reads_status_term_and_fees_of_what_a_handler_recorded()
    {
        var (handler, path) = await Granted();
        await handler.Command($"{path}/fee-reductions", new
        {
            percent = 85, fromYear = 3, toYear = 12, source = "减缴证明", seenOn = (string?)null,
        }).Ok();
        var life = await server.Anonymous().Get($"{path}/life").Ok();
        Assert.Equal(
            ("Granted", "2022-05-31"), (life.GetProperty("state").GetString(), life.GetProperty("since").GetString()));
        var term = life.GetProperty("term");
        Assert.Equal(("2040-03-05", 20), (term.GetProperty("endsOn").GetString(), term.GetProperty("years").GetInt32()));
        Assert.True(term.GetProperty("source").GetProperty("isSure").GetBoolean());
        var fees = life.GetProperty("fees");
        var next = fees.GetProperty("next");
        Assert.Equal(
            (JsonValueKind.Object, 85, 6),
            (next.GetProperty("full").ValueKind, next.GetProperty("reductionPercent").GetInt32(),
                next.GetProperty("grace").GetArrayLength()));
        Assert.Equal(3, fees.GetProperty("sources").GetArrayLength());
        Assert.Equal("授予专利权", life.GetProperty("timeline")[0].GetProperty("text").GetString());
        Assert.Empty(life.GetProperty("abilities").EnumerateArray());
        Assert.False(life.GetProperty("isWatched").GetBoolean());
    }

    [Fact]
    public async Task A_payment_is_recorded_once_and_taken_back_with_a_reason()
    {
        var (handler, path) = await Granted();
        var payment = new
        {
            year = 7, paidOn = "2026-01-05", amount = new { fen = 200_000, currency = "CNY" }, source = "缴费收据",
        };
        var id = Guid.NewGuid();
        var first = await handler.Command($"{path}/fee-payments", payment, id).Ok();
        var again = await handler.Command($"{path}/fee-payments", payment, id).Ok();
        Assert.Equal(first.GetProperty("pos").GetInt64(), again.GetProperty("pos").GetInt64());
        await handler.Command($"{path}/fee-payments", payment).Refused(409, "FEE_PAID_ALREADY");
        var paid = (await Life(path)).GetProperty("fees").GetProperty("years").EnumerateArray()
            .Single(year => year.GetProperty("year").GetInt32() == 7);
        Assert.Equal("Paid", paid.GetProperty("standing").GetString());

        var fact = paid.GetProperty("payment").GetProperty("fact").GetInt32();
        await handler.Command($"{path}/life-facts/{fact}/retract", new { reason = "" }).Refused(400, "TEXT_MISSING");
        var taken = await handler.Command($"{path}/life-facts/{fact}/retract", new { reason = "年度有误" }).Ok();
        await handler.Command($"{path}/life-facts/{fact}/retract", new { reason = "年度有误" })
            .Refused(404, "LIFE_FACT_UNKNOWN");
        var history = (await server.Anonymous().Get($"{path}?after={taken.GetProperty("pos")}").Ok())
            .GetProperty("history").EnumerateArray().ToList();
        Assert.Equal(
            ("Retracted", "Centre"),
            (history[^1].GetProperty("kind").GetString(), history[^1].GetProperty("by").GetString()));
    }

    [Fact]
    public async Task Legal_events_come_from_the_table_and_end_a_right()
    {
        var (handler, path) = await Granted();
        var codes = (await server.Anonymous().Get("/api/legal-codes").Ok()).GetProperty("codes");
        Assert.Equal(110, codes.GetArrayLength());
        await Event(handler, path, "XX01", "2024-01-02").Refused(400, "LEGAL_CODE_UNKNOWN");
        await Event(handler, path, "CF01", "2999-01-02").Refused(400, "DAY_AHEAD");
        await Event(handler, path, "CF01", "2024-11-12").Ok();
        await Event(handler, path, "CF01", "2024-11-12").Refused(409, "NOTHING_NEW");
        await handler.Command(
            $"{path}/lapse-notices", new { year = 5, receivedOn = "2024-10-12", source = "终止通知书" }).Ok();
        await handler.Command(
            $"{path}/lapse-notices", new { year = 5, receivedOn = "2024-10-12", source = "终止通知书" })
            .Refused(409, "LAPSE_NOTICE_KNOWN");
        var life = await Life(path);
        Assert.Equal("FeeLapsed", life.GetProperty("state").GetString());
        var restoration = life.GetProperty("fees").GetProperty("restorations")[0];
        Assert.Equal("2024-12-12", restoration.GetProperty("requestBy").GetString());
        Assert.Equal(100_000, restoration.GetProperty("fee").GetProperty("fen").GetInt64());
    }

    [Fact]
    public async Task Shares_belong_to_the_holders()
    {
        var (handler, path) = await Granted("甲公司", "乙大学");
        object Owners(string other) => new
        {
            shares = new[] { new { holder = "甲公司", basisPoints = 6_000 }, new { holder = other, basisPoints = 4_000 } },
            mandates = new[] { new { from = "乙大学", to = "甲公司", scope = "Sale", until = "2030-01-01" } },
            source = "共有协议",
            seenOn = "2024-01-02",
        };
        await handler.Command($"{path}/ownership", Owners("丙")).Refused(409, "OWNERS_ARE_NOT_THE_HOLDERS");
        await handler.Command($"{path}/ownership", Owners("乙大学")).Ok();
        var owned = (await Life(path)).GetProperty("ownership");
        Assert.Equal(4_000, owned.GetProperty("shares")[1].GetProperty("basisPoints").GetInt32());
        Assert.Equal("Sale", owned.GetProperty("mandates")[0].GetProperty("scope").GetString());
    }

    [Fact]
    public async Task A_reduction_out_of_bounds_and_a_publication_are_refused()
    {
        var (handler, path) = await Granted();
        object Reduction(int percent) => new
        {
            percent, fromYear = 3, toYear = 12, source = "减缴证明", seenOn = (string?)null,
        };
        await handler.Command($"{path}/fee-reductions", Reduction(101)).Refused(400, "LIFE_FACT_MALFORMED");
        await handler.Command("/api/patents", Sellers.Form("CN119876543B").With("titleZh", "钒")).Ok();
        await Event(handler, "/api/patents/CN119876543B", "GR01", "2020-01-02").Refused(409, "NO_CHINESE_APPLICATION");
    }

    private static Task<HttpResponseMessage> Event(HttpClient handler, string path, string code, string on) =>
        handler.Command(
            $"{path}/legal-events",
            new { code, on, note = (string?)null, termEndsOn = (string?)null, source = "登记簿副本" });

    private Task<JsonElement> Life(string path) => server.Anonymous().Get($"{path}/life").Ok();

    private async Task<(HttpClient Handler, string Path)> Granted(params string[] holders)
    {
        var handler = (await server.Centre(CentreRole.Handler)).Client;
        var number = Sellers.NewNumber();
        await handler.Command("/api/patents", Sellers.Form(number).With("titleZh", "一种提钒方法")
            .With("filingDate", "2020-03-05").With("applicants", holders)).Ok();
        var path = $"/api/patents/{number}";
        await Event(handler, path, "GR01", "2022-05-31").Ok();
        return (handler, path);
    }
}
