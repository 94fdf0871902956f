using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using Decision = IpMarket.Domain.Kernel.Outcome<
    System.Collections.Generic.IReadOnlyList<IpMarket.Domain.Kernel.IEvent>>;

namespace IpMarket.Domain.Trading.Escrow;

/// <summary>The rules of an escrow case. After every decision the whole book still sums to zero.</summary>
public static partial class EscrowDecider
{
    public static Decision Decide(EscrowCase escrow, OpenEscrow open, Moment moment) => escrow.IsOpened
        ? Decided.No(EscrowRefusal.AlreadyOpened)
        : Decided.As(new EscrowOpened(open.Auction, open.Deposit, open.CustodyAccount)
        {
            Listing = open.Listing,
        });

    public static Decision Decide(EscrowCase escrow, ExpectDeposit expect, Moment moment)
    {
        if (!escrow.IsOpened) return Decided.No(EscrowRefusal.UnknownCase);
        if (escrow.Deposits.ContainsKey(expect.Enrolment)) return Decided.No(EscrowRefusal.AlreadyExpected);
        return Decided.As(new DepositExpected(expect.Enrolment, expect.Party) { Due = expect.Due });
    }

    /// <summary>An enrolment ended without admission: what came for it goes back.</summary>
    public static Decision Decide(EscrowCase escrow, ReleaseEnrolment release, Moment moment)
    {
        if (!escrow.IsOpened) return Decided.No(EscrowRefusal.UnknownCase);
        if (!escrow.Deposits.TryGetValue(release.Enrolment, out var deposit))
            return Decided.No(EscrowRefusal.UnknownEnrolment, ("enrolment", release.Enrolment));
        if (deposit.IsReleased) return Decided.No(EscrowRefusal.AlreadyReleased);
        var entries = new Entries(escrow);
        entries.Add(new EnrolmentReleased(release.Enrolment));
        var reason = escrow.IsOfListing ? RefundReason.IntentEnded : RefundReason.EnrolmentEnded;
        foreach (var receipt in ReceiptsHeldFor(escrow, release.Enrolment))
            entries.SendBack(receipt.Number, receipt.Enrolment, receipt.Rest, reason);
        return entries.Decision;
    }

    /// <summary>A contract was recorded: what the case holds of its buyer counts towards the price.</summary>
    public static Decision Decide(EscrowCase escrow, HoldTowardsPrice hold, Moment moment)
    {
        if (!escrow.IsOpened) return Decided.No(EscrowRefusal.UnknownCase);
        if (!escrow.Deposits.TryGetValue(hold.Enrolment, out var deposit))
            return Decided.No(EscrowRefusal.UnknownEnrolment, ("enrolment", hold.Enrolment));
        if (deposit.IsReleased) return Decided.No(EscrowRefusal.AlreadyReleased);
        if (!deposit.IsHeldInFull) return Decided.No(EscrowRefusal.NothingHeld);
        var entries = new Entries(escrow);
        entries.Hold(hold.Enrolment, escrow.Held(hold.Enrolment));
        return entries.Decision;
    }

    /// <summary>The winner's deposit counts towards the price; every other goes back, once.</summary>
    public static Decision Decide(EscrowCase escrow, SettleEscrow settle, Moment moment)
    {
        if (!escrow.IsOpened) return Decided.No(EscrowRefusal.UnknownCase);
        if (escrow.Settled is not null) return Decided.No(EscrowRefusal.AlreadySettled);
        var entries = new Entries(escrow);
        entries.Add(new EscrowSettled(settle.ClosedAt, settle.Winner));
        foreach (var enrolment in escrow.Deposits.Keys)
        {
            var held = escrow.Held(enrolment);
            if (held.IsZero) continue;
            if (enrolment == settle.Winner)
            {
                entries.Hold(enrolment, held);
                continue;
            }

            var reason = settle.IsCancelled ? RefundReason.AuctionCancelled : RefundReason.NotWon;
            foreach (var receipt in ReceiptsHeldFor(escrow, enrolment))
                entries.SendBack(receipt.Number, enrolment, receipt.Rest, reason);
        }

        return entries.Decision;
    }

