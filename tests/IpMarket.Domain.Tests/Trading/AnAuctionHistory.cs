using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Testing.Invariants;
using IpMarket.Testing.Journal;
using IpMarket.Testing.Trading;

namespace IpMarket.Domain.Tests.Trading;

/// <summary>
/// An auction of ten minutes with two bidders and three bids, the last one in the window, as it is stored and as its
/// clients know it; violations are planted on top.
/// </summary>
internal sealed class AnAuctionHistory
{
    public const string Stream = "auction:history";

    private static readonly Actor[] Bidders = [new("user:one", "party:one"), new("user:two", "party:two")];

    public MemoryJournal Journal { get; } = new();

    public List<BidAnswered> Answers { get; } = [];

    public List<AuctionShown> Shown { get; } = [];

    public DateTimeOffset Start { get; } = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    public DateTimeOffset End { get; private set; }

    public JournalRecord Last => Journal.Records[^1];

    public static async Task<AnAuctionHistory> Running()
    {
        var history = new AnAuctionHistory();
        history.End = history.Start.AddMinutes(10);
        await SeededAuction.Open(history.Journal, Stream, Bidders, history.Start, TimeSpan.FromMinutes(10));
        await history.Bid(1, 100, history.Start.AddMinutes(1));
        await history.Bid(2, 200, history.Start.AddMinutes(2));
        await history.Bid(1, 400, history.Start.AddMinutes(9.75));
        return history;
    }

    /// <summary>Stores a bid as a decider would have it, and what its client was answered.</summary>
    public async Task Bid(int bidder, long fen, DateTimeOffset at)
    {
        var context = new CommandContext(Guid.NewGuid(), Bidders[bidder - 1]);
        var end = at.AddSeconds(30) > End ? at.AddSeconds(30) : End;
        List<IEvent> facts = [Placed(bidder, fen, end)];
        if (end > End) facts.Add(new AuctionExtended(End, end, 1));
        await Journal.AppendAs(context, Stream, at, facts);
        End = end;
        Answers.Add(Answer(context, fen, ClientAnswer.Accepted, Last.Version, at));
    }

    public Task Store(DateTimeOffset at, params IReadOnlyList<IEvent> facts) =>
        Journal.AppendAs(new CommandContext(Guid.NewGuid(), Bidders[0]), Stream, at, facts);

    /// <summary>The result as the bids lead to it.</summary>
    public AuctionClosed Result() => new(
        End, AuctionOutcome.Sold, null, Money.Cny(400), 1, 1, "party:one", 3, 1,
        new AuctionLot("listing:seeded", "patent:CN2099", "示例：提钒方法", "party:seller"), Start);

    public static BidPlaced Placed(int bidder, long fen, DateTimeOffset closesAt) =>
        new(bidder, Money.Cny(fen), Money.Cny(fen + SeededAuction.StepFen), closesAt);

    public static BidAnswered Answer(
        CommandContext context, long fen, ClientAnswer answer, long? version = null, DateTimeOffset? at = null) =>
        new(Stream, context.CommandId, context.Actor.User, context.Actor.Party!, fen, answer, version, at);

    /// <summary>Puts a record behind the last one, unchecked, as a part of the last one's command.</summary>
    public void Plant(IEvent fact, DateTimeOffset at, Func<JournalRecord, JournalRecord>? change = null)
    {
        var record = Facts.Record(
            new CommandContext(Last.CommandId, Bidders[0]), Stream, Last.Version + 1, Last.Hash, at, Last.N + 1, fact);
        Journal.Plant(change?.Invoke(record) ?? record);
    }

    public async Task<IReadOnlyList<string>> Violations() =>
        [.. (await InvariantCheck.Find(Journal, Answers, Shown)).Select(found => $"{found.Invariant}@{found.Version}")];
}
