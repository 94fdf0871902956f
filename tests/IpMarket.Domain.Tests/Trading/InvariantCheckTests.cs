using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Testing.Invariants;
using Xunit;
using static IpMarket.Domain.Tests.Trading.AnAuctionHistory;

namespace IpMarket.Domain.Tests.Trading;

/// <summary>The program that checks stores after faults finds each violation that is planted, and only that.</summary>
public sealed class InvariantCheckTests
{
    // Three records before the enrolments, two a bidder, the opening: bids are 9, 10 and 11, the extension is 12.
    private const long SecondBid = 10;
    private const long ThirdBid = 11;
    private const long Next = 13;

    [Fact]
    public async Task A_history_in_order_has_no_violation()
    {
        var history = await Running();
        await history.Store(history.End, history.Result());
        history.Answers.Add(Answered(Guid.NewGuid(), 500, ClientAnswer.Refused));
        history.Answers.Add(Answered(Guid.NewGuid(), 600, ClientAnswer.Unknown));
        history.Shown.Add(new AuctionShown(
            "room", AnAuctionHistory.Stream, SecondBid, AuctionStatus.Open, Money.Cny(200), 2, 2, 0));
        history.Shown.Add(new AuctionShown(
            "list", AnAuctionHistory.Stream, null, AuctionStatus.Closed, Money.Cny(400), 1, 3, 1, history.End));

        Assert.Empty(await history.Violations());
    }

    [Fact]
    public async Task A_refused_id_that_was_repeated_and_then_accepted_is_no_violation()
    {
        var history = await Running();
        history.Answers.Insert(0, history.Answers[0] with { Answer = ClientAnswer.Refused, Version = null, At = null });

        Assert.Empty(await history.Violations());
    }

    [Fact]
    public async Task I1_an_accepted_bid_that_is_not_in_the_log_is_found()
    {
        var history = await Running();
        history.Answers.Add(Answered(Guid.NewGuid(), 500, ClientAnswer.Accepted, Next));

        Assert.Equal([$"I1@{Next}"], await history.Violations());
    }

    [Fact]
    public async Task I1_another_amount_person_version_or_instant_is_found()
    {
        var history = await Running();
        history.Answers[0] = history.Answers[0] with { AmountFen = 101 };
        history.Answers[1] = history.Answers[1] with { Party = "party:one" };
        history.Answers[2] = history.Answers[2] with { Version = 99, At = history.Start };

        Assert.Equal(["I1@9", "I1@10", "I1@11", "I1@11"], await history.Violations());
    }

    [Fact]
    public async Task I1_an_accepted_answer_that_was_taken_back_is_found()
    {
        var history = await Running();
        history.Answers.Add(history.Answers[1] with { Answer = ClientAnswer.Refused });

        Assert.Equal([$"I2@{SecondBid}", $"I1@{SecondBid}"], await history.Violations());
    }

    [Fact]
    public async Task I1_a_bid_that_is_stored_twice_is_found()
    {
        var history = await Running();
        history.Plant(Placed(1, 600, history.End), history.Start.AddMinutes(9.75));

        Assert.Equal([$"I1@{Next}"], await history.Violations());
    }

    [Fact]
    public async Task I2_a_bid_whose_last_answer_was_refused_is_found_in_the_log()
    {
        var history = await Running();
        history.Answers[1] = history.Answers[1] with { Answer = ClientAnswer.Refused };

        Assert.Equal([$"I2@{SecondBid}"], await history.Violations());
    }

    [Fact]
    public async Task I3_an_amount_below_price_and_step_is_found()
    {
        var history = await Running();
        await history.Store(history.Start.AddMinutes(9.75), Placed(2, 450, history.End));

        Assert.Equal([$"I3@{Next}"], await history.Violations());
    }