    public static Decision Decide(EscrowCase escrow, PayRefund pay, Moment moment)
    {
        if (!escrow.IsOpened) return Decided.No(EscrowRefusal.UnknownCase);
        if (Line(escrow, pay.BankSerial, pay.Amount, pay.ValueTime, moment) is { } badLine) return badLine;
        if (!escrow.Refunds.TryGetValue(pay.Refund, out var refund))
            return Decided.No(EscrowRefusal.UnknownRefund, ("refund", pay.Refund));
        if (refund.IsPaid) return Decided.No(EscrowRefusal.AlreadyPaid);
        if (pay.Amount != refund.Amount)
            return Decided.No(EscrowRefusal.WrongRefundAmount, ("amount", refund.Amount));
        var entries = new Entries(escrow);
        entries.Add(new RefundPaid(
            refund.Number,
            refund.Receipt,
            refund.Enrolment,
            refund.Amount,
            pay.ValueTime.WholeMicroseconds(),
            EscrowBook.Entry(Accounts.ToBeRefunded(refund.Enrolment), Accounts.Custody, refund.Amount),
            pay.BankSerial));
        return entries.Decision;
    }

    /// <summary>The receipts behind a deposit that is still held; none once it counts towards the price.</summary>
    private static IEnumerable<EscrowReceipt> ReceiptsHeldFor(EscrowCase escrow, int enrolment) =>
        escrow.Held(enrolment).IsZero
            ? []
            : escrow.Receipts.Values.Where(receipt => receipt.Enrolment == enrolment && receipt.Rest.IsPositive);

    /// <summary>What must hold for every line of a bank statement.</summary>
    private static Refusal? Line(
        EscrowCase escrow, string serial, Money amount, DateTimeOffset valueTime, Moment moment)
    {
        if (!BankSerial.IsWellFormed(serial)) return Refusal.Of(EscrowRefusal.SerialMalformed);
        if (!amount.IsPositive || amount.Fen > Limits.AmountFenMax)
            return Refusal.Of(EscrowRefusal.AmountOutOfBounds, ("max", Money.Cny(Limits.AmountFenMax)));
        if (valueTime > moment.At) return Refusal.Of(EscrowRefusal.ValueTimeInTheFuture, ("valueTime", valueTime));
        return escrow.Knows(serial) ? Refusal.Of(EscrowRefusal.SerialUsed, ("serial", serial)) : null;
    }

    /// <summary>Collects the events of one decision; one that leaves an unsound book would be a bug.</summary>
    private sealed class Entries(EscrowCase escrow)
    {
        private readonly List<IEvent> events = [];
        private int refunds = escrow.Refunds.Count;
        private EscrowBook book = escrow.Book;

        public Decision Decision
        {
            get
            {
                if (!book.IsSound)
                    throw new InvalidOperationException($"The book of {escrow.Auction}{escrow.Listing} is unsound.");
                return events.ToArray();
            }
        }

        public void Add(IEvent fact)
        {
            events.Add(fact);
            book = book.Post(EscrowBook.PostingsOf(fact));
        }

        public void Hold(int enrolment, Money held) => Add(new DepositHeldTowardsPrice(
            enrolment,
            held,
            EscrowBook.Entry(Accounts.Deposit(enrolment), Accounts.HeldTowardsPrice(enrolment), held)));

        public void SendBack(int receipt, int? enrolment, Money amount, RefundReason reason)
        {
            var held = enrolment is { } number ? Accounts.Deposit(number) : Accounts.Unidentified;
            Add(new RefundFellDue(
                ++refunds,
                receipt,
                enrolment,
                amount,
                reason,
                EscrowBook.Entry(held, Accounts.ToBeRefunded(enrolment), amount)));
        }
    }
}
