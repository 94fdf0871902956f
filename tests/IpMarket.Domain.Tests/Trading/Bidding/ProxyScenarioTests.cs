using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Tests.Trading.Proofs;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.EventFiles;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Bidding;

/// <summary>Start ¥10,000, step ¥500. One line a step: who, what, yuan → what is then true: leader, price.</summary>
public sealed class ProxyScenarioTests
{
    [Theory]
    [InlineData("a max 15000=1@10000")] // a first maximum bids the start
    [InlineData("a max 15000=1@10000 b bid 12000=1@12500")] // an open bid is answered one step above
    [InlineData("a max 15000=1@10000 b bid 15000=1@15000 b bid 15500=2@15500")] // equal: the earlier maximum leads
    [InlineData("a max 15000=1@10000 b bid 14800=1@15000")] // the answer stops at the maximum
    [InlineData("a max 15000=1@10000 b max 20000=2@15500")] // the second maximum and a step
    [InlineData("a max 15000=1@10000 b max 15200=2@15200")] // at most the leader's maximum
    [InlineData("a max 15000=1@10000 b max 12000=1@12500")] // a lower one is used up at once
    [InlineData("a max 15000=1@10000 a max 30000=1@10000 b bid 16000=1@16500")] // an own raise moves nothing
    [InlineData("a max 15000=1@10000 a max 11000=1@10000 b bid 12000=2@12000")] // lowered
    [InlineData("a max 15000=1@10000 a max 9999!BELOW_REACHED")]
    [InlineData("a max 15000=1@10000 a end=1@10000 b bid 10500=2@10500")] // left: what was reached stays
    [InlineData("a end!NO_PROXY a bid 10000=1@10000 a end!NO_PROXY")]
    [InlineData("a bid 10000=1@10000 b max 10499!BELOW_NEXT_MINIMUM b max 13000=2@10500 a max 12999=2@13000")]
    [InlineData("a max 15000=1@10000 a bid 11000=1@11000 b bid 11500=1@12000")] // an own open bid keeps the maximum
    public void Maxima_are_resolved_at_once(string story) => Play(new AnAuction { Terms = Terms() }.Open(), story);

    [Theory]
    [InlineData("a max 12000=1@10000 b max 13000=2@12500", 13_500)] // no maximum reaches the reserve
    [InlineData("a max 13500=1@13500", 13_500)] // a first one that does bids it
    [InlineData("a max 12000=1@10000 b max 20000=2@13500 a bid 14000=2@14500", 13_500)]
    [InlineData("a max 12000=1@10000 a max 13500=1@13500 a max 20000=1@13500", 13_500)] // the one own raise that moves
    [InlineData("a bid 10000=1@10000 a max 13499=1@10000", 13_500)]
    public void A_maximum_that_reaches_the_public_reserve_bids_it(string story, long reserve) => Play(
        new AnAuction { Terms = Terms() with { Reserve = Money.Cny(reserve * 100) } }.Open(), story);

    [Fact]
    public void Only_acts_that_move_the_price_extend_and_an_answer_does_not_extend_again()
    {
        var auction = new AnAuction { Terms = Terms() }.Open();
        auction.Proxy("10:01", "a", 15_000);
        auction.Proxy("10:09", "a", 18_000);
        auction.Proxy("10:09", "a", null);
        auction.Proxy("10:09", "a", 16_000);
        Assert.Equal((0, AnAuction.At("10:10")), (auction.State.Extensions, auction.State.ClosesAt));
        auction.Bid("10:09", "b", 12_000);
        Assert.Equal((1, AnAuction.At("10:14")), (auction.State.Extensions, auction.State.ClosesAt));
        Assert.Equal("BELOW_NEXT_MINIMUM", auction.Proxy("10:13", "b", 12_400)!.Code);
        Assert.Equal(1, auction.State.Extensions);
        auction.Proxy("10:13", "b", 13_000);
        auction.Turn("10:30");
        Assert.Equal((2, 1, Money.Cny(1_350_000)),
            (auction.State.Result!.Extensions, auction.State.Result.Winner, auction.State.Result.Price));
    }

    [Fact]
    public void Whoever_may_not_bid_may_not_set_a_maximum_and_terms_may_take_none()
    {
        var auction = new AnAuction { Terms = Terms() }.Open();
        Assert.Equal("NOT_ADMITTED", auction.Proxy("10:01", "x", 20_000)!.Code);
        Assert.Equal("CENTRE_PERSON", auction.Do("10:01", "a", (s, m) => AuctionDecider.Decide(
            s, new SetProxy(Money.Cny(2_000_000), new BidFacts(true, true)), m))!.Code);
        Assert.Equal("ABOVE_MAXIMUM", auction.Proxy("10:01", "a", Limits.AmountFenMax)!.Code);
        Assert.Equal("ALREADY_CLOSED", Closed(auction).Proxy("11:00", "a", 20_000)!.Code);
        var without = new AnAuction { Terms = Terms() with { TakesProxies = false } }.Open();
        Assert.Equal("PROXIES_NOT_TAKEN", without.Proxy("10:01", "a", 20_000)!.Code);
    }

