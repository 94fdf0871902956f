using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Grains.Catalogue;
using IpMarket.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

[Collection(OneServer.Name)]
public sealed class ImportEndpointsTests(MarketServer server)
{
    private const string Unknown = "import:00000000000000000000000000";

    [Fact]
    public async Task Nobody_imports_without_signing_in()
    {
        var client = server.Anonymous();
        await client.Get("/api/imports").Refused(401, "NOT_SIGNED_IN");
        await client.Get($"/api/imports/{Unknown}").Refused(401, "NOT_SIGNED_IN");
        await client.Upload(ImportClient.File(1)).Refused(401, "NOT_SIGNED_IN");
        await client.Command($"/api/imports/{Unknown}/apply").Refused(401, "NOT_SIGNED_IN");
        await client.Command($"/api/imports/{Unknown}/undo").Refused(401, "NOT_SIGNED_IN");
        await client.Get($"/api/imports/{Unknown}/rows").Refused(401, "NOT_SIGNED_IN");
        await client.Get("/api/imports/template").Refused(401, "NOT_SIGNED_IN");
    }

    [Fact]
    public async Task Neither_other_officers_nor_people_of_no_party_import()
    {
        foreach (var person in new[] { await server.Centre(CentreRole.Reviewer), await server.Member("importer") })
        {
            await person.Client.Get("/api/imports").Refused(403, "NOT_ALLOWED");
            await person.Client.Get($"/api/imports/{Unknown}").Refused(403, "NOT_ALLOWED");
            await person.Client.Upload(ImportClient.File(1)).Refused(403, "NOT_ALLOWED");
            await person.Client.Command($"/api/imports/{Unknown}/apply").Refused(403, "NOT_ALLOWED");
            await person.Client.Command($"/api/imports/{Unknown}/undo").Refused(403, "NOT_ALLOWED");
            await person.Client.Get($"/api/imports/{Unknown}/rows").Refused(403, "NOT_ALLOWED");
        }
    }

    [Fact]
    public async Task A_file_is_previewed_applied_and_then_changes_nothing_more()
    {
        var client = await Handler();
        var file = ImportClient.File(100, "一种钒的方法");
        var preview = await client.Upload(file, name: "C:\\files\\one.xml").Ok();

        Assert.Equal("one.xml", preview.Text("fileName"));
        Assert.Equal("Previewed", preview.Text("status"));
        Assert.Equal("CnipaBusiness XML", $"{preview.Text("format")} {preview.Text("container")}");
        var row = await client.OnlyRow(preview);
        Assert.Equal("New", row.Text("verdict"));
        Assert.Equal("CN" + ImportClient.Number(100), row.Text("number"));
        Assert.Equal("一种钒的方法", row.Text("title"));
        Assert.Equal(["apply"], preview.Abilities());
        Assert.Equal(0, (await Patent(100)).Version);

        var applied = await client.Command($"/api/imports/{preview.Id()}/apply").Ok();
        Assert.Equal("Applied", applied.Text("status"));
        Assert.Equal("New", (await client.OnlyRow(applied)).Text("verdict"));
        Assert.Equal(["undo"], applied.Abilities());
        var patent = await Patent(100);
        Assert.Equal("一种钒的方法", patent.State.Facts.TitleZh);
        Assert.Equal(FactOrigin.Centre, patent.State.FactsOrigin);
        await client.Command($"/api/imports/{preview.Id()}/apply").Refused(409, "ALREADY_APPLIED");

        var again = await client.Upload(file).Ok();
        Assert.Equal("Unchanged", (await client.OnlyRow(again)).Text("verdict"));
        Assert.Empty(again.Abilities());
        await client.Command($"/api/imports/{again.Id()}/apply").Refused(409, "NOTHING_TO_APPLY");
        Assert.Equal(patent.Version, (await Patent(100)).Version);
    }

    [Fact]
    public async Task What_changes_is_shown_field_by_field_before_it_does()
    {
        var client = await Handler();
        await client.Applied(ImportClient.File(101, "旧名称"));

        var preview = await client.Upload(ImportClient.File(101, "新名称")).Ok();

        Assert.Equal("Changed", (await client.OnlyRow(preview)).Text("verdict"));
        var difference = Assert.Single((await client.OnlyRow(preview)).GetProperty("differences").EnumerateArray());
        Assert.Equal(
            ("titleZh", "旧名称", "新名称"),
            (difference.Text("field"), difference.Text("before"), difference.Text("after")));
        Assert.Equal("旧名称", (await Patent(101)).State.Facts.TitleZh);
        await client.Command($"/api/imports/{preview.Id()}/apply").Ok();
        Assert.Equal("新名称", (await Patent(101)).State.Facts.TitleZh);
    }

    [Fact]
    public async Task A_command_repeated_is_the_same_import_and_with_another_file_none()
    {
        var client = await Handler();
        var id = Guid.NewGuid();
        var first = await client.Upload(ImportClient.File(102), id).Ok();
        var second = await client.Upload(ImportClient.File(102), id).Ok();
        Assert.Equal(first.Id(), second.Id());
        await client.Upload(ImportClient.File(103), id).Refused(422, "SAME_ID_OTHER_REQUEST");

        var apply = Guid.NewGuid();
        var applied = await client.Command($"/api/imports/{first.Id()}/apply", commandId: apply).Ok();
        var repeat = await client.Command($"/api/imports/{first.Id()}/apply", commandId: apply).Ok();
        Assert.Equal(applied.GetRawText(), repeat.GetRawText());
    }

