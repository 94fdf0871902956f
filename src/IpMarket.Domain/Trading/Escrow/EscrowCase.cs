using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Trading.Escrow;

/// <summary>
/// The money of one auction, or of one listing's intents (资金监管): a book that balances to zero, and what its entries
/// mean.
/// </summary>
[GenerateSerializer, Immutable, Alias("trading.escrow-case/1")]
public sealed record EscrowCase : IAggregateState<EscrowCase>
{
    public static EscrowCase Empty { get; } = new();

    /// <summary>Empty until opened, and in the case of a listing.</summary>
    [Id(0)]
    public string Auction { get; init; } = "";

    /// <summary>保证金 per bidder.</summary>
    [Id(1)]
    public Money Deposit { get; init; } = Money.Zero;

    [Id(2)]
    public string CustodyAccount { get; init; } = "";

    [Id(3)]
    public EscrowBook Book { get; init; } = EscrowBook.Empty;

    /// <summary>By enrolment number.</summary>
    [Id(4)]
    public ImmutableSortedDictionary<int, EscrowDeposit> Deposits { get; init; } =
        ImmutableSortedDictionary<int, EscrowDeposit>.Empty;

    /// <summary>By receipt number.</summary>
    [Id(5)]
    public ImmutableSortedDictionary<int, EscrowReceipt> Receipts { get; init; } =
        ImmutableSortedDictionary<int, EscrowReceipt>.Empty;

    /// <summary>By refund number.</summary>
    [Id(6)]
    public ImmutableSortedDictionary<int, EscrowRefund> Refunds { get; init; } =
        ImmutableSortedDictionary<int, EscrowRefund>.Empty;

    /// <summary>How the auction ended; null before.</summary>
    [Id(7)]
    public EscrowSettled? Settled { get; init; }

    /// <summary>The listing whose intents' deposits it keeps; empty in the case of an auction.</summary>
    [Id(8)]
    public string Listing { get; init; } = "";

    [JsonIgnore]
    public bool IsOpened => Auction.Length > 0 || IsOfListing;

    /// <summary>Its numbers are intents of a listing, not enrolments of an auction.</summary>
    [JsonIgnore]
    public bool IsOfListing => Listing.Length > 0;

    /// <summary>What one of them is to pay.</summary>
    public Money DueOf(int enrolment) => Deposits.GetValueOrDefault(enrolment)?.Due ?? Deposit;

    /// <summary>What the case holds as the deposit of an enrolment.</summary>
    public Money Held(int enrolment) => -Book[Accounts.Deposit(enrolment)];

    /// <summary>All that came in for an enrolment, what went back included.</summary>
    public Money ReceivedFor(int enrolment) => Receipts.Values
        .Where(receipt => receipt.Enrolment == enrolment)
        .Aggregate(Money.Zero, (sum, receipt) => sum + receipt.Amount);

    /// <summary>True when a bank serial was entered in this case, as a receipt or as a refund.</summary>
    public bool Knows(string serial) =>
        Receipts.Values.Any(receipt => receipt.BankSerial == serial)
        || Refunds.Values.Any(refund => refund.BankSerial == serial);

    public EscrowCase Evolve(Recorded recorded) => recorded.Event switch
    {
        EscrowOpened opened => this with
        {
            Auction = opened.Auction, Deposit = opened.Deposit, CustodyAccount = opened.CustodyAccount,
            Listing = opened.Listing,
        },
        DepositExpected expected => With(
            new EscrowDeposit(expected.Enrolment, expected.Party ?? "", DepositState.Awaited, false)
            {
                Due = expected.Due,
            }),
        ReceiptEntered entered => Apply(entered),
        ReceiptAssigned assigned => Assign(assigned),
        DepositCounted counted => With(counted.Enrolment, deposit => deposit with
        {
            State = counted.State, CountedAt = recorded.At,
        }),
        RefundFellDue due => Apply(due),
        DepositHeldTowardsPrice held => With(
            held.Enrolment, deposit => deposit with { State = DepositState.HeldTowardsPrice }) with
        {
            Book = Book.Post(held.Postings),
        },
        EscrowSettled settled => this with { Settled = settled },
        EnrolmentReleased released => With(released.Enrolment, deposit => deposit with { IsReleased = true }),
        RefundPaid paid => Apply(paid),
        _ => this,
    };

    private EscrowCase Apply(ReceiptEntered entered)
    {
        var receipt = new EscrowReceipt(
            entered.Receipt, entered.Enrolment, entered.Amount, entered.ValueTime, entered.Purpose ?? "", entered.Kind,
            entered.BankSerial ?? "", entered.PayerRow ?? "", Money.Zero);
        var next = this with
        {
            Receipts = Receipts.SetItem(entered.Receipt, receipt), Book = Book.Post(entered.Postings),
        };
        return next.Show(entered.Enrolment, entered.Kind);
    }