    /// <summary>I13: what a maximum holds beyond what it reached stands in the secret part only.</summary>
    [Fact]
    public void A_maximum_stands_in_no_public_part_before_it_is_used_up()
    {
        var auction = new AnAuction { Terms = Terms() }.Open();
        auction.Proxy("10:01", "a", 17_654);
        auction.Proxy("10:01", "a", 18_765);
        auction.Bid("10:02", "b", 11_000);
        var told = string.Join('\n', auction.Records.Select(r => EventCodec.Encode(r.Event, r.Actor).Public));
        Assert.DoesNotContain("1765400", told, StringComparison.Ordinal);
        Assert.DoesNotContain("1876500", told, StringComparison.Ordinal);
        Assert.Contains("1765400", Exported.EventFile(auction.Records, disclosed: true), StringComparison.Ordinal);
        Assert.Equal("{}", EventCodec.Encode(auction.Records[^2].Event, auction.Records[^2].Actor).Public);
        Assert.Equal(Money.Cny(1_876_500), auction.State.Proxies[1].Maximum);
    }

    [Fact]
    public void The_offline_check_follows_prices_extensions_and_winner_and_says_what_it_cannot()
    {
        var auction = BiddingHistories.Fought();
        foreach (var disclosed in new[] { false, true })
        {
            var finding = Exported.Verify(auction.Records, disclosed);
            Assert.True(finding.Result == EventFileResult.Sound, EventFileVerifier.Describe(finding));
            Assert.Equal(disclosed ? 0 : 3, finding.Summary!.UndisclosedMaxima);
            Assert.Equal(
                !disclosed, EventFileVerifier.Describe(finding).Contains("disclosed", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("price raised", "public.amount")]
    [InlineData("answer raised", "public.answer")]
    [InlineData("answer by another", "public.answer")]
    [InlineData("winner of a tie", "public.answer")]
    [InlineData("leader's own raise", "public.amount")]
    [InlineData("maximum below its price", "secret.maximum")]
    [InlineData("price short of the maximum", "secret.maximum")]
    [InlineData("less than a tier's step", "public.amount")]
    [InlineData("match without a rank", "public.bidder")]
    [InlineData("match of another price", "public.amount")]
    [InlineData("rank after the opening", "type")]
    public void A_rewritten_resolution_is_found_by_the_rule(string change, string field)
    {
        var (records, disclosed) = BiddingHistories.Changed(change);
        var finding = Exported.Verify(records, disclosed);
        Assert.Equal((EventFileResult.Broken, field), (finding.Result, finding.Field));
    }

    private static AnAuction Closed(AnAuction auction)
    {
        auction.Turn("10:50");
        return auction;
    }

    private static AuctionTerms Terms() => new AnAuction().Terms with { TakesProxies = true, HasPreemption = true };

    internal static void Play(AnAuction auction, string story)
    {
        foreach (var (step, place) in story.Split(' ').Aggregate(new List<string>(), Join).Select((s, i) => (s, i)))
        {
            var refused = step.Contains('!', StringComparison.Ordinal);
            var (act, answer) = (step.Split('=', '!')[0].Split(' '), step.Split('=', '!')[1]);
            var amount = act.Length > 2 ? long.Parse(act[2]) : 0;
            var refusal = act[1] switch
            {
                "max" => auction.Proxy("10:01", act[0], amount),
                "bid" => auction.Bid("10:01", act[0], amount),
                "match" => auction.Match("10:01", act[0], amount),
                _ => auction.Proxy("10:01", act[0], null),
            };
            var said = refused ? refusal?.Code
                : refusal?.Code ?? $"{auction.State.Leader!.Bidder}@{auction.State.Leader.Amount.Fen / 100}";
            Assert.Equal($"{place}: {answer}", $"{place}: {said}");
        }

        // Words until one with an answer make a step.
        static List<string> Join(List<string> steps, string word)
        {
            if (steps.Count == 0 || steps[^1].Contains('=', StringComparison.Ordinal)
                || steps[^1].Contains('!', StringComparison.Ordinal)) steps.Add(word);
            else steps[^1] += " " + word;
            return steps;
        }
    }
}
