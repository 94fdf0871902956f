using System.Text;
using System.Text.Json;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Grains.Catalogue;
using IpMarket.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Owners bring what they have: files of patents a verified party imports for itself.</summary>
[Collection(OneServer.Name)]
public sealed class PartyImportTests(MarketServer server)
{
    [Fact]
    public async Task A_party_brings_what_is_new_and_neither_changes_what_is_known_nor_shows_it_to_others()
    {
        var (owner, other) = (await server.Seller("攀枝花自带专利公司"), await server.Seller("攀枝花旁人公司"));
        var handler = (await server.Centre(CentreRole.Handler)).Client;
        var known = await other.Enter("别人录入的名称");
        var (added, damaged) = (Sellers.NewNumber(), Wrong(Sellers.NewNumber()));
        var file = ImportClient.Table((added, "自带的名称"), (known, "改写的名称"), (damaged, "号码有误"));

        var preview = await owner.Client.Upload(file, name: "台账.csv").Ok();

        Assert.Equal(["apply"], preview.Abilities());
        Assert.Equal(owner.Name, preview.Text("importer"));
        Assert.Equal(
            ["New ", "Unchanged KNOWN_ALREADY", "Refused WRONG_CHECK_CHARACTER"], await Verdicts(owner.Client, preview));
        Assert.False((await Patent(added)).Exists);
        await other.Client.Get($"/api/imports/{preview.Id()}").Refused(404, "IMPORT_UNKNOWN");
        await other.Client.Get($"/api/imports/{preview.Id()}/rows").Refused(404, "IMPORT_UNKNOWN");
        await other.Client.Command($"/api/imports/{preview.Id()}/apply").Refused(404, "IMPORT_UNKNOWN");

        var applied = await owner.Client.Command($"/api/imports/{preview.Id()}/apply").Ok();

        Assert.Equal("Applied", applied.Text("status"));
        Assert.Equal(
            ["New ", "Unchanged KNOWN_ALREADY", "Refused WRONG_CHECK_CHARACTER"], await Verdicts(owner.Client, applied));
        var patent = await Patent(added);
        Assert.Equal(("自带的名称", FactOrigin.Party), (patent.Facts.TitleZh, patent.FactsOrigin));
        Assert.Equal("别人录入的名称", (await Patent(known)).Facts.TitleZh);
        Assert.Equal([preview.Id()], (await List(owner.Client)).Select(item => item.Id()).ToArray());
        Assert.Empty(await List(other.Client));
        var seen = (await List(handler)).First(item => item.Id() == preview.Id());
        Assert.Equal((owner.Name, "undo"), (seen.Text("importer"), Assert.Single(seen.Abilities())));
        await other.Client.Command($"/api/imports/{preview.Id()}/undo").Refused(404, "IMPORT_UNKNOWN");

        var undone = await owner.Client.Command($"/api/imports/{preview.Id()}/undo").Ok();

        Assert.Equal(("Undone", 0), (undone.Text("status"), undone.GetProperty("kept").GetInt32()));
        Assert.False((await Patent(added)).Exists);
        Assert.True((await Patent(known)).Exists);
    }

    [Fact]
    public async Task What_the_centre_does_with_a_partys_import_is_still_the_partys_word()
    {
        var owner = await server.Seller("攀枝花由中心写入公司");
        var handler = (await server.Centre(CentreRole.Handler)).Client;
        var number = Sellers.NewNumber();
        var preview = await owner.Client.Upload(Holdings(number, owner.Name), name: "台账.csv").Ok();

        await handler.Command($"/api/imports/{preview.Id()}/apply").Ok();
        Assert.Equal(FactOrigin.Party, (await Patent(number)).FactsOrigin);
        var vouched = await handler.Applied(Holdings(number, owner.Name));
        Assert.Equal("Changed", (await handler.OnlyRow(vouched)).Text("verdict"));
        var undone = await owner.Client.Command($"/api/imports/{preview.Id()}/undo").Ok();

        Assert.Equal(1, undone.GetProperty("kept").GetInt32());
        Assert.Equal(FactOrigin.Centre, (await Patent(number)).FactsOrigin);
    }

