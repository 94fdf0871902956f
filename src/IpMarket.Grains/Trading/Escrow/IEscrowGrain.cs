using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Grains.Trading.Auctions;
using Orleans.Concurrency;

namespace IpMarket.Grains.Trading.Escrow;

/// <summary>
/// The escrow case of an auction, or of a listing's intents. Key: of <see cref="EscrowIds"/>. Callers have checked that
/// the cashier's acts are a cashier's.
/// </summary>
[Alias("trading.IEscrowGrain")]
public interface IEscrowGrain : IGrainWithStringKey
{
    [AlwaysInterleave, Alias("Open")]
    Task<Outcome<Accepted>> Open(CommandContext context, OpenEscrow command);

    [AlwaysInterleave, Alias("Expect")]
    Task<Outcome<Accepted>> Expect(CommandContext context, ExpectDeposit command);

    [AlwaysInterleave, Alias("Release")]
    Task<Outcome<Accepted>> Release(CommandContext context, ReleaseEnrolment command);

    [AlwaysInterleave, Alias("Settle")]
    Task<Outcome<Accepted>> Settle(CommandContext context, SettleEscrow command);

    /// <summary>A process: the contract with this intent was recorded.</summary>
    [AlwaysInterleave, Alias("Hold")]
    Task<Outcome<Accepted>> Hold(CommandContext context, HoldTowardsPrice command);

    /// <summary>
    /// The cashier: money in. The payer goes into the vault, the bank serial is claimed, then it is booked.
    /// </summary>
    [AlwaysInterleave, Alias("EnterReceipt")]
    Task<Outcome<Accepted>> EnterReceipt(CommandContext context, EnterReceipt command, Payer payer);

    [AlwaysInterleave, Alias("AssignReceipt")]
    Task<Outcome<Accepted>> AssignReceipt(CommandContext context, AssignReceipt command);

    [AlwaysInterleave, Alias("ReturnReceipt")]
    Task<Outcome<Accepted>> ReturnReceipt(CommandContext context, ReturnReceipt command);

    /// <summary>The cashier: a refund went out. The bank serial is claimed, then it is booked.</summary>
    [AlwaysInterleave, Alias("PayRefund")]
    Task<Outcome<Accepted>> PayRefund(CommandContext context, PayRefund command);

    [AlwaysInterleave, Alias("Get")]
    Task<Versioned<EscrowCase>> Get();

    /// <summary>
    /// The payers of the case's receipts by receipt number, out of the vault; erased ones are missing.
    /// </summary>
    [AlwaysInterleave, Alias("Payers")]
    Task<IReadOnlyDictionary<int, Payer>> Payers();
}

/// <summary>A line of the bank's statement. Key: <c>bank-entry:SERIAL</c>.</summary>
[Alias("trading.IBankEntryGrain")]
public interface IBankEntryGrain : IGrainWithStringKey
{
    /// <summary>Claims the line for a case; null when it is the case's, also when it was before.</summary>
    [AlwaysInterleave, Alias("Claim")]
    Task<Refusal?> Claim(CommandContext context, ClaimBankEntry command);
}
