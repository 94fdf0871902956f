using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Descending;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Descending;

/// <summary>A descending auction from its opening to its result.</summary>
public sealed class DutchScenarioTests
{
    [Fact]
    public void The_first_to_take_the_price_shown_wins_at_it_and_the_auction_is_over()
    {
        var auction = ADescent.Open();
        Assert.Null(auction.Take("10:05:59.999999", "b", 9_000));
        var closed = auction.State.Result!;
        Assert.Equal(AuctionStatus.Closed, auction.State.Status);
        Assert.Equal(
            (AuctionOutcome.Sold, (int?)2, (Money?)Money.Cny(900_000), 1L, 0),
            (closed.Outcome, closed.Winner, closed.Price, closed.Bids, closed.Extensions));
        Assert.Equal(AnAuction.At("10:05:59.999999"), closed.ClosedAt);
        Assert.Equal(closed.ClosedAt, auction.State.ClosesAt);
        Assert.Equal("party:b", closed.WinnerParty);
        Assert.Equal(auction.Records[^2].CommandId, auction.Records[^1].CommandId);
        Assert.Equal("ALREADY_CLOSED", auction.Take("10:05:59.999999", "a", 9_000)?.Code);
        Assert.Equal("NOT_DUE", auction.Turn("10:20")?.Code);
    }

    // Market-practice 4.3: a late step carries its number, and a mismatch is refused.
    [Theory]
    [InlineData("10:00", 10_000, null)]
    [InlineData("10:01:59.999999", 10_000, null)]
    [InlineData("10:02", 10_000, 9_500)]
    [InlineData("10:02", 9_500, null)]
    [InlineData("10:02", 9_000, 9_500)]
    [InlineData("10:05", 12_000, 9_000)]
    [InlineData("10:12", 7_000, null)]
    [InlineData("10:13:59.999999", 7_000, null)]
    [InlineData("10:13", 6_999, 7_000)]
    public void A_price_that_is_not_the_clocks_is_refused_with_the_one_that_is(string time, long yuan, int? shown)
    {
        var refusal = ADescent.Open().Take(time, "a", yuan);
        Assert.Equal(shown is null ? null : "PRICE_MOVED", refusal?.Code);
        if (shown is { } now) Assert.Equal(Money.Cny(now * 100L), refusal!.Figures["price"].Amount);
    }

    [Fact]
    public void Nobody_takes_it_and_it_is_not_sold()
    {
        var auction = ADescent.Open();
        Assert.Equal("TURN_DUE", auction.Take("10:14", "a", 7_000)?.Code);
        Assert.Null(auction.Turn("10:14"));
        Assert.Equal((AuctionOutcome.NoSale, (NoSaleCode?)NoSaleCode.NO_BIDS),
            (auction.State.Result!.Outcome, auction.State.Result.NoSale));
        Assert.Equal(AnAuction.At("10:14"), auction.State.Result.ClosedAt);
    }

    [Fact]
    public void A_suspension_stops_the_clock_and_a_resumption_goes_on_from_there()
    {
        var auction = ADescent.Open();
        Assert.Null(auction.Officer("10:03", "x", "suspend"));
        Assert.Equal("SUSPENDED", auction.Take("10:30", "a", 9_500)?.Code);
        Assert.Equal(Money.Cny(950_000), auction.State.ClockPriceAt(AnAuction.At("10:50")));
        Assert.Null(auction.Officer("11:00", "x", "resume"));
        Assert.Equal(AnAuction.At("11:11"), auction.State.ClosesAt);
        Assert.Equal("PRICE_MOVED", auction.Take("11:00:59.999999", "a", 9_000)?.Code);
        Assert.Null(auction.Take("11:01", "a", 9_000));
    }

    [Fact]
    public void An_outage_while_the_floor_stood_gives_the_floor_its_whole_interval_again()
    {
        var auction = ADescent.Open();
        Assert.Null(auction.Turn("11:00", new Silence(AnAuction.At("10:13"), AnAuction.At("10:59"))));
        Assert.Equal(AuctionStatus.Open, auction.State.Status);
        Assert.Equal(AnAuction.At("11:02"), auction.State.ClosesAt);
        Assert.Null(auction.Take("11:01", "a", 7_000));
        var before = ADescent.Open();
        Assert.Null(before.Turn("11:00", new Silence(AnAuction.At("10:05"), AnAuction.At("10:11"))));
        Assert.Equal(AuctionStatus.Closed, before.State.Status);
    }

    [Fact]
    public void Whoever_may_not_bid_may_not_take_and_no_other_kind_of_bid_is_taken()
    {
        var auction = ADescent.Open();
        Assert.Equal("NOT_ADMITTED", auction.Take("10:01", "z", 10_000)?.Code);
        Assert.Equal("CENTRE_PERSON", Take(auction, new BidFacts(true, true))?.Code);
        Assert.Equal("PARTY_NOT_VERIFIED", Take(auction, new BidFacts(false, false))?.Code);
        Assert.Equal("BIDDER_BARRED", Take(auction, new BidFacts(true, false, true))?.Code);
        Assert.Equal("LOT_CLOSED_TO_BIDDER", Take(auction, new BidFacts(true, false) { IsLotClosed = true })?.Code);
        Assert.Equal("ANOTHER_PROTOCOL", auction.Bid("10:01", "a", 10_000)?.Code);
        Assert.Equal("ANOTHER_PROTOCOL", auction.Proxy("10:01", "a", 10_000)?.Code);
        Assert.Equal("ANOTHER_PROTOCOL", auction.Match("10:01", "a", 10_000)?.Code);
        Assert.Equal("ANOTHER_PROTOCOL", new AnAuction().Open().Take("10:01", "a", 10_000)?.Code);
        Assert.Equal("NOT_OPEN_YET", ADescent.Of(ADescent.Terms).Announced().Take("9:59", "a", 10_000)?.Code);
    }

    /// <summary>P9: the gate runs again at the close, which a taken price is.</summary>
    [Fact]
    public void What_the_gate_stops_is_not_sold()
    {
        var auction = ADescent.Open();
        var halt = Refusal.Of(AuctionRefusal.ListingNotPublished);
        Assert.Equal("LISTING_NOT_PUBLISHED", auction.Take("10:01", "a", 10_000, halt)?.Code);
        Assert.Equal(AuctionStatus.Open, auction.State.Status);
    }

    [Fact]
    public void An_officer_calls_it_off_while_nobody_took_it()
    {
        var auction = ADescent.Open();
        Assert.Null(auction.Officer("10:05", "x", "cancel"));
        var sold = ADescent.Open();
        Assert.Null(sold.Take("10:01", "a", 10_000));
        Assert.Equal("WRONG_STATUS", sold.Officer("10:05", "x", "cancel")?.Code);
    }

    private static Refusal? Take(AnAuction auction, BidFacts facts) => auction.Do(
        "10:01", "a", (s, m) => TakeDecider.Decide(s, new TakePrice(Money.Cny(1_000_000), facts), m));
}
