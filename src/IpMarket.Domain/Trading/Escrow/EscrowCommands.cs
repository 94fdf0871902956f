using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Escrow;

/// <summary>Names of streams of the escrow.</summary>
public static class EscrowIds
{
    /// <summary>The escrow case of an auction: <c>escrow:</c> and the auction's 26 letters.</summary>
    public static string Of(string auction) =>
        Ids.Of("escrow", auction[(auction.IndexOf(':', StringComparison.Ordinal) + 1)..]);

    /// <summary>The auction of a case.</summary>
    public static string AuctionOf(string escrow) =>
        Ids.Of("auction", escrow[(escrow.IndexOf(':', StringComparison.Ordinal) + 1)..]);
}

/// <summary>Where the client money of this market lies: the custody sub-account (监管专户) cases name (P12).</summary>
public sealed record CustodyAccount(string Name);

/// <summary>A process opens the case when the auction is announced.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.open/1")]
public sealed record OpenEscrow(
    [property: Id(0)] string Auction,
    [property: Id(1)] Money Deposit,
    [property: Id(2), LookedUp] string CustodyAccount) : ICommand;

/// <summary>A process: an enrolment was requested.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.expect-deposit/1")]
public sealed record ExpectDeposit(
    [property: Id(0)] int Enrolment,
    [property: Id(1)] string Party) : ICommand;

/// <summary>
/// The cashier: a line of the statement, money in. Payer's name, account and purpose are not in the command; they go
/// into the vault before it.
/// </summary>
/// <param name="Enrolment">Null = unidentified.</param>
[GenerateSerializer, Immutable, Alias("trading.escrow.enter-receipt/1")]
public sealed record EnterReceipt(
    [property: Id(0)] string BankSerial,
    [property: Id(1)] Money Amount,
    [property: Id(2)] DateTimeOffset ValueTime,
    [property: Id(4)] int? Enrolment,
    [property: Id(5), LookedUp] ReceiptFacts? Facts = null) : ICommand;

/// <summary>The cashier: an unidentified receipt belongs to this enrolment.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.assign-receipt/1")]
public sealed record AssignReceipt(
    [property: Id(0)] int Receipt,
    [property: Id(1)] int Enrolment,
    [property: Id(2), LookedUp] ReceiptFacts? Facts = null) : ICommand;

/// <summary>The cashier: nobody claims this receipt; it goes back where it came from.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.return-receipt/1")]
public sealed record ReturnReceipt([property: Id(0)] int Receipt) : ICommand;

/// <summary>A process: an enrolment was cancelled or refused.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.release-enrolment/1")]
public sealed record ReleaseEnrolment([property: Id(0)] int Enrolment) : ICommand;

/// <summary>A process: the auction ended, or was cancelled.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.settle/1")]
public sealed record SettleEscrow(
    [property: Id(0)] DateTimeOffset ClosedAt,
    [property: Id(1)] int? Winner,
    [property: Id(2)] bool IsCancelled) : ICommand;

/// <summary>The cashier: a line of the statement, a refund went out.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.pay-refund/1")]
public sealed record PayRefund(
    [property: Id(0)] int Refund,
    [property: Id(1)] string BankSerial,
    [property: Id(2)] Money Amount,
    [property: Id(3)] DateTimeOffset ValueTime) : ICommand;

/// <summary>What the house looked up for a receipt.</summary>
/// <param name="IsOwnAccount">The paying account is in the enrolled party's own name.</param>
/// <param name="ClosedAt">When the auction closed or was cancelled; null while it runs.</param>
/// <param name="PayerRow">The vault's row with the payer's name and account.</param>
[GenerateSerializer, Immutable, Alias("trading.receipt-facts/1")]
public sealed record ReceiptFacts(
    [property: Id(0)] bool IsOwnAccount,
    [property: Id(1)] DateTimeOffset? ClosedAt,
    [property: Id(2)] string PayerRow);
