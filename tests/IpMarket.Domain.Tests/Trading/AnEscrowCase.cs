using System.Globalization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Escrow;
using Xunit;

namespace IpMarket.Domain.Tests.Trading;

/// <summary>An opened case with a deposit of ¥1,000 and enrolments 1, 2, 3, driven by words of one line.</summary>
internal sealed class AnEscrowCase
{
    public static readonly Money Deposit = Money.Cny(100_000);

    private readonly List<IEvent> events = [];
    private long version;

    public AnEscrowCase(int enrolments = 3, string listing = "")
    {
        var auction = listing.Length == 0 ? "auction:1" : "";
        Do("8:00", (s, m) => EscrowDecider.Decide(
            s, new OpenEscrow(auction, Deposit, "监管专户 1") { Listing = listing }, m));
        for (var n = 1; n <= enrolments; n++)
        {
            var number = n;
            Do("8:00", (s, m) => EscrowDecider.Decide(s, new ExpectDeposit(number, "party:" + number), m));
        }
    }

    public EscrowCase State { get; private set; } = EscrowCase.Empty;

    public IReadOnlyList<IEvent> Events => events;

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>False where a case grows so large that only its end is audited.</summary>
    public bool IsAuditedEachStep { get; init; } = true;

    /// <summary>
    /// <c>receipt SERIAL YUAN ENROLMENT|- own|third|unseen [value time]</c> and so on; see the scenario tests.
    /// <c>unseen</c>: another's account, and the cashier has not said so.
    /// </summary>
    public Refusal? Say(string time, string words)
    {
        var word = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Do(time, (state, moment) => word[0] switch
        {
            "receipt" => EscrowDecider.Decide(
                state,
                new EnterReceipt(
                    word[1],
                    Yuan(word[2]),
                    AnAuction.At(word.Length > 5 ? word[5] : time),
                    word[3] == "-" ? null : Int(word[3]),
                    new ReceiptFacts(word[4] == "own", ClosedAt, "row"),
                    FromThirdParty: word[4] == "third"),
                moment),
            "assign" => EscrowDecider.Decide(
                state,
                new AssignReceipt(
                    Int(word[1]), Int(word[2]), new ReceiptFacts(word[3] == "own", ClosedAt, "row"), word[3] == "third"),
                moment),
            "return" => EscrowDecider.Decide(state, new ReturnReceipt(Int(word[1])), moment),
            "hold" => EscrowDecider.Decide(state, new HoldTowardsPrice(Int(word[1])), moment),
            "release" => EscrowDecider.Decide(state, new ReleaseEnrolment(Int(word[1])), moment),
            "settle" => EscrowDecider.Decide(
                state,
                new SettleEscrow(
                    AnAuction.At(time), word[1] is "-" or "cancelled" ? null : Int(word[1]), word[1] == "cancelled"),
                moment),
            "refund" => EscrowDecider.Decide(
                state, new PayRefund(Int(word[1]), word[2], Yuan(word[3]), AnAuction.At(time)), moment),
            _ => throw new ArgumentException("Unknown step: " + words, nameof(words)),
        });
    }

    public Refusal? Do(string time, Func<EscrowCase, Moment, Outcome<IReadOnlyList<IEvent>>> decide)
    {
        var moment = new Moment(AnAuction.At(time), new Actor("user:cashier"));
        var decided = decide(State, moment);
        if (decided.Refusal is { } refusal) return refusal;
        foreach (var fact in decided.Value)
        {
            // Through the journal's texts, as the real state is rebuilt.
            var (publicPart, secret) = EventCodec.Encode(fact, moment.Actor);
            var stored = EventCodec.Decode(fact.GetType(), publicPart, secret).Fact;
            events.Add(stored);
            State = State.Evolve(new Recorded(
                0, "escrow:1", ++version, moment.At, CommandIds.Of("test", version, "escrow"), moment.Actor, stored));
        }

        if (IsAuditedEachStep) Assert.Empty(EscrowAudit.Breaches(State));
        return null;
    }

    private static int Int(string word) => int.Parse(word, CultureInfo.InvariantCulture);

    private static Money Yuan(string word) =>
        Money.Cny(long.Parse(word, CultureInfo.InvariantCulture) * 100);
}
