using System.Net;
using System.Text.Json;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.EventFiles;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using IpMarket.Testing.Trading;
using Xunit;

namespace IpMarket.Server.Tests.Trading;

/// <summary>Sealed bids over HTTP: handed in, not to be read, opened by two of three holders, decided and checked.</summary>
[Collection(OneTradingMarket.Name)]
public sealed class SealedAuctionTests(TradingMarket market) : IDisposable
{
    private const ulong High = 7_654_321;
    private readonly List<Holder> holders = [Holder.Made(), Holder.Made(), Holder.Made()];

    [Fact]
    public async Task Two_holders_open_what_nobody_could_read_and_the_second_price_is_paid()
    {
        var (anna, berta) = (await market.Trader("sealed-anna"), await market.Trader("sealed-berta"));
        await market.Ready();
        var id = await market.Announce(Terms("Vickrey", opensIn: 6, lasts: 9));
        await market.Admit(id, anna, berta);
        await market.AwaitStatus(id, "Open");
        Assert.Equal("seal-bid", TradingMarket.Abilities(await market.Room(id, anna.Client)));
        await anna.Bid(id, 10_000).Refused(409, "ANOTHER_PROTOCOL");

        var command = Guid.NewGuid();
        var envelope = Sealed(id, 1, 1_234_567);
        var taken = await Seal(anna, id, envelope, command).Ok();
        Assert.Equal(taken.GetRawText(), (await Seal(anna, id, envelope, command).Ok()).GetRawText());
        Assert.Equal(SealedEnvelope.DigestOf(envelope), taken.GetProperty("digest").GetString());
        var replaced = await Seal(anna, id, Sealed(id, 1, 2_345_678)).Ok();
        Assert.True(replaced.GetProperty("replaces").GetBoolean());
        await Seal(berta, id, envelope).Refused(409, "ENVELOPE_NOT_BOUND");
        await Seal(berta, id, Sealed(id, 2, High)).Ok();

        var receipt = await anna.Client.GetByteArrayAsync(
            $"/api/auctions/{id}/bids/{replaced.GetProperty("record").GetInt64()}/receipt?disclose=true",
            TestContext.Current.CancellationToken);
        Assert.Equal(EventFileResult.Sound, EventFileVerifier.Verify(new MemoryStream(receipt)).Result);

        var before = await Bids(id);
        Assert.Equal(2, before.GetArrayLength());
        Assert.All(before.EnumerateArray(), bid => Assert.Equal(JsonValueKind.Null, bid.GetProperty("envelope").ValueKind));
        Assert.DoesNotContain("ephemeral", await Events(id), StringComparison.Ordinal);
        await Release(anna, id, 1, 1, new string('0', 64)).Refused(409, "OPENING_NOT_BEGUN");

        await market.AwaitStatus(id, "Opening");
        Assert.All((await Bids(id, areOpened: false)).EnumerateArray(), bid => Assert.Equal(
            JsonValueKind.Null, bid.GetProperty("envelope").ValueKind));
        Assert.Contains("release-share", TradingMarket.Abilities(await market.Room(id, anna.Client)), StringComparison.Ordinal);
        await OpenBy(anna, id, 3);
        Assert.DoesNotContain("7654321", await Events(id), StringComparison.Ordinal);
        await OpenBy(berta, id, 1);
        await market.AwaitStatus(id, "Closed");
        var result = (await market.Room(id)).GetProperty("position").GetProperty("result");
        Assert.Equal(
            (2, 2_345_678), (result.GetProperty("winner").GetInt32(), result.GetProperty("price").GetProperty("fen").GetInt64()));
        await IsSound(id, "bundle");
        await IsSound(id, "events");
        await PapersSayIt(id);
    }

    [Fact]
    public async Task A_bidder_opens_his_own_and_what_nobody_opens_is_not_sold()
    {
        var anna = await market.Trader("sealed-own");
        await market.Ready();
        var id = await market.Announce(Terms("SealedFirstPrice", opensIn: 6, lasts: 6));
        await market.Admit(id, anna);
        await market.AwaitStatus(id, "Open");
        var (envelope, key) = SealedBids.Seal(id, 1, 20_000, 2, [.. holders.Select(holder => holder.Point)]);
        await Seal(anna, id, envelope).Ok();
        await market.AwaitStatus(id, "Opening");
        var path = $"/api/auctions/{id}/sealed-bids/own/open";
        await market.Anonymous().Command(path, new { key }).Refused(401, "NOT_SIGNED_IN");
        await (await market.Trader("sealed-stranger")).Client.Command(path, new { key }).Refused(404, "UNKNOWN_SEALED_BID");
        await anna.Client.Command(path, new { key = new string('0', 64) }).Refused(409, "KEY_NOT_ITS_OWN");
        await anna.Client.Command(path, new { }).Refused(400, "MEMBER_MALFORMED");
        await anna.Client.Command(path, new { key }).Ok();
        await market.AwaitStatus(id, "Closed");
        Assert.True((await Bids(id))[0].GetProperty("isByBidder").GetBoolean());
        await IsSound(id, "bundle");
    }

