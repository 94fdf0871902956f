using System.Globalization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using Xunit;

namespace IpMarket.Domain.Tests.Trading;

/// <summary>
/// One line a step: <c>time | who verb [yuan] | answer [closes HH:mm:ss.ffffff] [next yuan]</c>. Written from the rule:
/// a bid with the window or less left moves the end to bid + window; at the end or later it is refused.
/// </summary>
public class AuctionScenarioTests
{
    [Theory]
    [InlineData("The first bid may equal the start price, each later one is at least price plus step", """
        9:59:59.999999 | a bid 10000  | NOT_OPEN_YET | closes 10:10:00 | next 10000
        10:00:00       | - turn       | ok           | closes 10:10:00 | next 10000
        10:00:00       | a bid 9999   | BELOW_NEXT_MINIMUM | closes 10:10:00 | next 10000
        10:00:00       | a bid 10000  | ok           | closes 10:10:00 | next 10500
        10:01:00       | b bid 10499  | BELOW_NEXT_MINIMUM | closes 10:10:00 | next 10500
        10:01:00       | b bid 10500  | ok           | closes 10:10:00 | next 11000
        10:02:00       | a bid 20000  | ok           | closes 10:10:00 | next 20500
        10:10:00       | - turn       | ok           | sold to 1 at 20000
        """)]
    [InlineData("A bid with exactly the window left moves nothing, a microsecond later it does", """
        10:00:00        | - turn       | ok | closes 10:10:00
        10:05:00        | a bid 10000  | ok | closes 10:10:00
        10:05:00.000001 | b bid 10500  | ok | closes 10:10:00.000001
        """)]
    [InlineData("Extensions chain, each from its bid's instant", """
        10:00:00        | - turn       | ok | closes 10:10:00
        10:09:59.999999 | a bid 10000  | ok | closes 10:14:59.999999
        10:14:00        | b bid 10500  | ok | closes 10:19:00
        10:14:00        | c bid 11000  | ok | closes 10:19:00
        10:18:59.999999 | a bid 11500  | ok | closes 10:23:59.999999
        10:23:59.999998 | - turn       | NOT_DUE
        10:23:59.999999 | - turn       | ok | sold to 1 at 11500
        """)]
    [InlineData("A bid at the end or later is refused, and the end is stored by whoever finds it due", """
        10:00:00        | - turn       | ok | closes 10:10:00
        10:01:00        | a bid 10000  | ok | closes 10:10:00
        10:10:00        | b bid 10500  | TURN_DUE | closes 10:10:00 | next 10500
        10:10:00.000001 | - turn       | ok | sold to 1 at 10000
        10:10:00.000001 | b bid 10500  | ALREADY_CLOSED | closes 10:10:00 | next 10500
        """)]
    [InlineData("A refused bid extends nothing", """
        10:00:00        | - turn       | ok | closes 10:10:00
        10:09:00        | a bid 9000   | BELOW_NEXT_MINIMUM | closes 10:10:00
        10:10:00        | - turn       | ok | no sale NO_BIDS
        """)]
    [InlineData("Time is given back after a suspension", """
        10:00:00        | - turn         | ok | closes 10:10:00
        10:04:00        | x suspend      | ok | closes 10:10:00
        10:05:00        | a bid 10000    | SUSPENDED
        10:30:00        | - turn         | NOT_DUE
        11:00:00        | x resume       | ok | closes 11:06:00
        11:00:00        | a bid 10000    | ok | closes 11:06:00
        11:06:00        | - turn         | ok | sold to 1 at 10000
        """)]
    [InlineData("It may be cancelled before the first bid only, and not by its handler", """
        10:00:00        | - turn         | ok
        10:01:00        | handler cancel | SAME_HANDS
        10:02:00        | a bid 10000    | ok
        10:03:00        | x cancel       | HAS_BIDS
        """)]
    [InlineData("A cancelled auction takes nothing any more", """
        9:30:00         | x cancel       | ok | status Cancelled
        9:31:00         | x cancel       | WRONG_STATUS
        9:32:00         | a bid 10000    | ALREADY_CANCELLED
        10:00:00        | - turn         | NOT_DUE
        """)]
    [InlineData("Whoever is not admitted does not bid", """
        10:00:00        | - turn         | ok
        10:00:01        | stranger bid 10000 | NOT_ADMITTED
        10:00:02        | a bid 99999999999  | ABOVE_MAXIMUM
        """)]
    public void The_auction_follows_its_rules(string rule, string steps) => Play(new AnAuction().Announced(), rule, steps);

