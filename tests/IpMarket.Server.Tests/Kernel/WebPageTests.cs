using IpMarket.Server.Hosting;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Kernel;

/// <summary>The web app's page and files, where the app is built.</summary>
[Collection(OneServer.Name)]
public sealed class WebPageTests(MarketServer server)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/patents/CN202110771508.1")]
    [InlineData("/papers/NOTICE-2026-00001?h=0123456789abcdef")]
    public async Task Every_address_of_the_app_opens_its_page(string address)
    {
        Assert.SkipUnless(File.Exists(Path.Combine(Folders.Web, "index.html")), "The web app is not built.");
        using var answer = await server.Anonymous().Get(address);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("__CSP_NONCE__", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/assets/nothing.js")]
    public async Task What_is_no_page_is_not_answered_with_one(string address) =>
        await server.Anonymous().Get(address).Refused(404, "NOT_FOUND");
}
