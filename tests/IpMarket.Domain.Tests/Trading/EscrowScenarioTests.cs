using System.Globalization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Escrow;
using Xunit;

namespace IpMarket.Domain.Tests.Trading;

/// <summary>
/// One line a step: <c>time | step | answer | what is then true</c>. Truths: <c>1 Received</c> (the deposit of enrolment 1),
/// <c>account = yuan</c> (what it owes, custody: what it has), <c>refunds n</c>.
/// </summary>
public class EscrowScenarioTests
{
    [Theory]
    [InlineData("The exact deposit from an own account is received", """
        9:00 | receipt S001 1000 1 own | ok | 1 Received | custody = 1000 | deposit:1 = 1000 | refunds 0
        """)]
    [InlineData("A short deposit waits for the rest", """
        9:00 | receipt S001 400 1 own  | ok | 1 Short    | deposit:1 = 400
        9:30 | receipt S002 600 1 own  | ok | 1 Received | deposit:1 = 1000 | refunds 0
        """)]
    [InlineData("What is above the deposit is to be refunded at once", """
        9:00 | receipt S001 400 1 own  | ok | 1 Short
        9:30 | receipt S002 900 1 own  | ok | 1 Over | deposit:1 = 1000 | to-be-refunded:1 = 300 | refunds 1
        9:40 | refund 1 R001 300       | ok | 1 Over | to-be-refunded:1 = 0 | custody = 1000
        """)]
    [InlineData("A second payment of a deposit that is in goes back whole", """
        9:00 | receipt S001 1000 1 own | ok | 1 Received
        9:30 | receipt S002 1000 1 own | ok | 1 Received | deposit:1 = 1000 | to-be-refunded:1 = 1000
        """)]
    [InlineData("A third party's money is held, never counted, and returned", """
        9:00 | receipt S001 1000 1 third | ok | 1 ToBeRefunded | to-be-refunded:1 = 1000 | deposit:1 = 0
        9:10 | refund 1 R001 999         | WRONG_REFUND_AMOUNT
        9:10 | refund 1 R001 1000        | ok | 1 Refunded | custody = 0
        9:20 | receipt S002 1000 1 own   | ok | 1 Received
        """)]
    [InlineData("Money from an account that is not the bidder's is booked only once the cashier has seen that", """
        9:00 | receipt S001 1000 1 unseen | PAYER_NOT_THE_BIDDER | 1 Awaited | custody = 0
        9:00 | receipt S001 1000 - unseen | ok | unidentified = 1000
        9:10 | assign 1 1 unseen          | PAYER_NOT_THE_BIDDER | unidentified = 1000
        9:20 | assign 1 1 third           | ok | 1 ToBeRefunded | unidentified = 0 | to-be-refunded:1 = 1000
        """)]
    [InlineData("Money whose value time is after the close goes back, at the close itself it is not late", """
        9:00  | receipt S001 1000 1 own       | ok | 1 Received
        10:00 | settle 1                      | ok | 1 HeldTowardsPrice | held-towards-price:1 = 1000
        11:00 | receipt S002 1000 2 own 10:01 | ok | 2 ToBeRefunded | kind 2 Late
        11:00 | receipt S003 1000 3 own 10:00 | ok | 3 ToBeRefunded | kind 3 NoLongerNeeded
        """)]
    [InlineData("At the close the winner's deposit is held towards the price, all others go back once", """
        9:00  | receipt S001 1000 1 own | ok | 1 Received
        9:00  | receipt S002 1500 2 own | ok | 2 Over
        9:00  | receipt S003 300 3 own  | ok | 3 Short
        10:00 | settle 2                | ok | 1 ToBeRefunded | 2 HeldTowardsPrice | 3 ToBeRefunded | refunds 3
        10:00 | settle 2                | ALREADY_SETTLED | refunds 3
        10:05 | refund 2 R001 1000      | ok | 1 Refunded
        10:05 | refund 2 R002 1000      | ALREADY_PAID
        10:06 | refund 1 R003 500       | ok | 2 HeldTowardsPrice
        10:06 | refund 3 R004 300       | ok | 3 Refunded | custody = 1000 | held-towards-price:2 = 1000
        """)]
    [InlineData("Without a sale every deposit goes back", """
        9:00  | receipt S001 1000 1 own | ok | 1 Received
        10:00 | settle -                | ok | 1 ToBeRefunded | to-be-refunded:1 = 1000
        """)]
    [InlineData("A cancelled auction gives every deposit back", """
        9:00  | receipt S001 1000 1 own | ok | 1 Received
        9:30  | settle cancelled        | ok | 1 ToBeRefunded
        """)]
    [InlineData("An unidentified receipt is assigned later", """
        9:00 | receipt S001 1000 - own | ok | unidentified = 1000 | 1 Awaited
        9:10 | assign 2 1 own          | UNKNOWN_RECEIPT
        9:10 | assign 1 9 own          | UNKNOWN_ENROLMENT
        9:10 | assign 1 1 own          | ok | 1 Received | unidentified = 0 | deposit:1 = 1000
        9:20 | assign 1 2 own          | NOT_UNIDENTIFIED
        """)]
    [InlineData("An unidentified receipt nobody claims goes back", """
        9:00 | receipt S001 700 - own  | ok | unidentified = 700
        9:10 | return 1                | ok | unidentified = 0 | to-be-refunded:0 = 700
        9:10 | return 1                | NOT_UNIDENTIFIED
        9:20 | refund 1 R001 700       | ok | custody = 0
        """)]
    [InlineData("A short deposit of an enrolment that ended goes back, and so does what comes after", """
        9:00 | receipt S001 400 1 own  | ok | 1 Short
        9:10 | release 1               | ok | 1 ToBeRefunded | to-be-refunded:1 = 400
        9:10 | release 1               | ALREADY_RELEASED
        9:20 | receipt S002 600 1 own  | ok | 1 ToBeRefunded | to-be-refunded:1 = 1000 | kind 2 NoLongerNeeded
        """)]
    [InlineData("A bank serial is entered once, in or out", """
        9:00 | receipt S001 400 1 third | ok
        9:10 | receipt S001 400 2 own   | SERIAL_USED
        9:10 | refund 1 S001 400        | SERIAL_USED
        9:10 | refund 1 R001 400        | ok
        9:20 | receipt R001 400 2 own   | SERIAL_USED
        """)]
    [InlineData("A line that cannot be is refused", """
        9:00 | receipt a 400 1 own       | SERIAL_MALFORMED
        9:00 | receipt S001 0 1 own      | AMOUNT_OUT_OF_BOUNDS
        9:00 | receipt S001 -5 1 own     | AMOUNT_OUT_OF_BOUNDS
        9:00 | receipt S001 400 1 own 9:01 | VALUE_TIME_IN_THE_FUTURE
        9:00 | receipt S001 400 9 own    | UNKNOWN_ENROLMENT
        9:00 | refund 1 R001 400         | UNKNOWN_REFUND
        9:00 | release 9                 | UNKNOWN_ENROLMENT
        """)]
    public void The_book_follows_its_rules(string rule, string steps) => Follow(new AnEscrowCase(), rule, steps);

