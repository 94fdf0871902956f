using CsCheck;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using Xunit;

namespace IpMarket.Domain.Tests.Trading;

/// <summary>Random histories against a naive model: invariants I3, I4 and I5.</summary>
public class AuctionPropertyTests
{
    private const int Histories = 20_000;

    // Microseconds since the step before: often none, sometimes the window's edge, sometimes long.
    private static readonly Gen<long> Pause = Gen.Frequency(
        (3, Gen.Const(0L)),
        (3, Gen.Long[0, 60_000_000]),
        (1, Gen.Long[0, 400_000_000]),
        (2, Gen.OneOf(Gen.Const(299_999_999L), Gen.Const(300_000_000L), Gen.Const(300_000_001L))));

    private static readonly Gen<(int Kind, int Who, long Above, long Pause)> Step =
        Gen.Select(Gen.Int[0, 19], Gen.Int[0, 2], Gen.Long[-60_000, 200_000], Pause);

    private static readonly Gen<(long Reserve, (int Kind, int Who, long Above, long Pause)[] Steps)> History =
        Gen.Select(Gen.OneOf(Gen.Const(0L), Gen.Long[1_000_000, 1_400_000]), Step.Array[1, 25]);

    [Fact]
    public void Twenty_thousand_random_histories_agree_with_a_naive_model() => History.Sample(
        history =>
        {
            var terms = new AnAuction().Terms with
            {
                Reserve = history.Reserve == 0 ? null : Money.Cny(history.Reserve),
            };
            var auction = new AnAuction { Terms = terms }.Open();
            var model = new Model(history.Reserve);
            var now = AnAuction.At("10:00");
            foreach (var step in history.Steps)
            {
                now = now.AddTicks(step.Pause * TimeSpan.TicksPerMicrosecond);
                Play(auction, model, step, now);
                Assert.Equal(model.ClosesAt, auction.State.ClosesAt);
                Assert.Equal(model.Price ?? 0, auction.State.Leader?.Amount.Fen ?? 0);
            }

            Finish(auction, model, now);
            ObeysTheInvariants(auction, terms);
        },
        iter: Histories);

    private static void Play(
        AnAuction auction, Model model, (int Kind, int Who, long Above, long Pause) step, DateTimeOffset now)
    {
        var who = "abc"[step.Who].ToString();
        switch (step.Kind)
        {
            case 0:
                Assert.Equal(model.Suspend(now), auction.Officer(Time(now), "x", "suspend") is null);
                break;
            case 1 or 2:
                Assert.Equal(model.Resume(now), auction.Officer(Time(now), "x", "resume") is null);
                break;
            case 3:
                Assert.Equal(model.Turn(now), auction.Turn(Time(now)) is null);
                break;
            default:
                var amount = auction.State.NextMinimum.Fen + step.Above;
                var bid = auction.Do(now, who, (s, m) => AuctionDecider.Decide(
                    s, new PlaceBid(Money.Cny(amount), new BidFacts(true, false)), m));
                Assert.Equal(model.Bid(step.Who + 1, amount, now), bid is null);
                break;
        }
    }

    private static void Finish(AnAuction auction, Model model, DateTimeOffset now)
    {
        if (auction.State.Status == AuctionStatus.Suspended)
        {
            Assert.True(model.Resume(now));
            Assert.Null(auction.Officer(Time(now), "x", "resume"));
        }

        if (auction.State.Status == AuctionStatus.Open) auction.Turn(Time(auction.State.ClosesAt.AddSeconds(9)));
        var result = auction.State.Result!;
        Assert.Equal(model.Winner, result.Winner);
        Assert.Equal(model.Winner is null ? null : model.Price, result.Price?.Fen);
        Assert.Equal(model.ClosesAt, result.ClosedAt);
    }

    /// <summary>I3, I4, I5 over the records alone.</summary>
    private static void ObeysTheInvariants(AnAuction auction, AuctionTerms terms)
    {
        var bids = auction.Records.Where(r => r.Event is BidPlaced).ToList();
        for (var i = 1; i < bids.Count; i++)
        {
            Assert.True(bids[i].At >= bids[i - 1].At && bids[i].Version > bids[i - 1].Version);
            Assert.True(Bid(bids[i]).Amount >= Bid(bids[i - 1]).Amount + terms.Step);
        }

        foreach (var extension in auction.Records.Where(r => r.Event is AuctionExtended))
        {
            var cause = auction.Records[(int)extension.Version - 2];
            Assert.True(cause.Event is BidPlaced && cause.CommandId == extension.CommandId);
            Assert.True(((AuctionExtended)extension.Event).From - cause.At < terms.SoftClose);
        }

        var closed = auction.State.Result!;
        Assert.All(bids, bid => Assert.True(bid.At < closed.ClosedAt));
        var best = bids.Count == 0 ? null : bids.MaxBy(bid => Bid(bid).Amount.Fen);
        var isSold = best is not null && (terms.Reserve is not { } reserve || Bid(best).Amount >= reserve);
        Assert.Equal(isSold ? Bid(best!).Bidder : null, closed.Winner);
        Assert.Single(auction.Records, r => r.Event is AuctionClosed);
    }

    private static BidPlaced Bid(Recorded record) => (BidPlaced)record.Event;

    private static string Time(DateTimeOffset instant) => (instant - AnAuction.Day).ToString();

    /// <summary>The rules again, as naively as they can be said. Start 1,000,000, step 50,000, window 5 minutes.</summary>
    private sealed class Model(long reserve)
    {
        private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
        private bool suspended;
        private bool closed;
        private TimeSpan left;
        private int? leader;

        public DateTimeOffset ClosesAt { get; private set; } = AnAuction.At("10:10");

        public long? Price { get; private set; }

        public int? Winner => Price >= Math.Max(reserve, 1) ? leader : null;

        public bool Bid(int who, long amount, DateTimeOffset at)
        {
            if (closed || suspended || at >= ClosesAt) return false;
            if (amount < (Price is null ? 1_000_000 : Price + 50_000)) return false;
            (Price, leader) = (amount, who);
            if (ClosesAt - at <= Window) ClosesAt = at + Window > ClosesAt ? at + Window : ClosesAt;
            return true;
        }

        public bool Suspend(DateTimeOffset at)
        {
            if (closed || suspended || at >= ClosesAt) return false;
            left = ClosesAt - at;
            return suspended = true;
        }

        public bool Resume(DateTimeOffset at)
        {
            if (closed || !suspended) return false;
            ClosesAt = at + left;
            suspended = false;
            return true;
        }

        public bool Turn(DateTimeOffset at) => !closed && !suspended && at >= ClosesAt && (closed = true);
    }
}
