using System.Security.Cryptography;
using System.Text.Json;
using IpMarket.Adapters.Storage;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Server.Tests.Catalogue;
using IpMarket.Server.Tests.Trading;
using IpMarket.Testing;
using IpMarket.Testing.Import;
using IpMarket.Testing.Invariants;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.WholeRun;

/// <summary>
/// The main job from an empty store to the paid refunds over the public HTTP API and the hub alone, from another process
/// than the server's; then what is left is checked, saved, restored and shown again.
/// </summary>
internal sealed class MainJob(StorageKind kind)
{
    private const long StartFen = 1_000_000;
    private const long StepFen = 50_000;
    private const long DepositFen = 100_000;
    private const int SoftCloseSeconds = 240;

    /// <summary>The applicant in <see cref="PublicationFiles"/>.</summary>
    private const string Seller = "示例钒钛有限公司";

    private readonly ClientLedger ledger = new();
    private readonly List<AuctionShown> shown = [];
    private RunMarket market = null!;
    private Office office = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task Go()
    {
        await using var running = market = await RunMarket.Begin(kind);
        office = await Office.Open(market);
        var seller = await office.Onboard("seller@example.test", Seller);
        var (first, second) = (
            await office.Onboard("first@example.test", "示例甲投资有限公司"),
            await office.Onboard("second@example.test", "示例乙投资有限公司"));
        var patent = await TwoPatents(seller);
        var listing = await Listed(seller, patent);
        var auction = await Announced(seller, listing);
        await Admitted(auction, 1, first, DepositFen);
        await Admitted(auction, 2, second, DepositFen + StepFen);
        await using var anna = await RunBidder.Join(market, first, auction, ledger);
        await using var berta = await RunBidder.Join(market, second, auction, ledger);

        await TheyBid(auction, anna, berta);
        await BothSeeTheResult(auction, anna, berta);
        await TheListingIsSold(seller, listing, patent);
        await TheMoneyIsSettled(auction);
        var papers = await ThePapersCheckOut(auction, seller, anna, berta);
        await TheEventFileSaysTheSame(auction);
        var (room, events) = (await Page(market, auction), await Events(market, auction));
        await using var restored = await market.Restored(kind);
        await TheStoppedStoreHolds();

        Assert.Equal(room, await Page(restored, auction));
        Assert.Equal(events, await Events(restored, auction));
        var again = await restored.SignIn(first.Representative.Email);
        foreach (var (number, file) in papers)
            Assert.Equal(file, await File(again.Client, number));
    }

    /// <summary>One patent comes by the office's file, one by a form; both are found. The answer is the first one.</summary>
    private async Task<string> TwoPatents(OnboardedParty seller)
    {
        var imported = await office.Import(PublicationFiles.Bytes(PublicationFiles.New()));
        Assert.Equal(PublicationFiles.Number, imported);
        var form = Sellers.Form(Sellers.NewNumber()).With("titleZh", "一种钛白粉制备方法")
            .With("applicants", Sellers.Texts(Seller));
        await seller.Representative.Client.Command("/api/patents", form).Ok();
        foreach (var (word, title) in new[] { ("五氧化二钒", PublicationFiles.Title), ("钛白", "一种钛白粉制备方法") })
        {
            JsonElement[] found = [];
            await Wait.Until(
                async () =>
                {
                    var page = await market.Get($"/api/catalogue?q={Uri.EscapeDataString(word)}");
                    return (found = [.. page.GetProperty("items").EnumerateArray()]).Length > 0;
                },
                $"the catalogue to find {word}");
            Assert.Equal(title, Assert.Single(found).Text("titleZh"));
        }

        return imported;
    }

    private async Task<string> Listed(OnboardedParty seller, string patent)
    {
        var client = seller.Representative.Client;
        var offer = Sellers.Offer(StartFen);
        var listing = (await client.Command("/api/listings", new { patent, offer }).Ok()).Id();
        await client.BringTitlePack(listing);
        await client.Command($"/api/listings/{listing}/submit", new { coHolders = Sellers.Texts() }).Ok();
        await office.Publish(listing);
        return listing;
    }