    [Fact]
    public async Task Maxima_answers_and_matches_in_order_are_no_violation_and_out_of_order_are_found()
    {
        var history = await Running();
        var at = history.Start.AddMinutes(9.8);
        var end = at.AddSeconds(30);
        IEvent[] Act(IMovesPrice act, DateTimeOffset from) => [act, new AuctionExtended(from, end, 2)];
        ProxySet Set(int bidder, long fen, BidAnswer? answer = null) =>
            new(bidder, Money.Cny(fen), answer, Money.Cny(0), end, Money.Cny(fen + 1));
        await history.Store(at, Act(Set(2, 500), history.End));
        await history.Store(at, Set(1, 700, new BidAnswer(2, Money.Cny(650), false)));
        await history.Store(at, Set(2, 800, new BidAnswer(1, Money.Cny(900), true)));
        Assert.Empty(await history.Violations());
        await history.Store(at, Set(1, 950));
        await history.Store(at, Set(2, 1_150, new BidAnswer(2, Money.Cny(1_200), true)));
        await history.Store(at, new PriceMatched(1, Money.Cny(1_200), null, Money.Cny(0), end));
        var found = await history.Violations();
        Assert.Equal("I3 I4 I4", string.Join(' ', found.Select(one => one[..2]).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task I3_an_instant_before_its_predecessors_is_found()
    {
        var history = await Running();
        await history.Store(history.Start.AddMinutes(5), Placed(2, 600, history.End));

        Assert.Equal([$"I3@{Next}"], await history.Violations());
    }

    [Fact]
    public async Task I4_a_wrong_winner_price_or_outcome_is_found()
    {
        var wrongWinner = await Running();
        await wrongWinner.Store(wrongWinner.End, wrongWinner.Result() with { Winner = 2 });
        Assert.Equal([$"I4@{Next}"], await wrongWinner.Violations());

        var wrongPrice = await Running();
        await wrongPrice.Store(wrongPrice.End, wrongPrice.Result() with { Price = Money.Cny(200) });
        Assert.Equal([$"I4@{Next}"], await wrongPrice.Violations());

        var noSale = await Running();
        await noSale.Store(noSale.End, noSale.Result() with
        {
            Outcome = AuctionOutcome.NoSale, NoSale = NoSaleCode.NO_BIDS, Winner = null, Price = null,
        });
        Assert.All(await noSale.Violations(), found => Assert.Equal($"I4@{Next}", found));
    }

    [Fact]
    public async Task I4_a_second_result_is_found()
    {
        var history = await Running();
        await history.Store(history.End, history.Result());
        await history.Store(history.End, history.Result());

        Assert.Equal([$"I4@{Next + 1}"], await history.Violations());
    }

    [Fact]
    public async Task I5_a_bid_at_the_end_is_found()
    {
        var history = await Running();
        await history.Bid(2, 600, history.End);

        Assert.Equal([$"I5@{Next}"], await history.Violations());
    }

    [Fact]
    public async Task I5_an_extension_without_its_bid_and_a_missing_one_are_found()
    {
        var loose = await Running();
        await loose.Store(loose.Start.AddMinutes(9.8), new AuctionExtended(loose.End, loose.End.AddSeconds(30), 2));
        Assert.Equal([$"I5@{Next}"], await loose.Violations());

        var missing = await Running();
        await missing.Store(missing.Start.AddMinutes(10), Placed(2, 600, missing.End));
        Assert.Equal([$"I5@{Next}"], await missing.Violations());
    }

    [Fact]
    public async Task I5_a_close_before_the_end_is_found()
    {
        var history = await Running();
        await history.Store(
            history.End, history.Result() with { ClosedAt = history.End.AddSeconds(-1) });

        Assert.Equal([$"I5@{Next}"], await history.Violations());
    }

    [Fact]
    public async Task I11_a_room_or_list_that_shows_something_else_is_found()
    {
        var history = await Running();
        var right = new AuctionShown(
            "list", AnAuctionHistory.Stream, ThirdBid, AuctionStatus.Open, Money.Cny(400), 1, 3, 0);
        history.Shown.AddRange(
            right,
            right with { Price = Money.Cny(200) },
            right with { Leader = 2 },
            right with { Bids = 2 },
            right with { Status = AuctionStatus.Closed },
            right with { Version = 99, Extensions = 1 });

        Assert.Equal(
            ["I11@11", "I11@11", "I11@11", "I11@11", "I11@99"], await history.Violations());
    }

    [Fact]
    public async Task A_changed_record_breaks_the_chain_once()
    {
        var history = await Running();
        history.Plant(new Fence(), history.End, record => record with { At = record.At.AddSeconds(1) });
        history.Plant(new Fence(), history.End.AddSeconds(2));

        Assert.Equal([$"chain@{Next}"], await history.Violations());
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_and_a_gap_in_a_command_are_found()
    {
        var poison = await Running();
        poison.Plant(new Fence(), poison.End, record => record with { Type = "trading.unheard-of/1" });
        Assert.Equal([$"chain@{Next}", $"journal@{Next}"], await poison.Violations());

        var gap = await Running();
        gap.Plant(new Fence(), gap.End, record => record with { N = 7 });
        Assert.Equal([$"journal@{Next}"], await gap.Violations());
    }

    private static BidAnswered Answered(Guid id, long fen, ClientAnswer answer, long? version = null) =>
        Answer(new CommandContext(id, new Actor("user:one", "party:one")), fen, answer, version);
}
