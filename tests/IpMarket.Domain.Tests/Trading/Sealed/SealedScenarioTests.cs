using CsCheck;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Tests.Trading.Proofs;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.EventFiles;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Testing.Trading;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Sealed;

/// <summary>Sealed first price and Vickrey, from the first sealed bid to the end; each file is found sound.</summary>
public sealed class SealedScenarioTests
{
    private const BiddingProtocol First = BiddingProtocol.SealedFirstPrice;
    private const BiddingProtocol Vickrey = BiddingProtocol.Vickrey;

    [Theory]
    [InlineData(First, null, "a 12000, b 15000, c 13000", 2, 15_000)]
    [InlineData(Vickrey, null, "a 12000, b 15000, c 13000", 2, 13_000)]
    [InlineData(Vickrey, null, "b 15000", 2, 10_000)]
    [InlineData(Vickrey, 14_000L, "a 12000, b 15000", 2, 14_000)]
    [InlineData(Vickrey, 14_000L, "a 14500, b 15000", 2, 14_500)]
    [InlineData(First, 14_000L, "b 14000", 2, 14_000)]
    [InlineData(First, null, "b 15000, a 15000", 2, 15_000)]
    [InlineData(Vickrey, null, "b 15000, a 15000", 2, 15_000)]
    [InlineData(First, null, "b 15000, a 15000, b 15000", 1, 15_000)]
    [InlineData(First, null, "b 15000, a 12000, b 11000", 1, 12_000)]
    [InlineData(Vickrey, null, "a 9999, b 15000", 2, 10_000)]
    public void The_highest_valid_bid_wins_and_pays_as_the_protocol_says(
        BiddingProtocol protocol, long? reserve, string bids, int winner, long yuan)
    {
        using var auction = Handed(protocol, reserve, bids).Opened();
        Assert.Equal((AuctionOutcome.Sold, winner, Money.Cny(yuan * 100)), End(auction));
        Assert.Equal(AnAuction.At("10:12"), auction.Result!.ClosedAt);
        IsSound(auction);
    }

    [Theory]
    [InlineData(null, "", NoSaleCode.NO_BIDS)]
    [InlineData(null, "a 9000", NoSaleCode.NO_VALID_BIDS)]
    [InlineData(14_000L, "a 12000, b 13999", NoSaleCode.RESERVE_NOT_MET)]
    public void Without_a_bid_that_counts_there_is_no_sale(long? reserve, string bids, NoSaleCode why)
    {
        using var auction = Handed(First, reserve, bids).Opened();
        Assert.Equal((AuctionStatus.Closed, why), (auction.State.Status, auction.Result?.NoSale));
        Assert.Null(auction.Result!.Price);
        IsSound(auction);
    }

    [Fact]
    public void What_is_not_opened_in_time_is_void_and_the_rest_decides()
    {
        using var auction = Handed(First, null, "a 12000, b 15000, c 13000");
        Assert.Null(auction.Auction.Turn("10:10"));
        Assert.Equal(AnAuction.At("10:40"), auction.State.NextTurn);
        Assert.Null(auction.Release("10:15", 2, "b"));
        Assert.Null(auction.OpenOwn("10:20", "a"));
        Assert.Equal("TURN_DUE", auction.Release("10:40", 1, "b")?.Code);
        Assert.Null(auction.Auction.Turn("10:45"));
        Assert.Equal((AuctionOutcome.Sold, 1, Money.Cny(1_200_000)), End(auction));
        Assert.Equal(AnAuction.At("10:40"), auction.Result!.ClosedAt);
        Assert.Equal([SealedVoid.Unopened, SealedVoid.Unopened], [Void(auction, 2), Void(auction, 3)]);
        IsSound(auction);
    }

    [Fact]
    public void Until_the_deadline_nothing_can_be_opened_and_after_it_nothing_is_taken()
    {
        using var auction = Handed(First, null, "a 12000");
        Assert.Equal("OPENING_NOT_BEGUN", auction.Release("10:09", 1, "a")?.Code);
        Assert.Equal("OPENING_NOT_BEGUN", auction.OpenOwn("10:09", "a")?.Code);
        Assert.Equal("TURN_DUE", auction.Seal("10:10", "b", 20_000)?.Code);
        Assert.Null(auction.Auction.Turn("10:10"));
        Assert.Equal("ALREADY_CLOSED", auction.Seal("10:11", "b", 20_000)?.Code);
        Assert.Equal("WRONG_STATUS", auction.Auction.Officer("10:11", "x", "suspend")?.Code);
    }