    [Fact]
    public async Task Who_may_not_bid_seals_nothing_and_an_open_auction_takes_nothing_sealed()
    {
        var (trader, id) = (await market.Trader("sealed-nobody"), await market.Open());
        await Seal(market.Anonymous(), id, "{}").Refused(401, "NOT_SIGNED_IN");
        await Seal(trader.Client, id, "{}").Refused(403, "NOT_ADMITTED");
        await trader.Client.Command($"/api/auctions/{id}/sealed-bids", new { }).Refused(400, "MEMBER_MALFORMED");
        var share = new { holder = 1, share = new string('0', 64) };
        var path = $"/api/auctions/{id}/sealed-bids/1/shares";
        await market.Anonymous().Command(path, share).Refused(401, "NOT_SIGNED_IN");
        await trader.Client.Command(path, share).Refused(409, "NOT_SEALED");
        await trader.Client.Command(path, new { holder = 1 }).Refused(400, "MEMBER_MALFORMED");
        Assert.Equal(0, (await Bids(id)).GetArrayLength());
        using var missing = await market.Anonymous().Get("/api/auctions/auction:none/sealed-bids");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task No_draft_under_a_profile_of_open_bids_is_sealed_nor_one_without_holders()
    {
        var unnamed = Terms("Vickrey", 4_000, 60, isNamed: false);
        var id = await market.Propose(unnamed);
        var handler = (await market.Handler()).Client;
        await handler.Command(
            $"/api/auctions/{id}/draft",
            new { profile = "judicial-online", terms = Terms("Vickrey", opensIn: 4_000, lasts: 60) })
            .Refused(409, "PROTOCOL_NOT_ALLOWED");
        await handler.Command($"/api/auctions/{id}/draft", new { profile = "demo-online-bidding", terms = unnamed })
            .Refused(409, "HOLDERS_MISSING");
    }

    public void Dispose() => holders.ForEach(holder => holder.Dispose());

    private object Terms(string protocol, double opensIn, double lasts, bool isNamed = true)
    {
        var opens = market.Now.AddSeconds(opensIn);
        return new
        {
            startPrice = TradingMarket.Fen(10_000),
            step = TradingMarket.Fen(0),
            reserve = (object?)null,
            opensAt = opens,
            closesAt = opens.AddSeconds(lasts),
            softCloseSeconds = 2,
            deposit = TradingMarket.Fen(1_000),
            protocol,
            @sealed = isNamed
                ? new
                {
                    threshold = 2,
                    openingSeconds = 600,
                    holders = holders.Select((holder, i) => new { name = $"公证处{i}", key = holder.Point }),
                }
                : null,
        };
    }

    private string Sealed(string id, int bidder, ulong fen) =>
        SealedBids.Seal(id, bidder, fen, 2, [.. holders.Select(holder => holder.Point)]).Envelope;

    private static Task<HttpResponseMessage> Seal(Trader trader, string id, string envelope, Guid? command = null) =>
        Seal(trader.Client, id, envelope, command);

    private static Task<HttpResponseMessage> Seal(HttpClient client, string id, string envelope, Guid? command = null) =>
        client.Command($"/api/auctions/{id}/sealed-bids", new { envelope }, command);

    private static Task<HttpResponseMessage> Release(Trader trader, string id, int bidder, int holder, string share) =>
        trader.Client.Command($"/api/auctions/{id}/sealed-bids/{bidder}/shares", new { holder, share });

    private async Task OpenBy(Trader messenger, string id, int holder)
    {
        foreach (var bid in (await Bids(id)).EnumerateArray())
        {
            var envelope = SealedEnvelope.Read(bid.GetProperty("envelope").GetString())!;
            await Release(
                messenger, id, bid.GetProperty("bidder").GetInt32(), holder, holders[holder - 1].Open(envelope, holder)).Ok();
        }
    }

    private async Task<JsonElement> Bids(string id, bool areOpened = true) => (await market.Anonymous()
        .Get($"/api/auctions/{id}/sealed-bids?envelopes={(areOpened ? "true" : "false")}").Ok()).GetProperty("items");

    private Task<string> Events(string id) => market.Anonymous().GetStringAsync(
        $"/api/auctions/{id}/events", TestContext.Current.CancellationToken);

    private async Task IsSound(string id, string file)
    {
        var bytes = await market.Anonymous().GetByteArrayAsync(
            $"/api/auctions/{id}/{file}", TestContext.Current.CancellationToken);
        var finding = EventFileVerifier.Verify(new MemoryStream(bytes));
        Assert.True(finding.Result == EventFileResult.Sound, EventFileVerifier.Describe(finding));
        Assert.NotNull(finding.Summary!.Price);
    }

    private async Task PapersSayIt(string id) => await Wait.Until(
        async () =>
        {
            var papers = (await market.Room(id)).GetProperty("papers").EnumerateArray()
                .Select(paper => paper.GetProperty("kind").GetString()).ToList();
            return papers.Contains("竞价记录");
        },
        $"the bid record of {id}");
}