    private EscrowCase Assign(ReceiptAssigned assigned)
    {
        var receipt = Receipts[assigned.Receipt] with { Enrolment = assigned.Enrolment, Kind = assigned.Kind };
        var next = this with
        {
            Receipts = Receipts.SetItem(assigned.Receipt, receipt), Book = Book.Post(assigned.Postings),
        };
        return next.Show(assigned.Enrolment, assigned.Kind);
    }

    private EscrowCase Apply(RefundFellDue due)
    {
        var receipt = Receipts[due.Receipt];
        var refund = new EscrowRefund(due.Refund, due.Receipt, due.Enrolment, due.Amount, due.Reason, null, null);
        var next = this with
        {
            Receipts = Receipts.SetItem(due.Receipt, receipt with { SentBack = receipt.SentBack + due.Amount }),
            Refunds = Refunds.SetItem(due.Refund, refund),
            Book = Book.Post(due.Postings),
        };
        return due.Enrolment is { } enrolment && next.Held(enrolment).IsZero
            ? next.With(enrolment, deposit => deposit.State == DepositState.HeldTowardsPrice
                ? deposit
                : deposit with { State = DepositState.ToBeRefunded })
            : next;
    }

    private EscrowCase Apply(RefundPaid paid)
    {
        var refund = Refunds[paid.Refund] with { BankSerial = paid.BankSerial ?? "", PaidAt = paid.ValueTime };
        var next = this with { Refunds = Refunds.SetItem(paid.Refund, refund), Book = Book.Post(paid.Postings) };
        return paid.Enrolment is { } enrolment && next.Book[Accounts.ToBeRefunded(enrolment)].IsZero
            ? next.With(enrolment, deposit => deposit.State == DepositState.ToBeRefunded
                ? deposit with { State = DepositState.Refunded }
                : deposit)
            : next;
    }

    /// <summary>Money that does not count shows on a deposit for which nothing else came yet.</summary>
    private EscrowCase Show(int? enrolment, ReceiptKind kind) => (enrolment, kind) switch
    {
        ({ } number, ReceiptKind.ThirdPartyHeld) => With(number, deposit => deposit.Shown(DepositState.ThirdPartyHeld)),
        ({ } number, ReceiptKind.Late) => With(number, deposit => deposit.Shown(DepositState.Late)),
        _ => this,
    };

    private EscrowCase With(EscrowDeposit deposit) =>
        this with { Deposits = Deposits.SetItem(deposit.Enrolment, deposit) };

    private EscrowCase With(int enrolment, Func<EscrowDeposit, EscrowDeposit> change) =>
        Deposits.TryGetValue(enrolment, out var deposit) ? With(change(deposit)) : this;
}

/// <summary>The deposit of an enrolment. <paramref name="IsReleased"/>: that was cancelled or refused.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow-deposit/1")]
public sealed record EscrowDeposit(
    [property: Id(0)] int Enrolment,
    [property: Id(1)] string Party,
    [property: Id(2)] DepositState State,
    [property: Id(3)] bool IsReleased)
{
    /// <summary>What is to be paid; null = the case's deposit.</summary>
    [Id(4)]
    public Money? Due { get; init; }

    /// <summary>When money counted towards it last.</summary>
    [Id(5)]
    public DateTimeOffset? CountedAt { get; init; }

    /// <summary>All of it is held, and its enrolment or intent not over.</summary>
    [JsonIgnore]
    public bool IsHeldInFull => !IsReleased && State is DepositState.Received or DepositState.Over;

    internal EscrowDeposit Shown(DepositState state) =>
        State is DepositState.Awaited or DepositState.Refunded ? this with { State = state } : this;
}

/// <summary>A receipt of the case. <paramref name="SentBack"/>: the part that is to be, or was, refunded.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow-receipt/1")]
public sealed record EscrowReceipt(
    [property: Id(0)] int Number,
    [property: Id(1)] int? Enrolment,
    [property: Id(2)] Money Amount,
    [property: Id(3)] DateTimeOffset ValueTime,
    [property: Id(4)] string Purpose,
    [property: Id(5)] ReceiptKind Kind,
    [property: Id(6)] string BankSerial,
    [property: Id(7)] string PayerRow,
    [property: Id(8)] Money SentBack)
{
    /// <summary>What the case still holds of it.</summary>
    [JsonIgnore]
    public Money Rest => Amount - SentBack;
}

/// <summary>A refund; paid once it has a bank serial.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow-refund/1")]
public sealed record EscrowRefund(
    [property: Id(0)] int Number,
    [property: Id(1)] int Receipt,
    [property: Id(2)] int? Enrolment,
    [property: Id(3)] Money Amount,
    [property: Id(4)] RefundReason Reason,
    [property: Id(5)] string? BankSerial,
    [property: Id(6)] DateTimeOffset? PaidAt)
{
    [JsonIgnore]
    public bool IsPaid => BankSerial is not null;
}
