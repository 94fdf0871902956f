using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Escrow;

/// <summary>Names of streams of the escrow.</summary>
public static class EscrowIds
{
    /// <summary>The escrow case of an auction: <c>escrow:</c> and the auction's 26 letters.</summary>
    public static string Of(string auction) =>
        Ids.Of("escrow", Rest(auction));

    private const string ListingMark = "listing-";

    /// <summary>The auction of a case.</summary>
    public static string AuctionOf(string escrow) => Ids.Of("auction", Rest(escrow));

    /// <summary>
    /// The escrow case of a listing's intents: <c>escrow:listing-</c> and the listing's 26 letters. An auction's
    /// letters hold no dash, so neither is taken for the other.
    /// </summary>
    public static string OfListing(string listing) => Ids.Of("escrow", ListingMark + Rest(listing));

    /// <summary>The listing of a case; null where it is an auction's.</summary>
    public static string? ListingOf(string escrow) =>
        Rest(escrow) is var rest && rest.StartsWith(ListingMark, StringComparison.Ordinal)
            ? Ids.Of("listing", rest[ListingMark.Length..])
            : null;

    private static string Rest(string stream) => stream[(stream.IndexOf(':', StringComparison.Ordinal) + 1)..];
}

/// <summary>Where the client money of this market lies: the custody sub-account (监管专户) cases name (P12).</summary>
public sealed record CustodyAccount(string Name);

/// <summary>A process opens the case when the auction is announced.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.open/1")]
public sealed record OpenEscrow(
    [property: Id(0)] string Auction,
    [property: Id(1)] Money Deposit,
    [property: Id(2), LookedUp] string CustodyAccount) : ICommand
{
    /// <summary>The listing whose intents pay; then there is no auction.</summary>
    [Id(3)]
    public string Listing { get; init; } = "";
}

/// <summary>A process: an enrolment was requested.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.expect-deposit/1")]
public sealed record ExpectDeposit(
    [property: Id(0)] int Enrolment,
    [property: Id(1)] string Party) : ICommand
{
    /// <summary>What it is to pay; null = the case's deposit.</summary>
    [Id(2)]
    public Money? Due { get; init; }
}

/// <summary>
/// The cashier: a line of the statement, money in. Payer's name, account and purpose are not in the command; they go
/// into the vault before it.
/// </summary>
/// <param name="Enrolment">Null = unidentified.</param>
/// <param name="FromThirdParty">The cashier has seen that another paid: it is held and sent back.</param>
[GenerateSerializer, Immutable, Alias("trading.escrow.enter-receipt/1")]
public sealed record EnterReceipt(
    [property: Id(0)] string BankSerial,
    [property: Id(1)] Money Amount,
    [property: Id(2)] DateTimeOffset ValueTime,
    [property: Id(4)] int? Enrolment,
    [property: Id(5), LookedUp] ReceiptFacts? Facts = null,
    [property: Id(6)] bool FromThirdParty = false) : ICommand;

/// <summary>The cashier: an unidentified receipt belongs to this enrolment.</summary>
/// <param name="FromThirdParty">As of <see cref="EnterReceipt"/>.</param>
[GenerateSerializer, Immutable, Alias("trading.escrow.assign-receipt/1")]
public sealed record AssignReceipt(
    [property: Id(0)] int Receipt,
    [property: Id(1)] int Enrolment,
    [property: Id(2), LookedUp] ReceiptFacts? Facts = null,
    [property: Id(3)] bool FromThirdParty = false) : ICommand;

/// <summary>The cashier: nobody claims this receipt; it goes back where it came from.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.return-receipt/1")]
public sealed record ReturnReceipt([property: Id(0)] int Receipt) : ICommand;

/// <summary>A process: an enrolment was cancelled or refused.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.release-enrolment/1")]
public sealed record ReleaseEnrolment([property: Id(0)] int Enrolment) : ICommand;

/// <summary>A process: a contract was recorded with this intent of the listing.</summary>
[GenerateSerializer, Immutable, Alias("trading.escrow.hold-towards-price/1")]
public sealed record HoldTowardsPrice([property: Id(0)] int Enrolment) : ICommand;

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
