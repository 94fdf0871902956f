using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Trading;

/// <summary>The cashier's desk over HTTP.</summary>
[Collection(OneTradingMarket.Name)]
public sealed class EscrowRouteTests(TradingMarket market)
{
    [Fact]
    public async Task Cases_are_read_by_the_moneys_side_and_changed_by_the_cashier_alone()
    {
        var (id, bidder) = await Enrolled("escrow-reader");
        var path = "/api/escrow/" + id;
        foreach (var read in new[] { "/api/escrow", path })
        {
            await market.Anonymous().Get(read).Refused(401, "NOT_SIGNED_IN");
            await bidder.Client.Get(read).Refused(403, "NOT_ALLOWED");
            await (await market.Handler()).Client.Get(read).Refused(403, "NOT_ALLOWED");
            foreach (var role in new[] { CentreRole.Cashier, CentreRole.Accountant, CentreRole.Supervisor })
                await (await market.Centre(role)).Client.Get(read).Ok();
        }

        var supervisor = (await market.Centre(CentreRole.Supervisor)).Client;
        Assert.Empty((await supervisor.Get(path).Ok()).GetProperty("abilities").EnumerateArray());
        var refund = new { bankSerial = "X", amount = TradingMarket.Fen(1), valueTime = market.Now };
        var acts = new (string Act, object? Body)[]
        {
            ("/receipts", market.Receipt(1)), ("/receipts/1/assign", new { enrolment = 1 }),
            ("/receipts/1/return", null), ("/refunds/1/pay", refund),
        };
        foreach (var (act, body) in acts)
        {
            await market.Anonymous().Command(path + act, body).Refused(401, "NOT_SIGNED_IN");
            await supervisor.Command(path + act, body).Refused(403, "NOT_ALLOWED");
        }
    }

    [Fact]
    public async Task Short_then_exact_admits_and_a_third_partys_money_goes_back()
    {
        var (id, bidder) = await Enrolled("escrow-payer");
        var cashier = (await market.Cashier()).Client;
        await cashier.Command($"/api/escrow/{id}/receipts", market.Receipt(1, "somebody-elses"))
            .Refused(409, "PAYER_NOT_THE_BIDDER");
        Assert.Equal(0, (await Case(id)).GetProperty("receipts").GetArrayLength());
        await Enter(id, market.Receipt(1, "somebody-elses", isThirdPartys: true));
        var held = await Case(id);
        Assert.Equal("ThirdPartyHeld", held.GetProperty("receipts")[0].GetProperty("kind").GetString());
        Assert.Equal("ToBeRefunded", held.GetProperty("deposits")[0].GetProperty("state").GetString());
        await Enter(id, market.Receipt(1, "own-escrow-payer", fen: 400));
        Assert.Equal("Short", (await Case(id)).GetProperty("deposits")[0].GetProperty("state").GetString());
        await Enter(id, market.Receipt(1, "own-escrow-payer", fen: 700));
        var shown = await Case(id);
        Assert.Equal("Over", shown.GetProperty("deposits")[0].GetProperty("state").GetString());
        Assert.Equal(
            [1_000L, 100], shown.GetProperty("refunds").EnumerateArray()
                .Select(refund => refund.GetProperty("amount").GetProperty("fen").GetInt64()));
        Assert.Equal("付款人", shown.GetProperty("refunds")[0].GetProperty("payeeName").GetString());
        Assert.Equal("somebody-elses", shown.GetProperty("receipts")[0].GetProperty("payerAccount").GetString());
        Assert.Equal(0, shown.GetProperty("total").GetProperty("fen").GetInt64());
        await Wait.Until(
            async () => (await market.Room(AuctionOf(id), bidder.Client)).GetProperty("mine")
                .GetProperty("status").GetString() == "Admitted",
            "the bidder to be admitted");
    }

