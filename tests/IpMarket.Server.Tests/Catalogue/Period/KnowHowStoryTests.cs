using System.Text.Json;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Testing;
using IpMarket.Testing.Files;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue.Period;

/// <summary>Know-how without a patent over HTTP: what everybody reads, what only seller and centre do, its deal.</summary>
[Collection(OnePeriodMarket.Name)]
public sealed class KnowHowStoryTests(PeriodMarket market)
{
    private const string Title = "高钙镁钛渣酸解控制";

    [Fact]
    public async Task It_is_listed_announced_and_agreed_upon_and_nothing_of_its_papers_is_public()
    {
        var (seller, buyer) = (await market.Seller("攀枝花技术秘密有限公司"), await market.Seller("攀枝花受让秘密有限公司"));
        var listing = await Drafted(seller);
        var path = $"/api/listings/{listing}";
        await seller.Client.AddDocument(listing, "Brochure", SmallFiles.Pdf(), visibility: "Public")
            .Refused(409, "KNOW_HOW_PAPERS_INSIDE");
        await seller.Client.AddDocument(listing, "Brochure", SmallFiles.Pdf(), name: "酸解参数手册.pdf").Ok();
        await seller.Client.Command($"{path}/submit", new { coHolders = Sellers.Texts() })
            .Refused(409, "TITLE_PACK_INCOMPLETE");
        await seller.Client.Put($"{path}/period", new { workingDays = 1, profile = "" }).Ok();
        await seller.Submit(listing).Ok();
        var handler = (await market.Centre(CentreRole.Handler)).Client;
        Assert.Contains("酸解参数手册.pdf", await Body(handler, $"{path}/documents"), StringComparison.Ordinal);
        await handler.HandleListing(listing).Ok();
        var published = await (await market.Centre(CentreRole.Reviewer)).Client.Command($"{path}/publish").Ok();

        await IsPublicInName(listing, buyer, published.GetProperty("pos").GetInt64());
        await buyer.Client.Command($"{path}/intents", Interest).Ok();
        Assert.Equal("Negotiating", (await market.End(listing)).GetProperty("phase").GetString());
        var officer = (await market.Centre(CentreRole.Handler, 2)).Client;
        var sold = await officer.Command($"{path}/deals", new
        {
            intent = 1,
            concludedOn = WorkingCalendar.DayOf(market.Now),
            source = "合同原件",
            reference = "JM-2026-1",
            agreed = new { total = PeriodMarket.Fen(500), price = new { way = "Asking", form = "LumpSum" } },
        }).Ok();
        Assert.Equal("Sold", (await seller.Read(listing)).GetProperty("status").GetString());
        var own = (await buyer.Client.Get($"/api/intents?after={sold.GetProperty("pos").GetInt64()}").Ok())
            .GetProperty("items")[0];
        Assert.Equal(
            (Title, "", true),
            (own.GetProperty("title").GetString(),
                own.GetProperty("patentNumber").GetString(),
                own.GetProperty("isConcluded").GetBoolean()));
    }

    [Fact]
    public async Task A_draft_without_a_patent_is_refused_unless_it_is_of_know_how_and_no_auction_is_proposed_of_it()
    {
        var seller = await market.Seller("攀枝花技术秘密草稿有限公司");
        await seller.Client.Command("/api/listings", new { patent = "", offer = Sellers.Offer() })
            .Refused(400, "NOT_A_PATENT_NUMBER");
        await seller.Client.Command("/api/listings", new { patent = await seller.Enter(), offer = Offer() })
            .Refused(400, "KNOW_HOW_WITH_PATENT");
        await seller.Client.Command("/api/listings", new { patent = "", offer = Offer(title: " ") })
            .Refused(400, "KNOW_HOW_UNTITLED");
        await seller.Client.Command("/api/listings", new { patent = "", offer = Offer("OpenLicence") })
            .Refused(409, "KNOW_HOW_NOT_OPEN");
        var listing = await Drafted(seller);
        await market.Anonymous().Get($"/api/listings/{listing}").Refused(404, "UNKNOWN");
        await seller.Client.Command($"/api/listings/{listing}/patents", new { patent = await seller.Enter() })
            .Refused(400, "KNOW_HOW_WITH_PATENT");
        Assert.DoesNotContain(
            "propose-auction", PeriodMarket.Abilities(await seller.Read(listing)), StringComparer.Ordinal);
    }

