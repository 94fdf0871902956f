using IpMarket.Domain.Kernel;
using Decision = IpMarket.Domain.Kernel.Outcome<
    System.Collections.Generic.IReadOnlyList<IpMarket.Domain.Kernel.IEvent>>;

namespace IpMarket.Domain.Trading.Escrow;

/// <summary>What a receipt is, and what follows from it.</summary>
public static partial class EscrowDecider
{
    public static Decision Decide(EscrowCase escrow, EnterReceipt enter, Moment moment)
    {
        if (!escrow.IsOpened) return Decided.No(EscrowRefusal.UnknownCase);
        if (Line(escrow, enter.BankSerial, enter.Amount, enter.ValueTime, moment) is { } badLine) return badLine;
        if (enter.Enrolment is { } asked && !escrow.Deposits.ContainsKey(asked))
            return Decided.No(EscrowRefusal.UnknownEnrolment, ("enrolment", asked));
        if (escrow.Receipts.Count >= Limits.ReceiptsMax)
            return Decided.No(EscrowRefusal.TooManyReceipts, ("max", Limits.ReceiptsMax));
        if (enter is { Enrolment: not null, FromThirdParty: false } && !IsOwn(enter.Facts))
            return Decided.No(EscrowRefusal.PayerNotTheBidder);

        var number = escrow.Receipts.Count + 1;
        var kind = Classify(escrow, enter.Enrolment, enter.ValueTime, enter.Facts);
        var credited = enter.Enrolment is { } enrolment ? Accounts.Deposit(enrolment) : Accounts.Unidentified;
        var entries = new Entries(escrow);
        entries.Add(new ReceiptEntered(
            number,
            enter.Enrolment,
            enter.Amount,
            enter.ValueTime.WholeMicroseconds(),
            null,
            kind,
            EscrowBook.Entry(Accounts.Custody, credited, enter.Amount),
            enter.BankSerial,
            enter.Facts?.PayerRow));
        Follow(escrow, entries, number, enter.Enrolment, enter.Amount, kind);
        return entries.Decision;
    }

    public static Decision Decide(EscrowCase escrow, AssignReceipt assign, Moment moment)
    {
        if (!escrow.IsOpened) return Decided.No(EscrowRefusal.UnknownCase);
        if (!escrow.Deposits.ContainsKey(assign.Enrolment))
            return Decided.No(EscrowRefusal.UnknownEnrolment, ("enrolment", assign.Enrolment));
        if (NotUnidentified(escrow, assign.Receipt) is { } not) return not;
        if (!assign.FromThirdParty && !IsOwn(assign.Facts)) return Decided.No(EscrowRefusal.PayerNotTheBidder);
        var receipt = escrow.Receipts[assign.Receipt];
        var kind = Classify(escrow, assign.Enrolment, receipt.ValueTime, assign.Facts);
        var entries = new Entries(escrow);
        entries.Add(new ReceiptAssigned(
            receipt.Number,
            assign.Enrolment,
            kind,
            EscrowBook.Entry(Accounts.Unidentified, Accounts.Deposit(assign.Enrolment), receipt.Amount)));
        Follow(escrow, entries, receipt.Number, assign.Enrolment, receipt.Amount, kind);
        return entries.Decision;
    }

    public static Decision Decide(EscrowCase escrow, ReturnReceipt back, Moment moment)
    {
        if (!escrow.IsOpened) return Decided.No(EscrowRefusal.UnknownCase);
        if (NotUnidentified(escrow, back.Receipt) is { } not) return not;
        var entries = new Entries(escrow);
        entries.SendBack(back.Receipt, null, escrow.Receipts[back.Receipt].Amount, RefundReason.Unidentified);
        return entries.Decision;
    }

    private static Refusal? NotUnidentified(EscrowCase escrow, int number) =>
        !escrow.Receipts.TryGetValue(number, out var receipt)
            ? Refusal.Of(EscrowRefusal.UnknownReceipt, ("receipt", number))
        : receipt.Kind != ReceiptKind.Unidentified || receipt.Rest.IsZero
            ? Refusal.Of(EscrowRefusal.NotUnidentified)
        : null;

    private static ReceiptKind Classify(
        EscrowCase escrow, int? enrolment, DateTimeOffset valueTime, ReceiptFacts? facts)
    {
        if (enrolment is not { } number) return ReceiptKind.Unidentified;
        if (!IsOwn(facts)) return ReceiptKind.ThirdPartyHeld;
        var closedAt = escrow.Settled?.ClosedAt ?? facts!.ClosedAt;
        if (closedAt is { } end && valueTime > end) return ReceiptKind.Late;
        return closedAt is not null || escrow.Deposits[number] is { IsReleased: true } or
            { State: DepositState.HeldTowardsPrice }
            ? ReceiptKind.NoLongerNeeded
            : ReceiptKind.Own;
    }

    /// <summary>P19: whether the payer is the bidder, from the account registered with the centre.</summary>
    private static bool IsOwn(ReceiptFacts? facts) => facts is { IsOwnAccount: true };

    /// <summary>Own money counts towards the deposit, what is above goes back; all other goes back whole.</summary>
    private static void Follow(
        EscrowCase escrow, Entries entries, int receipt, int? enrolment, Money amount, ReceiptKind kind)
    {
        if (enrolment is not { } number) return;
        if (kind != ReceiptKind.Own)
        {
            entries.SendBack(receipt, number, amount, ReasonOf(kind));
            return;
        }

        var (held, due) = (escrow.Held(number), escrow.DueOf(number));
        var excess = held + amount - due;
        if (held < due)
        {
            var state = excess.IsZero ? DepositState.Received
                : excess.IsPositive ? DepositState.Over : DepositState.Short;
            entries.Add(new DepositCounted(
                number,
                state,
                excess.IsPositive ? due : held + amount,
                excess.IsPositive ? excess : Money.Zero,
                receipt,
                escrow.Deposits[number].Party));
        }

        if (excess.IsPositive) entries.SendBack(receipt, number, excess, RefundReason.Excess);
    }

    private static RefundReason ReasonOf(ReceiptKind kind) => kind switch
    {
        ReceiptKind.ThirdPartyHeld => RefundReason.ThirdParty,
        ReceiptKind.Late => RefundReason.Late,
        _ => RefundReason.NoLongerNeeded,
    };
}