    [Fact]
    public async Task A_receipt_nobody_knows_is_assigned_or_sent_back_once()
    {
        var (id, _) = await Enrolled("escrow-unknown");
        var cashier = (await market.Cashier()).Client;
        await Enter(id, market.Receipt(null, "own-escrow-unknown"));
        await Enter(id, market.Receipt(null));
        Assert.Equal(2, (await Line(id)).GetProperty("unidentified").GetInt32());
        var assign = $"/api/escrow/{id}/receipts/1/assign";
        await cashier.Command(assign, new { enrolment = 7 }).Refused(404, "UNKNOWN_ENROLMENT");
        await cashier.Command(assign, new { enrolment = "1" }).Refused(400, "MEMBER_MALFORMED");
        await cashier.Command(assign, new { enrolment = 1 }).Ok();
        await cashier.Command(assign, new { enrolment = 1 }).Refused(409, "NOT_UNIDENTIFIED");
        var back = $"/api/escrow/{id}/receipts/2/return";
        await cashier.Command(back).Ok();
        await cashier.Command(back).Refused(409, "NOT_UNIDENTIFIED");
        await cashier.Command($"/api/escrow/{id}/receipts/9/return").Refused(404, "UNKNOWN_RECEIPT");
        var line = await Line(id);
        Assert.Equal((0, 1, 0), (
            line.GetProperty("unidentified").GetInt32(),
            line.GetProperty("toBeRefunded").GetInt32(),
            line.GetProperty("awaited").GetInt32()));
    }

    [Fact]
    public async Task A_bank_serial_counts_once_however_it_is_spelt_and_a_refund_is_paid_exactly()
    {
        var (id, _) = await Enrolled("escrow-serial");
        var (other, _) = await Enrolled("escrow-serial-2");
        var cashier = (await market.Cashier()).Client;
        var serial = TradingMarket.NextSerial();
        await Enter(id, market.Receipt(1, "a-third-party", serial: serial, isThirdPartys: true));
        var receipts = $"/api/escrow/{id}/receipts";
        await cashier.Command(receipts, market.Receipt(1, serial: serial)).Refused(409, "SERIAL_USED");
        var again = market.Receipt(1, serial: serial.ToLowerInvariant(), isThirdPartys: true);
        await cashier.Command($"/api/escrow/{other}/receipts", again).Refused(409, "CLAIMED_ELSEWHERE");
        await cashier.Command(receipts, market.Receipt(1, serial: "1")).Refused(409, "SERIAL_MALFORMED");
        await cashier.Command(receipts, market.Receipt(1, account: " ")).Refused(400, "TEXT_MISSING");
        await cashier.Command(receipts, market.Receipt(9)).Refused(404, "UNKNOWN_ENROLMENT");
        await cashier.Command("/api/escrow/escrow:unknown/receipts", market.Receipt(1)).Refused(404, "UNKNOWN_CASE");

        var pay = $"/api/escrow/{id}/refunds/1/pay";
        var (right, commandId) = (Refund(1_000), Guid.NewGuid());
        await cashier.Command(pay, Refund(999)).Refused(409, "WRONG_REFUND_AMOUNT");
        var paid = await cashier.Command(pay, right, commandId).Ok();
        Assert.Equal(paid.GetRawText(), (await cashier.Command(pay, right, commandId).Ok()).GetRawText());
        await cashier.Command(pay, Refund(1_000)).Refused(409, "ALREADY_PAID");
        await cashier.Command($"/api/escrow/{id}/refunds/5/pay", Refund(1_000)).Refused(404, "UNKNOWN_REFUND");
        Assert.True((await Case(id)).GetProperty("refunds")[0].GetProperty("paid").GetBoolean());
    }

    private static string AuctionOf(string escrow) => "auction:" + escrow["escrow:".Length..];

    private object Refund(long fen) => new
    {
        bankSerial = TradingMarket.NextSerial(), amount = TradingMarket.Fen(fen), valueTime = market.Now,
    };

    private async Task<(string Escrow, Trader Bidder)> Enrolled(string name)
    {
        var (bidder, auction) = (await market.Trader(name), await market.Announce());
        await bidder.Client.Command($"/api/auctions/{auction}/enrolments").Ok();
        await TradingMarket.AwaitDeposit((await market.Cashier()).Client, auction, 1);
        return (TradingMarket.EscrowOf(auction), bidder);
    }

    private async Task Enter(string id, object receipt) =>
        await (await market.Cashier()).Client.Command($"/api/escrow/{id}/receipts", receipt).Ok();

    private async Task<JsonElement> Case(string id) => await (await market.Cashier()).Client.Get("/api/escrow/" + id).Ok();

    private async Task<JsonElement> Line(string id)
    {
        var pos = await market.Journal.LastPos(TestContext.Current.CancellationToken);
        var page = await (await market.Cashier()).Client.Get($"/api/escrow?limit=200&after={pos}").Ok();
        return page.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetString() == id);
    }
}
