using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Escrow;

/// <summary>
/// Invariant I6: a case sums to zero; per enrolment, received = held + towards the price + to be refunded + refunded;
/// no more of a receipt goes back than came.
/// </summary>
public static class EscrowAudit
{
    /// <summary>What is wrong, one sentence each; empty when the case is sound.</summary>
    public static IReadOnlyList<string> Breaches(EscrowCase escrow)
    {
        var breaches = new List<string>();
        if (!escrow.Book.IsSound) breaches.Add("The book does not sum to zero or an account stands on its wrong side.");
        foreach (var enrolment in escrow.Deposits.Keys)
        {
            var received = Sum(escrow.Receipts.Values.Where(r => r.Enrolment == enrolment).Select(r => r.Amount));
            var refunded = Sum(escrow.Refunds.Values
                .Where(r => r.Enrolment == enrolment && r.IsPaid).Select(r => r.Amount));
            var owed = -(escrow.Book[Accounts.Deposit(enrolment)]
                + escrow.Book[Accounts.HeldTowardsPrice(enrolment)]
                + escrow.Book[Accounts.ToBeRefunded(enrolment)]);
            if (received != owed + refunded)
                breaches.Add($"Enrolment {enrolment}: received {received}, accounted for {owed + refunded}.");
        }

        foreach (var receipt in escrow.Receipts.Values.Where(r => r.Rest < Money.Zero))
            breaches.Add($"Receipt {receipt.Number}: {receipt.SentBack} goes back of {receipt.Amount}.");
        return breaches;
    }

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, next) => sum + next);
}
