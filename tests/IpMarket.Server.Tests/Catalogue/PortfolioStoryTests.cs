using System.Text;
using System.Text.Json;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Parties;
using IpMarket.Testing.Files;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Several patents in one listing, from the seller's draft to everybody's eyes, over HTTP.</summary>
[Collection(OneServer.Name)]
public sealed class PortfolioStoryTests(MarketServer server)
{
    [Fact]
    public async Task A_portfolio_goes_out_with_the_papers_of_each_patent_and_is_found_by_each()
    {
        var seller = await server.Seller("攀枝花组合钒业有限公司");
        var (handler, reviewer) = (await server.Centre(CentreRole.Handler), await server.Centre(CentreRole.Reviewer));
        var numbers = new[] { await seller.Enter("一种提钒方法"), await seller.Enter("一种钙化焙烧炉") };
        var listing = await seller.Draft(numbers[0]);
        await Add(seller.Client, listing, numbers[1]).Ok();
        var missing = await seller.Client.Command($"/api/listings/{listing}/submit", new { coHolders = Sellers.Texts() })
            .Refused(409, "TITLE_PACK_INCOMPLETE");
        Assert.Contains($"专利登记簿副本（{numbers[1]}）", missing.GetProperty("title").GetString(), StringComparison.Ordinal);

        var submitted = await seller.Submit(listing).Ok();
        var pack = await handler.Client.Get($"/api/listings/{listing}/title-pack").Ok();
        var extracts = pack.GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("kind").GetString() == "RegisterExtract").ToList();
        Assert.Equal(
            numbers.Select(number => $"专利登记簿副本（{number}）"), extracts.Select(item => Text(item, "name")), StringComparer.Ordinal);
        Assert.All(extracts, item => Assert.Equal(1, item.GetProperty("documents").GetArrayLength()));
        var rows = await handler.Client.Get(
            $"/api/listings?status=Submitted&limit=200&after={submitted.GetProperty("pos").GetInt64()}").Ok();
        Assert.Equal(2, rows.GetProperty("items").EnumerateArray()
            .Single(row => row.GetProperty("id").GetString() == listing).GetProperty("patents").GetInt32());
        await handler.Client.HandleListing(listing).Ok();
        var after = (await reviewer.Client.Command($"/api/listings/{listing}/publish").Ok()).GetProperty("pos").GetInt64();

