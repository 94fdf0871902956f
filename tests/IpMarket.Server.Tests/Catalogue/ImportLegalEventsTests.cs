using System.Text;
using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Testing.Import;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Files of legal events over HTTP: previewed, recorded on patents that are known, repeated and undone.</summary>
[Collection(OneServer.Name)]
public sealed class ImportLegalEventsTests(MarketServer server)
{
    private const string Header = "申请号,法律状态公告日,法律状态,法律状态信息\n";

    [Fact]
    public async Task Events_reach_the_timeline_of_known_patents_once_and_are_undone()
    {
        var client = await Handler();
        var known = await Known(350_001);
        var unknown = "CN" + ImportClient.Number(350_002);
        var file = Encoding.UTF8.GetBytes(
            Header + $"{known},2022.05.31,授权,授权\n"
            + $"{known},2023.06.09,专利权质押合同登记的生效、变更及注销,专利权质押合同登记的生效 登记号:Y2023510000123 质权人:示例银行\n"
            + $"{known},2023.06.09,专利权质押合同登记的生效、变更及注销,\n"
            + $"{unknown},2022.05.31,授权,授权\n"
            + $"{known},2199.05.31,授权,\n");

        var preview = await client.Upload(file, name: "事务.csv").Ok();
        Assert.Equal(("LegalEvents", "Previewed"), (preview.Text("format"), preview.Text("status")));
        Assert.Equal(
            [
                "Changed 授予专利权 (GR01) 2022-05-31", "Changed 质押登记生效 (PE01) 2023-06-09 Y2023510000123",
                "Refused LEGAL_TEXT_AMBIGUOUS", "Refused UNKNOWN", "Refused DAY_AHEAD",
            ],
            (await client.Rows(preview)).Select(Said).ToArray());
        Assert.Empty(await Timeline(known));

        await client.Command($"/api/imports/{preview.Id()}/apply").Ok();
        Assert.Equal(["GR01", "PE01"], await Timeline(known));
        await client.Get($"/api/patents/{unknown}").Refused(404, "UNKNOWN");
        var life = await server.Anonymous().Get($"/api/patents/{known}/life").Ok();
        Assert.Equal("Granted", life.Text("state"));
        var pledge = life.GetProperty("timeline").EnumerateArray().Single(entry => Code(entry) == "PE01");
        Assert.Equal(
            ("Y2023510000123", "事务.csv (legal events)"), (pledge.Text("note"), pledge.Text("source")));

        var again = await client.Upload(file, name: "再来一次.csv").Ok();
        var counts = again.GetProperty("counts");
        Assert.Equal(
            (2, 3), (counts.GetProperty("unchanged").GetInt32(), counts.GetProperty("refused").GetInt32()));
        await client.Command($"/api/imports/{again.Id()}/apply").Refused(409, "NOTHING_TO_APPLY");

        await client.Command($"/api/imports/{preview.Id()}/undo").Ok();
        var undone = await client.AtRest(preview);
        Assert.Equal(("Undone", 0), (undone.Text("status"), undone.GetProperty("kept").GetInt32()));
        Assert.Empty(await Timeline(known));
        Assert.Equal("Changed", Said((await client.Rows(await client.Upload(file).Ok()))[0]).Split(' ')[0]);
    }

    [Fact]
    public async Task An_imported_pledge_closes_what_one_recorded_by_hand_closes()
    {
        var client = await Handler();
        var (imported, byHand) = (await Known(350_011), await Known(350_012));
        await client.Applied(Encoding.UTF8.GetBytes(Header + $"{imported},2023.06.09,专利权质押合同登记的生效,\n"));
        await client.Command($"/api/patents/{byHand}/legal-events", new
        {
            code = "PE01", on = "2023-06-09", note = (string?)null, termEndsOn = (string?)null, source = "公报",
        }).Ok();

        Assert.Equal(await Modes(byHand), await Modes(imported));
        Assert.Contains("PLEDGE_UNREAD", await Modes(imported), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_template_of_events_filled_in_is_taken(string language)
    {
        var client = await Handler();
        var ask = new HttpRequestMessage(HttpMethod.Get, "/api/imports/template?kind=LegalEvents");
        ask.Headers.Add("Accept-Language", language);
        using var answer = await client.Ask(ask);
        var workbook = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        await client.Upload(workbook).Refused(400, "NO_ROWS");

        var (header, example) = Templates.Read(workbook);
        example[0] = await Known(language == "en" ? 350_021 : 350_022);
        var import = await client.Applied(Workbooks.Xlsx([header, example]));
        Assert.Equal(("LegalEvents", "Applied"), (import.Text("format"), import.Text("status")));
        Assert.Equal(["PE01"], await Timeline(example[0]));
    }

    private static string Said(JsonElement row) => row.GetProperty("reason") is { ValueKind: JsonValueKind.Object } reason
        ? $"{row.Text("verdict")} {reason.Text("code")}"
        : string.Join(' ', row.GetProperty("differences").EnumerateArray()
            .Select(one => one.Text("after")).Prepend(row.Text("verdict")));

    private async Task<string> Known(int serial)
    {
        var client = await Handler();
        var number = "CN" + ImportClient.Number(serial);
        await client.Applied(Encoding.UTF8.GetBytes($"申请号,名称,申请人\n{number},一种提钒方法,示例公司\n"));
        return number;
    }

    /// <summary>The codes of its legal events, in the timeline's order.</summary>
    private async Task<string[]> Timeline(string number) =>
    [
        .. (await server.Anonymous().Get($"/api/patents/{number}/life").Ok()).GetProperty("timeline").EnumerateArray()
            .Where(entry => entry.Text("kind") == "Event").Select(Code),
    ];

    private static string Code(JsonElement entry) =>
        entry.GetProperty("code").ValueKind == JsonValueKind.String ? entry.Text("code") : "";

    private async Task<string> Modes(string number) =>
        (await server.Anonymous().Get($"/api/patents/{number}/modes").Ok()).GetProperty("modes").GetRawText();

    private async Task<HttpClient> Handler() => (await server.Centre(CentreRole.Handler)).Client;
}
