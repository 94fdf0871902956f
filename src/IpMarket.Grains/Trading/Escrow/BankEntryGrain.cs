using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Grains.Kernel;
using Orleans.Runtime;

namespace IpMarket.Grains.Trading.Escrow;

/// <inheritdoc cref="IBankEntryGrain"/>
[GrainType("trading.bank-entry")]
public sealed class BankEntryGrain(
    AggregateServices services,
    [PersistentState("bank-entry", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<BankEntry>(services, snapshot), IBankEntryGrain
{
    public async Task<Refusal?> Claim(CommandContext context, ClaimBankEntry command)
    {
        var refusal = (await Handle(context, command, BankEntryDecider.Decide)).Refusal;
        return refusal?.Is(BankEntryRefusal.ClaimedHere) == true ? null : refusal;
    }
}
