using System.Text.Json;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Grains.Catalogue;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Patents by number, by form, provisional ones and their joining.</summary>
[Collection(OneServer.Name)]
public sealed class PatentTests(MarketServer server)
{
    [Fact]
    public async Task A_patent_is_found_by_every_spelling_of_its_number()
    {
        var handler = (await server.Centre(CentreRole.Handler)).Client;
        await handler.Command("/api/patents", Sellers.Form("ＣＮ２０１２１０２８８２７１.２")
            .With("titleZh", "一种由钒渣制备偏钒酸钾的方法")
            .With("applicants", Sellers.Texts("攀钢集团研究院有限公司"))
            .With("ipc", Sellers.Texts("C22B  34/22 (2006.01)"))
            .With("publications", new[] { new { number = "CN 102828036 B", date = "2014-07-23" } })
            .With("legalStatus", new { text = "授权", seenOn = "2014-07-23" })).Ok();
        string[] spellings =
        [
            "CN201210288271.2", "201210288271.2", "201210288271", "ZL201210288271.2", "ＺＬ２０１２１０２８８２７１．２",
            "CN201210288271A", "102012000288271", "patent:CN201210288271",
        ];
        foreach (var spelling in spellings)
        {
            var patent = await server.Anonymous().Get("/api/patents/" + Uri.EscapeDataString(spelling)).Ok();
            Assert.Equal("CN201210288271.2", patent.GetProperty("applicationNumber").GetString());
        }

        var seen = await server.Anonymous().Get("/api/patents/CN201210288271.2").Ok();
        Assert.Equal("C22B 34/22", seen.GetProperty("ipc")[0].GetString());
        Assert.Equal("授权", seen.GetProperty("legalStatus").GetString());
        Assert.Equal("2014-07-23", seen.GetProperty("legalEvents")[0].GetProperty("date").GetString());
        Assert.False(seen.GetProperty("isDemo").GetBoolean());

        // Its publication leads to it as well, as soon as the process has joined them.
        await Wait.Until(
            async () => (await server.Anonymous().Get("/api/patents/CN102828036B")).IsSuccessStatusCode,
            "the publication to be joined");
        var joined = await server.Anonymous().Get("/api/patents/CN102828036A").Ok();
        Assert.Equal("patent:CN201210288271", joined.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_form_takes_both_abstracts_in_one_line_each_and_says_which_is_too_long()
    {
        var handler = (await server.Centre(CentreRole.Handler)).Client;
        var form = Sellers.Form(Sellers.NewNumber()).With("titleZh", "一种提钒方法")
            .With("applicants", Sellers.Texts("甲公司"))
            .With("abstractZh", "本发明公开了一种方法。\n 其特征在于焙烧。")
            .With("abstractEn", "  A process\nof roasting. ");
        await handler.Command("/api/patents", form).Ok();
        var seen = await server.Anonymous().Get($"/api/patents/{form["number"]}").Ok();
        Assert.Equal("本发明公开了一种方法。 其特征在于焙烧。", seen.GetProperty("abstractZh").GetString());
        Assert.Equal("A process of roasting.", seen.GetProperty("abstractEn").GetString());

        foreach (var member in new[] { "abstractZh", "abstractEn" })
        {
            var refused = await handler.Command(
                "/api/patents",
                Sellers.Form(Sellers.NewNumber()).With("titleZh", "一种提钒方法")
                    .With(member, new string('a', Limits.TextCharsMax + 1))).Refused(400, "TEXT_TOO_LONG");
            Assert.Equal(member, refused.GetProperty("figures").GetProperty("field").GetString());
        }
    }

    [Fact]
    public async Task A_provisional_patent_is_shown_until_its_application_number_is_known()
    {
        var seller = await server.Seller("攀枝花临时钒业有限公司");
        await seller.Client.Command(
            "/api/patents", Sellers.Form("CN105886788B").With("titleZh", "热装含钛炉渣熔融还原制取钛硅铁合金")
                .With("applicants", Sellers.Texts(seller.Name))).Ok();
        var provisional = await server.Anonymous().Get("/api/patents/105886788").Ok();
        Assert.True(provisional.GetProperty("isProvisional").GetBoolean());
        Assert.Equal(JsonValueKind.Null, provisional.GetProperty("applicationNumber").ValueKind);
        var listing = await seller.Draft("CN105886788B");
        await seller.Submit(listing).Refused(409, "PATENT_PROVISIONAL");

        var number = Sellers.NewNumber();
        var handler = (await server.Centre(CentreRole.Handler)).Client;
        await handler.Command(
            "/api/patents", Sellers.Form(number).With("publications", new[] { new { number = "CN105886788A", date = "2016-08-24" } }))
            .Ok();
        await Wait.Until(
            async () => await server.Anonymous().Get("/api/patents/CN105886788").Ok() is var patent
                && patent.GetProperty("number").GetString() == number
                && patent.GetProperty("applicants").GetArrayLength() == 1,
            "the joined patent to know what its publication knew",
            TimeSpan.FromMinutes(1));
        await seller.Submit(listing).Ok();
        var joined = await server.Anonymous().Get("/api/patents/CN105886788B").Ok();
        Assert.Equal(number, joined.GetProperty("number").GetString());
        Assert.False(joined.GetProperty("isProvisional").GetBoolean());
        Assert.Equal(number, (await seller.Read(listing)).GetProperty("patentNumber").GetString());
    }

    [Fact]
    public async Task A_party_enters_what_is_new_only_and_the_centre_records_the_registers_holders()
    {
        var (seller, other) = (await server.Seller("攀枝花持有钒业有限公司"), await server.Seller("攀枝花后来钒业有限公司"));
        var number = await seller.Enter();
        await other.Client.Command("/api/patents", Sellers.Form(number).With("titleZh", "别的"))
            .Refused(409, "KNOWN_ALREADY");
        var listing = await other.Draft(number);
        await other.Submit(listing).Refused(409, "NOT_THE_HOLDER");

        var handler = (await server.Centre(CentreRole.Handler)).Client;
        var holders = new { holders = Sellers.Texts(other.Name, "共有人"), source = "专利登记簿副本", seenOn = "2026-11-01" };
        await handler.Command($"/api/patents/{number}/holders", holders).Ok();
        await handler.Command($"/api/patents/{number}/holders", holders).Refused(409, "NOTHING_NEW");
        await other.Submit(listing).Refused(409, "CO_HOLDERS_MISSING");
        await other.Submit(listing, null, "共有人").Ok();
        await handler.Command("/api/patents/" + Sellers.NewNumber() + "/holders", holders).Refused(404, "UNKNOWN");
    }

    [Fact]
    public async Task An_invented_patent_says_so_everywhere()
    {
        var seller = await server.Seller("示例：攀枝花钒业有限公司");
        var form = Sellers.Form("CN209910000001").With("titleZh", "示例：提钒");
        await seller.Client.Command("/api/patents", form).Refused(400, "DEMO_NUMBER");
        var facts = PatentFacts.None with { TitleZh = "示例：提钒" };
        var recorded = await server.Services.GetRequiredService<IGrainFactory>()
            .GetGrain<IPatentGrain>("patent:CN209910000001").Record(
                new CommandContext(Guid.NewGuid(), new Actor(seller.Person.User)),
                new RecordPatent("CN209910000001", facts, null, "示例", FactOrigin.Centre));
        var after = recorded.Value.Pos;
        Assert.True((await server.Anonymous().Get("/api/patents/CN209910000001").Ok()).GetProperty("isDemo").GetBoolean());
        var hit = (await server.Anonymous().Get($"/api/catalogue?q=CN209910000001&after={after}").Ok()).GetProperty("items")[0];
        Assert.True(hit.GetProperty("isDemo").GetBoolean());
        var listing = await seller.Draft("CN209910000001");
        Assert.True((await seller.Read(listing)).GetProperty("isDemo").GetBoolean());
    }
}
