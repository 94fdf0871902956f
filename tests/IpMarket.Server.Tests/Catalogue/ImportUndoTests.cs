using System.Text;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Grains.Catalogue;
using IpMarket.Testing;
using IpMarket.Testing.Import;
using IpMarket.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Tables, long files, undoing and the template, over HTTP.</summary>
[Collection(OneServer.Name)]
public sealed class ImportUndoTests(MarketServer server)
{
    [Fact]
    public async Task A_long_file_goes_on_by_itself_and_its_rows_are_read_by_page_and_verdict()
    {
        var client = await Handler();
        const int Rows = 650;
        var file = Table(300_000, Rows, "长文件");

        var preview = await client.AtRest(await client.Upload(file, name: "long.csv").Ok());
        Assert.Equal(("Previewed", Rows, Rows), How(preview));
        Assert.Equal(Rows - 1, preview.GetProperty("counts").GetProperty("new").GetInt32());
        var refused = await client.Rows(preview, "&verdict=Refused");
        Assert.Equal("WRONG_CHECK_CHARACTER", Assert.Single(refused).GetProperty("reason").Text("code"));
        Assert.Equal(2, refused[0].GetProperty("line").GetInt32());
        var page = await client.Get($"/api/imports/{preview.Id()}/rows?verdict=New&limit=100&cursor=600").Ok();
        Assert.Equal(49, page.GetProperty("items").GetArrayLength());
        Assert.Equal(Rows - 1, page.GetProperty("total").GetInt32());

        await client.Command($"/api/imports/{preview.Id()}/apply").Ok();
        var applied = await client.AtRest(preview);
        Assert.Equal(("Applied", Rows, Rows), How(applied));
        Assert.True((await Patent(300_000 + Rows - 1)).State.Exists);
        var again = await client.AtRest(await client.Upload(file, name: "long.csv").Ok());
        Assert.Equal(Rows - 1, again.GetProperty("counts").GetProperty("unchanged").GetInt32());
        Assert.Empty(again.Abilities());

        await client.Command($"/api/imports/{preview.Id()}/undo").Ok();
        var undone = await client.AtRest(preview);
        Assert.Equal(("Undone", Rows, Rows), How(undone));
        Assert.Equal(0, undone.GetProperty("kept").GetInt32());
        Assert.False((await Patent(300_000 + Rows - 1)).State.Exists);
        await client.Command($"/api/imports/{preview.Id()}/undo").Refused(409, "ALREADY_UNDONE");
    }

    [Fact]
    public async Task Undoing_takes_back_what_nobody_changed_since_and_says_what_stays()
    {
        var client = await Handler();
        await client.Applied(Table(310_001, 1, "原来的名称"));
        var import = await client.Applied(Table(310_001, 3, "导入的名称"));
        await client.Applied(Table(310_002, 1, "后来的名称"));

        var undone = await client.Command($"/api/imports/{import.Id()}/undo").Ok();

        Assert.Equal(1, undone.GetProperty("kept").GetInt32());
        Assert.Empty(undone.Abilities());
        var rows = await client.Rows(undone);
        Assert.Equal(["Undone", "Kept", "Undone"], rows.Select(row => row.Text("undo")).ToArray());
        Assert.Equal("CHANGED_SINCE", rows[1].GetProperty("reason").Text("code"));
        Assert.Equal("原来的名称1", (await Patent(310_001)).State.Facts.TitleZh);
        Assert.Equal("后来的名称1", (await Patent(310_002)).State.Facts.TitleZh);
        Assert.False((await Patent(310_003)).State.Exists);
        await client.Get($"/api/patents/CN{ImportClient.Number(310_003)}").Refused(404, "UNKNOWN");
    }

    [Fact]
    public async Task What_was_not_applied_is_not_undone_and_an_undone_file_can_be_imported_again()
    {
        var client = await Handler();
        var file = Table(320_001, 1, "名称");
        var preview = await client.Upload(file).Ok();
        await client.Command($"/api/imports/{preview.Id()}/undo").Refused(409, "NOT_APPLIED");
        await client.Command($"/api/imports/{preview.Id()}/apply").Ok();
        await client.Command($"/api/imports/{preview.Id()}/undo").Ok();

        var again = await client.Applied(file);

        Assert.Equal("New", (await client.OnlyRow(again)).Text("verdict"));
        Assert.Equal("名称1", (await Patent(320_001)).State.Facts.TitleZh);
    }