    [Fact]
    public async Task A_broken_file_is_refused_whole_and_leaves_nothing()
    {
        var client = await Handler();
        var before = await Total(client);
        var file = ImportClient.File(104);

        var problem = await client.Upload(file[..^400]).Refused(400, "FILE_BROKEN");
        Assert.True(problem.GetProperty("figures").GetProperty("line").GetInt64() > 60);
        await client.Upload([]).Refused(400, "FILE_EMPTY");
        await client.Upload("%PDF-1.7"u8.ToArray(), name: "a.xml").Refused(400, "FORMAT_UNKNOWN");
        await client.Upload(file, name: "a\u202Exml").Refused(400, "TEXT_NOT_CLEAN");
        await client.Upload(file, field: "other").Refused(400, "PARAMETER_MALFORMED");
        await client.Command("/api/imports", new { file = "a" }).Refused(415, "MEDIA_TYPE_NOT_TAKEN");
        await client.Upload(new byte[Limits.ImportFileBytesMax + 1]).Refused(413, "REQUEST_TOO_LARGE");

        Assert.Equal(before, await Total(client));
        Assert.Equal(0, (await Patent(104)).Version);
    }

    [Fact]
    public async Task A_refused_row_tells_its_line_and_reason_in_the_callers_language()
    {
        var client = await Handler();
        var text = System.Text.Encoding.UTF8.GetString(ImportClient.File(105));
        var wrong = text.Replace(ImportClient.Number(105), "209910000105.0", StringComparison.Ordinal);
        Assert.DoesNotContain(ImportClient.Number(105), wrong, StringComparison.Ordinal);
        var import = await client.Upload(System.Text.Encoding.UTF8.GetBytes(wrong)).Ok();

        var row = await client.OnlyRow(import);
        Assert.Equal("Refused", row.Text("verdict"));
        Assert.Equal(24, row.GetProperty("line").GetInt32());
        Assert.Equal("WRONG_CHECK_CHARACTER", row.GetProperty("reason").Text("code"));
        Assert.Contains("校验位", row.GetProperty("reason").Text("title"), StringComparison.Ordinal);
        Assert.Equal(1, import.GetProperty("counts").GetProperty("refused").GetInt32());
        await client.Command($"/api/imports/{import.Id()}/apply").Refused(409, "NOTHING_TO_APPLY");

        var ask = new HttpRequestMessage(HttpMethod.Get, $"/api/imports/{import.Id()}/rows");
        ask.Headers.Add("Accept-Language", "en");
        var english = (await client.Ask(ask).Ok()).GetProperty("items")[0].GetProperty("reason").Text("title");
        Assert.StartsWith("The check character", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_doctype_does_no_harm_and_an_entity_bomb_is_refused()
    {
        var client = await Handler();
        var outside = "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">";
        var import = await client.Upload(ImportClient.File(106, prolog: outside)).Ok();
        Assert.Equal("New", (await client.OnlyRow(import)).Text("verdict"));
        const string Bomb = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
        await client.Upload(ImportClient.File(106, "&b;", Bomb)).Refused(400, "FILE_BROKEN");
    }

    [Fact]
    public async Task An_unknown_import_is_not_found()
    {
        var client = await Handler();
        await client.Get($"/api/imports/{Unknown}").Refused(404, "IMPORT_UNKNOWN");
        await client.Get("/api/imports/patent:CN1").Refused(404, "NOT_FOUND");
        await client.Command($"/api/imports/{Unknown}/apply").Refused(404, "IMPORT_UNKNOWN");
        await client.Command($"/api/imports/{Unknown}/undo").Refused(404, "IMPORT_UNKNOWN");
        await client.Get($"/api/imports/{Unknown}/rows").Refused(404, "IMPORT_UNKNOWN");
    }

    [Fact]
    public async Task The_list_shows_the_newest_first_with_its_counts()
    {
        var client = await Handler();
        var import = await client.Applied(ImportClient.File(107));
        var pos = await server.Journal.LastPos(TestContext.Current.CancellationToken);

        var page = await client.Get($"/api/imports?limit=1&after={pos}").Ok();

        var item = Assert.Single(page.GetProperty("items").EnumerateArray());
        Assert.Equal(import.Id(), item.Id());
        Assert.Equal("Applied", item.Text("status"));
        Assert.Equal(1, item.GetProperty("counts").GetProperty("new").GetInt32());
        Assert.True(page.GetProperty("total").GetInt64() >= 1);
    }

    /// <summary>How many imports there are; what others of the market write meanwhile is not of it.</summary>
    private async Task<long> Total(HttpClient client)
    {
        var pos = await server.Journal.LastPos(TestContext.Current.CancellationToken);
        return (await client.Get($"/api/imports?limit=1&after={pos}").Ok()).GetProperty("total").GetInt64();
    }

    private async Task<HttpClient> Handler() => (await server.Centre(CentreRole.Handler)).Client;

    private Task<Versioned<Patent>> Patent(int serial) => server.Services.GetRequiredService<IGrainFactory>()
        .GetGrain<IPatentGrain>("patent:CN" + ImportClient.Number(serial)[..12]).Get();
}