    [Fact]
    public void Only_the_sealed_share_and_the_sealed_key_open_and_each_once()
    {
        using var auction = Handed(First, null, "a 12000, b 15000");
        Assert.Null(auction.Auction.Turn("10:10"));
        Assert.Equal("SHARE_NOT_SEALED_SO", auction.Release("10:11", 1, "a", new string('0', 64))?.Code);
        Assert.Equal("SHARE_NOT_SEALED_SO", auction.Release("10:11", 9, "a", new string('0', 64))?.Code);
        Assert.Equal("UNKNOWN_SEALED_BID", auction.Release("10:11", 1, "c", "")?.Code);
        Assert.Equal("UNKNOWN_SEALED_BID", auction.OpenOwn("10:11", "c", new string('0', 64))?.Code);
        Assert.Equal("KEY_NOT_ITS_OWN", auction.OpenOwn("10:11", "a", new string('0', 64))?.Code);
        Assert.Null(auction.Release("10:12", 1, "a"));
        Assert.Equal("SHARE_RELEASED_BEFORE", auction.Release("10:13", 1, "a")?.Code);
        Assert.Null(auction.OpenOwn("10:14", "a"));
        Assert.Equal("ALREADY_OPENED", auction.Release("10:15", 2, "a")?.Code);
        Assert.Null(auction.OpenOwn("10:16", "b"));
        Assert.Equal("WRONG_STATUS", auction.OpenOwn("10:17", "b")?.Code);
        Assert.Equal((AuctionOutcome.Sold, 2, Money.Cny(1_500_000)), End(auction));
        IsSound(auction);
    }

    [Fact]
    public void A_bid_sealed_for_another_bidder_auction_or_holder_is_not_taken()
    {
        using var auction = Handed(First, null, "a 12000");
        Assert.Equal("ENVELOPE_NOT_BOUND", auction.Hand("10:02", "b", auction.EnvelopeOf("a"))?.Code);
        string[] points = [.. auction.Terms.Sealed!.Holders.Select(holder => holder.Key)];
        foreach (var (stream, threshold, keys) in new[]
                 {
                     ("auction:other", 2, points), ("auction:test", 3, points), ("auction:test", 2, points[..2]),
                     ("auction:test", 2, [points[1], points[0], points[2]]),
                 })
        {
            var (envelope, _) = SealedBids.Seal(stream, 2, 1_500_000, threshold, keys);
            Assert.Equal("ENVELOPE_NOT_BOUND", auction.Hand("10:02", "b", envelope)?.Code);
        }

        Assert.Equal("ENVELOPE_MALFORMED", auction.Hand("10:02", "b", "{}")?.Code);
        Assert.Equal("ENVELOPE_MALFORMED", auction.Hand("10:02", "b", auction.EnvelopeOf("a") + " ")?.Code);
    }

    [Fact]
    public void A_bid_may_be_replaced_so_many_times_and_no_more()
    {
        using var auction = new ASealedAuction(First);
        for (var i = 0; i < Limits.SealingsPerBidderMax; i++) Assert.Null(auction.Seal("10:01", "a", 11_000 + i));
        Assert.Equal("SEALED_TOO_OFTEN", auction.Seal("10:02", "a", 12_000)?.Code);
        Assert.Equal(1, auction.State.Bids);
        Assert.Null(auction.Seal("10:02", "b", 11_000));
        Assert.Equal((AuctionOutcome.Sold, 1, Money.Cny(1_101_900)), End(auction.Opened()));
    }

    [Fact]
    public void No_open_bid_maximum_or_match_is_taken_and_no_sealed_one_in_an_open_auction()
    {
        using var auction = new ASealedAuction(First);
        Assert.Equal("ANOTHER_PROTOCOL", auction.Auction.Bid("10:01", "a", 12_000)?.Code);
        Assert.Equal("ANOTHER_PROTOCOL", auction.Auction.Proxy("10:01", "a", 12_000)?.Code);
        Assert.Equal("ANOTHER_PROTOCOL", auction.Auction.Match("10:01", "a", 12_000)?.Code);
        var english = new AnAuction().Open();
        var (envelope, _) = SealedBids.Seal("auction:test", 1, 1_500_000, 2, [.. auction.Terms.Sealed!.Holders.Select(h => h.Key)]);
        Assert.Equal("NOT_SEALED", english.Do("10:01", "a", (s, m) => SealedDecider.Decide(
            s, new SealBid(envelope, "auction:test", new BidFacts(true, false)), m))?.Code);
    }