    internal static void Follow(AnEscrowCase escrow, string rule, string steps)
    {
        foreach (var line in steps.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var answer = escrow.Say(cells[0], cells[1])?.Code ?? "ok";
            Assert.True(cells[2] == answer, $"{rule}\n{line}\nanswered {answer}");
            foreach (var truth in cells[3..]) Assert.True(IsTrue(escrow.State, truth), $"{rule}\n{line}\nnot: {truth}");
        }
    }

    [Fact]
    public void The_auctions_own_close_makes_a_later_value_time_late_before_the_case_is_settled()
    {
        var escrow = new AnEscrowCase { ClosedAt = AnAuction.At("10:00") };
        Assert.Null(escrow.Say("10:30", "receipt S001 1000 1 own 10:00:00.000001"));
        Assert.Equal(ReceiptKind.Late, escrow.State.Receipts[1].Kind);
    }

    [Fact]
    public void A_settlement_of_every_receipt_a_case_may_have_fits_one_command()
    {
        var escrow = new AnEscrowCase(Limits.EnrolmentsMax) { IsAuditedEachStep = false };
        for (var n = 0; n < Limits.ReceiptsMax; n++)
            Assert.Null(escrow.Say("9:00", $"receipt S{n:0000} 500 {(n % Limits.EnrolmentsMax) + 1} own"));
        Assert.Equal("TOO_MANY_RECEIPTS", escrow.Say("9:01", "receipt T0001 500 1 own")?.Code);
        var before = escrow.Events.Count;
        Assert.Null(escrow.Say("10:00", "settle -"));
        Assert.InRange(escrow.Events.Count - before, 1, Limits.FlushEventsMax);
        Assert.Empty(EscrowAudit.Breaches(escrow.State));
    }

    [Fact]
    public void A_bank_entry_belongs_to_the_first_case_that_claims_it()
    {
        var moment = new Moment(AnAuction.At("9:00"), new Actor("user:cashier"));
        Assert.True(BankEntryDecider.Decide(BankEntry.Empty, new ClaimBankEntry("escrow:1"), moment).IsAccepted);
        var claimed = new BankEntry("escrow:1");
        Assert.Equal("CLAIMED_HERE", BankEntryDecider.Decide(claimed, new("escrow:1"), moment).Refusal?.Code);
        Assert.Equal("CLAIMED_ELSEWHERE", BankEntryDecider.Decide(claimed, new("escrow:2"), moment).Refusal?.Code);
        Assert.Equal("bank-entry:AB0019", BankSerial.StreamOf(BankSerial.Normal(" ａb-００19 ")));
    }

    private static bool IsTrue(EscrowCase state, string truth)
    {
        var words = truth.Split(' ');
        if (words[0] == "refunds") return state.Refunds.Count == Int(words[1]);
        if (words[0] == "kind") return state.Receipts[Int(words[1])].Kind.ToString() == words[2];
        if (words.Length == 2) return state.Deposits[Int(words[0])].State.ToString() == words[1];
        var balance = state.Book[words[0]];
        return (words[0] == Accounts.Custody ? balance : -balance) == Money.Cny(100L * Int(words[2]));
    }

    private static int Int(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
