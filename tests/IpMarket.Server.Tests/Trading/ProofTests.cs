using System.Net;
using System.Text;
using System.Text.Json;
using IpMarket.Domain.Trading.EventFiles;
using IpMarket.Domain.Trading.Proofs;
using IpMarket.Testing.Server;
using IpMarket.Testing.Trading;
using Xunit;

namespace IpMarket.Server.Tests.Trading;

[Collection(OneTradingMarket.Name)]
public sealed class ProofTests(TradingMarket market)
{
    [Fact]
    public async Task A_bid_has_a_receipt_for_everybody_and_one_with_his_name_for_the_bidder()
    {
        var (bidder, other) = (await market.Trader("receipt-a"), await market.Trader("receipt-b"));
        var id = await market.Open(bidder, other);
        var version = (await bidder.Bid(id, 12_345).Ok()).GetProperty("version").GetInt64();
        var receipt = $"/api/auctions/{id}/bids/{version}/receipt";
        var anyone = market.Anonymous();
        var open = await File(anyone, receipt);
        var mine = await File(bidder.Client, receipt + "?disclose=true");
        Assert.DoesNotContain("party:", Record(open), StringComparison.Ordinal);
        Assert.Contains("party:receipt-a", Record(mine), StringComparison.Ordinal);
        foreach (var file in new[] { open, mine })
        {
            var finding = EventFileVerifier.Verify(new MemoryStream(file));
            Assert.True(finding.Result == EventFileResult.Sound, EventFileVerifier.Describe(finding));
            Assert.Equal((id, version), (finding.Stream, finding.Version));
        }

        await Is(HttpStatusCode.Forbidden, other.Client, receipt + "?disclose=true");
        await Is(HttpStatusCode.Forbidden, anyone, receipt + "?disclose=true");
        await Is(HttpStatusCode.NotFound, anyone, $"/api/auctions/{id}/bids/1/receipt");
        await Is(HttpStatusCode.NotFound, anyone, $"/api/auctions/{id}/bids/{long.MaxValue}/receipt");
        await ProofsHold(anyone, id, version);
    }

    [Fact]
    public async Task Nothing_is_proved_of_a_draft_and_no_size_the_log_has_not()
    {
        await market.Ready();
        var draft = await market.Draft(market.Terms());
        foreach (var what in new[] { "heads", "bundle", "proofs/inclusion?version=1", "bids/1/receipt" })
            await Is(HttpStatusCode.NotFound, (await market.Seller()).Client, $"/api/auctions/{draft}/{what}");
        var id = await market.Announce();
        foreach (var what in new[]
            { "inclusion?version=0", "inclusion?version=9&size=3", "inclusion?version=1&size=99", "consistency?from=0" })
            await Is(HttpStatusCode.NotFound, market.Anonymous(), $"/api/auctions/{id}/proofs/{what}");
    }

    private static async Task ProofsHold(HttpClient anyone, string id, long version)
    {
        var bundle = await File(anyone, $"/api/auctions/{id}/bundle");
        var found = EventFileVerifier.Verify(new MemoryStream(bundle));
        Assert.True(found.Result == EventFileResult.Sound, EventFileVerifier.Describe(found));
        var hash = JsonDocument.Parse(Encoding.UTF8.GetString(bundle).Split('\n')
            .First(line => line.StartsWith($"{{\"version\":{version},", StringComparison.Ordinal)))
            .RootElement.GetProperty("hash").GetString()!;
        var proof = await anyone.Get($"/api/auctions/{id}/proofs/inclusion?version={version}").Ok();
        var size = proof.GetProperty("size").GetInt64();
        Assert.True(MerkleHash.IsIncluded(
            Convert.FromHexString(hash), version - 1, size, Path(proof), Hash(proof, "root")));
        var grown = await anyone.Get($"/api/auctions/{id}/proofs/consistency?from=2&to={size}").Ok();
        Assert.True(MerkleConsistency.Holds(2, Hash(grown, "fromRoot"), size, Hash(grown, "toRoot"), Path(grown)));
    }

    private static List<byte[]> Path(JsonElement proof) =>
        [.. proof.GetProperty("path").EnumerateArray().Select(hash => Convert.FromHexString(hash.GetString()!))];

    private static byte[] Hash(JsonElement proof, string name) =>
        Convert.FromHexString(proof.GetProperty(name).GetString()!);

    private static string Record(byte[] receipt) => Encoding.UTF8.GetString(receipt).Split('\n')
        .Single(line => line.Contains("bid-placed", StringComparison.Ordinal));

    private static async Task<byte[]> File(HttpClient client, string path)
    {
        using var answer = await client.Get(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static async Task Is(HttpStatusCode status, HttpClient client, string path)
    {
        using var answer = await client.Get(path);
        Assert.Equal(status, answer.StatusCode);
    }
}