    [Fact]
    public void The_public_record_shows_a_digest_until_a_bid_is_opened()
    {
        using var auction = Handed(First, null, "a 12000, b 15000");
        Assert.Null(auction.Auction.Turn("10:10"));
        Assert.Null(auction.OpenOwn("10:11", "a"));
        var text = auction.PublicText();
        Assert.Contains(SealedEnvelope.DigestOf(auction.EnvelopeOf("b")), text, StringComparison.Ordinal);
        Assert.Contains(SealedEnvelope.Read(auction.EnvelopeOf("a"))!.Box, text, StringComparison.Ordinal);
        Assert.DoesNotContain(SealedEnvelope.Read(auction.EnvelopeOf("b"))!.Box, text, StringComparison.Ordinal);
        Assert.DoesNotContain("1500000", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outage_at_the_deadline_gives_the_window_back()
    {
        using var auction = Handed(First, null, "a 12000");
        Assert.Null(auction.Auction.Turn("10:30", new Silence(AnAuction.At("10:08"), AnAuction.At("10:29"))));
        Assert.Equal((AuctionStatus.Open, AnAuction.At("10:35")), (auction.State.Status, auction.State.ClosesAt));
        Assert.Null(auction.Seal("10:34", "b", 15_000));
        Assert.Null(auction.Auction.Turn("10:35"));
        Assert.Null(auction.OpenOwn("10:36", "b"));
        Assert.Null(auction.OpenOwn("10:37", "a"));
        Assert.Equal((AuctionOutcome.Sold, 2, Money.Cny(1_500_000)), End(auction));
        IsSound(auction);
    }

    /// <summary>Against a reference that looks for the best by going through all, again and again.</summary>
    [Fact]
    public void Winner_and_price_of_random_bids_are_those_of_a_naive_count() => Gen.Select(
        Gen.Long[1, 12].Array[0, 8], Gen.Long[0, 12], Gen.Bool).Sample(
        each =>
        {
            var (amounts, reserve, isVickrey) = each;
            var terms = new AnAuction().Terms with
            {
                StartPrice = Money.Cny(1),
                Reserve = reserve == 0 ? null : Money.Cny(reserve),
                Protocol = isVickrey ? Vickrey : First,
            };
            var bids = amounts.Select((fen, i) => new SealedOffer(i + 1, Money.Cny(fen), i + 1)).Reverse();
            var (winner, price, noSale) = SealedResult.Of(terms, amounts.Length, bids);
            var best = -1;
            for (var i = 0; i < amounts.Length; i++)
                if (best < 0 || amounts[i] > amounts[best]) best = i;
            if (best < 0 || amounts[best] < reserve) return winner is null && price is null && noSale is not null;
            var second = Math.Max(1, reserve);
            for (var i = 0; i < amounts.Length; i++)
                if (i != best && amounts[i] > second) second = amounts[i];
            return winner == best + 1 && noSale is null
                && price == Money.Cny(isVickrey ? second : amounts[best]);
        },
        iter: 30_000);

    private static ASealedAuction Handed(BiddingProtocol protocol, long? reserve, string bids)
    {
        var auction = new ASealedAuction(protocol, reserve);
        foreach (var bid in bids.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (who, yuan) = (bid[..1], long.Parse(bid[2..], System.Globalization.CultureInfo.InvariantCulture));
            Assert.Null(auction.Seal("10:01", who, yuan));
        }

        return auction;
    }

    private static (AuctionOutcome, int, Money) End(ASealedAuction auction) =>
        (auction.Result!.Outcome, auction.Result.Winner ?? 0, auction.Result.Price ?? Money.Zero);

    private static SealedVoid? Void(ASealedAuction auction, int bidder) => auction.State.SealedBids[bidder].Void;

    private static void IsSound(ASealedAuction auction)
    {
        var found = Exported.Verify(auction.Auction.Records);
        Assert.True(found.Result == EventFileResult.Sound, $"{found.Version} {found.Field}: {found.Why}");
        Assert.Equal(auction.Result!.Price, found.Summary!.Price);
        Assert.Equal(EventFileResult.Sound, Exported.Verify(auction.Auction.Records, disclosed: true).Result);
    }
}
