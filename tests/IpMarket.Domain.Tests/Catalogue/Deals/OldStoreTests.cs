using System.Text.Json;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Deals;

/// <summary>What was stored before deals were agreed upon means what it meant.</summary>
public sealed class OldStoreTests
{
    [Theory]
    [InlineData(0, PeriodPhase.SellersChoice)]
    [InlineData(1, PeriodPhase.ContractDue)]
    [InlineData(2, PeriodPhase.AuctionDue)]
    public void A_period_that_ended_leads_where_its_number_of_intents_led(int intents, PeriodPhase phase)
    {
        var ended = Read<ListingPeriodEnded>(
            $$"""{"endedAt":"2026-03-10T09:00:00Z","intents":{{intents}},"contractBy":null}""");
        Assert.Equal(phase, ended.Next);
    }

    [Fact]
    public void A_contract_that_failed_gave_the_choice_back() => Assert.Equal(
        PeriodPhase.SellersChoice,
        Read<ListingContractFailed>("""{"intent":1,"reason":"放弃","step":null}""").Next);

    [Fact]
    public void A_contract_holds_its_price_and_no_terms_of_another_form()
    {
        var contracted = Read<ListingContracted>(
            """
            {"patent":"patent:a","reservation":"6f0b6c1e-8f1a-4d6f-9a51-0a8f8f3d7c11","intent":1,"buyer":"party:a",
            "price":{"fen":100,"currency":"CNY"},"concludedOn":"2026-03-11","step":null}
            """);
        Assert.Equal((100, null), (contracted.Price.Fen, contracted.Agreed));
        Assert.Empty(contracted.Further);
    }

    [Fact]
    public void An_intent_without_words_is_live_and_a_period_without_deals_has_none()
    {
        var period = Read<ListingPeriod>(
            """
            {"phase":"Running","notice":1,"endsAt":"2026-03-10T09:00:00Z","intents":[{"number":1,"party":"party:a",
            "user":"user:a","price":{"fen":100,"currency":"CNY"},"filedAt":"2026-03-04T00:00:00Z","notice":1,
            "filings":1,"isWithdrawn":false,"hasFailed":false}],"intentsFiled":1}
            """);
        Assert.Empty(period.Deals);
        var intent = Assert.Single(period.Standing);
        Assert.Equal((true, null), (intent.IsLive, intent.Proposal));
    }

    [Fact]
    public void Rules_that_say_nothing_of_bidding_ask_it_of_nobody()
    {
        var rules = ListingPeriodRules.Default;
        var text = JsonSerializer.SerializeToNode(rules, EventCodec.Options)!.AsObject();
        Assert.True(text.Remove("bidding"));
        using var file = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(text, EventCodec.Options));
        Assert.Empty(ListingPeriodRules.Read(file).Bidding);
    }

    private static TStored Read<TStored>(string text) =>
        JsonSerializer.Deserialize<TStored>(text, EventCodec.Options)!;
}
