using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Testing.Files;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>The title pack over HTTP: what is owed, declared, checked, and to whom it is told.</summary>
[Collection(OneServer.Name)]
public sealed class TitlePackTests(MarketServer server)
{
    [Fact]
    public async Task A_listing_goes_out_with_a_pack_that_was_brought_checked_sent_back_and_mended()
    {
        var seller = await server.Seller("攀枝花权属钒业有限公司");
        var (handler, reviewer) = (await server.Centre(CentreRole.Handler), await server.Centre(CentreRole.Reviewer));
        var listing = await seller.Draft(await seller.Enter());
        var refused = await seller.Client.Command($"/api/listings/{listing}/submit", new { coHolders = Sellers.Texts() })
            .Refused(409, "TITLE_PACK_INCOMPLETE");
        Assert.Contains("专利登记簿副本", refused.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("过期", refused.GetProperty("title").GetString(), StringComparison.Ordinal);
        var wanting = (await seller.Client.Get($"/api/listings/{listing}").Ok()).GetProperty("wanting")[0];
        Assert.Equal(
            ("TITLE_PACK_INCOMPLETE", Text(refused, "title")), (Text(wanting, "code"), Text(wanting, "text")));

        var pack = await Pack(seller.Client, listing);
        var extract = Item(pack, "RegisterExtract");
        Assert.Equal(("Required", "Missing", 30), (Text(extract, "due"), Text(extract, "state"), extract.GetProperty("maxAgeDays").GetInt32()));
        Assert.Contains("登记簿", Text(extract, "name"), StringComparison.Ordinal);
        Assert.Equal("NotApplicable", Text(Item(pack, "PledgeeConsent"), "due"));
        Assert.Contains("民法典", Text(Item(pack, "PledgeeConsent"), "source"), StringComparison.Ordinal);
        await seller.Submit(listing).Ok();
        Assert.Empty((await seller.Client.Get($"/api/listings/{listing}").Ok()).GetProperty("wanting").EnumerateArray());

        var shown = await Pack(handler.Client, listing);
        Assert.Equal(["judge", "review"], Abilities(shown));
        Assert.Equal("无", Text(shown.GetProperty("declaration"), "defects"));
        Assert.Equal(seller.Person.Email.Split('@')[0], shown.GetProperty("declaration").GetProperty("declaredBy").GetString()!.Split('@')[0]);
        await handler.Client.Command($"/api/listings/{listing}/handle").Refused(409, "ITEMS_UNJUDGED");
        await handler.Client.CheckTitlePack(listing);
        await Judge(handler.Client, listing, "FeeReceipts", "Wrong", "缺少2026年度").Ok();
        Assert.Empty(Abilities(await Pack(seller.Client, listing)));
        Assert.Equal(JsonValueKind.Null, Item(await Pack(seller.Client, listing), "FeeReceipts").GetProperty("verdict").ValueKind);
        await handler.Client.Command($"/api/listings/{listing}/handle").Refused(409, "ITEMS_NOT_IN_ORDER");
        var proposed = (await Pack(handler.Client, listing)).GetProperty("proposedReasons")[0].GetString();
        Assert.Equal("缴费凭证：缺少2026年度", proposed);
        await handler.Client.Command($"/api/listings/{listing}/return", new { reasons = Sellers.Texts(proposed!) }).Ok();

        var back = await Pack(seller.Client, listing);
        Assert.Equal(("Wrong", "缺少2026年度"), (Text(Item(back, "FeeReceipts"), "verdict"), Text(Item(back, "FeeReceipts"), "remark")));
        var number = Item(back, "FeeReceipts").GetProperty("documents")[0].GetInt32();
        await seller.Client.AddDocument(listing, "FeeReceipts", SmallFiles.Png(), replaces: $"{number}").Ok();
        await Testing.Wait.Until(
            async () => (await seller.Submit(listing)).IsSuccessStatusCode, "the returned listing's patent to be free");
        await handler.Client.HandleListing(listing).Ok();
        await reviewer.Client.Command($"/api/listings/{listing}/publish").Ok();
    }

    [Fact]
    public async Task The_declaration_may_be_uploaded_instead_and_its_words_stand_in_no_event()
    {
        var seller = await server.Seller("攀枝花声明钒业有限公司");
        var listing = await seller.Draft(await seller.Enter());
        await seller.Client.AddDocument(listing, "DefectStatement", SmallFiles.Pdf()).Ok();
        Assert.Equal("Given", Text(Item(await Pack(seller.Client, listing), "DefectStatement"), "state"));
        var form = new { textVersion = "2026-1", defects = "发明人王小明曾提出异议" };
        var id = Guid.NewGuid();
        var first = await seller.Client.Put(Path(listing) + "/declaration", form, id).Ok();
        Assert.Equal(first.ToString(), (await seller.Client.Put(Path(listing) + "/declaration", form, id).Ok()).ToString());
        await seller.Client.Put(Path(listing) + "/declaration", form with { defects = "无" }, id).Refused(422, "SAME_ID_OTHER_REQUEST");
        Assert.Equal(form.defects, Text((await Pack(seller.Client, listing)).GetProperty("declaration"), "defects"));
        var records = await server.Journal.ReadStream(listing, 0, 1_000, TestContext.Current.CancellationToken);
        Assert.NotEmpty(records);
        Assert.DoesNotContain(records, record =>
            (record.Public + record.Secret).Contains("王小明", StringComparison.Ordinal)
            || (record.Public + record.Secret).Contains("材料.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_route_refuses_whom_and_what_it_must()
    {
        var (seller, other) = (await server.Seller("攀枝花四项钒业有限公司"), await server.Seller("攀枝花旁人钒业有限公司"));
        var handler = (await server.Centre(CentreRole.Handler)).Client;
        var listing = await seller.Submitted();
        var verdicts = new { verdicts = new[] { new { kind = "FeeReceipts", verdict = "InOrder", remark = "" } } };
        var declaration = new { textVersion = "2026-1", defects = "无" };
        await server.Anonymous().Get(Path(listing)).Refused(401, "NOT_SIGNED_IN");
        await server.Anonymous().Put(Path(listing) + "/declaration", declaration).Refused(401, "NOT_SIGNED_IN");
        await server.Anonymous().Put(Path(listing) + "/verdicts", verdicts).Refused(401, "NOT_SIGNED_IN");
        await other.Client.Get(Path(listing)).Refused(404, "UNKNOWN");
        await other.Client.Put(Path(listing) + "/declaration", declaration).Refused(404, "UNKNOWN");
        await handler.Put(Path(listing) + "/declaration", declaration).Refused(403, "NOT_THE_SELLER");
        await seller.Client.Put(Path(listing) + "/verdicts", verdicts).Refused(403, "NOT_ALLOWED");
        await (await server.Centre(CentreRole.Reviewer)).Client.Put(Path(listing) + "/verdicts", verdicts).Refused(403, "NOT_ALLOWED");
        await seller.Client.Put(Path(listing) + "/declaration", declaration).Refused(409, "WRONG_STATE");
        await seller.Client.Put(Path(listing) + "/declaration", declaration with { defects = " " }).Refused(400, "TEXT_MISSING");
        await handler.Put(Path(listing) + "/verdicts", new { verdicts = Array.Empty<object>() }).Refused(400, "VERDICT_MALFORMED");
        await Judge(handler, listing, "Photo", "InOrder", "").Refused(409, "ITEM_NOT_SUBMITTED");
        await Judge(handler, listing, "FeeReceipts", "Missing", "").Refused(400, "REMARK_MISSING");
        await Judge(handler, listing, "FeeReceipts", "Fine", "").Refused(400, "MEMBER_MALFORMED");
        await handler.Put(Path(listing) + "/verdicts", verdicts).Ok();

        var draft = await seller.Draft(await seller.Enter());
        await seller.Client.Put(Path(draft) + "/declaration", declaration with { textVersion = "1999-1" })
            .Refused(409, "DECLARATION_TEXT_CHANGED");
        await seller.Client.Put(Path(draft) + "/declaration", declaration).Ok();
        await seller.Client.Get(Path(draft)).Ok();
        await handler.HandleListing(listing).Ok();
        await (await server.Centre(CentreRole.Reviewer)).Client.Command($"/api/listings/{listing}/publish").Ok();
        await other.Client.Get(Path(listing)).Refused(403, "NOT_ALLOWED");
    }

    private static string Path(string listing) => $"/api/listings/{listing}/title-pack";

    private static Task<JsonElement> Pack(HttpClient client, string listing) => client.Get(Path(listing)).Ok();

    private static Task<HttpResponseMessage> Judge(HttpClient handler, string listing, string kind, string verdict, string remark) =>
        handler.Put(Path(listing) + "/verdicts", new { verdicts = new[] { new { kind, verdict, remark } } });

    private static JsonElement Item(JsonElement pack, string kind) =>
        pack.GetProperty("items").EnumerateArray().Single(item => Text(item, "kind") == kind);

    private static string Text(JsonElement of, string member) => of.GetProperty(member).GetString()!;

    private static List<string> Abilities(JsonElement resource) =>
        [.. resource.GetProperty("abilities").EnumerateArray().Select(ability => ability.GetString()!)];
}
