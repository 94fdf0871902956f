using CsCheck;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Descending;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Descending;

/// <summary>Clocks, takings and suspensions in any order against a clock that is ticked second by second.</summary>
public sealed class DutchPropertyTests
{
    private const int Histories = 20_000;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly Gen<AuctionTerms> Clocks =
        from floor in Gen.Long[1, 400]
        from above in Gen.Long[1, 400]
        from step in Gen.Long[1, 120]
        from permille in Gen.Int[0, 400]
        from unit in Gen.Long[1, 30]
        from seconds in Gen.Int[1, 9]
        select PriceClock.Set(ADescent.Terms with
        {
            Reserve = Money.Cny(floor), StartPrice = Money.Cny(floor + above), Step = Money.Cny(step),
            StepTable = permille == 0 ? null : StepTable.Percent(permille, Money.Cny(unit)),
            Clock = new ClockTerms(seconds),
        });

    // Kind: 0–4 take what is shown, 5–6 take another price, 7 suspend, 8 resume, 9 only wait.
    private static readonly Gen<(int Wait, int Kind, int Who, long Off)> Act =
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 9], Gen.Int[1, 3], Gen.Long[-40, 40]);

    [Fact]
    public void Twenty_thousand_histories_agree_with_a_clock_ticked_by_the_second()
    {
        var sold = 0;
        Gen.Select(Clocks, Act.Array[1, 12], Gen.Int[0, 1]).Sample(
            (terms, acts, waits) =>
            {
                var opened = Opened(terms);
                var naive = new NaiveClock(terms);
                var at = terms.OpensAt;
                foreach (var (wait, kind, who, off) in acts)
                {
                    for (var i = 0; i < wait * (waits + 1); i++) naive.Tick();
                    at += wait * (waits + 1) * Second;
                    if (opened.State.IsDueAt(at)) Assert.Null(opened.Turn(at));
                    Assert.Equal(naive.IsOver, opened.State.Status == AuctionStatus.Closed);
                    if (!naive.IsOver) Assert.Equal(naive.Price, opened.State.ClockPriceAt(at).Fen);
                    var price = kind < 5 ? naive.Price : naive.Price + (off == 0 ? 1 : off);
                    switch (kind)
                    {
                        case < 7:
                            Assert.Equal(naive.Take(who, price), opened.Take(at, who, price) is null);
                            break;
                        case 7:
                            Assert.Equal(naive.Stop(), opened.Officer(at, "suspend") is null);
                            break;
                        case 8:
                            Assert.Equal(naive.Go(), opened.Officer(at, "resume") is null);
                            break;
                        default:
                            break;
                    }
                }

                Assert.Equal((naive.Winner, naive.Paid),
                    (opened.State.Result?.Winner ?? 0, opened.State.Result?.Price?.Fen ?? 0));
                if (naive.Winner > 0) Interlocked.Increment(ref sold);
            },
            iter: Histories);
        Assert.InRange(sold, Histories / 10, Histories * 19 / 20);
    }

    [Fact]
    public void Prices_fall_from_the_start_to_the_floor_and_each_stands_for_its_interval() => Clocks.Sample(
        terms =>
        {
            var prices = PriceClock.Prices(terms);
            Assert.Equal((terms.StartPrice, terms.Reserve), (prices[0], prices[^1]));
            Assert.All(prices.Zip(prices.Skip(1)), pair => Assert.True(pair.First > pair.Second));
            var (left, microsecond) = (terms.ClosesAt - terms.OpensAt, TimeSpan.FromMicroseconds(1));
            foreach (var price in prices)
            {
                Assert.Equal(price, PriceClock.At(terms, left));
                left -= TimeSpan.FromSeconds(terms.Clock!.IntervalSeconds);
                Assert.Equal(price, PriceClock.At(terms, left + microsecond));
            }

            Assert.Equal(TimeSpan.Zero, left);
            Assert.Equal(terms, PriceClock.Set(terms));
        });

    private static Driven Opened(AuctionTerms terms) => new(ADescent.Of(ADescent.Terms).Announced().State with
    {
        Terms = terms, Status = AuctionStatus.Open, ClosesAt = terms.ClosesAt,
    });

    /// <summary>An open auction of any clock, whatever a profile would say of it.</summary>
    private sealed class Driven(Auction state)
    {
        public Auction State { get; private set; } = state;

        public Refusal? Turn(DateTimeOffset at) =>
            Do(AuctionDecider.Decide(State, new TakeTurn(State.NextTurn!.Value), By("house", at)), at);

        public Refusal? Take(DateTimeOffset at, int who, long fen) => Do(
            TakeDecider.Decide(
                State, new TakePrice(Money.Cny(fen), new BidFacts(true, false)), By($"{(char)('a' + who - 1)}", at)),
            at);

        public Refusal? Officer(DateTimeOffset at, string verb)
        {
            var duty = Domain.Parties.Approvals.DutyHolder.With(Domain.Parties.CentreRole.Reviewer);
            return Do(
                verb == "suspend"
                    ? AuctionDecider.Decide(State, new SuspendAuction("按规定", duty), By("x", at))
                    : AuctionDecider.Decide(State, new ResumeAuction("按规定", duty), By("x", at)),
                at);
        }

        private static Moment By(string who, DateTimeOffset at) => new(at, new Actor("user:" + who, "party:" + who));

        private Refusal? Do(Outcome<IReadOnlyList<IEvent>> decided, DateTimeOffset at)
        {
            if (decided.Refusal is { } refusal) return refusal;
            foreach (var fact in decided.Value)
            {
                State = State.Evolve(new Domain.Kernel.Journal.Recorded(
                    0, "auction:test", State.Version + 1, at, Guid.Empty, null, fact));
            }

            return null;
        }
    }
}
