using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Trading.Escrow;

/// <summary>An escrow case in the cashier's list: of an auction, or of a listing's intents.</summary>
/// <param name="Auction">Null in the case of a listing.</param>
/// <param name="Listing">Null in the case of an auction.</param>
/// <param name="Awaited">Deposits awaited in whole or in part.</param>
/// <param name="Unidentified">Receipts nobody knows the enrolment of.</param>
/// <param name="ToBeRefunded">Refunds due and not paid.</param>
public sealed record EscrowSummary(
    string Id,
    string? Auction,
    string? Listing,
    string Title,
    int Patents,
    AuctionStatus? AuctionStatus,
    Money Deposit,
    int Awaited,
    int Unidentified,
    int ToBeRefunded);

/// <summary>An escrow case whole, payers included: for the cashier, the accountant and the supervisor.</summary>
/// <param name="Auction">Null in the case of a listing.</param>
/// <param name="Listing">Null in the case of an auction: its numbers are enrolments, the listing's are intents.</param>
/// <param name="CustodyAccount">监管专户 the money lies in.</param>
/// <param name="Balances">Account by account: debit positive.</param>
/// <param name="Total">Their sum; always zero.</param>
public sealed record EscrowView(
    string Id,
    long Version,
    IReadOnlyList<string> Abilities,
    string? Auction,
    string? Listing,
    string Title,
    int Patents,
    string CustodyAccount,
    Money Deposit,
    IReadOnlyList<DepositView> Deposits,
    IReadOnlyList<ReceiptView> Receipts,
    IReadOnlyList<RefundView> Refunds,
    IReadOnlyList<BalanceView> Balances,
    Money Total) : IHasVersion;

/// <summary>The deposit of an enrolment.</summary>
/// <param name="PartyName">Empty once erased.</param>
/// <param name="Received">All that came in for it, what went back included.</param>
public sealed record DepositView(
    int Enrolment, int? Bidder, string PartyName, Money Deposit, Money Received, DepositState State);

/// <summary>A line of the statement, money in (P19). Payer's name and account are empty once erased.</summary>
public sealed record ReceiptView(
    int Number,
    ReceiptKind Kind,
    string BankSerial,
    Money Amount,
    DateTimeOffset ValueTime,
    string PayerName,
    string PayerAccount,
    string Purpose,
    int? Enrolment,
    IReadOnlyList<string> Abilities);

/// <summary>Money that goes back to the account it came from; paid once it has a bank serial.</summary>
public sealed record RefundView(
    int Number,
    Money Amount,
    RefundReason Reason,
    string PayeeName,
    string PayeeAccount,
    bool Paid,
    string? BankSerial,
    DateTimeOffset? ValueTime,
    IReadOnlyList<string> Abilities);

public sealed record BalanceView(string Account, Money Amount);

/// <summary>A line of the bank statement, money in.</summary>
/// <param name="Enrolment">Null while nobody knows whose it is.</param>
/// <param name="FromThirdParty">Needed where the paying account is not the bidder's own: seen, held, sent back.</param>
public sealed record ReceiptForm(
    string BankSerial,
    Money Amount,
    DateTimeOffset ValueTime,
    string Purpose,
    string PayerName,
    string PayerAccount,
    int? Enrolment,
    bool FromThirdParty = false);

/// <param name="FromThirdParty">As of <see cref="ReceiptForm"/>.</param>
public sealed record AssignForm(int Enrolment, bool FromThirdParty = false);

/// <summary>A line of the bank statement, money out.</summary>
public sealed record RefundForm(string BankSerial, Money Amount, DateTimeOffset ValueTime);
