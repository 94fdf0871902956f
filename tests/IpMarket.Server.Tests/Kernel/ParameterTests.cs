using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Kernel;

/// <summary>A parameter that cannot be taken is named as the address names it, with its bound where it has one.</summary>
[Collection(OneServer.Name)]
public sealed class ParameterTests(MarketServer server)
{
    [Theory]
    [InlineData("/api/catalogue?limit=many", "limit")]
    [InlineData("/api/catalogue?priceMin=cheap", "priceMin")]
    [InlineData("/api/catalogue?status=ForSale&status=Nonsense", "status")]
    [InlineData("/api/catalogue?year=x", "year")]
    [InlineData("/api/catalogue/export?format=Pdf", "format")]
    [InlineData("/api/catalogue/suggest", "q")]
    [InlineData("/api/listings?mine=perhaps", "mine")]
    [InlineData("/api/auctions?status=Sleeping", "status")]
    [InlineData("/api/papers?limit=1.5", "limit")]
    [InlineData("/api/papers?subject=nonsense", "subject")]
    public async Task A_malformed_parameter_is_named(string address, string name)
    {
        var refused = await Requests.Patiently(() => server.Anonymous().Get(address)).Refused(400, "PARAMETER_MALFORMED");
        Assert.Equal(name, refused.GetProperty("figures").GetProperty("field").GetString());
        Assert.Contains(name, refused.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/catalogue?limit=-1")]
    [InlineData("/api/catalogue?limit=0")]
    [InlineData("/api/auctions?limit=201")]
    [InlineData("/api/listings?limit=-2147483648")]
    public async Task A_page_out_of_its_bounds_is_refused_with_the_bound(string address)
    {
        var refused = await server.Anonymous().Get(address).Refused(400, "PAGE_SIZE_OUT_OF_RANGE");
        Assert.Equal(200, refused.GetProperty("figures").GetProperty("max").GetInt32());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public Task A_page_at_its_bounds_is_taken(int limit) => server.Anonymous().Get($"/api/auctions?limit={limit}").Ok();
}