    /// <summary>Proposed by the seller, announced by two officers; opens 10 s from now and lasts 15 s.</summary>
    private async Task<string> Announced(OnboardedParty seller, string listing)
    {
        var opensAt = market.Now.AddSeconds(10 * RunMarket.Speed);
        var terms = new
        {
            startPrice = TradingMarket.Fen(StartFen), step = TradingMarket.Fen(StepFen), reserve = TradingMarket.Fen(StartFen + StepFen),
            opensAt, closesAt = opensAt.AddSeconds(15 * RunMarket.Speed), softCloseSeconds = SoftCloseSeconds,
            deposit = TradingMarket.Fen(DepositFen),
        };
        var auction = (await seller.Representative.Client.Command("/api/auctions", new { listing, terms }).Ok()).Id();
        await office.Announce(auction, terms);
        return auction;
    }

    private async Task Admitted(string auction, int number, OnboardedParty bidder, long fen)
    {
        var client = bidder.Representative.Client;
        async Task<JsonElement> Mine() => (await client.Get($"/api/auctions/{auction}").Ok()).GetProperty("mine");
        await client.Command($"/api/auctions/{auction}/enrolments").Ok();
        await office.Receive(auction, number, bidder, fen);
        await Wait.Until(async () => (await Mine()).Text("status") == "Admitted", "the bidder to be admitted");
    }

    private async Task TheyBid(string auction, RunBidder anna, RunBidder berta)
    {
        await Wait.Until(
            async () => Status(await market.Get($"/api/auctions/{auction}")) == "Open",
            $"{auction} to open",
            TimeSpan.FromSeconds(30));
        await anna.Refused(StartFen - 1, "BELOW_NEXT_MINIMUM");
        await anna.Bid(StartFen);
        await berta.Refused(StartFen + 1, "BELOW_NEXT_MINIMUM");
        var leading = await berta.Bid(StartFen + StepFen);
        var scheduled = leading.GetProperty("closesAt").GetDateTimeOffset();

        // Three seconds of the wall are left, four are the window.
        await Wait.Until(() => market.Now >= scheduled.AddSeconds(-3 * RunMarket.Speed), "the last seconds");
        var late = await anna.Bid(StartFen + (2 * StepFen));
        var closesAt = late.GetProperty("closesAt").GetDateTimeOffset();
        Assert.Equal(late.GetProperty("at").GetDateTimeOffset().AddSeconds(SoftCloseSeconds), closesAt);
        Assert.True(closesAt > scheduled, $"{closesAt:O} is no extension of {scheduled:O}");
    }

    private async Task BothSeeTheResult(string auction, RunBidder anna, RunBidder berta)
    {
        foreach (var bidder in new[] { anna, berta })
        {
            var told = await bidder.Result();
            var room = await bidder.Room();
            var result = room.GetProperty("position").GetProperty("result");
            foreach (var part in new[] { "closedAt", "outcome", "price", "winner", "bidCount", "extensions" })
                Assert.Equal(told.GetProperty(part).GetRawText(), result.GetProperty(part).GetRawText());
            Assert.Equal(("Sold", 1, 3, 1), (
                result.Text("outcome"), result.GetProperty("winner").GetInt32(),
                result.GetProperty("bidCount").GetInt32(), result.GetProperty("extensions").GetInt32()));
            Assert.Equal(StartFen + (2 * StepFen), result.GetProperty("price").GetProperty("fen").GetInt64());
            shown.AddRange(bidder.Shown);
            shown.Add(AuctionShown.Of("the room over HTTP", auction, room.GetProperty("position")));
        }

        await anna.Refused(StartFen * 2, "ALREADY_CLOSED");
    }

    private async Task TheListingIsSold(OnboardedParty seller, string listing, string patent)
    {
        await Wait.Until(
            async () => (await seller.Representative.Client.Get($"/api/listings/{listing}").Ok()).Text("status") == "Sold",
            "the listing to be sold");
        await Wait.Until(
            async () => (await market.Get($"/api/patents/{patent}")).Text("status") == "Sold", "the patent's page");
    }

    private async Task TheMoneyIsSettled(string auction)
    {
        await Wait.Until(
            async () => (await office.Cashier.Client.Get("/api/escrow/" + TradingMarket.EscrowOf(auction)).Ok())
                .GetProperty("refunds").GetArrayLength() == 2,
            "the excess and the loser's deposit to be due");
        var settled = await office.Refund(auction);
        Assert.Equal(
            "HeldTowardsPrice Refunded",
            string.Join(' ', settled.GetProperty("deposits").EnumerateArray().Select(deposit => deposit.Text("state"))));
        long Fen(JsonElement amount) => amount.GetProperty("fen").GetInt64();
        var balances = settled.GetProperty("balances").EnumerateArray()
            .Select(balance => Fen(balance.GetProperty("amount"))).ToList();
        Assert.Contains(DepositFen, balances);
        Assert.Equal((0, 0), (balances.Sum(), Fen(settled.GetProperty("total"))));
    }

