using System.Text.Json;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Server.Tests.Trading;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue.Period;

/// <summary>意向保证金 over HTTP: from the seller's choice to the price, or back to who paid (P8, P19).</summary>
[Collection(OnePeriodMarket.Name)]
public sealed class IntentDepositStoryTests(PeriodMarket market)
{
    [Fact]
    public async Task An_intent_counts_once_the_cashier_has_booked_its_deposit_and_the_contract_keeps_it()
    {
        var (seller, buyer) = (await market.Seller("攀枝花保证金一钒业有限公司"), await market.Seller("攀枝花缴款一有限公司"));
        var idle = await market.Seller("攀枝花未缴款有限公司");
        var listing = await Published(seller);
        var path = $"/api/listings/{listing}";
        var shown = await PeriodMarket.Period(buyer.Client, listing);
        Assert.Equal(100_000, Fen(shown.GetProperty("chosen").GetProperty("deposit")));
        await buyer.Client.Command($"{path}/intents", PeriodMarket.Intent()).Ok();
        await idle.Client.Command($"{path}/intents", PeriodMarket.Intent()).Ok();
        var mine = await Mine(buyer, listing);
        Assert.Equal((false, false), (Flag(mine, "isPaid"), Flag(mine, "isReleased")));
        Assert.Equal(
            market.Services.GetRequiredService<CustodyAccount>().Name,
            (await PeriodMarket.Period(buyer.Client, listing))
                .GetProperty("myIntent").GetProperty("custodyAccount").GetString());
        Assert.Equal(0, (await seller.Client.Get($"{path}/intents").Ok()).GetProperty("count").GetInt32());

        await Pay(listing, buyer, 1, 40_000);
        Assert.Equal("Short", State(await Case(listing), 0));
        await Pay(listing, buyer, 1, 60_000);
        await Wait.Until(async () => Flag(await Mine(buyer, listing), "isPaid"), "the intent to count");
        Assert.Equal(1, (await seller.Client.Get($"{path}/intents").Ok()).GetProperty("count").GetInt32());

        var ended = await market.End(listing);
        Assert.Equal(("ContractDue", 1), (ended.GetProperty("phase").GetString(), ended.GetProperty("intents").GetInt32()));
        Assert.True(Flag(await Mine(idle, listing), "isReleased"));
        await (await market.Centre(CentreRole.Approver)).Client.Command(
            $"{path}/contract",
            new { price = PeriodMarket.Fen(8_800_000), concludedOn = $"{WorkingCalendar.DayOf(market.Now):yyyy-MM-dd}" }).Ok();
        await Wait.Until(
            async () => State(await Case(listing), 0) == "HeldTowardsPrice", "the deposit to be held towards the price");
        Assert.Equal(0, Fen((await Case(listing)).GetProperty("total")));
    }

    [Fact]
    public async Task Who_withdraws_is_refunded_and_the_case_stands_in_the_cashiers_list()
    {
        var (seller, buyer) = (await market.Seller("攀枝花保证金二钒业有限公司"), await market.Seller("攀枝花缴款二有限公司"));
        var listing = await Published(seller);
        await buyer.Client.Command($"/api/listings/{listing}/intents", PeriodMarket.Intent()).Ok();
        await Pay(listing, buyer, 1, 100_000);
        await buyer.Client.Command($"/api/listings/{listing}/intents/mine/withdraw").Ok();
        await Wait.Until(async () => State(await Case(listing), 0) == "ToBeRefunded", "the refund to fall due");
        var cashier = (await market.Centre(CentreRole.Cashier)).Client;
        var refund = (await Case(listing)).GetProperty("refunds")[0];
        Assert.Equal("IntentEnded", refund.GetProperty("reason").GetString());
        var paid = await cashier.Command(
            $"/api/escrow/{EscrowOf(listing)}/refunds/1/pay",
            new { bankSerial = TradingMarket.NextSerial(), amount = PeriodMarket.Fen(100_000), valueTime = market.Now }).Ok();
        Assert.Equal("Refunded", State(await Case(listing), 0));
        var row = (await cashier.Get($"/api/escrow?limit=200&after={paid.GetProperty("pos").GetInt64()}").Ok())
            .GetProperty("items").EnumerateArray().Single(one => one.GetProperty("id").GetString() == EscrowOf(listing));
        Assert.Equal(
            (listing, "一种提钒方法", 0, 0),
            (row.GetProperty("listing").GetString(), row.GetProperty("title").GetString(),
                row.GetProperty("awaited").GetInt32(), row.GetProperty("toBeRefunded").GetInt32()));
        Assert.Equal(JsonValueKind.Null, row.GetProperty("auction").ValueKind);
        var own = (await buyer.Client.Get($"/api/intents?after={paid.GetProperty("pos").GetInt64()}").Ok())
            .GetProperty("items")[0];
        Assert.True(Flag(own.GetProperty("deposit"), "isReleased"));
    }