    private static object Interest =>
        new { notice = 1, price = (object?)null, acceptsTerms = true, proposal = "用于攀枝花产线" };

    private static object Offer(string mode = "Sale", string title = Title) => new
    {
        askingPrice = (object?)null,
        description = "适用于攀枝花高钙镁钛渣",
        terms = "",
        mode,
        subject = new { kind = "KnowHow", title, knowHow = "酸解工序", bundle = "", isTextPublic = true },
        modeTerms = new { price = new { way = "Negotiated", form = "LumpSum" } },
    };

    private static async Task<string> Drafted(Seller seller) =>
        (await seller.Client.Command("/api/listings", new { patent = "", offer = Offer() }).Ok())
            .GetProperty("id").GetString()!;

    private static async Task<string> Body(HttpClient reader, string path)
    {
        using var answer = await reader.Get(path);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Its name and description are everybody's; of its papers not even that there are any.</summary>
    private async Task IsPublicInName(string listing, Seller other, long pos)
    {
        var path = $"/api/listings/{listing}";
        foreach (var reader in new[] { market.Anonymous(), other.Client })
        {
            var shown = await reader.Get(path).Ok();
            Assert.Equal(
                (Title, "", "", 0, JsonValueKind.Null),
                (shown.GetProperty("title").GetString(),
                    shown.GetProperty("patent").GetString(),
                    shown.GetProperty("patentNumber").GetString(),
                    shown.GetProperty("patents").GetArrayLength(),
                    shown.GetProperty("gate").ValueKind));
            var documents = await reader.Get($"{path}/documents").Ok();
            Assert.Equal(
                (0, 0),
                (documents.GetProperty("items").GetArrayLength(), documents.GetProperty("bytesUsed").GetInt32()));
            for (var number = 1; number <= 5; number++)
                await reader.Get($"{path}/documents/{number}/file").Refused(404, "DOCUMENT_UNKNOWN");
        }

        await other.Client.Get($"{path}/title-pack").Refused(403, "NOT_ALLOWED");
        var listed = (await market.Anonymous().Get($"/api/listings?limit=200&after={pos}").Ok()).GetProperty("items");
        var line = Assert.Single(listed.EnumerateArray(), item => item.GetProperty("id").GetString() == listing);
        Assert.Equal(
            (Title, "", 0),
            (line.GetProperty("title").GetString(),
                line.GetProperty("patentNumber").GetString(),
                line.GetProperty("patents").GetInt32()));
        await Announced(listing);
    }

    private async Task Announced(string listing)
    {
        var number = "";
        await Wait.Until(
            async () =>
            {
                var papers = (await market.Anonymous().Get($"/api/papers?subject={listing}").Ok()).GetProperty("items");
                if (papers.GetArrayLength() > 0) number = papers[0].GetProperty("number").GetString();
                return papers.GetArrayLength() == 1;
            },
            "the notice");
        var text = await Body(market.Anonymous(), $"/api/papers/{number}/file");
        foreach (var said in new[] { "技术秘密交易挂牌公告", Title, "技术秘密转让", "技术秘密的内容不公开" })
            Assert.Contains(said, text, StringComparison.Ordinal);
        foreach (var unsaid in new[] { "专利权", "专利号", "年费", "酸解参数手册" })
            Assert.DoesNotContain(unsaid, text, StringComparison.Ordinal);
    }
}