    /// <summary>Every paper is the public check's and its file is as the number says. The winner's files are kept.</summary>
    private async Task<List<(string Number, byte[] File)>> ThePapersCheckOut(
        string auction, OnboardedParty seller, RunBidder anna, RunBidder berta)
    {
        var client = seller.Representative.Client;
        await Wait.Until(
            async () => Papers(await client.Get($"/api/auctions/{auction}").Ok()).Count == 3, "the seller's papers");
        var (sellers, winners, losers) = (
            Papers(await client.Get($"/api/auctions/{auction}").Ok()),
            Papers((await anna.Room()).GetProperty("mine")),
            Papers((await berta.Room()).GetProperty("mine")));
        string Kinds(IEnumerable<(string Number, string Kind)> papers) => string.Join(' ', papers.Select(p => p.Kind));
        Assert.Equal("公告 成交确认书 竞价记录", Kinds(sellers.OrderBy(p => p.Kind, StringComparer.Ordinal)));
        Assert.Equal("保证金收据 竞买资格确认书 成交确认书", Kinds(winners));
        Assert.Equal("保证金收据 竞买资格确认书", Kinds(losers));
        foreach (var (number, kind) in sellers) await CheckOut(client, number, kind);
        foreach (var (number, kind) in losers) await CheckOut(berta.Client, number, kind);
        var files = new List<(string, byte[])>();
        foreach (var (number, kind) in winners) files.Add((number, await CheckOut(anna.Client, number, kind)));
        return files;
    }

    private async Task<byte[]> CheckOut(HttpClient holder, string number, string kind)
    {
        var file = await File(holder, number);
        var fingerprint = PaperPage.FingerprintOf(file)!;
        using var anybody = market.Anonymous();
        var check = await anybody.Get($"/api/papers/{number}?h={fingerprint[..16]}").Ok();
        Assert.Equal((kind, fingerprint), (check.Text("kind"), check.Text("hash")));
        Assert.True(check.GetProperty("stands").GetBoolean() && check.GetProperty("matches").GetBoolean());
        return file;
    }

    private async Task TheEventFileSaysTheSame(string auction)
    {
        var path = Path.GetTempFileName();
        await System.IO.File.WriteAllBytesAsync(path, await Events(market, auction), Cancel);
        var verified = await Executable.Run(null, "verify", path);
        System.IO.File.Delete(path);
        Assert.Equal((0, ""), (verified.ExitCode, verified.Error));
        Assert.Contains(
            "price ¥11,000.00\nextensions 1\nwinner 竞买人 1\n", verified.Output, StringComparison.Ordinal);
    }

    private async Task TheStoppedStoreHolds()
    {
        var store = await market.Stop();
        var journal = store.Journal();
        await using var held = (IAsyncDisposable)journal;
        // Each bidder was told of the close by the hub and saw it over HTTP; how many moves were joined is the relay's.
        Assert.True(ledger.All.Count == 6 && shown.Count >= 4, $"{ledger.All.Count} answers, {shown.Count} shown");
        await InvariantCheck.Holds(journal, ledger.All, shown);
    }

    private static List<(string Number, string Kind)> Papers(JsonElement resource) =>
        [.. resource.GetProperty("papers").EnumerateArray().Select(paper => (paper.Text("number"), paper.Text("kind")))];

    private static string Status(JsonElement room) => room.GetProperty("position").Text("status");

    /// <summary>What anybody sees of the ended auction.</summary>
    private static async Task<string> Page(RunMarket market, string auction)
    {
        var room = await market.Get($"/api/auctions/{auction}");
        return string.Join('\n', room.EnumerateObject()
            .Where(member => member.Name != "now").Select(member => $"{member.Name}: {member.Value.GetRawText()}"));
    }

    private static async Task<byte[]> Events(RunMarket market, string auction)
    {
        using var client = market.Anonymous();
        using var answer = await client.Get($"/api/auctions/{auction}/events");
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync(Cancel);
    }

    private static async Task<byte[]> File(HttpClient holder, string number)
    {
        using var answer = await holder.Get($"/api/papers/{number}/file");
        answer.EnsureSuccessStatusCode();
        var file = await answer.Content.ReadAsByteArrayAsync(Cancel);
        var digest = $"sha-256=:{Convert.ToBase64String(SHA256.HashData(file))}:";
        Assert.Equal(digest, Assert.Single(answer.Headers.GetValues("Repr-Digest")));
        return file;
    }
}