        var seen = await server.Anonymous().Get($"/api/listings/{listing}").Ok();
        Assert.Equal(numbers, seen.GetProperty("patents").EnumerateArray()
            .Select(patent => patent.GetProperty("number").GetString()), StringComparer.Ordinal);
        foreach (var number in numbers)
        {
            var hit = (await server.Anonymous().Get($"/api/catalogue?q={number}&after={after}").Ok())
                .GetProperty("items")[0];
            Assert.Equal(("ForSale", listing), (Text(hit, "status"), Text(hit, "listing")));
            Assert.Equal(2, hit.GetProperty("offer").GetProperty("patents").GetInt32());
            var patent = await server.Anonymous().Get($"/api/patents/{number}?after={after}").Ok();
            Assert.Equal(listing, Text(patent.GetProperty("listing"), "id"));
            Assert.Contains(patent.GetProperty("history").EnumerateArray(), item => Text(item, "kind") == "Published");
        }
    }

    [Fact]
    public async Task A_patent_listed_elsewhere_is_named_and_the_others_stay_free()
    {
        var seller = await server.Seller("攀枝花重挂钒业有限公司");
        var (first, second) = (await seller.Enter(), await seller.Enter());
        await seller.Submitted(second);
        var listing = await seller.Draft(first);
        await Add(seller.Client, listing, second).Ok();
        var refused = await seller.Submit(listing).Refused(409, "RESERVED");
        Assert.Equal($"{second}：该专利已由另一挂牌占用。", refused.GetProperty("title").GetString());
        Assert.Equal(second, Text(refused.GetProperty("figures"), "patent"));
        await seller.Submitted(first);
    }

    [Fact]
    public async Task A_patent_the_catalogue_has_no_more_is_shown_by_its_number_and_can_be_taken_out()
    {
        const string Name = "攀枝花撤回钒业有限公司";
        var seller = await server.Seller(Name);
        var client = (await server.Centre(CentreRole.Handler)).Client;
        await client.Applied(Table(350_001));
        var import = await client.Applied(Table(350_002));
        var (kept, gone) = ("CN" + ImportClient.Number(350_001), "CN" + ImportClient.Number(350_002));
        var (listing, alone) = (await seller.Draft(kept), await seller.Draft(gone));
        await Add(seller.Client, listing, gone).Ok();
        await client.Command($"/api/imports/{import.Id()}/undo").Ok();

        var seen = await seller.Read(listing);
        Assert.Equal(
            [kept, gone],
            seen.GetProperty("patents").EnumerateArray().Select(patent => Text(patent, "number")),
            StringComparer.Ordinal);
        var line = seen.GetProperty("patents")[1];
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null),
            (line.GetProperty("title").ValueKind, line.GetProperty("gate").ValueKind));
        Assert.True(line.GetProperty("isDemo").GetBoolean());
        Assert.Equal("一种提钒方法", Text(seen, "title"));
        await seller.Client.Get($"/api/listings/{listing}/title-pack").Ok();
        var refused = await seller.Client.Command($"/api/listings/{listing}/submit", new { coHolders = Sellers.Texts() })
            .Refused(409, "PATENT_UNKNOWN");
        Assert.StartsWith(gone, Text(refused, "title"), StringComparison.Ordinal);
        await Remove(seller.Client, listing, Text(line, "id")!).Ok();
        Assert.Equal(1, (await seller.Read(listing)).GetProperty("patents").GetArrayLength());

        var first = await seller.Read(alone);
        Assert.Equal((gone, gone), (Text(first, "patentNumber"), Text(first, "title")));
        Assert.Equal(JsonValueKind.Null, first.GetProperty("gate").ValueKind);
        await seller.Client.Get($"/api/listings/{alone}/title-pack").Ok();
        await seller.Client.Command($"/api/listings/{alone}/submit", new { coHolders = Sellers.Texts() })
            .Refused(409, "PATENT_UNKNOWN");
        var end = await seller.Client.Command($"/api/listings/{alone}/withdraw", new { reason = "专利已不在目录中" }).Ok();
        var rows = await seller.Client.Get($"/api/listings?mine=true&after={end.GetProperty("pos").GetInt64()}").Ok();
        var row = rows.GetProperty("items").EnumerateArray().Single(row => Text(row, "id") == alone);
        Assert.Equal((gone, gone), (Text(row, "patentNumber"), Text(row, "title")));

        static byte[] Table(int serial) => Encoding.UTF8.GetBytes(
            $"申请号,名称,申请人\nCN{ImportClient.Number(serial)},一种提钒方法,{Name}\n");
    }

    [Fact]
    public async Task Each_route_refuses_whom_and_what_it_must()
    {
        var (seller, other) = (await server.Seller("攀枝花加件钒业有限公司"), await server.Seller("攀枝花旁件钒业有限公司"));
        var (first, second, theirs) = (await seller.Enter(), await seller.Enter(), await other.Enter());
        var listing = await seller.Draft(first);
        var path = $"/api/listings/{listing}/patents";
        await Add(server.Anonymous(), listing, second).Refused(401, "NOT_SIGNED_IN");
        await Add(other.Client, listing, second).Refused(404, "UNKNOWN");
        await Add(seller.Client, listing, "不是号码").Refused(400, "NOT_A_PATENT_NUMBER");
        await Add(seller.Client, listing, Sellers.NewNumber()).Refused(409, "PATENT_UNKNOWN");
        await Add(seller.Client, listing, theirs).Refused(409, "NOT_THE_HOLDER");
        await Add(seller.Client, listing, first).Refused(409, "PATENT_IN_LISTING_ALREADY");
        var id = Guid.NewGuid();
        var added = await seller.Client.Command(path, new { patent = second }, id).Ok();
        Assert.Equal(added.ToString(), (await seller.Client.Command(path, new { patent = second }, id).Ok()).ToString());
        await Add(seller.Client, listing, second).Refused(409, "PATENT_IN_LISTING_ALREADY");

        var (one, two) = (PatentNumber.Parse(first).Value.Stream, PatentNumber.Parse(second).Value.Stream);
        await seller.Client.AddDocument(listing, "FeeReceipts", SmallFiles.Png(), patent: two).Ok();
        await seller.Client.AddDocument(listing, "FeeReceipts", SmallFiles.Png(), patent: "x").Refused(400, "DOCUMENT_MALFORMED");
        await seller.Client.AddDocument(listing, "ListingMandate", SmallFiles.Png(), patent: two).Refused(400, "PAPER_OF_THE_WHOLE");
        await Remove(server.Anonymous(), listing, two).Refused(401, "NOT_SIGNED_IN");
        await Remove(other.Client, listing, two).Refused(404, "UNKNOWN");
        await Remove(seller.Client, listing, one).Refused(409, "FIRST_PATENT_STAYS");
        await Remove(seller.Client, listing, two).Ok();
        await Remove(seller.Client, listing, two).Refused(404, "PATENT_NOT_IN_LISTING");
        var seen = await seller.Read(listing);
        Assert.Equal(1, seen.GetProperty("patents").GetArrayLength());
        Assert.Equal(20, seen.GetProperty("patentsMax").GetInt32());
        var documents = await seller.Client.Get($"/api/listings/{listing}/documents").Ok();
        Assert.Equal(0, documents.GetProperty("items").GetArrayLength());
    }

    private static Task<HttpResponseMessage> Add(HttpClient client, string listing, string patent) =>
        client.Command($"/api/listings/{listing}/patents", new { patent });

    private static Task<HttpResponseMessage> Remove(HttpClient client, string listing, string patent) =>
        client.Command(HttpMethod.Delete, $"/api/listings/{listing}/patents/{patent}", null);

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}