    [Theory]
    [InlineData("Bids below the reserve count, and the end is no sale", """
        10:00:00 | - turn      | ok
        10:01:00 | a bid 10000 | ok | next 10500
        10:02:00 | b bid 11999 | ok | next 12499
        10:10:00 | - turn      | ok | no sale RESERVE_NOT_MET
        """)]
    [InlineData("The reserve itself wins", """
        10:00:00 | - turn      | ok
        10:02:00 | b bid 12000 | ok | next 12500
        10:10:00 | - turn      | ok | sold to 2 at 12000
        """)]
    public void The_reserve_decides_at_the_end(string rule, string steps) => Play(
        new AnAuction { Terms = new AnAuction().Terms with { Reserve = Money.Cny(1_200_000) } }.Announced(), rule, steps);

    [Theory]
    [InlineData("10:02:00", "10:04:59.999999", false)]
    [InlineData("10:02:00", "10:05:00.000001", true)]
    [InlineData("10:06:00", "10:07:00", true)]
    [InlineData("10:09:00", "10:20:00", true)]
    [InlineData("10:10:00", "10:20:00", false)]
    public void An_outage_that_meets_the_last_window_gives_the_full_window_again(string from, string to, bool resumes)
    {
        var auction = new AnAuction().Open();
        auction.Bid("10:01:00", "a", 10_000);
        var refusal = auction.Turn("10:30:00", new Silence(AnAuction.At(from), AnAuction.At(to)));

        Assert.Null(refusal);
        Assert.Equal(resumes ? AuctionStatus.Open : AuctionStatus.Closed, auction.State.Status);
        Assert.Equal(AnAuction.At(resumes ? "10:35:00" : "10:10:00"), auction.State.ClosesAt);
        Assert.Equal(resumes, auction.Records.Any(r => r.Event is AuctionSuspended
        {
            Cause: SuspensionCause.Outage, Outage: not null,
        }));
    }

    [Fact]
    public void An_opening_noticed_late_opens_by_its_own_instant_and_closes_in_the_next_turn()
    {
        var auction = new AnAuction().Announced();
        Assert.Null(auction.Turn("10:30:00"));
        Assert.Equal(AnAuction.At("10:00"), auction.Records[^1].Event is AuctionOpened o ? o.OpenedAt : default);
        Assert.Null(auction.Turn("10:30:00"));
        Assert.Equal(NoSaleCode.NO_BIDS, auction.State.Result!.NoSale);
        Assert.Equal(AnAuction.At("10:10"), auction.State.Result.ClosedAt);
    }

    [Fact]
    public void The_room_keeps_the_last_fifty_bids_and_counts_all()
    {
        var auction = new AnAuction().Open();
        for (var i = 0; i < 60; i++) Assert.Null(auction.Bid("10:01:00", i % 2 == 0 ? "a" : "b", 10_000 + (i * 500)));
        Assert.Equal(60, auction.State.Bids);
        Assert.Equal(Limits.RoomBidsMax, auction.State.LastBids.Length);
        Assert.Equal(auction.State.Leader, auction.State.LastBids[^1]);
        Assert.Equal(Money.Cny(1_500_000), auction.State.LastBids[0].Amount);
    }

    private static void Play(AnAuction auction, string rule, string steps)
    {
        foreach (var line in steps.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var words = cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var refusal = words[1] switch
            {
                "turn" => auction.Turn(cells[0]),
                "bid" => auction.Bid(cells[0], words[0], long.Parse(words[2], CultureInfo.InvariantCulture)),
                _ => auction.Officer(cells[0], words[0], words[1]),
            };
            Assert.True(cells[2] == (refusal?.Code ?? "ok"), $"{rule}\n{line}\nanswered {refusal?.Code ?? "ok"}");
            foreach (var expected in cells[3..])
                Assert.True(Seen(auction, refusal, expected), $"{rule}\n{line}\nclosesAt {auction.State.ClosesAt:O}");
        }
    }

    private static bool Seen(AnAuction auction, Refusal? refusal, string expected)
    {
        var words = expected.Split(' ');
        var state = auction.State;
        return words[0] switch
        {
            "closes" => state.ClosesAt == AnAuction.At(words[1])
                && (refusal is null || refusal.Figures["closesAt"].Instant == state.ClosesAt),
            "next" => state.NextMinimum == Money.Cny(long.Parse(words[1], CultureInfo.InvariantCulture) * 100)
                && (refusal is null || refusal.Figures["nextMinimum"].Amount == state.NextMinimum),
            "status" => state.Status.ToString() == words[1],
            "sold" => state.Result is { Outcome: AuctionOutcome.Sold } sold
                && $"sold to {sold.Winner} at {sold.Price!.Value.Fen / 100}" == expected
                && sold.ClosedAt == state.ClosesAt,
            "no" => state.Result is { Outcome: AuctionOutcome.NoSale, Price: null, Winner: null } failed
                && $"no sale {failed.NoSale}" == expected,
            _ => throw new ArgumentException("It says nothing known: " + expected, nameof(expected)),
        };
    }
}
