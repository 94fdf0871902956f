using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Escrow;

/// <summary>One leg of a booking: positive = debit, negative = credit.</summary>
/// <param name="Account">A name made by <see cref="Accounts"/>.</param>
[GenerateSerializer, Immutable, Alias("trading.posting/1")]
public sealed record Posting([property: Id(0)] string Account, [property: Id(1)] Money Amount);

/// <summary>The accounts of an escrow case. Custody is what the bank holds; all others are owed to somebody.</summary>
public static class Accounts
{
    /// <summary>监管专户: debit balance, what the custody bank holds for this case.</summary>
    public const string Custody = "custody";

    /// <summary>Received, and nobody knows from whom.</summary>
    public const string Unidentified = "unidentified";

    /// <summary>The deposit held of an enrolment.</summary>
    public static string Deposit(int enrolment) => $"deposit:{enrolment}";

    /// <summary>The winner's deposit, held towards the price.</summary>
    public static string HeldTowardsPrice(int enrolment) => $"held-towards-price:{enrolment}";

    /// <summary>What must go back to an enrolment's payers; 0 for receipts never identified.</summary>
    public static string ToBeRefunded(int? enrolment) => $"to-be-refunded:{enrolment ?? 0}";
}

/// <summary>
/// The double-entry book of one case. Every booking sums to zero, so the book does; custody is never in credit and no
/// other account ever in debit.
/// </summary>
/// <param name="Balances">Debit positive, credit negative; accounts that came back to zero stay listed.</param>
[GenerateSerializer, Immutable, Alias("trading.escrow-book/1")]
public sealed record EscrowBook([property: Id(0)] ImmutableSortedDictionary<string, Money> Balances)
{
    public static readonly EscrowBook Empty = new(ImmutableSortedDictionary<string, Money>.Empty);

    /// <summary>The balance of an account: debit positive, credit negative.</summary>
    public Money this[string account] => Balances.GetValueOrDefault(account, Money.Zero);

    /// <summary>One amount from the credit of one account to the debit of another.</summary>
    public static ImmutableArray<Posting> Entry(string debit, string credit, Money amount) =>
        [new(debit, amount), new(credit, -amount)];

    /// <summary>The bookings an event carries; none for events that move no money.</summary>
    public static ImmutableArray<Posting> PostingsOf(IEvent fact) => fact switch
    {
        ReceiptEntered entered => entered.Postings,
        ReceiptAssigned assigned => assigned.Postings,
        RefundFellDue due => due.Postings,
        DepositHeldTowardsPrice held => held.Postings,
        RefundPaid paid => paid.Postings,
        _ => [],
    };

    public EscrowBook Post(ImmutableArray<Posting> postings)
    {
        var balances = Balances;
        foreach (var posting in postings)
        {
            var before = balances.GetValueOrDefault(posting.Account, Money.Zero);
            balances = balances.SetItem(posting.Account, before + posting.Amount);
        }

        return new EscrowBook(balances);
    }

    /// <summary>Whether all balances sum to zero and none stands on its wrong side.</summary>
    [JsonIgnore]
    public bool IsSound
    {
        get
        {
            var sum = Money.Zero;
            foreach (var (account, balance) in Balances)
            {
                sum += balance;
                if (account == Accounts.Custody ? balance < Money.Zero : balance > Money.Zero) return false;
            }

            return sum.IsZero;
        }
    }
}