    [Fact]
    public async Task A_party_that_is_not_verified_imports_no_file_as_it_enters_no_patent()
    {
        var draft = await server.DraftOrganisation("攀枝花未认证导入公司");
        await draft.Representative.Client.Upload(ImportClient.Table((Sellers.NewNumber(), "名称")), name: "a.csv")
            .Refused(403, "ENTRY_NEEDS_VERIFIED_PARTY");
    }

    [Fact]
    public async Task Legal_events_files_too_long_and_invented_numbers_are_refused_and_leave_nothing()
    {
        var owner = await server.Seller("攀枝花受限导入公司");
        var number = await owner.Enter();
        await owner.Client.Upload(
            Encoding.UTF8.GetBytes($"申请号,法律状态公告日,法律状态\n{number},2023-01-03,授权\n"), name: "a.csv")
            .Refused(403, "LEGAL_EVENTS_ARE_THE_CENTRES");
        var lines = Enumerable.Range(0, Limits.ImportPartyRowsMax + 1).Select(_ => (number, "名称")).ToArray();
        var problem = await owner.Client.Upload(ImportClient.Table(lines), name: "a.csv").Refused(400, "TOO_MANY_ROWS");
        Assert.Equal(Limits.ImportPartyRowsMax, problem.GetProperty("figures").GetProperty("max").GetInt32());
        Assert.Empty(await List(owner.Client));

        var demo = await owner.Client.Upload(ImportClient.Table(("CN" + ImportClient.Number(1), "示例")), name: "a.csv").Ok();
        Assert.Equal(["Refused DEMO_NUMBER"], await Verdicts(owner.Client, demo));
    }

    [Fact]
    public async Task Previews_that_nobody_applies_end_at_a_bound_until_a_day_has_passed()
    {
        var (owner, other) = (await server.Seller("攀枝花多份导入公司"), await server.Seller("攀枝花一份导入公司"));
        var id = Guid.NewGuid();
        for (var i = 0; i < Limits.ImportsOpenPerPartyMax; i++)
        {
            await List(owner.Client);
            await Upload(owner, i == 0 ? id : Guid.NewGuid()).Ok();
        }

        await List(owner.Client);
        await Upload(owner, Guid.NewGuid()).Refused(409, "TOO_MANY_OPEN");
        await Upload(owner, id).Refused(422, "SAME_ID_OTHER_REQUEST");
        await Upload(other, Guid.NewGuid()).Ok();
        var first = (await List(owner.Client))[0].Id();
        await owner.Client.Command($"/api/imports/{first}/apply").Ok();
        await List(owner.Client);
        await Upload(owner, Guid.NewGuid()).Ok();

        static Task<HttpResponseMessage> Upload(Seller party, Guid id) => party.Client.Upload(
            ImportClient.Table((Sellers.NewNumber(), "名称")), id, "a.csv");
    }

    /// <summary>The number with another check character.</summary>
    private static string Wrong(string number) => number[..^1] + (number[^1] == '0' ? '1' : '0');

    private static byte[] Holdings(string number, string applicant) =>
        Encoding.UTF8.GetBytes($"申请号,名称,申请人\n{number},一种提钒方法,{applicant}\n");

    private static async Task<string[]> Verdicts(HttpClient client, JsonElement import) =>
    [
        .. (await client.Rows(import)).Select(row => $"{row.Text("verdict")} "
            + (row.GetProperty("reason") is { ValueKind: JsonValueKind.Object } reason ? reason.Text("code") : "")),
    ];

    /// <summary>The list once the view has seen all that was written.</summary>
    private async Task<JsonElement[]> List(HttpClient client)
    {
        var pos = await server.Journal.LastPos(TestContext.Current.CancellationToken);
        return
        [
            .. (await client.Get($"/api/imports?limit=200&after={pos}").Ok()).GetProperty("items").EnumerateArray(),
        ];
    }

    private async Task<Patent> Patent(string number) => (await server.Services.GetRequiredService<IGrainFactory>()
        .GetGrain<IPatentGrain>(PatentNumber.Parse(number).Value.Stream).Get()).State;
}