    [Fact]
    public async Task A_row_that_knows_the_publication_only_reaches_the_patent_it_belongs_to()
    {
        var client = await Handler();
        const string Key = "CN199933001";
        await client.Applied(Encoding.UTF8.GetBytes($"申请号,公开号,名称\nCN{ImportClient.Number(330)},{Key}A,名称\n"));
        await Wait.Until(async () => (await Grain("patent:" + Key).Get()).State.JoinedTo is not null, "joined");

        var import = await client.Applied(Encoding.UTF8.GetBytes($"公开号,申请人\n{Key}B,后来的公司\n"));

        var row = await client.OnlyRow(import);
        Assert.Equal(("Changed", "CN" + ImportClient.Number(330)), (row.Text("verdict"), row.Text("number")));
        Assert.Equal(["后来的公司"], (await Patent(330)).State.Facts.Applicants);
    }

    [Theory]
    [InlineData("zh-CN", "CSV utf-8")]
    [InlineData("en", "XLSX")]
    public async Task The_template_filled_in_is_taken(string language, string container)
    {
        var client = await Handler();
        var ask = new HttpRequestMessage(HttpMethod.Get, "/api/imports/template");
        ask.Headers.Add("Accept-Language", language);
        using var answer = await client.Ask(ask);
        var workbook = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        await client.Upload(workbook).Refused(400, "NO_ROWS");

        var (header, example) = Templates.Read(workbook);
        var serial = container == "XLSX" ? 340_001 : 340_002;
        example[0] = "CN" + ImportClient.Number(serial);
        var filled = container == "XLSX"
            ? Workbooks.Xlsx([header, example])
            : Encoding.UTF8.GetBytes($"{string.Join(',', header)}\n{string.Join(',', example)}\n");
        var import = await client.Applied(filled);

        Assert.Equal(container, import.Text("container"));
        var facts = (await Patent(serial)).State.Facts;
        Assert.Equal("一种从钒渣中提取五氧化二钒的方法（示例）", facts.TitleZh);
        Assert.Equal(["示例钒钛有限公司", "示例大学"], facts.Applicants);
        Assert.Equal(["C22B 34/22", "C01G 31/02"], facts.Ipc);
        Assert.Equal(new DateOnly(2099, 3, 5), facts.FilingDate);
        Assert.Equal(new DateOnly(2099, 9, 1), facts.Publications[0].Date);
        Assert.Equal("实质审查", (await Patent(serial)).State.Statuses[0].Text);
        Assert.Equal("本发明公开了一种从钒渣中提取五氧化二钒的方法（示例）。", facts.AbstractZh);
        var page = await client.Get($"/api/patents/CN{ImportClient.Number(serial)}").Ok();
        Assert.Equal((facts.TitleZh, facts.AbstractZh), (page.Text("titleZh"), page.Text("abstractZh")));
    }

    private static (string, int, int) How(System.Text.Json.JsonElement import) =>
        (import.Text("status"), import.GetProperty("done").GetInt32(), import.GetProperty("total").GetInt32());

    /// <summary>A table of invented patents from a serial on; of a long one the first number is wrong.</summary>
    private static byte[] Table(int from, int rows, string title)
    {
        var text = new StringBuilder("申请号,名称,申请人\n");
        for (var i = 0; i < rows; i++)
        {
            var number = ImportClient.Number(from + i);
            if (rows > 100 && i == 0) number = number[..^1] + (number[^1] == '0' ? '1' : '0');
            text.Append($"CN{number},{title}{i + 1},示例公司\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private async Task<HttpClient> Handler() => (await server.Centre(CentreRole.Handler)).Client;

    private Task<Versioned<Patent>> Patent(int serial) =>
        Grain("patent:CN" + ImportClient.Number(serial)[..12]).Get();

    private IPatentGrain Grain(string stream) =>
        server.Services.GetRequiredService<IGrainFactory>().GetGrain<IPatentGrain>(stream);
}
