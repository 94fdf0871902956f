using CsCheck;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Bidding;

/// <summary>Maxima, open bids and matches in any order against a naive market; amounts are a few hundred fen.</summary>
public sealed class ProxyPropertyTests
{
    private static readonly Gen<StepTable?> Table = Gen.OneOf(
        Gen.Const((StepTable?)null),
        Gen.Select(Gen.Int[1, 200], Gen.Long[1, 9]).Select(x => (StepTable?)StepTable.Percent(x.Item1, Money.Cny(x.Item2))),
        Gen.Long[1, 9].Select(step => (StepTable?)StepTable.Tiered(
            new(Money.Zero, Money.Cny(step)), new(Money.Cny(130), Money.Cny(step + 4)))));

    // Kind: 0–4 maximum, 5–7 open bid, 8 match, 9 end. Above: over the least of the moment.
    private static readonly Gen<(int Kind, int Who, long Above)> Act =
        Gen.Select(Gen.Int[0, 9], Gen.Int[1, 4], Gen.Frequency((4, Gen.Long[-3, 60]), (1, Gen.Const(0L))));

    private static readonly Gen<(StepTable? Table, long Reserve, int[] Ranks, (int Kind, int Who, long Above)[] Acts)> Book =
        Gen.Select(Table, Gen.OneOf(Gen.Const(0L), Gen.Long[100, 220]), Gen.Int[0, 2].Array[4], Act.Array[1, 12]);

    [Fact]
    public void Thirty_thousand_books_agree_with_a_naive_market() => Book.Sample(
        book =>
        {
            var auction = Auctions.Of(book.Table, book.Reserve, book.Ranks);
            var naive = new NaiveMarket(auction.Terms!, book.Ranks);
            foreach (var act in book.Acts)
            {
                var before = auction;
                var (accepted, after) = Auctions.Do(auction, act);
                var amount = Auctions.Amount(auction, act);
                Assert.Equal(
                    act.Kind switch
                    {
                        < 5 => naive.Set(act.Who, amount),
                        < 8 => naive.Bid(act.Who, amount),
                        8 => naive.Match(act.Who),
                        _ => accepted,
                    },
                    accepted);
                if (act.Kind == 9 && accepted) naive.Set(act.Who, auction.Leader!.Amount.Fen);
                auction = after;
                Assert.Equal((naive.Leader, naive.Price), (auction.Leader?.Bidder ?? 0, auction.Leader?.Amount.Fen ?? 0));
                KeepsTheBounds(before, auction, act, accepted);
            }
        },
        iter: 30_000);

    [Fact]
    public void Of_equal_maxima_the_first_to_arrive_leads_at_that_amount() => Gen
        .Select(Table, Gen.Long[0, 100], Gen.Int[2, 4])
        .Sample((table, above, bidders) =>
        {
            var auction = Auctions.Of(table, 0, [0, 0, 0, 0]);
            var maximum = Money.Cny(Auctions.Start + above);
            for (var who = 1; who <= bidders; who++) auction = Auctions.Set(auction, who, maximum).State;
            Assert.Equal(1, auction.Leader!.Bidder);
            Assert.True(auction.Leader.Amount <= maximum);
            if (auction.Bids > 1) Assert.Equal(maximum, auction.Leader.Amount);
        });

    /// <summary>Beside the naive market: what each act may do at most, said once more.</summary>
    private static void KeepsTheBounds(
        Auction before, Auction after, (int Kind, int Who, long Above) act, bool accepted)
    {
        if (!accepted)
        {
            Assert.Same(before, after);
            return;
        }

        var (was, leader) = (before.Leader, after.Leader!);
        var isOwnMaximum = act.Kind is < 5 or 9 && was?.Bidder == act.Who;
        if (isOwnMaximum && leader.Amount != after.Terms!.Reserve) Assert.Equal(was, leader);
        if (was is null) return;
        Assert.True(leader.Amount >= was.Amount);
        var isOpen = act.Kind is >= 5 and < 8 && leader.Bidder == act.Who;
        if (isOpen) return;
        if (after.Standing(leader) is var most && leader.Amount > was.Amount)
        {
            var second = before.Standing(was) is var stood && leader.Bidder == was.Bidder
                ? after.LastBids[^1].Amount
                : stood;
            var bound = after.Terms!.Beating(second);
            var reserve = after.Terms.Reserve ?? Money.Zero;
            Assert.True(leader.Amount <= most);
            Assert.True(leader.Amount <= bound || leader.Amount == reserve);
        }
    }

    /// <summary>A small auction that is open, folded as the journal would.</summary>
    private static class Auctions
    {
        public const long Start = 100;
        private static readonly DateTimeOffset At = AnAuction.At("10:01");

        public static Auction Of(StepTable? table, long reserve, int[] ranks) => Auction.Empty with
        {
            Status = AuctionStatus.Open,
            ClosesAt = AnAuction.At("12:00"),
            Terms = new AnAuction().Terms with
            {
                StartPrice = Money.Cny(Start),
                Step = Money.Cny(7),
                StepTable = table,
                Reserve = reserve == 0 ? null : Money.Cny(reserve),
                TakesProxies = true,
                HasPreemption = true,
            },
            Enrolments = Enumerable.Range(1, ranks.Length).Aggregate(
                Auction.Empty.Enrolments,
                (all, who) => all.Add("party:" + who, new Enrolment(
                    who, "party:" + who, "user:" + who, EnrolmentStatus.Admitted, who, null, At))),
            Holders = Enumerable.Range(1, ranks.Length).Where(who => ranks[who - 1] > 0).Aggregate(
                Auction.Empty.Holders,
                (all, who) => all.Add(who, new PreemptionHolder(who, ranks[who - 1], PreemptionSource.Law))),
        };

        public static long Amount(Auction auction, (int Kind, int Who, long Above) act) =>
            Math.Max(0, (act.Kind < 5 && auction.Leader?.Bidder == act.Who
                ? auction.Leader.Amount.Fen
                : auction.NextMinimum.Fen) + act.Above);

        public static (bool Accepted, Auction State) Do(Auction auction, (int Kind, int Who, long Above) act)
        {
            var (facts, amount) = (new BidFacts(true, false), Money.Cny(Amount(auction, act)));
            return Fold(auction, act.Who, moment => act.Kind switch
            {
                < 5 => AuctionDecider.Decide(auction, new SetProxy(amount, facts), moment),
                < 8 => AuctionDecider.Decide(auction, new PlaceBid(amount, facts), moment),
                8 => AuctionDecider.Decide(
                    auction, new MatchPrice(auction.Leader?.Amount ?? Money.Zero, facts), moment),
                _ => AuctionDecider.Decide(auction, new SetProxy(null, facts), moment),
            });
        }

        public static (bool Accepted, Auction State) Set(Auction auction, int who, Money maximum) => Fold(
            auction, who, moment => AuctionDecider.Decide(
                auction, new SetProxy(maximum, new BidFacts(true, false)), moment));

        private static (bool Accepted, Auction State) Fold(
            Auction auction, int who, Func<Moment, Outcome<IReadOnlyList<IEvent>>> decide)
        {
            var actor = new Actor("user:" + who, "party:" + who);
            var decided = decide(new Moment(At, actor));
            if (!decided.IsAccepted) return (false, auction);
            foreach (var fact in decided.Value)
            {
                auction = auction.Evolve(new Recorded(
                    0, "auction:book", auction.Version + 1, At, Guid.Empty, actor, fact));
            }

            return (true, auction);
        }
    }
}
