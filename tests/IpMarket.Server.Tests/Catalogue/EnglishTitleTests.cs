using System.Text.Json;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Whoever asks in English reads English titles where a patent has one.</summary>
[Collection(OneServer.Name)]
public sealed class EnglishTitleTests(MarketServer server)
{
    [Fact]
    public async Task A_listing_and_its_row_are_titled_in_the_language_asked_for()
    {
        var seller = await server.Seller("攀枝花双语钒业有限公司");
        var number = Sellers.NewNumber();
        await seller.Client.Command("/api/patents", Sellers.Form(number)
            .With("titleZh", "一种提钒方法").With("titleEn", "Vanadium extraction")
            .With("applicants", Sellers.Texts(seller.Name))).Ok();
        var listing = await seller.Draft(number);
        var pos = (await seller.Client.Put($"/api/listings/{listing}", Sellers.Offer(9)).Ok()).GetProperty("pos").GetInt64();
        foreach (var (language, title) in new[] { ("zh-CN", "一种提钒方法"), ("en", "Vanadium extraction") })
        {
            var shown = await Ask(seller.Client, $"/api/listings/{listing}", language);
            Assert.Equal(title, shown.GetProperty("title").GetString());
            Assert.Equal(title, shown.GetProperty("patents")[0].GetProperty("title").GetString());
            var row = (await Ask(seller.Client, $"/api/listings?mine=true&after={pos}", language)).GetProperty("items")[0];
            Assert.Equal(title, row.GetProperty("title").GetString());
        }
    }

    private static async Task<JsonElement> Ask(HttpClient client, string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await client.Ask(request).Ok();
    }
}
