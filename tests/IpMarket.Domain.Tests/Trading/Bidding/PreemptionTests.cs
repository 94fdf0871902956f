using CsCheck;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Tests.Trading.Proofs;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.EventFiles;
using IpMarket.Domain.Trading.Papers;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Bidding;

/// <summary>优先购买权, from 法释〔2016〕18号 19, 21 and P23: equal price wins by rank, then time.</summary>
public sealed class PreemptionTests
{
    // Ranks of a, b, c; then the steps: who, what, yuan = leader@price or ! refusal.
    [Theory]
    [InlineData("010", "a bid 10000=1@10000 b match 10000=2@10000 a bid 10500=1@10500 b match 10500=2@10500")]
    [InlineData("010", "a bid 10000=1@10000 c match 10000!NO_PREEMPTION a match 10000!NO_PREEMPTION")]
    [InlineData("010", "b match 10000!NOTHING_TO_MATCH a bid 10000=1@10000 b match 9999!PRICE_MOVED")]
    [InlineData("012", "a bid 10000=1@10000 c match 10000=3@10000 b match 10000=2@10000 c match 10000!NOT_OUTRANKING")]
    [InlineData("011", "a bid 10000=1@10000 c match 10000=3@10000 b match 10000!NOT_OUTRANKING")]
    [InlineData("010", "b bid 10000=2@10000 b match 10000!NOT_OUTRANKING")]
    [InlineData("010", "a max 11000=1@10000 b match 10000=1@10500 b match 10500=1@11000 b match 11000=2@11000")]
    [InlineData("010", "a max 11000=1@10000 b max 11000=2@11000")] // equal maxima: the rank before the time
    [InlineData("010", "a max 11000=1@10000 b bid 11000=2@11000")] // an equal bid too
    public void A_holder_takes_the_same_price_by_rank_then_time(string ranks, string story) =>
        ProxyScenarioTests.Play(Ranked(ranks), story);

    [Fact]
    public void A_match_in_the_window_extends_so_that_the_others_have_its_time_to_answer()
    {
        var auction = Ranked("010");
        auction.Bid("10:09", "a", 10_000);
        auction.Match("10:13", "b", 10_000);
        Assert.Equal(AnAuction.At("10:18"), auction.State.ClosesAt);
        auction.Turn("10:20");
        var closed = auction.State.Result!;
        Assert.Equal((2, 1, Money.Cny(1_000_000)), (closed.Winner, closed.WinnerRank, closed.Price));
        Assert.Equal("（优先购买权人，第 1 顺位）", PaperWords.Right(closed));
        var match = (IMovesPrice)auction.Records.Last(r => r.Event is PriceMatched).Event;
        Assert.Equal("优先购买权人同价", PaperWords.BidNote(match));
        var finding = Exported.Verify(auction.Records);
        Assert.True(finding.Result == EventFileResult.Sound, EventFileVerifier.Describe(finding));
    }

    [Fact]
    public void A_rank_is_recorded_by_a_handler_before_it_can_be_used()
    {
        var auction = new AnAuction { Terms = Terms() }.Announced();
        Assert.Null(auction.Right("9:30", 2, 1));
        Assert.Equal("UNKNOWN_ENROLMENT", auction.Right("9:30", 9, 1)!.Code);
        Assert.Equal("RANK_OUT_OF_BOUNDS", auction.Right("9:30", 2, 100)!.Code);
        Assert.Equal("REASON_MISSING", auction.Right("9:30", 2, 1, reason: " ")!.Code);
        Assert.Equal("EVIDENCE_MISSING", auction.Right("9:30", 2, 1, paper: " ")!.Code);
        Assert.Equal("NOT_A_HANDLER", auction.Do("9:30", "x", (s, m) => AuctionDecider.Decide(
            s, new RecordPreemption(2, 1, PreemptionSource.Law, "r", "p"), m))!.Code);
        Assert.Null(auction.Right("9:40", 3, 2));
        Assert.Null(auction.Right("9:41", 3, 0));
        Assert.Equal((1, 0), (auction.State.RankOf(2), auction.State.RankOf(3)));
        auction.Open();
        Assert.Equal("ENROLMENT_DECIDED", auction.Right("10:01", 3, 1)!.Code);
        var late = Assert.IsType<EnrolmentRequested>(Enrol(auction, "d"));
        Assert.Null(auction.Right("10:02", late.Enrolment, 2));
        auction.Do("10:03", "house", (s, m) => AuctionDecider.Decide(
            s, new AdmitBidder(late.Enrolment, AnAuction.Bidder("d")), m));
        Assert.Equal(2, auction.State.RankOf(4));
        var without = new AnAuction().Announced();
        Assert.Equal("PREEMPTION_NOT_TAKEN", without.Right("9:30", 2, 1)!.Code);
    }

    /// <summary>Against the reference below: any ranks, open bids and matches in any order.</summary>
    [Fact]
    public void Ten_thousand_histories_agree_with_the_reference() => Gen
        .Select(Gen.Int[0, 2].Array[3], Gen.Select(Gen.Int[0, 2], Gen.Bool).Array[1, 12])
        .Sample(
            (ranks, acts) =>
            {
                var auction = Ranked(string.Concat(ranks));
                var done = new List<(int Who, long Yuan, bool IsMatch)>();
                foreach (var (who, isMatch) in acts)
                {
                    var yuan = isMatch
                        ? (auction.State.Leader?.Amount.Fen ?? 0) / 100
                        : auction.State.NextMinimum.Fen / 100;
                    var name = "abc"[who].ToString();
                    var isTaken = (isMatch ? auction.Match("10:01", name, yuan) : auction.Bid("10:01", name, yuan)) is null;
                    if (isTaken || isMatch) done.Add((who + 1, yuan, isMatch));
                    Assert.Equal(isMatch && !isTaken ? Reference(ranks, done[..^1]) : Reference(ranks, done),
                        auction.State.Leader?.Bidder ?? 0);
                    if (!isTaken && isMatch) done.RemoveAt(done.Count - 1);
                }
            },
            iter: 10_000);

    /// <summary>The winner: of the highest amount the best rank (0 = worst), of one rank the earliest.</summary>
    private static int Reference(int[] ranks, List<(int Who, long Yuan, bool IsMatch)> acts)
    {
        var winner = 0;
        var highest = 0L;
        foreach (var (_, yuan, _) in acts) highest = Math.Max(highest, yuan);
        foreach (var (who, yuan, _) in acts)
        {
            if (yuan < highest) continue;
            if (winner == 0) winner = who;
            var (rank, best) = (ranks[who - 1], ranks[winner - 1]);
            if (rank == 0) rank = int.MaxValue;
            if (best == 0) best = int.MaxValue;
            if (rank < best) winner = who;
        }

        return winner;
    }

    private static AnAuction Ranked(string ranks)
    {
        var auction = new AnAuction { Terms = Terms() }.Announced();
        for (var i = 0; i < ranks.Length; i++)
            if (ranks[i] != '0') Assert.Null(auction.Right("9:30", i + 1, ranks[i] - '0'));
        return auction.Open();
    }

    private static Domain.Kernel.IEvent Enrol(AnAuction auction, string name)
    {
        auction.Do("10:01", name, (s, m) => AuctionDecider.Decide(s, new RequestEnrolment(AnAuction.Bidder(name)), m));
        return auction.Records[^1].Event;
    }

    private static AuctionTerms Terms() => new AnAuction().Terms with { TakesProxies = true, HasPreemption = true };
}