    [Fact]
    public async Task A_deposit_out_of_bounds_or_without_a_period_is_refused_with_its_figures()
    {
        var seller = await market.Seller("攀枝花保证金三钒业有限公司");
        var listing = await seller.Draft(await seller.Enter());
        var path = $"/api/listings/{listing}/period";
        var bounds = (await PeriodMarket.Period(seller.Client, listing)).GetProperty("depositBounds");
        Assert.Equal((10_000, 2_640_000), (Fen(bounds.GetProperty("min")), Fen(bounds.GetProperty("max"))));
        await seller.Client.Put(path, Chosen(1, 2_640_001)).Refused(409, "INTENT_DEPOSIT_OUT_OF_BOUNDS");
        await seller.Client.Put(path, Chosen(0, 100_000)).Refused(409, "INTENT_DEPOSIT_NOT_TAKEN");
        await seller.Client.Put(path, Chosen(1, 2_640_000)).Ok();
    }

    private static object Chosen(int workingDays, long fen) =>
        new { workingDays, profile = "demo-online-bidding", deposit = PeriodMarket.Fen(fen) };

    private static string EscrowOf(string listing) => "escrow:listing-" + listing["listing:".Length..];

    private static long Fen(JsonElement money) => money.GetProperty("fen").GetInt64();

    private static bool Flag(JsonElement element, string name) => element.GetProperty(name).GetBoolean();

    private static string? State(JsonElement escrow, int index) =>
        escrow.GetProperty("deposits")[index].GetProperty("state").GetString();

    private static async Task<JsonElement> Mine(Seller who, string listing) =>
        (await PeriodMarket.Period(who.Client, listing)).GetProperty("myIntent").GetProperty("deposit");

    private async Task<string> Published(Seller seller)
    {
        var listing = await seller.Draft(await seller.Enter());
        await seller.Client.Put($"/api/listings/{listing}/period", Chosen(1, 100_000)).Ok();
        await seller.Submit(listing).Ok();
        await (await market.Centre(CentreRole.Handler)).Client.HandleListing(listing).Ok();
        await (await market.Centre(CentreRole.Reviewer)).Client.Command($"/api/listings/{listing}/publish").Ok();
        return listing;
    }

    private async Task<JsonElement> Case(string listing) =>
        await (await market.Centre(CentreRole.Supervisor)).Client.Get("/api/escrow/" + EscrowOf(listing)).Ok();

    private async Task Pay(string listing, Seller who, int intent, long fen)
    {
        var cashier = (await market.Centre(CentreRole.Cashier)).Client;
        await TradingMarket.AwaitDepositIn(cashier, EscrowOf(listing), intent);
        await cashier.Command($"/api/escrow/{EscrowOf(listing)}/receipts", new
        {
            bankSerial = TradingMarket.NextSerial(), amount = PeriodMarket.Fen(fen), valueTime = market.Now,
            purpose = "意向保证金", payerName = who.Name, payerAccount = who.Onboarded.Account, enrolment = intent,
        }).Ok();
    }
}
