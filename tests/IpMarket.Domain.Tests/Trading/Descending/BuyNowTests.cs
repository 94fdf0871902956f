using IpMarket.Domain.Kernel;
using IpMarket.Domain.Tests.Trading.RuleProfiles;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.RuleProfiles;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Descending;

/// <summary>一口价 before the first bid of rising bids: start ¥10,000, buy-now ¥15,000.</summary>
public sealed class BuyNowTests
{
    public static AuctionTerms Terms { get; } = new AnAuction().Terms with
    {
        BuyNow = Money.Cny(1_500_000), TakesProxies = true,
    };

    [Fact]
    public void Whoever_takes_it_first_while_nobody_bid_has_bought_and_the_auction_is_over()
    {
        var auction = new AnAuction { Terms = Terms }.Open();
        Assert.Equal("PRICE_MOVED", auction.Take("10:01", "a", 14_999)?.Code);
        Assert.Equal("NOT_ADMITTED", auction.Take("10:01", "z", 15_000)?.Code);
        Assert.Null(auction.Take("10:01", "b", 15_000));
        var closed = auction.State.Result!;
        Assert.Equal((AuctionOutcome.Sold, (int?)2, (Money?)Money.Cny(1_500_000), 1L),
            (closed.Outcome, closed.Winner, closed.Price, closed.Bids));
        Assert.Equal(AnAuction.At("10:01"), closed.ClosedAt);
        Assert.Equal("ALREADY_CLOSED", auction.Take("10:01", "a", 15_000)?.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_first_bid_or_maximum_ends_it(bool isMaximum)
    {
        var auction = new AnAuction { Terms = Terms }.Open();
        Assert.Null(isMaximum ? auction.Proxy("10:01", "a", 16_000) : auction.Bid("10:01", "a", 10_000));
        Assert.Equal("BUY_NOW_GONE", auction.Take("10:02", "b", 15_000)?.Code);
        Assert.Null(auction.Bid("10:02", "b", 17_000));
        Assert.Equal(AuctionStatus.Open, auction.State.Status);
    }

    [Theory]
    [InlineData(10_000_00L, null, false, "BUY_NOW_TOO_LOW")]
    [InlineData(10_000_01L, null, false, null)]
    [InlineData(11_999_99L, 12_000_00L, false, "BUY_NOW_TOO_LOW")]
    [InlineData(12_000_00L, 12_000_00L, false, null)]
    [InlineData(Limits.AmountFenMax, null, false, null)]
    [InlineData(Limits.AmountFenMax + 1, null, false, "BUY_NOW_TOO_HIGH")]
    [InlineData(15_000_00L, null, true, "BUY_NOW_WITH_PREEMPTION")]
    public void It_is_above_the_start_at_least_the_reserve_and_leaves_nobody_without_his_right(
        long fen, long? reserve, bool ranks, string? refused)
    {
        var draft = ADraft.Of("online-bidding");
        Assert.Equal(refused, (draft with
        {
            Terms = draft.Terms with
            {
                BuyNow = Money.Cny(fen), HasPreemption = ranks, Reserve = reserve is { } least ? Money.Cny(least) : null,
            },
        }).Announce()?.Code);
    }

    [Theory]
    [InlineData("judicial-online", "第十九条")]
    [InlineData("auction-law", "《拍卖法》")]
    [InlineData("state-assets", "待核实")]
    [InlineData("pledge-realisation", "本中心规则")]
    public void Where_the_rule_does_not_name_it_it_is_refused_with_its_source(string code, string source)
    {
        var draft = ADraft.Of(code);
        var refusal = (draft with { Terms = draft.Terms with { BuyNow = Money.Cny(1_500_000) } })
            .Announce(isOnlyDrafted: true);
        Assert.Equal("OPTION_NOT_ALLOWED", refusal?.Code);
        Assert.Contains(source, refusal!.Figures["source"].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BiddingProtocol.Dutch)]
    [InlineData(BiddingProtocol.SealedFirstPrice)]
    [InlineData(BiddingProtocol.Vickrey)]
    public void Other_protocols_have_none(BiddingProtocol protocol) => Assert.Equal(
        "NOT_IN_PROTOCOL",
        Proposed(protocol == BiddingProtocol.Dutch
            ? ADescent.Terms
            : Terms with { Protocol = protocol, Step = Money.Zero, TakesProxies = false }));

    private static string? Proposed(AuctionTerms terms) => new AnAuction().Do("8:00", "seller", (s, m) =>
        AuctionDecider.Decide(
            s,
            new ProposeAuction(
                "listing:1", terms with { BuyNow = Money.Cny(1_500_000) }, AnAuction.Facts(null!).Listing),
            m))?.Code;
}
