using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Escrow;

/// <summary>资金监管: the escrow case of an auction was opened with it; it names the custody account (监管专户).</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.opened/1")]
public sealed record EscrowOpened(
    [property: Id(0)] string Auction,
    [property: Id(1)] Money Deposit,
    [property: Id(2)] string CustodyAccount) : IEvent
{
    /// <summary>The listing whose intents pay; empty in the case of an auction.</summary>
    [Id(3)]
    public string Listing { get; init; } = "";
}

/// <summary>A deposit is awaited of an enrolment.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.deposit-expected/1")]
public sealed record DepositExpected(
    [property: Id(0)] int Enrolment,
    [property: Id(1), Secret] string? Party) : IEvent
{
    /// <summary>What is to be paid; null = the case's deposit.</summary>
    [Id(2)]
    public Money? Due { get; init; }
}

/// <summary>
/// The cashier entered a line of the bank statement: money came in. Payer's name, account and purpose stand in the
/// vault under <paramref name="PayerRow"/>.
/// </summary>
/// <param name="Purpose">Only in records from before it went into the vault; else null.</param>
/// <param name="Receipt">1, 2, 3, … in the case.</param>
/// <param name="Enrolment">Whose deposit it is; null while unidentified.</param>
[GenerateSerializer, Immutable, Alias("trading.escrow.receipt-entered/1")]
public sealed record ReceiptEntered(
    [property: Id(0)] int Receipt,
    [property: Id(1)] int? Enrolment,
    [property: Id(2)] Money Amount,
    [property: Id(3)] DateTimeOffset ValueTime,
    [property: Id(4)] string? Purpose,
    [property: Id(5)] ReceiptKind Kind,
    [property: Id(6)] ImmutableArray<Posting> Postings,
    [property: Id(7), Secret] string? BankSerial,
    [property: Id(8), Secret] string? PayerRow) : IEvent;

/// <summary>An unidentified receipt found its enrolment.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.receipt-assigned/1")]
public sealed record ReceiptAssigned(
    [property: Id(0)] int Receipt,
    [property: Id(1)] int Enrolment,
    [property: Id(2)] ReceiptKind Kind,
    [property: Id(3)] ImmutableArray<Posting> Postings) : IEvent;

/// <summary>
/// The deposit of an enrolment changed: <see cref="DepositState.Short"/>, or — once, and admitting the bidder —
/// <see cref="DepositState.Received"/> or <see cref="DepositState.Over"/>.
/// </summary>
/// <param name="Held">What the case holds for the enrolment, the excess not counted.</param>
/// <param name="Excess">What was paid above the deposit; to be refunded.</param>
/// <param name="Receipt">The receipt that caused it.</param>
[GenerateSerializer, Immutable, Alias("trading.escrow.deposit-counted/1")]
public sealed record DepositCounted(
    [property: Id(0)] int Enrolment,
    [property: Id(1)] DepositState State,
    [property: Id(2)] Money Held,
    [property: Id(3)] Money Excess,
    [property: Id(4)] int Receipt,
    [property: Id(5), Secret] string? Party) : IEvent;

/// <summary>Money must go back to the account it came from.</summary>
/// <param name="Refund">1, 2, 3, … in the case.</param>
/// <param name="Receipt">The receipt it came with.</param>
/// <param name="Enrolment">Null when the receipt was never identified.</param>
[GenerateSerializer, Immutable, Alias("trading.escrow.refund-due/1")]
public sealed record RefundFellDue(
    [property: Id(0)] int Refund,
    [property: Id(1)] int Receipt,
    [property: Id(2)] int? Enrolment,
    [property: Id(3)] Money Amount,
    [property: Id(4)] RefundReason Reason,
    [property: Id(5)] ImmutableArray<Posting> Postings) : IEvent;

/// <summary>The winner's deposit counts towards the price.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.held-towards-price/1")]
public sealed record DepositHeldTowardsPrice(
    [property: Id(0)] int Enrolment,
    [property: Id(1)] Money Amount,
    [property: Id(2)] ImmutableArray<Posting> Postings) : IEvent;

/// <summary>The auction ended; what is received from here on goes back.</summary>
/// <param name="Winner">The winning enrolment; null without a sale.</param>
[GenerateSerializer, Immutable, Alias("trading.escrow.settled/1")]
public sealed record EscrowSettled(
    [property: Id(0)] DateTimeOffset ClosedAt,
    [property: Id(1)] int? Winner) : IEvent;

/// <summary>An enrolment that was cancelled or refused; its money goes back.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.enrolment-released/1")]
public sealed record EnrolmentReleased([property: Id(0)] int Enrolment) : IEvent;

/// <summary>The cashier entered a line of the bank statement: a refund went out.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.refund-paid/1")]
public sealed record RefundPaid(
    [property: Id(0)] int Refund,
    [property: Id(1)] int Receipt,
    [property: Id(2)] int? Enrolment,
    [property: Id(3)] Money Amount,
    [property: Id(4)] DateTimeOffset ValueTime,
    [property: Id(5)] ImmutableArray<Posting> Postings,
    [property: Id(6), Secret] string? BankSerial) : IEvent;
